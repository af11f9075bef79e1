import { holm } from './multiplicity.ts'
import type { Interval } from './tally.ts'

// What may be said about a figure, as a code and the numbers that it stands on. The sentences that go with a code belong to
// the room that speaks them. A verdict reckons nothing: every number in it was given, so what was suppressed before cannot
// come back here. (Only the p-value adjusted for several questions is made here.)

/** The limits of what is said, fixed before a poll opens. Shares and changes run from 0 to 1, widths of intervals too. */
export type Limits = {
  /** Fewer organisations than this are not shown at all. */
  readonly fewest: number
  /** From this base on a percentage is given. */
  readonly percentagesFrom: number
  /** A wider interval says nothing about all members. */
  readonly widest: number
  /** From this width on an estimate is rough; below it fair. */
  readonly rough: number
  /** From this width on an estimate is fair; below it precise. */
  readonly fair: number
  /** A change whose interval stays within this, on either side of 0, is about equal. */
  readonly equalWithin: number
  /** The chance of a false claim that is accepted. */
  readonly alpha: number
  /** With fewer organisations in a panel that changed, no claim about it is made. */
  readonly fewestChanged: number
}

export const usualLimits: Limits = {
  fewest: 5,
  percentagesFrom: 10,
  widest: 0.3,
  rough: 0.2,
  fair: 0.1,
  equalWithin: 0.05,
  alpha: 0.05,
  fewestChanged: 6,
}

/** One published share: the counts of the respondents, the share (weighted or not), and the interval for all members. */
export type Level = {
  readonly yes: number
  readonly answered: number
  readonly share: number
  /** null when nothing can be said about all members. */
  readonly interval: Interval | null
}

/**
 * What may be said about one share. S0: nothing, with no number and no reason, so that few and suppressed look alike. S1: counts
 * only. S2: counts and the percentage of those who answered. S3: an estimate for all members, more or less precise.
 */
export type LevelVerdict =
  | { readonly code: 'S0' }
  | { readonly code: 'S1'; readonly yes: number; readonly answered: number }
  | { readonly code: 'S2'; readonly yes: number; readonly answered: number; readonly share: number }
  | (Level & { readonly code: 'S3'; readonly interval: Interval; readonly precision: 'rough' | 'fair' | 'precise' })

// Widths such as 0.65 - 0.35 come out a hair over what they are.
const over = (width: number, limit: number): boolean => width > limit + 1e-9
const reaches = (width: number, limit: number): boolean => width >= limit - 1e-9

/**
 * Decides what may be said about one share.
 *
 * @param level null when it was suppressed
 * @returns S0 for a suppressed level or a base under `fewest`; S1 under `percentagesFrom`; S2 when the interval is absent or
 *   wider than `widest`; otherwise S3
 * @throws RangeError when an interval is turned round or holds something that is not a number, or the limits are out of order
 */
export function levelVerdict(level: Level | null, limits: Limits = usualLimits): LevelVerdict {
  checkLimits(limits)
  if (level === null || level.answered < limits.fewest) return { code: 'S0' }
  const { yes, answered, share, interval } = level
  if (answered < limits.percentagesFrom) return { code: 'S1', yes, answered }
  if (interval !== null) checkInterval(interval)
  if (interval === null || over(interval.upper - interval.lower, limits.widest))
    return { code: 'S2', yes, answered, share }
  const width = interval.upper - interval.lower
  const precision = reaches(width, limits.rough) ? 'rough' : reaches(width, limits.fair) ? 'fair' : 'precise'
  return { code: 'S3', yes, answered, share, interval, precision }
}

/** A change between two waves: the second share less the first (a rise is positive), its interval, and the p-value of no change. */
export type Estimate = {
  readonly change: number
  readonly interval: Interval
  /** Before any adjustment; null when everybody answered both times, so that there is nothing to test. */
  readonly p: number | null
}

export type Direction = 'rise' | 'fall'

