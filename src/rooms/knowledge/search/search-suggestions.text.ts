import { bothLanguages, counted } from '../../../lib/words.ts'

/** What stands behind a suggestion of the search box: what it is. */
export const searchSuggestionWords = bothLanguages(
  {
    items: (n: number) => counted(n, 'stuk', 'stukken'),
    municipality: 'gemeente',
  },
  {
    items: (n: number) => counted(n, 'item', 'items', 'en'),
    municipality: 'municipality',
  },
)
