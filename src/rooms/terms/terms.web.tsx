import { z } from 'zod'
import { cleanText } from '../../lib/text/clean.ts'
import { squarePage, type Route } from '../../platform/http/routes.ts'
import { problems } from '../../platform/problems.ts'
import { initialOf, termsLike } from './filter.rules.ts'
import { paths } from './paths.ts'
import { termAsData } from './skos.web.tsx'
import { findTermWithSlug, listDefinitions, listNeighbours, listTerms } from './terms.sql.ts'
import { TermPage, TermsPage } from './terms.views.tsx'

const Chosen = z.object({ zoek: z.string().optional(), letter: z.string().optional() })

/** The list of terms with its filter and its letters, and a page per term. */
export const termRoutes: readonly Route[] = [
  squarePage(paths.terms, { input: Chosen }, async (visit) => {
    const typed = cleanText(visit.query('zoek') ?? '', { maxLength: 100 })
    const all = await visit.square((db) => listTerms(db))
    const initials = all.map((term) => initialOf(term.label[visit.lang]))
    const asked = visit.query('letter')?.toLowerCase() ?? ''
    const letter = typed === '' && initials.includes(asked) ? asked : null
    const found =
      letter === null ? termsLike(all, typed) : all.filter((term) => initialOf(term.label[visit.lang]) === letter)
    return visit.html(
      <TermsPage
        frame={visit.frame()}
        found={found}
        typed={typed}
        letter={letter}
        letters={[...new Set(initials)].toSorted()}
      />,
    )
  }),
  squarePage(paths.term(':slug'), { negotiated: true }, async (visit) => {
    const term = await visit.square((db) => findTermWithSlug(db, visit.param('slug')))
    if (!term) throw problems['not-found']()
    const data = await termAsData(visit, term.slug)
    if (data) return data
    const near = await visit.square((db) => listNeighbours(db, term))
    const definitions = await visit.square((db) => listDefinitions(db, term.id))
    return visit.html(<TermPage frame={visit.frame()} term={term} near={near} definitions={definitions} />)
  }),
]
