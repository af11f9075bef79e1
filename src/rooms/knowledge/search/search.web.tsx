import { z } from 'zod'
import { one } from '../../../lib/form-values.ts'
import { anyone } from '../../../platform/http/access.ts'
import { action, squarePage, type Route } from '../../../platform/http/routes.ts'
import { ExplainedRanking } from './ranking.views.tsx'
import { vainSearch } from '../gaps/gaps.rules.ts'
import { findKnownGap } from '../gaps/gaps.square.sql.ts'
import { listNewest } from '../items/items.square.sql.ts'
import { askedOf } from './search.asked.ts'
import { relatedItems, searchSquare } from './search.actions.ts'
import { noteEmptySearch } from './search.sql.ts'
import { pageSize, RelatedFragment, SearchPage } from './search.views.tsx'
import { knowledgePaths } from '../square.paths.ts'

/** The search, its suggestions and how it ranks. */
export const searchRoutes: readonly Route[] = [
  squarePage(knowledgePaths.search, { rate: 'searching' }, async (visit) => {
    const { text, filters, number } = askedOf(visit)
    if (text === '')
      return visit.html(
        <SearchPage
          frame={visit.frame()}
          shown={null}
          newest={await visit.square((db) => listNewest(db, visit.lang, pageSize))}
        />,
      )
    const shown = await visit.square(async (db) => {
      const result = await searchSquare(db, text, filters, { size: pageSize, number }, visit.lang)
      if (result.found.items > 0) return { ...result, gap: null }
      // Words that could point at somebody are never kept, not even as a gap.
      const vain = Object.keys(filters).length === 0 && number === 1 ? vainSearch(text) : null
      if (vain !== null) await noteEmptySearch(db, vain)
      return { ...result, gap: await findKnownGap(db, text) }
    })
    return visit.html(
      <SearchPage frame={visit.frame()} newest={[]} shown={{ ...shown, text, filters, page: number }} />,
    )
  }),
  squarePage(knowledgePaths.ranking, {}, (visit) => visit.html(<ExplainedRanking frame={visit.frame()} />)),
  action(
    knowledgePaths.suggestions,
    { who: anyone, rate: 'searching', data: 'none', input: z.strictObject({ q: z.string() }) },
    async (visit) => {
      const text = one(visit.sent, 'q').slice(0, 1_000)
      const hits = text.length < 8 ? [] : await visit.square((db) => relatedItems(db, text, visit.lang))
      return visit.html(hits.length === 0 ? '' : <RelatedFragment hits={hits} lang={visit.lang} />)
    },
  ),
]
