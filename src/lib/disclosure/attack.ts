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

/** One who answered and shares all background values with nobody else. */
type Unique = { readonly group: Group; readonly truth: number }

/**
 * Attacks a publication the way a colleague from the sector would: knows who answered and the background of each, reads
 * everything that is public, and solves for who answered what. Two solvers, both deterministic: a linear program with
 * the least total error (Dinur & Nissim 2003; Dwork, McSherry & Talwar 2007), and least squares in which each answer is
 * a share between 0 and 1. Organisations with the same background cannot be told apart by anybody, so each group is
 * solved at once; a guess is made for groups of one.
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
  const groups = groupsOf(joint, asked).filter(({ size }) => size > 0)
  const uniques = groups.flatMap((group): Unique[] => {
    const truth = group.parts.find((part) => joint.counts[part] === 1)
    return group.size === 1 && truth !== undefined ? [{ group, truth }] : []
  })
  const { cells, compact, lines } = withoutEmptyGroups(groups, statements)
  const solutions = [await leastError(cells.length, compact, lines), leastSquares(cells.length, compact, lines)].map(
    (weights) => new Map(cells.map((part, index) => [part, weights[index] ?? 0])),
  )
  const found = { unique: 0, linear: 0, leastSquares: 0, majority: 0 }
  for (const axis of asked) {
    const answerOf = (part: number) => joint.places[part]?.[axis] ?? ''
    const most = mostGiven([...joint.places.keys()], (part) => joint.counts[part] ?? 0, answerOf, '')
    for (const { group, truth } of uniques) {
      const [linear, squares] = solutions.map((weights) =>
        mostGiven(group.parts, (part) => weights.get(part) ?? 0, answerOf, most),
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

/** All who share their background, with the joint cells in which they can be. */
function groupsOf(joint: Joint, asked: readonly number[]): Group[] {
  const groups = new Map<string, { parts: number[]; size: number }>()
  joint.places.forEach((place, part) => {
    const key = JSON.stringify(place.filter((_, axis) => !asked.includes(axis)))
    const group = groups.get(key) ?? { parts: [], size: 0 }
    groups.set(key, group)
    group.parts.push(part)
    group.size += joint.counts[part] ?? 0
  })
  return [...groups.values()]
}

/** Only the joint cells in which somebody can be, numbered anew; what is printed twice counts once. */
function withoutEmptyGroups(groups: readonly Group[], statements: readonly Statement[]) {
  const cells = groups.flatMap(({ parts }) => parts)
  const indexOf = new Map(cells.map((part, index) => [part, index]))
  const lines = new Map<string, Statement>()
  for (const { terms, low, high } of statements) {
    const kept = [...terms].flatMap(([part, factor]) => {
      const index = indexOf.get(part)
      return index === undefined ? [] : [[index, factor] as const]
    })
    lines.set(JSON.stringify([kept, low, high]), { terms: new Map(kept), low, high })
  }
  const compact = groups.map(({ parts, size }) => ({ parts: parts.map((part) => indexOf.get(part) ?? 0), size }))
  return { cells, compact, lines: [...lines.values()] }
}

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
  const kept = await withProgram({ columns: unknowns, rows: [...statements, ...sizes] }, (optimise) =>
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
