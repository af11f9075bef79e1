import { z } from 'zod'
import { cleanText } from '../../lib/text/clean.ts'
import { api, type Route } from '../../platform/http/routes.ts'
import { searchSquare } from '../../rooms/knowledge/public.ts'
import { readQuery } from './items.api.ts'
import { problems } from './problems.ts'

type Searched = Awaited<ReturnType<typeof searchSquare>>
type Hit = Searched['found']['hits'][number]
type Filters = Parameters<typeof searchSquare>[2]

const Counted = z.array(z.object({ value: z.string(), items: z.int() }))
const FoundItem = z.object({
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  type: z.string(),
  title: z.string(),
  summary: z.string(),
  language: z.enum(['nl', 'en']),
  themes: z.array(z.string()),
  regions: z.array(z.string()).describe('Codes of municipalities and provinces; none: the whole country.'),
  stewards: z.array(z.object({ slug: z.string(), name: z.string() })),
  checkedAt: z.iso.datetime(),
  passage: z
    .object({ heading: z.string().nullable(), text: z.string() })
    .describe('The part of the item that answers best, as plain text, with the heading it stands under.'),
})
const Answer = z.object({
  query: z.string(),
  repairs: z
    .array(z.object({ typed: z.string(), searched: z.array(z.string()) }))
    .describe('Words that stand in no item, with the words that were searched instead.'),
  total: z.int().describe('How many items were found; when `more` is true, among the passages that were ranked.'),
  more: z.boolean().describe('More passages answer than are ranked.'),
  items: z.array(FoundItem).describe('The best answer first.'),
  facets: z
    .object({ types: Counted, themes: Counted, roles: Counted, regions: Counted, checked: Counted, stewards: Counted })
    .describe(
      'How many of the items that were found stand under each choice, most first; when `more` is true, at least so many.',
    ),
  next: z.string().nullable().describe('The address of the next page; null on the last one.'),
})

const longestQuery = 200
const lastPage = 100
const word = z.string().regex(/^[\w-]{1,80}$/)
const Query = z.strictObject({
  q: z.string().min(1).max(longestQuery).describe('Words, as a visitor would type them.'),
  type: word.optional(),
  theme: word.optional(),
  role: word.optional(),
  region: word.optional().describe('The code of a province (`PV26`), or `NL` for what is about the whole country.'),
  checked: z
    .enum(['in-time', 'due', 'overdue', 'stale'])
    .optional()
    .describe('Whether somebody looked after it in time.'),
  steward: word.optional().describe('The path word of an organisation, as in `stewards`.'),
  page: z.coerce.number().int().min(1).max(lastPage).default(1),
  pageSize: z.coerce.number().int().min(1).max(50).default(10),
})

const hitForApi = (origin: string, hit: Hit): z.output<typeof FoundItem> => ({
  id: hit.id,
  slug: hit.slug,
  url: `${origin}/kennis/${hit.slug}`,
  type: hit.type,
  title: hit.title,
  summary: hit.summary,
  language: hit.lang,
  themes: [...hit.themes],
  regions: [...hit.regions],
  stewards: hit.stewards.map(({ slug, name }) => ({ slug, name })),
  checkedAt: hit.checkedAt.toISOString(),
  passage: { heading: hit.heading, text: hit.passage },
})

/** The search of the pages, for other programs. What a program finds nothing for is not noted as a gap. */
export const searchRoutes: readonly Route[] = [
  api(
    '/api/v1/search',
    { input: Query, output: Answer, rate: 'searching', summary: 'Published items that answer a query, best first.' },
    async (visit) => {
      const { q, page, pageSize, ...narrowed } = readQuery(visit, Query)
      const query = cleanText(q, { maxLength: longestQuery, multiline: false })
      if (query === '') throw problems['wrong-query']()
      const chosen = Object.entries(narrowed).filter(([, value]) => value !== undefined)
      const filters = Object.fromEntries(chosen) as Filters
      const { found, repairs } = await visit.square((db) =>
        searchSquare(db, query, filters, { size: pageSize, number: page }),
      )
      const { origin } = visit.platform
      const countsOf = (facet: keyof Filters) =>
        found.facets.filter((each) => each.facet === facet).map(({ value, items }) => ({ value, items }))
      const address = new URLSearchParams({ q: query, ...filters, pageSize: String(pageSize), page: String(page + 1) })
      return visit.json(
        Answer.parse({
          query,
          repairs,
          total: found.items,
          more: found.more,
          items: found.hits.map((hit) => hitForApi(origin, hit)),
          facets: {
            types: countsOf('type'),
            themes: countsOf('theme'),
            roles: countsOf('role'),
            regions: countsOf('region'),
            checked: countsOf('checked'),
            stewards: countsOf('steward'),
          },
          next:
            page * pageSize < found.items && page < lastPage ? `${origin}/api/v1/search?${address.toString()}` : null,
        }),
      )
    },
  ),
]