/** Everything that a verdict about a change looks at. */
export type ChangeEvidence = {
  /** null when it was suppressed. */
  readonly first: Level | null
  readonly second: Level | null
  /**
   * none: the words, answers, routing or population changed and no editor wrote that they mean the same. limited: the same
   * question, but groups that are known to differ. full: neither.
   */
  readonly comparability: 'full' | 'limited' | 'none'
  /** The make-up of those who answered shifted between the waves. */
  readonly groupsDiffer: boolean
  /** null when no weights could be made. */
  readonly weighted: Estimate | null
  readonly unweighted: Estimate
  /** What the organisations that answered both times show; null without a panel. */
  readonly panel: PanelVerdict | null
  /** The smallest change that would have been seen; null when there is none. */
  readonly smallestVisible: number | null
}

/** The numbers under a verdict about a change. */
export type Stands = {
  /** Of whom it speaks: of all members only when both shares may be estimated for all members and the waves fully compare. */
  readonly scope: 'members' | 'respondents'
  readonly comparability: 'full' | 'limited'
  readonly first: Level
  readonly second: Level
  readonly weighted: boolean
  readonly change: number
  readonly interval: Interval
  /** Adjusted (Holm) for all questions of the family; null when everybody answered both times. */
  readonly p: number | null
  readonly smallestVisible: number | null
}

/**
 * What may be said about a change. S0: nothing. S1: counts only. C0: the waves cannot be compared. C1: the groups differ too
 * much, because the weights turn the change round (`directions`), because the make-up shifted and no weights could be made
 * (`composition`), or because what the numbers seem to show rests on groups known to differ (`limited`). C2: risen or
 * fallen. C3: about equal. C4: may be chance.
 */
export type ChangeVerdict =
  | { readonly code: 'S0' }
  | { readonly code: 'S1'; readonly first: Counts; readonly second: Counts }
  | { readonly code: 'C0' }
  | (Stands & { readonly code: 'C1'; readonly because: 'directions' | 'composition' | 'limited' })
  | (Stands & {
      readonly code: 'C2'
      readonly direction: Direction
      /** Demonstrated, and still small: the interval stays within what counts as about equal. */
      readonly small: boolean
    })
  | (Stands & { readonly code: 'C3' })
  | (Stands & { readonly code: 'C4' })

type Counts = { readonly yes: number; readonly answered: number }

/**
 * Decides what may be said about the changes between two waves, one verdict for each question.
 *
 * The family is the list: p-values are adjusted (Holm) for all questions in it, so give the main questions that were fixed
 * beforehand, or the answers of one set, together and nothing else. Another pair of waves is another call, and changes nothing here.
 *
 * C2 asks all of: the interval (weighted, when there are weights) leaves out 0, the adjusted p-value is under alpha, the
 * change without weights goes the same way, and the panel does not show the opposite.
 *
 * @returns in the order of the questions
 * @throws RangeError when an interval is turned round or does not hold its change, a p-value cannot be, or the limits are
 *   out of order
 */
export function changeVerdicts(questions: readonly ChangeEvidence[], limits: Limits = usualLimits): ChangeVerdict[] {
  checkLimits(limits)
  const ps = questions.map((each) => headline(each).p)
  const adjusted = holm(ps.filter((p) => p !== null))
  let taken = 0
  return questions.map((each, at) => verdictOf(each, ps[at] === null ? null : (adjusted[taken++] ?? null), limits))
}

const headline = (evidence: ChangeEvidence): Estimate => evidence.weighted ?? evidence.unweighted

function verdictOf(evidence: ChangeEvidence, p: number | null, limits: Limits): ChangeVerdict {
  const { change, interval } = headline(evidence)
  checkInterval(interval)
  if (!(interval.lower <= change + 1e-9 && change - 1e-9 <= interval.upper))
    throw new RangeError(
      `The interval from ${interval.lower} to ${interval.upper} does not hold its change, ${change}.`,
    )
  const { first, second, comparability } = evidence
  const [one, two] = [levelVerdict(first, limits), levelVerdict(second, limits)]
  if (first === null || second === null || one.code === 'S0' || two.code === 'S0') return { code: 'S0' }
  if (one.code === 'S1' || two.code === 'S1')
    return {
      code: 'S1',
      first: { yes: first.yes, answered: first.answered },
      second: { yes: second.yes, answered: second.answered },
    }
  if (comparability === 'none') return { code: 'C0' }
  const stands: Stands = {
    scope: comparability === 'full' && one.code === 'S3' && two.code === 'S3' ? 'members' : 'respondents',
    comparability,
    first,
    second,
    weighted: evidence.weighted !== null,
    change,
    interval,
    p,
    smallestVisible: evidence.smallestVisible,
  }
  if (change * evidence.unweighted.change < 0) return { ...stands, code: 'C1', because: 'directions' }
  if (evidence.groupsDiffer && evidence.weighted === null) return { ...stands, code: 'C1', because: 'composition' }

  const direction = demonstrated(evidence, p, limits)
  const small = interval.lower >= -limits.equalWithin && interval.upper <= limits.equalWithin
  // Groups that are known to differ can make a rise as well as hide one.
  if (comparability === 'limited' && (direction !== null || small)) return { ...stands, code: 'C1', because: 'limited' }
  if (direction !== null) return { ...stands, code: 'C2', direction, small }
  return { ...stands, code: small ? 'C3' : 'C4' }
}

