import type { Figure } from './figures.ts'
import { isWideEnough, reachesOf } from './reaches.ts'
import { withProgram } from './solver.ts'
import { exactly, type Statement } from './statements.ts'

/** What an attacker can work out about a sum of joint cells; `high` is Infinity when nothing public bounds it. */
export type Range = { readonly low: number; readonly high: number }

/** A number that must stay uncertain: the attacker's range has to be at least `width` wide. */
export type Protected = { readonly parts: readonly number[]; readonly width: number }

/** The range of one protected number under everything that is public, and whether it is wide enough. */
export type Audited = Protected & { readonly range: Range; readonly safe: boolean }

/**
 * What follows from everything public together: the least and the most that each wanted sum can be, with joint cells
 * that are 0 or more. Linear programs over the joint cells; the attacker knows all statements and the method. Ranges
 * are over real numbers: for one table, or tables that share their totals only, the whole numbers give the same.
 * @param unknowns how many joint cells there are.
 * @param wanted sums of joint cells, by index.
 * @returns one range per wanted sum, in the same order.
 * @throws RangeError when the statements contradict each other; Error when the solver breaks down.
 */
export async function attackerRanges(
  unknowns: number,
  statements: readonly Statement[],
  wanted: readonly (readonly number[])[],
): Promise<Range[]> {
  if (wanted.length === 0 || unknowns === 0) return wanted.map(() => ({ low: 0, high: 0 }))
  return withProgram({ columns: unknowns, rows: statements, often: true }, (optimise) =>
    wanted.map((parts) => {
      const aim = new Map(parts.map((part) => [part, 1]))
      const [least, most] = [optimise(aim, 'least'), optimise(aim, 'most')]
      if (least.kind === 'infeasible' || most.kind === 'infeasible')
        throw new RangeError('the public statements contradict each other')
      if (least.kind !== 'optimal') throw new Error(`a least sum cannot be ${least.kind}`)
      // The solver works with small tolerances: below zero is zero.
      return { low: Math.max(0, least.value), high: most.kind === 'optimal' ? most.value : Infinity }
    }),
  )
}

/**
 * One audit of everything that is public about the same respondents: all tables, percentages, bases and interval ends
 * of this release and of earlier ones, as statements over one joint table.
 * @param secrets the numbers that have to stay uncertain: small cells of this and of earlier releases, and small
 * changes between releases.
 * @returns each secret with its range; the publication is safe when all are.
 * @throws as `attackerRanges`.
 */
export async function audit(
  unknowns: number,
  statements: readonly Statement[],
  secrets: readonly Protected[],
): Promise<Audited[]> {
  const ranges = await attackerRanges(
    unknowns,
    statements,
    secrets.map(({ parts }) => parts),
  )
  return secrets.map((secret, index) => {
    const range = ranges[index] ?? { low: 0, high: 0 }
    return { ...secret, range, safe: isWideEnough(range.high - range.low, secret) }
  })
}

/**
 * The same audit where only the answer matters: whether every secret stays uncertain enough. Looks at a secret itself only
 * when no solution found for another one settles it.
 * @throws as `attackerRanges`.
 */
export async function passesAudit(
  unknowns: number,
  statements: readonly Statement[],
  secrets: readonly Protected[],
): Promise<boolean> {
  if (secrets.length === 0) return true
  if (unknowns === 0) return false
  return withProgram({ columns: unknowns, rows: statements, often: true }, (optimise) => {
    const reaches = reachesOf(secrets, optimise)
    return secrets.every((secret, index) => {
      if (reaches.isSafe(index)) return true
      const aim = new Map(secret.parts.map((part) => [part, 1]))
      const [least, most] = [optimise(aim, 'least'), optimise(aim, 'most')]
      if (least.kind === 'infeasible' || most.kind === 'infeasible')
        throw new RangeError('the public statements contradict each other')
      if (least.kind !== 'optimal') throw new Error(`a least sum cannot be ${least.kind}`)
      if (most.kind !== 'optimal') return true
      reaches.note(least.columns)
      reaches.note(most.columns)
      return isWideEnough(most.value - Math.max(0, least.value), secret)
    })
  })
}

/**
 * Primary rule on counts: a number of 1 up to the threshold is never shown, and neither is a zero that tells something
 * sensitive about everybody in a small group.
 * @returns whether this figure has to stay uncertain.
 */
export const isPrimary = (figure: Pick<Figure, 'count' | 'secretZero'>, threshold: number): boolean =>
  figure.secretZero || (figure.count > 0 && figure.count < threshold)

/**
 * What everybody can read when these figures are hidden and the others are shown.
 * @param hidden indices into the figures.
 * @param shownAs what a figure that is shown says. Absent: its count, as it is.
 */
export const shownStatements = (
  figures: readonly Figure[],
  hidden: ReadonlySet<number>,
  shownAs: (figure: Figure) => Statement = ({ parts, count }) => exactly(parts, count),
): Statement[] => figures.filter((_, index) => !hidden.has(index)).map(shownAs)
