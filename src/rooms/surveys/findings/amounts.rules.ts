import { spreadTells, whyNotShowSum } from '../../../lib/disclosure/magnitude.ts'
import type { Amount } from '../../../lib/questionnaire/definition.ts'
import { medianOf, weightedAmount } from '../../../lib/statistics/waves.estimates.ts'
import type { Answers } from '../../../lib/statistics/waves.design.ts'
import { countOf, type Column } from './columns.rules.ts'
import type { AmountFinding, PollWave, WhyHidden } from './findings.ts'
import type { Weighed } from './weighting.rules.ts'

/** The middle of a range stands for it; unknown is no number. */
const numberOf = (amount: Amount | null): number | null => {
  if (amount === null || amount.known === 'unknown') return null
  return amount.known === 'range' ? (amount.from + amount.to) / 2 : amount.value
}

/** The numbers that were given at these places of the wave. */
export const valuesOf = ({ amounts }: Column, places: readonly number[]): number[] =>
  places.flatMap((at) => numberOf(amounts[at] ?? null) ?? [])

/** Two digits that count, and no more decimals than were asked: 1,234 is 1,200. */
export function inTwoDigits(value: number, decimals: number): number {
  if (value === 0) return 0
  const digits = Math.min(decimals, 1 - Math.floor(Math.log10(Math.abs(value))))
  const scale = 10 ** Math.abs(digits)
  const rounded = digits >= 0 ? Math.round(value * scale) / scale : Math.round(value / scale) * scale
  return rounded === 0 ? 0 : rounded
}

/** What lies at this part of the ordered answers (R's type 7). */
function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return low + (high - low) * (at - Math.floor(at))
}

/**
 * What organisations gave as numbers. The median and the middle half come first; means and totals only when no one
 * contributor dominates or can be guessed, and their intervals only when the spread does not tell the largest. Everything
 * has two digits that count.
 */
export function amountOf(wave: PollWave, weighed: Weighed, column: Column): AmountFinding {
  const answers: Answers = column.amounts.map(numberOf)
  const given = answers.filter((answer) => answer !== null).sort((left, right) => left - right)
  const { fewest, percentagesFrom } = wave.plan.limits
  const rounded = (value: number) => inTwoDigits(value, column.decimals)
  const shown = (count: number) => (count === 0 || count >= fewest ? count : null)
  const knownAs = (known: Amount['known']) => column.amounts.filter((amount) => amount?.known === known).length
  const known = { exact: knownAs('exact'), estimate: knownAs('estimate'), range: knownAs('range') }
  // One hidden count of three could be worked out from the others.
  const safe = Object.values(known).every((count) => shown(count) !== null)
  const finding: AmountFinding = {
    unit: column.unit,
    decimals: column.decimals,
    known: safe ? known : { exact: null, estimate: null, range: null },
    median: null,
    middle: null,
    mean: null,
    total: null,
    membersTotal: null,
    why: whyNot(given, percentagesFrom),
  }
  const median = medianOf(answers)
  if (given.length < percentagesFrom || median === null) return finding
  const typical = {
    ...finding,
    median: rounded(median.median),
    // With fewer, the ends of the middle half are the answers of one organisation each.
    middle:
      given.length >= 4 * fewest
        ? { lower: rounded(quantile(given, 0.25)), upper: rounded(quantile(given, 0.75)) }
        : null,
  }
  const design = weighed.weighted ?? weighed.alike
  if (finding.why !== null || !design) return typical
  const settings = { level: wave.plan.confidence }
  const estimate = (kind: 'mean' | 'total') => {
    const found = weightedAmount(design, answers, kind, settings)
    const least = given.some((value) => value < 0) ? -Infinity : 0
    const tells = spreadTells(given.map(Math.abs))
    return (
      found && {
        value: rounded(found.estimate),
        interval: tells
          ? null
          : found.interval && {
              lower: rounded(Math.max(least, found.interval.lower)),
              upper: rounded(found.interval.upper),
            },
      }
    )
  }
  return {
    ...typical,
    mean: estimate('mean'),
    total: rounded(given.reduce((sum, value) => sum + value, 0)),
    membersTotal: weighed.population === null || countOf(column, 'not-asked') > 0 ? null : estimate('total'),
  }
}

function whyNot(given: readonly number[], percentagesFrom: number): WhyHidden | null {
  if (given.length < percentagesFrom) return 'small-base'
  if (given.some((value) => value < 0)) return null
  const reason = whyNotShowSum(given)
  return reason === null ? null : reason === 'too-few-contributors' ? 'few' : 'one-dominates'
}
