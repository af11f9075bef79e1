import { z } from 'zod'
import { api, type Route } from '../../platform/http/routes.ts'
import { problems } from '../../platform/problems.ts'
import { paths } from './paths.ts'
import { schemes, type Scheme } from './term.rules.ts'
import { findTermWithId, listDefinitions, listTerms } from './terms.sql.ts'
import type { DefinitionRow } from './definitions.views.tsx'
import { definitionStates } from './framework.rules.ts'
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
  definitions: z
    .array(
      z.object({
        owner: z.string(),
        text: z.object({ nl: z.string(), en: z.string().nullable() }),
        source: z.object({ title: z.string(), link: z.string().nullable() }).nullable(),
        state: z.enum(definitionStates),
        working: z.boolean(),
      }),
    )
    .describe('What each owner means by it, never merged; the working one is `definition` too'),
  retired: z
    .object({ since: z.string(), why: z.string(), successor: z.string().nullable() })
    .nullable()
    .describe('Since when and why it is not used any more; null while it is'),
  page: z.string().describe('Path of the page in Dutch; the English page stands at /en + this path'),
})

const termForApi = (row: TermRow, definitions: readonly DefinitionRow[]): z.input<typeof Term> => ({
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
  definitions: definitions.map(({ owner, text, source, state, working }) => ({
    owner: owner.name,
    text,
    source,
    state,
    working,
  })),
  retired: row.retired,
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
      const definitions = Map.groupBy(await visit.square((db) => listDefinitions(db)), (each) => each.term_id)
      return visit.json(TermList.parse({ terms: rows.map((row) => termForApi(row, definitions.get(row.id) ?? [])) }))
    },
  ),
  api('/api/v1/terms/:id', { output: Term, summary: 'One term by its id.' }, async (visit) => {
    const row = await visit.square((db) => findTermWithId(db, visit.param('id')))
    if (!row) throw problems['not-found']()
    return visit.json(Term.parse(termForApi(row, await visit.square((db) => listDefinitions(db, row.id)))))
  }),
]
