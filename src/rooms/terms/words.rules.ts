import { slugOf } from '../../lib/text/slug.ts'
import type { Synonym } from './term.rules.ts'

const plain = (text: string) => text.toLowerCase().replaceAll('’', "'").trim()

/** The path word of a label: small letters without accents, hyphens for everything else; '' when nothing is left. */
export const slugOfTerm = (label: string): string => slugOf(label, 80)

/** The words of a field with one per line, each once. */
export const wordsIn = (text: string): readonly string[] => {
  const seen = new Set<string>()
  return text
    .split('\n')
    .map((each) => each.replace(/\s+/g, ' ').trim())
    .filter((each) => each !== '' && !seen.has(plain(each)) && seen.add(plain(each)))
}

/** Synonyms of a field with one per line; `word | source` names a source, else it is the organisation that typed it. */
export const synonymsIn = (text: string, by: string, known: readonly Synonym[]): readonly Synonym[] =>
  wordsIn(text).map((each) => {
    const [label = '', source = ''] = each.split('|').map((part) => part.trim())
    const earlier = known.find((other) => plain(other.label) === plain(label))?.source
    return { label, source: source || (earlier ?? by) }
  })

type Related = {
  readonly id: string
  readonly slug: string
  readonly broader: string | null
}

/**
 * Why a term cannot have these neighbours (all named by path word): it would fall under itself, or two terms would be both
 * broader and related, which SKOS forbids.
 */
export function whyNotRelated(
  terms: readonly Related[],
  slug: string,
  wanted: { readonly broader: string | null; readonly related: readonly string[] },
): 'circle' | 'both' | 'unknown' | null {
  const bySlug = new Map(terms.map((term) => [term.slug, term]))
  const byId = new Map(terms.map((term) => [term.id, term]))
  if ([wanted.broader, ...wanted.related].some((each) => each !== null && !bySlug.has(each))) return 'unknown'
  const up = (term: Related | undefined) =>
    term === undefined
      ? undefined
      : term.slug === slug
        ? bySlug.get(wanted.broader ?? '')
        : byId.get(term.broader ?? '')
  const above = (start: string): ReadonlySet<string> => {
    const seen = new Set<string>()
    for (let at = up(bySlug.get(start)); at && !seen.has(at.slug); at = up(at)) seen.add(at.slug)
    return seen
  }
  const mine = above(slug)
  if (mine.has(slug)) return 'circle'
  const clash = (other: string) => other === slug || mine.has(other) || above(other).has(slug)
  return wanted.related.some(clash) ? 'both' : null
}

/** Why a word cannot stand for a term: it is the term itself, or another term of the same scheme goes by it. */
export function whyNotWord(
  terms: readonly { slug: string; scheme: string; label: { nl: string; en: string } }[],
  slug: string,
  lang: 'nl' | 'en',
  words: readonly string[],
): string | null {
  const own = terms.find((term) => term.slug === slug)
  const taken = new Set(terms.filter((term) => term.scheme === own?.scheme).map((term) => plain(term.label[lang])))
  return words.find((word) => taken.has(plain(word))) ?? null
}
