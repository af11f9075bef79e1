import { daysLater } from '../../../lib/days.ts'
import { stem } from '../../../lib/dutch/stem.ts'
import { isStopWord } from '../../../lib/dutch/stop-words.ts'
import { normalise } from '../../../lib/dutch/tokens.ts'
import { findMarks } from '../../../lib/redaction/marks.ts'

/** How a gap came to be known; of which search or question is not kept. */
export const gapOrigins = ['searches', 'request', 'stale-item', 'editor'] as const
export type GapOrigin = (typeof gapOrigins)[number]

export const gapLimits = { title: 160, why: 1_000, also: 300, words: 500, search: 200, adoptionDays: 730 }

/** How many gaps one page of the list shows. */
export const gapsPerPage = 25

const nothingKnown = { places: new Set<string>(), organisations: [] }

const withCapitals = (text: string) => text.replaceAll(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase())

// Two capitals in a row are our own, or a name of a law or a method.
const namesSomebody = (text: string) => findMarks(text, nothingKnown).some((mark) => mark.why !== 'two-capitals')

/** Whether words that somebody typed may name a person, a number or an address. People search without capitals. */
export const pointsAtSomebody = (text: string): boolean =>
  findMarks(text, nothingKnown).length > 0 || namesSomebody(withCapitals(text))

/** Whether the text of a gap names somebody: it goes to the square as it is. */
export const gapNamesSomebody = namesSomebody

/** The stems of the words that count, each once, in a fixed order; none when nothing counts. */
export const stemsOf = (text: string): readonly string[] =>
  [
    ...new Set(
      normalise(text)
        .filter(({ word }) => !isStopWord(word))
        .map(({ word }) => stem(word)),
    ),
  ].toSorted()

/**
 * A search in vain as it is kept: its words and what they have in common with the same words in another order or form.
 * @returns null when it may point at somebody, says nothing, or is too long to be a subject.
 */
export function vainSearch(text: string): { readonly words: string; readonly same: string } | null {
  const words = text.trim()
  const same = stemsOf(words).join(' ')
  const fits = words.length >= 2 && words.length <= gapLimits.search && same !== ''
  return fits && !pointsAtSomebody(words) ? { words, same } : null
}

type Standing = { readonly closed: boolean; readonly adoptedBy: string | null }

/** Why an organisation cannot adopt a gap; null when it can. */
export const whyNotAdopted = (gap: Standing): 'gap-closed' | 'gap-adopted' | null =>
  gap.closed ? 'gap-closed' : gap.adoptedBy === null ? null : 'gap-adopted'

/** Why an editor of these organisations cannot close a gap; null when they can. Who adopted it closes it. */
export const whyNotClosed = (gap: Standing, edits: ReadonlySet<string>): 'gap-closed' | 'gap-adopted' | null =>
  gap.closed ? 'gap-closed' : gap.adoptedBy === null || edits.has(gap.adoptedBy) ? null : 'gap-adopted'

/** The last day that an adoption may be promised for, as an ISO day; the first is tomorrow. */
export const adoptionDays = (today: string): { readonly first: string; readonly last: string } => {
  return { first: daysLater(today, 1), last: daysLater(today, gapLimits.adoptionDays) }
}

export type GapState = 'open' | 'adopted' | 'lapsed' | 'closed'
export const gapStates = ['open', 'adopted', 'lapsed', 'closed'] as const

/** Where a gap stands for readers. A promise whose day passed is an open gap that says so. */
export const gapState = (gap: { closed: boolean; adopter: string | null; lapsed: boolean }): GapState =>
  gap.closed ? 'closed' : gap.adopter === null ? 'open' : gap.lapsed ? 'lapsed' : 'adopted'
