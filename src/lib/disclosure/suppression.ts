import { isPrimary, type Protected } from './audit.ts'
import { strongestCuts, type Cut } from './cuts.ts'
import { standsOf, type Figure, type Stand } from './figures.ts'
import { withProgram } from './solver.ts'
import type { Statement } from './statements.ts'
import { hideWholeLines } from './whole-lines.ts'

/** What has to be hidden in a set of tables about the same respondents, and how the choice is made. */
export type ToSuppress = {
  /** How many joint cells there are. */
  readonly unknowns: number
  /** The figures of all tables together (`figuresOf`). */
  readonly figures: readonly Figure[]
  /** Below this a count is hidden; a hidden one stays uncertain over at least this width. */
  readonly threshold: number
  /** Whether totals may be hidden to protect others, except how many answered. Absent: only cells that are not 0 go. */
  readonly totalsMayGo?: boolean
  /** How many of each group answered is known from elsewhere: then those totals never go. Absent: they may. */
  readonly basesStay?: boolean
  /** What is public already or stays public whatever is hidden here. Absent: nothing. */
  readonly known?: readonly Statement[]
  /** Numbers that are in no table and must stay uncertain as well: changes since an earlier release. Absent: none. */
  readonly alsoSecret?: readonly Protected[]
  /** Seconds that the search for the least may take. Absent: 20. */
  readonly seconds?: number
}

/**
 * `least-cells`: the fewest cells, and among those the smallest sum, proved. `whole-lines`: the search was out of time
 * and whole rows or columns are hidden instead; safe, but more than needed. `merge-categories`: nothing that may be
 * hidden makes these numbers safe; categories have to be joined or the table dropped.
 */
export type Suppression =
  | {
      readonly kind: 'least-cells' | 'whole-lines'
      /** Indices into the figures; `primary` are hidden for themselves, `secondary` to protect those. */
      readonly primary: readonly number[]
      readonly secondary: readonly number[]
    }
  | { readonly kind: 'merge-categories'; readonly around: readonly Stand[] }

/**
 * Hides small numbers, and with them the fewest others that keep every small number uncertain: the attacker's range,
 * over all tables together, is at least the threshold wide.
 * Method: exact secondary suppression as a whole-number program with cuts (Fischetti & Salazar 2001, Management Science
 * 47): choose cells, look what an attacker can still work out, turn the duals of that into a condition which the choice
 * broke, choose again. What comes out has always passed the audit.
 * @returns the choice, or by name why there is none.
 * @throws RangeError when what is known contradicts the figures; Error when the solver breaks down.
 */
export async function suppress(task: ToSuppress): Promise<Suppression> {
  const { figures } = task
  const { primary, secrets } = secretsOf(task)
  const hidden = new Set(primary)
  const mayGo = [...figures.keys()].filter((index) => {
    const { count, margin, base, stands } = at(figures, index)
    // How many answered is known anyway: hiding that would protect nothing.
    const everybody =
      stands.some((stand) => stand.at.every((category) => category === null)) || (task.basesStay === true && base)
    return !hidden.has(index) && count > 0 && (!margin || (task.totalsMayGo === true && !everybody))
  })
  const aim = leastCells(figures, mayGo)
  const cuts: Cut[] = []
  const deadline = performance.now() + (task.seconds ?? 20) * 1000
  // What is known too well even when everything goes that may go.
  const tooWellKnown = async () => {
    const most = await strongestCuts({ ...task, hidden: new Set([...primary, ...mayGo]), mayGo, secrets })
    return (most.kind === 'hopeless' ? most.secrets : secrets).map(({ parts }) => parts)
  }
  let secondary: number[] = []
  for (;;) {
    if (performance.now() >= deadline) return hideWholeLines(task, { primary, secrets })
    const broken = await strongestCuts({ ...task, hidden: new Set([...primary, ...secondary]), mayGo, secrets })
    if (broken.kind === 'safe') return { kind: 'least-cells', primary, secondary }
    if (broken.kind === 'hopeless')
      return {
        kind: 'merge-categories',
        around: standsOf(
          figures,
          broken.secrets.map(({ parts }) => parts),
        ),
      }
    cuts.push(...broken.cuts)
    const seconds = (deadline - performance.now()) / 1000
    const chosen = await withProgram({ columns: mayGo.length, upper: 1, whole: true, rows: cuts }, (optimise) =>
      seconds > 0 ? optimise(aim, 'least', seconds) : ({ kind: 'out-of-time' } as const),
    )
    if (chosen.kind === 'infeasible')
      return { kind: 'merge-categories', around: standsOf(figures, await tooWellKnown()) }
    if (chosen.kind !== 'optimal') return hideWholeLines(task, { primary, secrets })
    secondary = mayGo.filter((_, column) => (chosen.columns[column] ?? 0) > 0.5)
  }
}

/** The figures that are hidden for themselves, and everything that has to stay uncertain. */
export function secretsOf(task: ToSuppress): {
  readonly primary: readonly number[]
  readonly secrets: readonly Protected[]
} {
  const primary = [...task.figures.keys()].filter((index) => isPrimary(at(task.figures, index), task.threshold))
  const small = primary.map((index): Protected => ({ parts: at(task.figures, index).parts, width: task.threshold }))
  return { primary, secrets: [...small, ...(task.alsoSecret ?? [])] }
}

/** Number first, then sum: one cell more always costs more than all counts together. */
function leastCells(figures: readonly Figure[], mayGo: readonly number[]): Map<number, number> {
  const one = 1 + mayGo.reduce((total, index) => total + at(figures, index).count, 0)
  return new Map(mayGo.map((index, column) => [column, one + at(figures, index).count]))
}

/** An item that is there by construction. */
function at<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError(`nothing at ${index}`)
  return item
}
