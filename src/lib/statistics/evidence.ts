import { exactCountRange } from './count-range.ts'
import { changeBetween, fisher, newcombe, newcombeInPopulation, nMinusOne, smallestExpected } from './difference.ts'
import type { Populations } from './difference.ts'
import { mcnemarMidP, panelChange, panelSize } from './paired.ts'
import type { Panel } from './paired.ts'
import { smallestVisibleChange } from './power.ts'
import { shareOf, wilson } from './proportion.ts'
import type { Interval, Tally } from './tally.ts'
import type { ChangeEvidence, Estimate, Level, PanelEvidence } from './verdicts.ts'

// From counts without weights to what a verdict looks at, by the default methods.

/**
 * One share of answers without weights.
 *
 * @param population null when it is not known
 * @returns with the exact interval for that population, or Wilson's without one; null when nobody answered
 * @throws RangeError when the tally, the population or the level cannot be
 */
export function levelOf(tally: Tally, population: number | null = null, confidence = 0.95): Level | null {
  if (tally.answered === 0 && tally.yes === 0) return null
  const { lower, upper }: Interval =
    population === null ? wilson(tally, confidence) : exactCountRange(tally, population, confidence)
  return { yes: tally.yes, answered: tally.answered, share: shareOf(tally), interval: { lower, upper } }
}

/**
 * The change between two waves with nobody in both: Newcombe's interval (in the populations when they are known) and the
 * N - 1 chi-square test, or Fisher's where an expected count is under 1.
 *
 * @param populations null when they are not known
 * @returns with p null when everybody answered both times
 * @throws RangeError when a tally, a population or the level cannot be
 */
export function estimateOf(
  first: Tally,
  second: Tally,
  populations: Populations | null = null,
  confidence = 0.95,
): Estimate {
  const everybody = populations?.first === first.answered && populations.second === second.answered
  const test = () => (smallestExpected(first, second) < 1 ? fisher(first, second) : nMinusOne(first, second).p)
  return {
    change: changeBetween(first, second),
    interval: populations
      ? newcombeInPopulation(first, second, populations, confidence)
      : newcombe(first, second, confidence),
    p: everybody ? null : test(),
  }
}

/**
 * Everything that counts without weights give for a verdict on a change.
 *
 * @param known what the counts do not tell: how far the waves compare, whether the make-up shifted, what the panel shows
 * @throws RangeError when a tally (a wave that nobody answered is one), a population or the level cannot be
 */
export function evidenceOf(
  first: Tally,
  second: Tally,
  populations: Populations | null,
  known: Pick<ChangeEvidence, 'comparability' | 'groupsDiffer' | 'panel'>,
): ChangeEvidence {
  const unweighted = estimateOf(first, second, populations)
  return {
    ...known,
    first: levelOf(first, populations?.first ?? null),
    second: levelOf(second, populations?.second ?? null),
    weighted: null,
    unweighted,
    smallestVisible: smallestVisibleChange(
      shareOf(first),
      { answered: first.answered, population: populations?.first ?? null },
      { answered: second.answered, population: populations?.second ?? null },
      unweighted.change < 0 ? 'fall' : 'rise',
    ),
  }
}

/**
 * The panel for a verdict. Counts of those who stopped or started may be shown when each is 0 or at least `fewest`.
 *
 * @param fewest the threshold for showing a count of organisations
 * @throws RangeError when the table cannot be
 */
export function panelEvidenceOf(panel: Panel, fewest: number): PanelEvidence {
  const showable = [panel.stopped, panel.started].every((count) => count === 0 || count >= fewest)
  return {
    size: panelSize(panel),
    changed: panel.stopped + panel.started,
    change: panelChange(panel),
    p: mcnemarMidP(panel),
    showable,
  }
}
