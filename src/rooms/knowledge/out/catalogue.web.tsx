import { dcatJsonLd, dcatTurtle } from '../../../lib/rdf/dcat.ts'
import { squarePage, type Route } from '../../../platform/http/routes.ts'
import { catalogueOf } from './catalogue.rules.ts'
import { CataloguePage } from './catalogue.views.tsx'
import { outPaths } from './out.paths.ts'
import { standing } from './out.sql.ts'

/** The open data of the plein, for people and (DCAT-AP-NL) for catalogues. */
export const catalogueRoutes: readonly Route[] = [
  squarePage(outPaths.catalogue, {}, async (visit) =>
    visit.html(<CataloguePage frame={visit.frame()} now={await visit.square(standing)} />),
  ),
  squarePage(outPaths.catalogueTurtle, { kind: 'file' }, async (visit) => {
    const now = await visit.square(standing)
    const body = dcatTurtle(catalogueOf(visit.platform.origin, now))
    return visit.file(body, 'text/turtle; charset=utf-8', now.changed ?? undefined)
  }),
  squarePage(outPaths.catalogueJsonLd, { kind: 'file' }, async (visit) => {
    const now = await visit.square(standing)
    const body = JSON.stringify(dcatJsonLd(catalogueOf(visit.platform.origin, now)))
    return visit.file(body, 'application/ld+json', now.changed ?? undefined)
  }),
]
