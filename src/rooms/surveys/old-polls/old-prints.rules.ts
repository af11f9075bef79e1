import { withoutAtEnd } from '../../../lib/text/ends.ts'
import { verdictOfAll, whyNotClaim, type Claim, type ClaimRefusal } from '../../../lib/statistics/claims.ts'
import { evidenceOf } from '../../../lib/statistics/evidence.ts'
import { contradictions, feasibleBases, talliesOf, type FeasibleBase } from '../../../lib/statistics/published.ts'
import { changeVerdicts, type ChangeVerdict } from '../../../lib/statistics/verdicts.ts'

/** An answer with its percentage, as it stands in print; null where the print says something of it without a number. */
export type Printed = { readonly label: string; readonly percentage: number | null }
type Figured = Printed & { readonly percentage: number }

/** The answers that have a percentage. */
export const figured = (answers: readonly Printed[]): readonly Figured[] =>
  answers.filter((answer): answer is Figured => answer.percentage !== null)

/** What is left of an old poll. `least` and `most`: between which numbers of organisations it was held, both included. */
export type OldPoll = {
  readonly least: number
  readonly most: number
  readonly population: number | null
  readonly complete: boolean
  readonly decimals: number
  readonly answers: readonly Printed[]
}

/** What is wrong with a line that somebody typed; lines count from 1. */
type LineFault = { readonly line: number; readonly fault: 'unreadable' | 'over-hundred' | 'decimals' | 'double' }

/**
 * Reads "Ja: 65" and the like, one answer on a line; a comma or a point stands before decimals, and a question mark in the
 * place of a percentage that is not in print.
 * @returns the answers with how many decimals the print has, or what is wrong with the first line that cannot be
 */
export function readPrinted(
  typed: string,
): { readonly answers: readonly Printed[]; readonly decimals: number } | LineFault {
  const answers: Printed[] = []
  let decimals = 0
  for (const [at, line] of typed.split('\n').entries()) {
    if (line.trim() === '') continue
    const read = line.trim()
    const number = withoutAtEnd(read, '%').trimEnd()
    const between = Math.max(...[...':;\t '].map((sign) => number.lastIndexOf(sign)))
    const name = withoutAtEnd(number.slice(0, Math.max(0, between)), ':;\t ').trim()
    const found = /^(?:\?|(\d{1,4})(?:[.,](\d+))?)$/.exec(number.slice(between + 1))
    const [, whole, behind = ''] = found ?? []
    if (found === null || name === '') return { line: at + 1, fault: 'unreadable' }
    const percentage = whole === undefined ? null : Number(`${whole}.${behind || '0'}`)
    if (percentage !== null && percentage > 100) return { line: at + 1, fault: 'over-hundred' }
    if (behind.length > 2) return { line: at + 1, fault: 'decimals' }
    if (answers.some((each) => each.label === name)) return { line: at + 1, fault: 'double' }
    decimals = Math.max(decimals, behind.length)
    answers.push({ label: name, percentage })
  }
  return { answers, decimals }
}

/**
 * What stands behind a print. `fits`: every number of organisations that gives all percentages, with the counts.
 * `impossible`: answers that no number of organisations gives by itself. `total`: they cannot add up to all organisations.
 * `apart`: each can be, but not all of the same organisations; then part of them was asked something.
 */
export type Reading = {
  readonly fits: readonly FeasibleBase[]
  readonly impossible: readonly Figured[]
  readonly total: boolean
  readonly apart: boolean
  /** For percentages of different groups: which bases up to `most` each answer allows by itself. */
  readonly alone: readonly { readonly answer: Figured; readonly bases: readonly FeasibleBase[] }[]
}

/** @throws RangeError when there is no percentage, or a number of organisations cannot be */
export function readingOf({ least, most, complete, decimals, answers: printed }: OldPoll): Reading {
  const answers = figured(printed)
  const percentages = answers.map(({ percentage }) => percentage)
  const fits = feasibleBases({ percentages, decimals, complete }, least, most)
  const alone = answers.map((answer) => ({
    answer,
    bases: feasibleBases({ percentages: [answer.percentage], decimals }, least, most),
  }))
  const impossible = alone.flatMap(({ answer, bases }) => (bases.length === 0 ? [answer] : []))
  const open = feasibleBases({ percentages, decimals }, least, most)
  const total =
    complete &&
    fits.length === 0 &&
    open.some(({ base }) => contradictions({ percentages, decimals, complete }, base)?.total)
  return { fits, impossible, total, apart: fits.length === 0 && impossible.length === 0 && !total, alone }
}

/**
 * Smaller groups that give all percentages, when the whole group does not: some questions were for part of it.
 * @returns at most ten, largest first
 */
export function smallerBases({ least, complete, decimals, answers }: OldPoll): readonly FeasibleBase[] {
  if (least <= 1) return []
  const percentages = figured(answers).map(({ percentage }) => percentage)
  return feasibleBases({ percentages, decimals, complete }, Math.max(1, least - 2000), least - 1)
    .toReversed()
    .slice(0, 10)
}

/** One answer of one old poll, to hold against another. */
export type Side = { readonly poll: OldPoll; readonly answer: number }

/** Every claim that somebody might make about a change, with why it may not be; null when it may. */
export type Judged = {
  /** null when one of the two has no percentage in print. */
  readonly verdict: ChangeVerdict | null
  readonly claims: readonly { readonly claim: Claim; readonly refusal: ClaimRefusal | null }[]
}

const claims: readonly Claim[] = ['rise', 'fall', 'hardly-changed']

// Each pair takes a search for the smallest change that would be seen.
const mostPairs = 400

/**
 * What may be said about the change from one print to a later one, whichever of the possible counts are the true ones.
 *
 * @param level limited: it is not known whether the same kind of organisations answered
 * @returns 'contradiction' when no counts are possible on one side; 'too-open' when there are too many to hold against each other
 */
export function judge(first: Side, second: Side, level: 'full' | 'limited'): Judged | 'contradiction' | 'too-open' {
  const judged = (verdict: ChangeVerdict | null): Judged => ({
    verdict,
    claims: claims.map((claim) => ({ claim, refusal: whyNotClaim(claim, verdict) })),
  })
  const figures = [first, second].map(({ poll, answer }) => {
    const printed = poll.answers[answer]
    return { poll, at: figured(poll.answers).findIndex((each) => each === printed) }
  })
  if (figures.some(({ at }) => at < 0)) return judged(null)
  const [firsts, seconds] = figures.map(({ poll, at }) => talliesOf(readingOf(poll).fits, at))
  if (firsts === undefined || seconds === undefined || firsts.length === 0 || seconds.length === 0)
    return 'contradiction'
  if (firsts.length * seconds.length > mostPairs) return 'too-open'
  const [one, two] = [first.poll.population, second.poll.population]
  const populations = one === null || two === null ? null : { first: one, second: two }
  const known = { comparability: level, groupsDiffer: false, panel: null }
  const verdict = verdictOfAll(
    firsts.flatMap((before) =>
      seconds.flatMap((after) => changeVerdicts([evidenceOf(before, after, populations, known)])),
    ),
  )
  return judged(verdict)
}
