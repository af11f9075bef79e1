import { exactCountRange } from '../../../lib/statistics/count-range.ts'
import { reachOf, subgroupWorth, wilson, wilsonLimits } from '../../../lib/statistics/proportion.ts'
import type { Interval } from '../../../lib/statistics/tally.ts'
import { levelVerdict, type LevelVerdict, type Level as Standing } from '../../../lib/statistics/verdicts.ts'
import { weightedShare } from '../../../lib/statistics/waves.estimates.ts'
import type { Approved } from './approved.rules.ts'
import { chosenIn, type Column } from './columns.rules.ts'
import type { Background, Level, PollWave } from './findings.ts'
import type { Weighed } from './weighting.rules.ts'

/** What may stand beside an answer, by name. */
export const besideKey = {
  weighted: (option: string) => `${option}/weighted`,
  interval: (option: string) => `${option}/interval`,
  change: (option: string, since: string) => `${option}/change/${since}`,
  composition: (option: string, since: string, by: Background) => `${option}/composition/${since}/${by}`,
  panel: (option: string, since: string) => `${option}/panel/${since}`,
}

/** One answer of one question in one wave, exactly; before anything is rounded or hidden. */
export type Exact = Standing & {
  readonly weighted: boolean
  /** Standard error of a weighted share; null without weights, or when there is none. */
  readonly spread: number | null
  readonly members: { readonly fewest: number; readonly most: number } | null
}

/**
 * What is known of one answer: weighted, Wilson with the effective size and Student's t; without weights the exact
 * hypergeometric range when the population is known, and Wilson's limits when it is not. Of a question that only some were
 * asked the number of members it is about is unknown: then Wilson's limits with the response of the whole wave.
 *
 * @returns null when nobody answered
 */
export function exactLevel(wave: PollWave, weighed: Weighed, column: Column, option: string): Exact | null {
  const answers = chosenIn(column, option)
  const given = answers.filter((answer) => answer !== null)
  const tally = { yes: given.filter((answer) => answer === 1).length, answered: given.length }
  if (tally.answered === 0) return null
  const { confidence } = wave.plan
  if (weighed.weighted) {
    const found = weightedShare(weighed.weighted, answers, { level: confidence })
    return (
      found && {
        ...tally,
        share: found.share,
        interval: found.interval,
        weighted: true,
        spread: found.standardError,
        members: null,
      }
    )
  }
  const share = tally.yes / tally.answered
  const alone = { ...tally, share, weighted: false, spread: null, members: null }
  if (weighed.population === null) return { ...alone, interval: wilson(tally, confidence) }
  if (column.when) {
    const worth = subgroupWorth(tally.answered, wave.respondents.length, weighed.population)
    return { ...alone, interval: wilsonLimits(share, worth, reachOf(confidence)) }
  }
  const { fewest, most, lower, upper } = exactCountRange(tally, weighed.population, confidence)
  return { ...alone, interval: { lower, upper }, members: { fewest, most } }
}

/** To whole hundredths, half of one up: 0.545 is 0.55. */
export const inHundredths = (share: number): number => Math.floor(share * 100 + 0.5 + 1e-9) / 100 + 0

/** Both ends to whole hundredths, away from the middle, so that nothing is promised that was not reckoned. */
export const outwards = ({ lower, upper }: Interval): Interval => ({
  lower: Math.floor(lower * 100 + 1e-9) / 100,
  // Adding 0 makes 0 of -0, which JSON does not know.
  upper: Math.ceil(upper * 100 - 1e-9) / 100 + 0,
})

/** A verdict with its numbers as they are printed. */
function printed(verdict: LevelVerdict, weighted: boolean): LevelVerdict {
  if (verdict.code === 'S3')
    return {
      ...verdict,
      share: weighted ? inHundredths(verdict.share) : verdict.share,
      interval: outwards(verdict.interval),
    }
  return verdict.code === 'S2' && weighted ? { ...verdict, share: inHundredths(verdict.share) } : verdict
}

/** The share and the interval of an answer as far as they may stand beside its count; null where weights say too much. */
function besideCount(exact: Exact, { beside }: Approved, option: string): Standing | null {
  const { yes, answered, share, interval } = exact
  if (!exact.weighted) return { yes, answered, share, interval }
  if (!beside.has(besideKey.weighted(option))) return null
  return { yes, answered, share, interval: beside.has(besideKey.interval(option)) ? interval : null }
}

/** The standing of a shown answer for a comparison; null when it is hidden, rounded or unknown. */
export const standingOf = (exact: Exact | null, approved: Approved | undefined, option: string): Standing | null => {
  const shown = approved?.why === null && approved.roundedTo === null && typeof approved.counts.get(option) === 'number'
  return shown && exact !== null ? besideCount(exact, approved, option) : null
}

/** What may be printed of one answer. Where counts are rounded nothing else is given: an interval would tell the count. */
export function levelOf(wave: PollWave, exact: Exact | null, approved: Approved, option: string): Level {
  if (approved.why !== null) return { status: 'hidden', why: approved.why }
  const count = approved.counts.get(option) ?? null
  if (count === null || exact === null) return { status: 'hidden', why: exact === null ? 'small-base' : 'few' }
  const { limits } = wave.plan
  const base = exact.answered
  const share = base >= limits.percentagesFrom ? Math.min(1, count / base) : null
  const bare = { status: count === 0 ? 'zero' : 'shown', count, base, share } as const
  const beside = approved.roundedTo === null ? besideCount(exact, approved, option) : null
  if (beside === null) {
    const rough = { yes: count, answered: base, share: Math.min(1, count / base), interval: null }
    return { ...bare, weighted: null, interval: null, members: null, verdict: levelVerdict(rough, limits) }
  }
  const verdict = printed(levelVerdict(beside, limits), exact.weighted)
  const estimated = verdict.code === 'S3'
  return {
    ...bare,
    weighted: exact.weighted && share !== null ? inHundredths(exact.share) : null,
    interval: estimated ? verdict.interval : null,
    members: estimated ? exact.members : null,
    verdict,
  }
}
