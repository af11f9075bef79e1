import { z } from 'zod'
import { cleanText } from '../../lib/text/clean.ts'
import { squarePage, type Route } from '../../platform/http/routes.ts'
import { problems } from '../../platform/problems.ts'
import { termsLike } from './filter.rules.ts'
import { paths } from './paths.ts'
import { findTermWithSlug, listNeighbours, listTerms } from './terms.sql.ts'
import { TermPage, TermsPage } from './terms.views.tsx'

/** The list of terms with its filter, and a page per term. */
export const termRoutes: readonly Route[] = [
  squarePage(paths.terms, { input: z.object({ zoek: z.string().optional() }) }, async (visit) => {
    const typed = cleanText(visit.query('zoek') ?? '', { maxLength: 100 })
    const found = termsLike(await visit.square((db) => listTerms(db)), typed)
    return visit.html(<TermsPage frame={visit.frame()} found={found} typed={typed} />)
  }),
  squarePage(paths.term(':slug'), {}, async (visit) => {
    const term = await visit.square((db) => findTermWithSlug(db, visit.param('slug')))
    if (!term) throw problems['not-found']()
    const near = await visit.square((db) => listNeighbours(db, term))
    return visit.html(<TermPage frame={visit.frame()} term={term} near={near} />)
  }),
]
