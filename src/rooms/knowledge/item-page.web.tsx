import { squarePage, type Route } from '../../platform/http/routes.ts'
import { problems } from '../../platform/problems.ts'
import { ItemPage } from './item-page.views.tsx'
import { findItem } from './items.square.sql.ts'
import { knowledgePaths } from './square.paths.ts'

/** The public page of an item: one read. */
export const itemRoutes: readonly Route[] = [
  squarePage(knowledgePaths.item(':slug'), {}, async (visit) => {
    const item = await visit.square((db) => findItem(db, visit.param('slug')))
    if (!item) throw problems['not-found']()
    return visit.html(<ItemPage frame={visit.frame()} item={item} />)
  }),
]
