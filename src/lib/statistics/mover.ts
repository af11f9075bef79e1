import type { Interval } from './tally.ts'

/** An estimate with its limits. */
export type Limited = Interval & { readonly estimate: number }

/**
 * MOVER: the interval of a difference from the intervals of its two parts. With the distances L = estimate - lower and
 * U = upper - estimate, and the correlation r between the two estimates, for second - first:
 * lower = difference - sqrt(L2^2 - 2 r L2 U1 + U1^2), upper = difference + sqrt(U2^2 - 2 r U2 L1 + L1^2).
 * With r = 0 and Wilson limits this is Newcombe's method 10.
 *
 * @param correlation from -1 to 1; 0 for groups that have nothing to do with each other.
 * @returns the limits of second - first, in the same unit.
 * @throws {RangeError} when an estimate lies outside its limits or the correlation outside -1 to 1.
 * Source: Zou & Donner (2008), Statistics in Medicine 27; Newcombe (1998), Statistics in Medicine 17, 873.
 */
export function moverDifference(first: Limited, second: Limited, correlation = 0): Interval {
  if (!(correlation >= -1 - 1e-12 && correlation <= 1 + 1e-12))
    throw new RangeError(`A correlation lies from -1 to 1; got ${correlation}.`)
  for (const { estimate, lower, upper } of [first, second])
    if (!(lower <= estimate + 1e-12 && upper >= estimate - 1e-12))
      throw new RangeError(`The estimate ${estimate} lies outside ${lower} to ${upper}.`)
  const difference = second.estimate - first.estimate
  const distance = (here: number, there: number) =>
    Math.sqrt(Math.max(0, here * here - 2 * correlation * here * there + there * there))
  return {
    lower: difference - distance(second.estimate - second.lower, first.upper - first.estimate),
    upper: difference + distance(second.upper - second.estimate, first.estimate - first.lower),
  }
}
