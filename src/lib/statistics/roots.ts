/**
 * Where a continuous function crosses zero between two points: Brent's method (inverse quadratic and secant steps, falling
 * back on halving, so that it always arrives). Source: Brent (1973), Algorithms for Minimization without Derivatives,
 * chapter 4.
 *
 * @param f continuous between `lower` and `upper`, with values of opposite sign (or a zero) at the two ends
 * @param tolerance how far from the crossing the answer may be, in the units of the argument; the spacing of numbers at
 *   the answer is added
 * @returns a point between `lower` and `upper`; always a number
 * @throws RangeError when an end is not a finite number, when the two ends lie on the same side of zero, or when `f`
 *   gives something that is not a number on the way
 */
export function findRoot(f: (x: number) => number, lower: number, upper: number, tolerance = 1e-14): number {
  if (!Number.isFinite(lower) || !Number.isFinite(upper) || lower > upper)
    throw new RangeError(`Give a bracket of two finite numbers, the smaller first; got ${lower} and ${upper}.`)
  let [a, b] = [lower, upper]
  let [fa, fb] = [valueOf(f, a), valueOf(f, b)]
  if (fa === 0) return a
  if (fb === 0) return b
  if (fa > 0 === fb > 0)
    throw new RangeError(
      `The function lies on one side of zero at both ends (${fa} at ${a}, ${fb} at ${b}): widen the bracket, or conclude that there is no crossing.`,
    )
  // b is the best point so far, a the one before it, c lies across zero from b.
  let [c, fc] = [a, fa]
  let step = b - a
  let stepBefore = step
  for (let round = 0; round < 1000; round++) {
    if (fb > 0 === fc > 0) {
      ;[c, fc] = [a, fa]
      step = b - a
      stepBefore = step
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      ;[a, b, c] = [b, c, b]
      ;[fa, fb, fc] = [fb, fc, fb]
    }
    const reach = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2
    const half = (c - b) / 2
    if (Math.abs(half) <= reach || fb === 0) return b
    const curved = Math.abs(stepBefore) >= reach && Math.abs(fa) > Math.abs(fb) ? curvedStep(a, b, c, fa, fb, fc) : null
    if (
      curved !== null &&
      Math.abs(curved) < Math.min(1.5 * Math.abs(half) - reach / 2, Math.abs(stepBefore) / 2) &&
      curved > 0 === half > 0
    ) {
      stepBefore = step
      step = curved
    } else {
      step = half
      stepBefore = half
    }
    ;[a, fa] = [b, fb]
    b += Math.abs(step) > reach ? step : Math.sign(half) * reach
    fb = valueOf(f, b)
  }
  return b
}

function valueOf(f: (x: number) => number, x: number): number {
  const value = f(x)
  if (Number.isNaN(value))
    throw new RangeError(`The function has no value at ${x}: narrow the bracket to where it has one.`)
  return value
}

/** The step from b that a line (two points) or an inverse parabola (three points) proposes. */
function curvedStep(a: number, b: number, c: number, fa: number, fb: number, fc: number): number | null {
  const s = fb / fa
  if (a === c) return ((c - b) * s) / (s - 1)
  const q = fa / fc
  const r = fb / fc
  const step = (s * ((c - b) * q * (q - r) - (b - a) * (r - 1))) / ((q - 1) * (r - 1) * (s - 1))
  return Number.isFinite(step) ? -step : null
}

/**
 * The smallest whole number from `lower` to `upper` for which a condition holds that, once it holds, goes on holding.
 * Found by halving.
 *
 * @returns null when it holds for none of them
 * @throws RangeError when an end is not a whole number
 */
export function smallestWhole(lower: number, upper: number, holds: (k: number) => boolean): number | null {
  if (!Number.isSafeInteger(lower) || !Number.isSafeInteger(upper))
    throw new RangeError(`Give whole numbers as the ends of the search; got ${lower} and ${upper}.`)
  let [below, from] = [lower, upper + 1]
  while (below < from) {
    const middle = Math.floor((below + from) / 2)
    if (holds(middle)) from = middle
    else below = middle + 1
  }
  return below <= upper ? below : null
}
