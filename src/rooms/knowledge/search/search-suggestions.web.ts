import { z } from 'zod'
import { dayAt } from '../../../lib/days.ts'
import { cleanText } from '../../../lib/text/clean.ts'
import { squarePage, type Route } from '../../../platform/http/routes.ts'
import { href } from '../../../ui/address.ts'
import { regionPaths, suggestedPlaces } from '../../regions/public.ts'
import { itemTypes, labelOf, liveTerms } from '../../terms/public.ts'
import { searchPath } from './search.asked.ts'
import { nearTerms, plain, titleQuery } from './search-suggestions.rules.ts'
import { findKnown } from './search-suggestions.sql.ts'
import { searchSuggestionWords } from './search-suggestions.text.ts'
import type { FacetName } from './search.facets.ts'
import { knowledgePaths } from '../square.paths.ts'

// Eight in all: more is not looked through while typing.
const most = { terms: 3, titles: 3, places: 2 }

/** The choice of a search that a term is, by its scheme. */
const choices: Readonly<Record<string, FacetName>> = { theme: 'theme', itemType: 'type', expertRole: 'role' }

/**
 * What somebody may be looking for: words of the terms with how many items stand under them, titles, and municipalities. Each
 * goes to a page. A word of the terms that is no theme, role or kind is counted by the items in which it stands.
 */
export const searchSuggestionRoutes: readonly Route[] = [
  squarePage(
    knowledgePaths.suggestions,
    { rate: 'searching', kind: 'fragment', input: z.object({ q: z.string().optional() }) },
    async (visit) => {
      const { lang } = visit
      const words = visit.words(searchSuggestionWords)
      const typed = cleanText(visit.query('q') ?? '', { maxLength: 100, multiline: false })
      const titled = titleQuery(typed)
      const answer = (suggestions: readonly unknown[]) =>
        visit.file(JSON.stringify(suggestions), 'application/json; charset=utf-8')
      if (titled === null) return answer([])

      const { near, known } = await visit.square(async (db) => {
        const terms = [...(await liveTerms(db)).linkable, ...itemTypes]
        const single = nearTerms(typed, terms, lang, () => 0).map(({ term }) => plain(term.label[lang]))
        const known = await findKnown(db, { words: single, titled, first: typed.toLowerCase(), most: most.titles })
        const uses = (term: (typeof terms)[number]) => known.terms[term.id] ?? known.words[plain(term.label[lang])] ?? 0
        const near = nearTerms(typed, terms, lang, uses).slice(0, most.terms)
        return { known, near: near.map((each) => ({ ...each, items: uses(each.term) })) }
      })
      const places = suggestedPlaces(typed, dayAt(visit.now))
        .filter((place) => plain(place.as).startsWith(plain(typed)))
        .slice(0, most.places)

      return answer([
        ...near.map(({ term, via, items }) => {
          const label = term.label[lang]
          const choice = choices[term.scheme]
          return {
            value: label,
            label: via === null ? label : `${label} (${via})`,
            ...(items > 0 && { note: words.items(items) }),
            href: href(lang, searchPath(label, choice && items > 0 ? { [choice]: term.id } : {})),
          }
        }),
        ...known.titles.map(({ slug, type, title, lang: spoken }) => ({
          value: title,
          note: labelOf(type, lang),
          ...(spoken !== lang && { lang: spoken }),
          href: href(lang, knowledgePaths.item(slug)),
        })),
        ...places.map(({ name, as, code }) => ({
          value: name,
          label: as === name ? name : `${name} (${as})`,
          note: words.municipality,
          href: href(lang, regionPaths.municipality(code)),
        })),
      ])
    },
  ),
]
