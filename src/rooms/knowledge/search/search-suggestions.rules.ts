import { normalise } from '../../../lib/dutch/tokens.ts'
import { remembering } from '../../../lib/remembering.ts'
import type { Lang } from '../../../lib/words.ts'
import type { Term } from '../../terms/public.ts'

/** A term that begins as somebody types; `via` is the other word for it that does, null when its own label does. */
export type NearTerm = { readonly term: Term; readonly via: string | null }

/** Fewer letters say nothing yet. */
const fewestLetters = 2

/** The words of a text as titles and labels are held against: small letters, without accents, hyphens and signs. */
export const plain = remembering(5_000, (text: string): string =>
  normalise(text)
    .flatMap(({ word, parts }) => (parts.length > 0 ? parts : [word]))
    .join(' '),
)

/** How well a label answers: 0 it begins so, 1 one of its words does, null neither. */
const nearness = (label: string, typed: string): 0 | 1 | null => {
  const words = plain(label)
  return words.startsWith(typed) ? 0 : words.includes(` ${typed}`) ? 1 : null
}

/**
 * The terms of which a label, another word or a misspelling has a word that begins as typed; labels that begin so first,
 * then those by their own label, then the most used. Misspellings lead to the term and are never shown.
 * @param uses how many items stand under a term, by its id
 */
export function nearTerms(
  text: string,
  terms: readonly Term[],
  lang: Lang,
  uses: (term: Term) => number,
): readonly NearTerm[] {
  const typed = plain(text)
  if (typed.length < fewestLetters) return []
  const near = terms.flatMap((term): (NearTerm & { readonly order: number })[] => {
    const own = nearness(term.label[lang], typed)
    if (own !== null) return [{ term, via: null, order: own * 2 }]
    const other = term.altLabels[lang]
      .map(({ label }) => ({ label, at: nearness(label, typed) }))
      .filter(({ at }) => at !== null)
      .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))[0]
    if (other) return [{ term, via: other.label, order: (other.at ?? 0) * 2 + 1 }]
    return term.hiddenLabels.some((label) => nearness(label, typed) === 0) ? [{ term, via: null, order: 4 }] : []
  })
  return near
    .toSorted(
      (a, b) =>
        a.order - b.order || uses(b.term) - uses(a.term) || a.term.label[lang].localeCompare(b.term.label[lang], 'nl'),
    )
    .map(({ term, via }) => ({ term, via }))
}

/** A tsquery for titles that hold all words, of which the last may go on; null when there is none. */
export function titleQuery(text: string): string | null {
  const words = plain(text).split(' ').slice(0, 8)
  if (words.join('').length < fewestLetters) return null
  return words.map((word, index) => `'${word}'${index === words.length - 1 ? ':*' : ''}`).join(' & ')
}
