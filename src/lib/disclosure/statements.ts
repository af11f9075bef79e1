import type { Row } from './solver.ts'

/**
 * Something that is public, as a line over the unknown joint cells: low <= sum <= high. Counts, rounded counts,
 * percentages, bases and the ends of an interval all come down to this.
 */
export type Statement = Row

const terms = (parts: readonly number[]): Map<number, number> => new Map(parts.map((part) => [part, 1]))

/** A count that is shown as it is. */
export const exactly = (parts: readonly number[], count: number): Statement => between(parts, count, count)

/** A count that is known to lie between two numbers, both included. */
export function between(parts: readonly number[], low: number, high: number): Statement {
  return { terms: terms(parts), low, high }
}

/** Two sums that are the same number, whatever it is. */
export function equal({ plus, minus }: { plus: readonly number[]; minus: readonly number[] }): Statement {
  return { terms: new Map([...terms(plus), ...minus.map((part) => [part, -1] as const)]), low: 0, high: 0 }
}

/**
 * A count that is shown rounded to the nearest multiple of `to`: whole numbers up to half of it away are meant.
 * An even `to` is taken with both ties, so that the attacker is never thought weaker than they are.
 */
export function rounded(parts: readonly number[], shown: number, to: number): Statement {
  const away = Math.floor(to / 2)
  return between(parts, Math.max(0, shown - away), shown + away)
}

/**
 * A percentage of a base: linear in the joint cells even when the base itself is not shown.
 * @param share 0 to 1, as it can be read.
 * @param decimals of the percentage as it is shown (65 % has 0); null: unrounded.
 * @param weightOf how much one in this joint cell counts for. Absent: everybody counts for 1.
 * @returns two statements, which together say that the share lies within what rounds to the shown number.
 */
export function percentage(
  parts: readonly number[],
  base: readonly number[],
  share: number,
  decimals: number | null,
  weightOf: (part: number) => number = () => 1,
): Statement[] {
  const half = decimals === null ? 1e-12 : 0.5 / 100 / 10 ** decimals
  const against = (limit: number) => {
    const factors = new Map(parts.map((part) => [part, weightOf(part)]))
    for (const part of base) factors.set(part, (factors.get(part) ?? 0) - limit * weightOf(part))
    return new Map([...factors].filter(([, factor]) => factor !== 0))
  }
  return [
    { terms: against(share - half), low: 0, high: Infinity },
    { terms: against(share + half), low: -Infinity, high: 0 },
  ]
}

/** The ends of an interval as a function of a count and its base; shares from 0 to 1. */
export type LimitsOf = (count: number, base: number) => { readonly lower: number; readonly upper: number }

/**
 * Which counts can be behind the ends of an interval that were printed: the ends of an interval tell the count as well
 * as the count itself does.
 * @param printed shares from 0 to 1, with `decimals` of the percentage (null: unrounded).
 * @param bases the bases that are possible: one, when it is shown.
 * @returns the least and the most for count and for base; null when no count gives these ends.
 */
export function countsBehind(
  printed: { readonly lower: number; readonly upper: number; readonly decimals: number | null },
  bases: readonly number[],
  limitsOf: LimitsOf,
): { readonly count: readonly [number, number]; readonly base: readonly [number, number] } | null {
  const half = printed.decimals === null ? 1e-9 : 0.5 / 100 / 10 ** printed.decimals + 1e-12
  const found: { count: number; base: number }[] = []
  for (const base of bases)
    for (let count = 0; count <= base; count++) {
      const { lower, upper } = limitsOf(count, base)
      if (Math.abs(lower - printed.lower) <= half && Math.abs(upper - printed.upper) <= half)
        found.push({ count, base })
    }
  if (found.length === 0) return null
  const ends = (values: readonly number[]): readonly [number, number] => [Math.min(...values), Math.max(...values)]
  return { count: ends(found.map(({ count }) => count)), base: ends(found.map(({ base }) => base)) }
}
