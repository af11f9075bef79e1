import { inhabitedBy } from './inhabited.ts'
import type { Joint } from './joint.ts'
import { leastSquares, type Group } from './least-squares.ts'
import { withProgram, type Row } from './solver.ts'
import type { Statement } from './statements.ts'
import { thresholds } from './thresholds.ts'

/**
 * How an attack on unique organisations went: of how many answers the attackers tried to guess (`unique`: one per
 * question and organisation that nobody shares its background with), how many each of three ways found.
 */
export type Attack = {
  readonly unique: number
  readonly linear: number
  readonly leastSquares: number
  /** Guessing for everybody the answer that is given most. */
  readonly majority: number
}

/**
 * Attacks a publication the way a colleague from the sector would: knows who answered and the background of each, reads
 * everything that is public, and solves for who answered what. Two solvers, both deterministic: a linear program with
 * the least total error (Dinur & Nissim 2003; Dwork, McSherry & Talwar 2007), and least squares in which each answer is
 * a share between 0 and 1. Organisations that nothing public tells apart are solved at once: which of them gave which
 * answer would be luck. A guess is made for each that shares its background with nobody.
 * @param joint the truth: joint cells over background variables and questions.
 * @param questions the dimensions that are answers; all others are background, known to the attacker.
 * @param statements everything that is public (`statementsOf`), of this release and of earlier ones.
 * @throws RangeError when a question is not a dimension; Error when the solver breaks down.
 */
export async function attack(
  joint: Joint,
  questions: readonly string[],
  statements: readonly Statement[],
): Promise<Attack> {
  const asked = questions.map((name) => {
    const axis = joint.dimensions.findIndex((dimension) => dimension.name === name)
    if (axis < 0) throw new RangeError(`no question ${name}`)
    return axis
  })
  const { unknowns, groups, lines } = inhabitedBy(joint, asked, statements)
  const compact = groups.map(({ columns, size }): Group => ({ parts: columns, size }))
  const solutions = [await leastError(unknowns, compact, lines), leastSquares(unknowns, compact, lines)]
  const found = { unique: 0, linear: 0, leastSquares: 0, majority: 0 }
  for (const axis of asked) {
    const answerOf = (part: number) => joint.places[part]?.[axis] ?? ''
    const most = mostGiven([...joint.places.keys()], (part) => joint.counts[part] ?? 0, answerOf, '')
    for (const { peers, columns } of groups)
      for (const { parts, size } of peers) {
        const truth = parts.find((part) => joint.counts[part] === 1)
        if (size !== 1 || truth === undefined) continue
        const columnOf = new Map(parts.map((part, at) => [part, columns[at] ?? 0]))
        const [linear, squares] = solutions.map((weights) =>
          mostGiven(parts, (part) => weights[columnOf.get(part) ?? 0] ?? 0, answerOf, most),
        )
        found.unique++
        found.linear += Number(linear === answerOf(truth))
        found.leastSquares += Number(squares === answerOf(truth))
        found.majority += Number(most === answerOf(truth))
      }
  }
  return found
}

/** Several attacks as one: the more answers are guessed, the less luck counts. */
export const attacksTogether = (attacks: readonly Attack[]): Attack =>
  attacks.reduce(
    (sum, one) => ({
      unique: sum.unique + one.unique,
      linear: sum.linear + one.linear,
      leastSquares: sum.leastSquares + one.leastSquares,
      majority: sum.majority + one.majority,
    }),
    { unique: 0, linear: 0, leastSquares: 0, majority: 0 },
  )

/** How many more answers the better solver found than guessing the majority does; below 0 when it found fewer. */
export const gainOf = (attack: Attack): number => Math.max(attack.linear, attack.leastSquares) - attack.majority

/** @returns whether the attack stayed within the margin above guessing the majority; true when nobody is unique. */
export const withstands = (attack: Attack): boolean => gainOf(attack) <= thresholds.polls.attackMargin * attack.unique

/** The answer with the most weight; answers that tie within rounding go to `otherwise` when it is among them. */
function mostGiven(
  parts: readonly number[],
  weight: (part: number) => number,
  answerOf: (part: number) => string,
  otherwise: string,
): string {
  const weights = new Map<string, number>()
  for (const part of parts) weights.set(answerOf(part), (weights.get(answerOf(part)) ?? 0) + weight(part))
  const top = Math.max(...weights.values())
  const best = [...weights].filter(([, one]) => one >= top - 1e-6).map(([answer]) => answer)
  return best.includes(otherwise) ? otherwise : (best[0] ?? otherwise)
}

/** Joint cells with the sizes of the groups kept, and the least total distance to what was printed. */
async function leastError(
  unknowns: number,
  groups: readonly Group[],
  statements: readonly Statement[],
): Promise<Float64Array> {
  if (unknowns === 0) return new Float64Array()
  const sizes: Row[] = groups.map(({ parts, size }) => ({
    terms: new Map(parts.map((part) => [part, 1])),
    low: size,
    high: size,
  }))
  // What is printed is true, so nothing needs to be missed; looking for that alone takes a tenth of the time.
  const nothing = new Map<number, number>()
  const kept = await withProgram({ columns: unknowns, rows: [...statements, ...sizes], presolve: false }, (optimise) =>
    optimise(nothing, 'least'),
  )
  if (kept.kind === 'optimal') return kept.columns
  // Two columns per statement carry how far it is missed, above and below.
  const rows: Row[] = statements.map(({ terms, low, high }, index) => ({
    terms: new Map([...terms, [unknowns + 2 * index, 1], [unknowns + 2 * index + 1, -1]]),
    low,
    high,
  }))
  const missed = new Map(Array.from({ length: 2 * statements.length }, (_, index) => [unknowns + index, 1]))
  const columns = unknowns + 2 * statements.length
  const solved = await withProgram({ columns, rows: [...rows, ...sizes] }, (optimise) => optimise(missed, 'least'))
  if (solved.kind !== 'optimal') throw new Error(`the linear attack ended ${solved.kind}`)
  return solved.columns.slice(0, unknowns)
}
