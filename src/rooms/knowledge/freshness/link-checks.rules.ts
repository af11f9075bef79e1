import type { Fetched } from '../../../platform/fetching/fetching.ts'

/** What one look at a link says: it works, it failed, or the other side lets machines know nothing. */
export type LinkOutcome = 'works' | 'failed' | 'unclear'

/**
 * Somebody who answers "not you", "not now" or "not this way" may well show the page to a reader. What is gone, broken,
 * unsafe, or not to be found is a failure, and so is what no reader outside could open.
 */
export function outcomeOf(fetched: Fetched): LinkOutcome {
  if (fetched.kind === 'refused') return 'failed'
  // A page that comes is there, however long or however packed it is.
  if (fetched.kind === 'failed') return fetched.why === 'too-large' || fetched.why === 'packed' ? 'works' : 'failed'
  const { status } = fetched
  if (status >= 200 && status < 400) return 'works'
  return status === 404 || status === 410 || (status >= 500 && status < 600 && status !== 503) ? 'failed' : 'unclear'
}

/** Days with a failure, one after the other, before a steward hears of a link. */
export const failedDaysUntilHeard = 3

export type LinkState = {
  /** Different days on which it failed since it last worked. */
  readonly failedDays: number
  readonly failedSince: string | null
  readonly lastFailed: string | null
}

export const freshLink: LinkState = { failedDays: 0, failedSince: null, lastFailed: null }

/** What is known of a link after another look. Two failures on one day count once; one success wipes all of them. */
export function afterLook(state: LinkState, outcome: LinkOutcome, today: string): LinkState {
  if (outcome === 'works') return freshLink
  if (outcome === 'unclear' || state.lastFailed === today) return state
  return { failedDays: state.failedDays + 1, failedSince: state.failedSince ?? today, lastFailed: today }
}

/** Whether this machine had no way out: then nothing that failed says anything about the links. */
export const hadNoWayOut = (outcomes: readonly Fetched[]): boolean =>
  outcomes.length > 1 &&
  outcomes.every((each) => each.kind === 'failed' && ['name-unknown', 'no-connection', 'too-slow'].includes(each.why))

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
}

/**
 * The addresses elsewhere that a reader of an item can follow, once each, in order. `html` is what `renderMarkdown` made;
 * `beside` are the values that stand beside the text: what is a web address among them counts.
 */
export function linksIn(html: string, beside: readonly unknown[]): readonly string[] {
  const inText = [...html.matchAll(/\shref="(https?:[^"]+)"/gi)].map(([, link = '']) =>
    link.replace(/&(?:amp|quot|#39|lt|gt);/g, (entity) => entities[entity] ?? entity),
  )
  const others = beside.filter((each) => typeof each === 'string').filter((each) => /^https?:\/\/\S+$/i.test(each))
  return [...new Set([...inText, ...others])].filter((link) => link.length <= 1_000).slice(0, mostLinks)
}

/** Of one item; a list of links that is longer is a task of its own. */
const mostLinks = 40
