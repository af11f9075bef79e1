import type { SquareDb } from '../../platform/db/database.ts'
import { squarePage, type Route } from '../../platform/http/routes.ts'
import type { SquareVisit } from '../../platform/http/visit.ts'
import { problems } from '../../platform/problems.ts'
import { skosJsonLd, skosTurtle, type ConceptScheme } from '../../lib/rdf/skos.ts'
import { FrameworkPage } from './framework.views.tsx'
import { paths } from './paths.ts'
import { partOf, schemeOf } from './skos.rules.ts'
import { findTermWithSlug, listChangedAt, listDefinitions, listTerms } from './terms.sql.ts'

const readScheme = async (db: SquareDb, origin: string): Promise<ConceptScheme> =>
  schemeOf(origin, await listTerms(db), await listDefinitions(db), (await listChangedAt(db)) ?? new Date(0))

const asTurtle = (visit: SquareVisit, scheme: ConceptScheme) =>
  visit.file(skosTurtle(scheme), 'text/turtle; charset=utf-8')
const asJsonLd = (visit: SquareVisit, scheme: ConceptScheme) =>
  visit.file(JSON.stringify(skosJsonLd(scheme)), 'application/ld+json; charset=utf-8')

/** A term as data in the form that is asked for; null when a page is. */
export async function termAsData(visit: SquareVisit, slug: string): Promise<Response | null> {
  if (visit.wants === 'text/html') return null
  const { origin } = visit.platform
  const scheme = partOf(await visit.square((db) => readScheme(db, origin)), origin, slug)
  return visit.wants === 'text/turtle' ? asTurtle(visit, scheme) : asJsonLd(visit, scheme)
}

/** The terms as a framework that others can use: a page, and the same as data. */
export const frameworkRoutes: readonly Route[] = [
  squarePage(paths.name(':slug'), { kind: 'file' }, async (visit) => {
    const term = await visit.square((db) => findTermWithSlug(db, visit.param('slug')))
    if (!term) throw problems['not-found']()
    return visit.redirect(paths.term(term.slug))
  }),
  squarePage(paths.framework, { negotiated: true }, async (visit) => {
    const { origin } = visit.platform
    if (visit.wants !== 'text/html') {
      const scheme = await visit.square((db) => readScheme(db, origin))
      return visit.wants === 'text/turtle' ? asTurtle(visit, scheme) : asJsonLd(visit, scheme)
    }
    const terms = await visit.square((db) => listTerms(db))
    const definitions = await visit.square((db) => listDefinitions(db))
    return visit.html(<FrameworkPage frame={visit.frame()} terms={terms} definitions={definitions} />)
  }),
  squarePage(paths.turtle, { kind: 'file' }, async (visit) =>
    asTurtle(visit, await visit.square((db) => readScheme(db, visit.platform.origin))),
  ),
  squarePage(paths.jsonLd, { kind: 'file' }, async (visit) =>
    asJsonLd(visit, await visit.square((db) => readScheme(db, visit.platform.origin))),
  ),
]
