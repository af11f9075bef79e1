import type { Protected } from './audit.ts'
import type { Figure } from './figures.ts'
import { isWideEnough, reachesOf } from './reaches.ts'
import { withProgram, type Optimise, type Row } from './solver.ts'
import { exactly, type Statement } from './statements.ts'

/** A condition on the choice of cells: at least so much of these columns (indices into `mayGo`) has to be hidden. */
export type Cut = Row

/** A choice of hidden figures, to be tried by the attacker. */
export type Tried = {
  readonly unknowns: number
  readonly figures: readonly Figure[]
  readonly known?: readonly Statement[]
  readonly hidden: ReadonlySet<number>
  readonly mayGo: readonly number[]
  readonly secrets: readonly Protected[]
}

/**
 * `safe`: the attacker learns nothing too precise. `broken`: conditions that this choice breaks and every safe choice
 * meets. `hopeless`: these secrets are known too well even when everything goes that may go.
 */
export type Verdict =
  | { readonly kind: 'safe' }
  | { readonly kind: 'broken'; readonly cuts: readonly Cut[] }
  | { readonly kind: 'hopeless'; readonly secrets: readonly Protected[] }

const tolerance = 1e-6
const noise = 1e-9

/**
 * Attacks each secret, and turns the duals of a narrow range into a cut. With y the duals of the public lines and x
 * the choice, every table of non-negative cells that agrees with what stays public keeps
 * width <= slack + sum over figures of |y| x (how far a hidden figure can move) x x,
 * so a safe choice needs the right side to reach the width asked for. A coefficient larger than what is asked is cut
 * down to it: x is 0 or 1, and the condition is then met as well.
 */
export async function strongestCuts(tried: Tried): Promise<Verdict> {
  const shown = [...tried.figures.keys()].filter((index) => !tried.hidden.has(index))
  const rows = [
    ...shown.map((index) => exactly(tried.figures[index]?.parts ?? [], tried.figures[index]?.count ?? 0)),
    ...(tried.known ?? []),
  ]
  const columnOf = new Map(tried.mayGo.map((index, column) => [index, column]))
  // No hidden figure can move further than all figures together.
  const all = tried.figures.reduce((total, { count }) => total + count, 0)
  const cuts: Cut[] = []
  const hopeless: Protected[] = []
  await withProgram({ columns: tried.unknowns, rows }, (optimise) => {
    const reaches = reachesOf(tried.secrets, optimise)
    for (const [number, secret] of tried.secrets.entries()) {
      if (reaches.isSafe(number)) continue
      const attack = attackOn(secret, optimise, rows, tried.unknowns, all, reaches.note)
      if (isWideEnough(attack.width, secret)) continue
      let needed = secret.width - attack.slack
      const factors = new Map<number, number>()
      shown.forEach((index, row) => {
        const column = columnOf.get(index)
        const figure = tried.figures[index]
        const { up = 0, down = 0 } = attack.pulls[row] ?? {}
        const reach = up * (all - (figure?.count ?? 0)) + down * (figure?.count ?? 0)
        if (column !== undefined && reach > noise) factors.set(column, reach)
      })
      if (factors.size === 0) {
        hopeless.push(secret)
        continue
      }
      needed = Math.max(needed - tolerance, tolerance)
      cuts.push({
        terms: new Map([...factors].map(([column, reach]) => [column, Math.min(1, reach / needed)])),
        low: 1 - 1e-7,
        high: Infinity,
      })
    }
  })
  if (hopeless.length > 0) return { kind: 'hopeless', secrets: hopeless }
  return cuts.length > 0 ? { kind: 'broken', cuts } : { kind: 'safe' }
}

type Pull = { up: number; down: number }
type Attack = { width: number; slack: number; pulls: readonly Pull[] }

/** The range of a secret, with how hard each public line holds it from above (`up`) and from below (`down`). */
function attackOn(
  secret: Protected,
  optimise: Optimise,
  rows: readonly Row[],
  unknowns: number,
  all: number,
  note: (columns: Float64Array) => void,
): Attack {
  const aim = new Map(secret.parts.map((part) => [part, 1]))
  const least = optimise(aim, 'least')
  const most = optimise(aim, 'most')
  if (least.kind === 'infeasible' || most.kind === 'infeasible')
    throw new RangeError('what is known contradicts the figures')
  if (least.kind !== 'optimal' || most.kind !== 'optimal') return { width: Infinity, slack: 0, pulls: [] }
  note(least.columns)
  note(most.columns)
  const width = most.value - least.value
  if (isWideEnough(width, secret)) return { width, slack: 0, pulls: [] }
  const pulls = rows.map((): Pull => ({ up: 0, down: 0 }))
  // most(x) - least(x) bounded through the duals of both; lines with slack ends take the end that the dual leans on.
  let slack = 0
  for (const [duals, sign] of [
    [most.duals, 1],
    [least.duals, -1],
  ] as const) {
    const left = new Float64Array(unknowns)
    for (const [part, factor] of aim) left[part] = sign * factor
    rows.forEach(({ terms, low, high }, row) => {
      const dual = sign * (duals[row] ?? 0)
      if (Math.abs(dual) < noise) return
      for (const [part, factor] of terms) left[part] = (left[part] ?? 0) - dual * factor
      const pull = pulls[row]
      if (dual > 0) {
        slack += dual * high
        if (pull) pull.up += dual
      } else {
        slack += dual * low
        if (pull) pull.down -= dual
      }
    })
    // What the duals leave over counts in full, however small: the bound stays a bound.
    for (const rest of left) slack += Math.max(0, rest) * all
  }
  return { width, slack, pulls }
}