function demonstrated(evidence: ChangeEvidence, p: number | null, limits: Limits): Direction | null {
  const { change, interval } = headline(evidence)
  const direction = interval.lower > 0 ? 'rise' : interval.upper < 0 ? 'fall' : null
  if (direction === null) return null
  // Without a test only a count of everybody shows a change, and that has an interval without width.
  if (p === null ? interval.lower !== interval.upper : p >= limits.alpha) return null
  if (Math.sign(evidence.unweighted.change) !== Math.sign(change)) return null
  if (evidence.panel?.code === 'P1' && evidence.panel.direction !== direction) return null
  return direction
}

/** How the organisations that answered both times changed. */
export type PanelEvidence = {
  readonly size: number
  /** How many answered otherwise the second time, either way. */
  readonly changed: number
  /** The second share less the first. */
  readonly change: number
  /** Of McNemar's test with half the chance of the table itself. */
  readonly p: number
  /** False when a count of those who stopped or started is too small to show: then the verdict holds words only. */
  readonly showable: boolean
}

/**
 * What may be said about the panel, and never about anybody else. S0: nothing. S1: there is one, of this size. P1: it rose or
 * fell. P0: no clear change. `change` and `p` are null when they may not be shown.
 */
export type PanelVerdict =
  | { readonly code: 'S0' }
  | { readonly code: 'S1'; readonly size: number }
  | (PanelStands & { readonly code: 'P1'; readonly direction: Direction })
  | (PanelStands & { readonly code: 'P0' })

type PanelStands = {
  readonly scope: 'panel'
  readonly size: number
  readonly change: number | null
  readonly p: number | null
}

/**
 * Decides what may be said about the organisations that answered both times.
 *
 * @param evidence null when the panel was suppressed or there is none
 * @returns P1 when at least `fewestChanged` of them changed and the p-value is under alpha
 * @throws RangeError when the p-value or the change cannot be, or the limits are out of order
 */
export function panelVerdict(evidence: PanelEvidence | null, limits: Limits = usualLimits): PanelVerdict {
  checkLimits(limits)
  if (evidence === null || evidence.size < limits.fewest) return { code: 'S0' }
  const { size, changed, change, p, showable } = evidence
  if (size < limits.percentagesFrom) return { code: 'S1', size }
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A p-value must lie from 0 to 1; got ${p}.`)
  if (!(Math.abs(change) <= 1)) throw new RangeError(`A change must lie from -1 to 1; got ${change}.`)
  const stands = { scope: 'panel', size, change: showable ? change : null, p: showable ? p : null } as const
  if (changed < limits.fewestChanged || p >= limits.alpha || change === 0) return { ...stands, code: 'P0' }
  return { ...stands, code: 'P1', direction: change > 0 ? 'rise' : 'fall' }
}

function checkInterval({ lower, upper }: Interval): void {
  if (!(lower <= upper))
    throw new RangeError(`An interval runs from its lower to its upper end; got ${lower} and ${upper}.`)
}

function checkLimits(limits: Limits): void {
  const { fewest, percentagesFrom, widest, rough, fair, equalWithin, alpha } = limits
  const inOrder =
    fewest >= 1 && percentagesFrom >= fewest && fair > 0 && rough >= fair && widest >= rough && equalWithin >= 0
  if (!inOrder || !(alpha > 0 && alpha < 1))
    throw new RangeError(
      'The limits of what is said are out of order: look at the limits that were fixed for this poll.',
    )
}
