import type { Lang } from '../../lib/words.ts'
import { labelOf } from '../terms/public.ts'
import type { Filters } from './candidates.sql.ts'
import { searchWords } from './search.text.ts'

/** The choices of a search in words, "Soort: artikel"; `stewardName` may not know a slug, which then stands for itself. */
export function choicesInWords(
  filters: Filters,
  lang: Lang,
  stewardName: (slug: string) => string | undefined,
): readonly string[] {
  const words = searchWords[lang]
  const { type, theme, steward } = filters
  return [
    ...(type === undefined ? [] : [`${words.type}: ${labelOf(type, lang)}`]),
    ...(theme === undefined ? [] : [`${words.theme}: ${labelOf(theme, lang)}`]),
    ...(steward === undefined ? [] : [`${words.steward}: ${stewardName(steward) ?? steward}`]),
  ]
}
