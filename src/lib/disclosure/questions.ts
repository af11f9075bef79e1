import type { Beside } from './beside.ts'
import type { Stand } from './figures.ts'
import type { Among, Joint } from './joint.ts'
import type { PublishedTable } from './published.ts'
import type { Statement } from './statements.ts'

/**
 * A table that was approved beforehand: one question with at most one background variable, or how two questions go
 * together with none. There is no way to ask for another one.
 */
export type ApprovedTable = {
  readonly id: string
  readonly questions: readonly [string] | readonly [string, string]
  readonly background: string | null
  /** The answers say something sensitive about an organisation: then "nobody" in a small group is a secret as well. */
  readonly sensitive: boolean
  /** Which respondents it is about. Absent: all. */
  readonly only?: Among
}

/** What was released before about the same respondents. */
export type EarlierRelease = {
  readonly tables: readonly PublishedTable[]
  /** What the numbers beside those tables said. Absent: there were none. */
  readonly beside?: readonly Statement[]
  /** Which of the joint cells were in it. */
  readonly among: Among
  /** The joint cells that came or went since: their numbers follow the same rules as any others. */
  readonly changes: readonly Among[]
}

/** One question (or a pair) with everything about it that is to be published at once. */
export type QuestionRelease = {
  readonly joint: Joint
  readonly tables: readonly ApprovedTable[]
  /**
   * How many of each group answered is known from elsewhere, such as from the list of who took part or from another
   * question: those totals are never hidden, and count as public in the audit. Absent: only what is printed does.
   */
  readonly basesKnown?: boolean
  readonly earlier?: readonly EarlierRelease[]
  /**
   * The same answers for who knows who took part: with the same dimensions and any others that are known of them, only
   * where somebody is. The attack and what stands `beside` are about its cells. Absent: `joint`.
   */
  readonly participants?: Joint
  /** Numbers to be printed beside the tables. Absent: none. */
  readonly beside?: readonly Beside[]
  /** Below this a count is hidden, when more was promised than the agreement asks. Absent: as agreed. */
  readonly cell?: number
}

/**
 * How a question comes out.
 * `as-counted`: true counts, the fewest cells hidden. `whole-lines`: true counts, the search was out of time and whole
 * rows are hidden. `rounded`: the audit failed on true counts. `without-background`: no table by a background variable
 * withstood the attack. `merge`: tables by a background variable in which no number was left to show, and which are not
 * published: merge categories of that variable. `dropped`: tables with which the attack found too much. `beside`: keys of the numbers beside the
 * tables that may be printed with them; none beside tables that are rounded.
 * Not published: `merge-categories` (`around`: where the small numbers stand), `too-close-to-earlier` (so few came or
 * went since an earlier release that both together give them away; wait, or change nothing), `attack-succeeds`.
 */
export type Outcome =
  | {
      readonly kind: 'as-counted' | 'whole-lines' | 'rounded' | 'without-background'
      readonly tables: readonly PublishedTable[]
      readonly merge: readonly string[]
      readonly dropped: readonly string[]
      readonly beside: readonly string[]
    }
  | { readonly kind: 'merge-categories'; readonly around: readonly Stand[] }
  | { readonly kind: 'too-close-to-earlier' }
  | { readonly kind: 'attack-succeeds' }
