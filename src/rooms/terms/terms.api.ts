import { z } from 'zod'
import { api, type Route } from '../../platform/http/routes.ts'
import { problems } from '../../platform/problems.ts'
import { paths } from './paths.ts'
import { schemes, type Scheme } from './term.rules.ts'
import { findTermWithId, listTerms } from './terms.sql.ts'
import type { TermRow } from './terms.views.tsx'

const Both = z.object({ nl: z.string(), en: z.string() })
const Synonyms = z.array(z.object({ label: z.string(), source: z.string() }))

const Term = z.object({
  id: z.string(),
  scheme: z.enum(schemes),
  label: Both,
  definition: Both,
  altLabels: z.object({ nl: Synonyms, en: Synonyms }),
  broader: z.string().nullable(),
  related: z.array(z.string()),
  note: Both.nullable(),
  sensitive: z.string().nullable().describe('Why being connected to this theme can harm a person; null when it cannot'),
  process: z.enum(['primary', 'secondary']).nullable(),
  page: z.string().describe('Path of the page in Dutch; the English page stands at /en + this path'),
})

const termForApi = (row: TermRow): z.input<typeof Term> => ({
  id: row.id,
  scheme: row.scheme,
  label: row.label,
  definition: row.definition,
  altLabels: { nl: [...row.alt_labels.nl], en: [...row.alt_labels.en] },
  broader: row.broader,
  related: row.related,
  note: row.note,
  sensitive: row.sensitive,
  process: row.process,
  page: paths.term(row.slug),
})

const isScheme = (text: string): text is Scheme => schemes.some((scheme) => scheme === text)

const TermList = z.object({ terms: z.array(Term) })

/** The terms as data. */
export const termApi: readonly Route[] = [
  api(
    '/api/v1/terms',
    {
      input: z.object({ scheme: z.enum(schemes).optional() }),
      output: TermList,
      summary: 'The words of the field: themes, roles, perspectives and other lists, with definitions and synonyms.',
    },
    async (visit) => {
      const scheme = visit.query('scheme')
      if (scheme !== null && !isScheme(scheme)) throw problems['not-found']()
      const rows = await visit.square((db) => listTerms(db, scheme))
      return visit.json(TermList.parse({ terms: rows.map(termForApi) }))
    },
  ),
  api('/api/v1/terms/:id', { output: Term, summary: 'One term by its id.' }, async (visit) => {
    const row = await visit.square((db) => findTermWithId(db, visit.param('id')))
    if (!row) throw problems['not-found']()
    return visit.json(Term.parse(termForApi(row)))
  }),
]
