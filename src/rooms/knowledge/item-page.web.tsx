import { squarePage, type Route } from '../../platform/http/routes.ts'
import { problems } from '../../platform/problems.ts'
import { ItemPage } from './item-page.views.tsx'
import { findItem } from './items.square.sql.ts'
import { knowledgePaths } from './square.paths.ts'

/** The public page of an item: one read. */
export const itemRoutes: readonly Route[] = [
  squarePage(knowledgePaths.item(':slug'), {}, async (visit) => {
    const slug = visit.param('slug')
    // What is not a path word is no item; the database would not even take every byte of it.
    const item = /^[\w-]{1,200}$/.test(slug) ? await visit.square((db) => findItem(db, slug)) : undefined
    if (!item) throw problems['not-found']()
    return visit.html(<ItemPage frame={visit.frame()} item={item} />)
  }),
]
