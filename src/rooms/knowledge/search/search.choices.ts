import type { Lang } from '../../../lib/words.ts'
import { labelOf } from '../../terms/public.ts'
import { checksWords } from '../freshness/checks.text.ts'
import { regionName } from '../out/out.rules.ts'
import { facetNames, isStanding, wholeCountry, type FacetName, type Filters } from './search.facets.ts'
import { searchWords } from './search.text.ts'

/** What a value of a facet is called; the value itself when nobody knows it (any more). */
export function choiceLabel(
  facet: FacetName,
  value: string,
  lang: Lang,
  stewardName: (slug: string) => string | undefined,
): string {
  if (facet === 'steward') return stewardName(value) ?? value
  if (facet === 'region') return value === wholeCountry ? searchWords[lang].wholeCountry : (regionName(value) ?? value)
  if (facet === 'checked') return isStanding(value) ? checksWords[lang].standings[value] : value
  return labelOf(value, lang)
}

/** The choices of a search in words, "Soort: artikel". */
export const choicesInWords = (
  filters: Filters,
  lang: Lang,
  stewardName: (slug: string) => string | undefined,
): readonly string[] =>
  facetNames.flatMap((name) => {
    const value = filters[name]
    return value === undefined
      ? []
      : [`${searchWords[lang].facets[name]}: ${choiceLabel(name, value, lang, stewardName)}`]
  })
