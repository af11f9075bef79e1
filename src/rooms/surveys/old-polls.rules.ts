import { verdictOfAll } from '../../lib/statistics/claims.ts'
import { evidenceOf } from '../../lib/statistics/evidence.ts'
import type { Tally } from '../../lib/statistics/tally.ts'
import { changeVerdicts, usualLimits, type ChangeVerdict, type Limits } from '../../lib/statistics/verdicts.ts'

/** A share of an old poll of which only the percentage is left: every count that can stand behind it. */
export type OldShare = { readonly tallies: readonly Tally[]; readonly population: number | null }

/**
 * What may be said about the change between two published percentages: what holds whichever of the possible counts is the
 * true one. Who took part twice is not known of an old poll, so there is no panel.
 *
 * @returns null when no count can stand behind one of the two: then there is no figure
 * @throws {RangeError} when a tally or population cannot be
 */
export function changeOfOldPolls(
  before: OldShare,
  now: OldShare,
  comparability: 'full' | 'limited' | 'none',
  limits: Limits = usualLimits,
): ChangeVerdict | null {
  const populations =
    before.population === null || now.population === null ? null : { first: before.population, second: now.population }
  const verdicts = before.tallies.flatMap((first) =>
    now.tallies.flatMap((second) =>
      changeVerdicts(
        [evidenceOf(first, second, populations, { comparability, groupsDiffer: false, panel: null })],
        limits,
      ),
    ),
  )
  return verdicts.length === 0 ? null : verdictOfAll(verdicts)
}
