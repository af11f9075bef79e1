import { squarePage, type Route } from '../../platform/http/routes.ts'
import { problems as platform } from '../../platform/problems.ts'
import { ItemPage } from './item-page.views.tsx'
import { findItem, isWithdrawn } from './items.square.sql.ts'
import { problems } from './problems.ts'
import { knowledgePaths } from './square.paths.ts'

/** The public page of an item: one read. */
export const itemRoutes: readonly Route[] = [
  squarePage(knowledgePaths.item(':slug'), {}, async (visit) => {
    const slug = visit.param('slug')
    // What is not a path word is no item; the database would not even take every byte of it.
    if (!/^[\w-]{1,200}$/.test(slug)) throw platform['not-found']()
    const item = await visit.square((db) => findItem(db, slug))
    if (!item)
      throw (await visit.square((db) => isWithdrawn(db, slug))) ? problems.withdrawn() : platform['not-found']()
    return visit.html(<ItemPage frame={visit.frame()} item={item} />)
  }),
]
