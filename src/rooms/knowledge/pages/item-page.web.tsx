import { squarePage, type Route } from '../../../platform/http/routes.ts'
import { problems as platform } from '../../../platform/problems.ts'
import { href } from '../../../ui/layout.tsx'
import { linkTermsInHtml, liveTerms, termPaths } from '../../terms/public.ts'
import { ItemPage } from './item-page.views.tsx'
import { findItem, isWithdrawn } from '../items/items.square.sql.ts'
import { problems } from '../problems.ts'
import { knowledgePaths } from '../square.paths.ts'

/** The public page of an item: one read. Its terms are linked as they stand now, not as when it was published. */
export const itemRoutes: readonly Route[] = [
  squarePage(knowledgePaths.item(':slug'), {}, async (visit) => {
    const slug = visit.param('slug')
    // What is not a path word is no item; the database would not even take every byte of it.
    if (!/^[\w-]{1,200}$/.test(slug)) throw platform['not-found']()
    const item = await visit.square((db) => findItem(db, slug))
    if (!item)
      throw (await visit.square((db) => isWithdrawn(db, slug))) ? problems.withdrawn() : platform['not-found']()
    if (item.page !== null) return visit.moved(href(visit.lang, item.page), 'for-now')
    const terms = await visit.square((db) => liveTerms(db, item.terms_version))
    const body_html = linkTermsInHtml(item.body_html, terms.linkable, item.lang, (id) => {
      const term = terms.slugOf(id)
      return term === null ? null : href(visit.lang, termPaths.term(term))
    })
    return visit.html(<ItemPage frame={visit.frame()} item={{ ...item, body_html }} />)
  }),
]
