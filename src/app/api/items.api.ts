import { z } from 'zod'
import { api, type Route } from '../../platform/http/routes.ts'
import type { ApiVisit } from '../../platform/http/visit.ts'
import { findItem, listItems, type ItemRow, type Place } from './items.sql.ts'
import { problems } from './problems.ts'

const Item = z.object({
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  type: z.string(),
  title: z.string(),
  summary: z.string(),
  language: z.enum(['nl', 'en']),
  themes: z.array(z.string()),
  roles: z.array(z.string()),
  audiences: z.array(z.string()),
  stewards: z.array(z.object({ slug: z.string(), name: z.string() })),
  regions: z.array(z.string()).describe('Codes of municipalities (GM…) and provinces (PV…); empty: everywhere.'),
  details: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .describe(
      'Short facts of its kind, such as the author of a report or the level of a training; only what was filled in.',
    ),
  authors: z.array(z.string()).describe('Names that the authors chose to appear under; may be empty.'),
  source: z
    .object({
      title: z.string().optional(),
      publisher: z.string().optional(),
      year: z.string().optional(),
      link: z.string().optional(),
    })
    .nullable(),
  provenance: z.enum(['own', 'request', 'import']),
  licence: z.string(),
  writtenOn: z.iso.date().nullable(),
  changedAt: z.iso.datetime(),
  checkedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime(),
  version: z.int(),
})
const Linked = z.object({
  kind: z.enum(['series', 'dossier', 'follows', 'replaces', 'answers', 'report-of', 'result-of']),
  slug: z.string(),
  title: z.string(),
})
const WholeItem = Item.extend({
  html: z.string().describe('The text, as sanitised HTML.'),
  askedAtDesk: z
    .int()
    .nullable()
    .describe('How many questions to the advice desk a question of research belongs to; null: fewer than five.'),
  links: z.object({
    from: z.array(Linked).describe('What this item belongs to, follows, replaces, answers, reports on or came out of.'),
    to: z.array(Linked).describe('What belongs to this item in the same ways; a series in its order.'),
  }),
})
const Page = z.object({
  items: z.array(Item),
  next: z.string().nullable().describe('The address of the next page; null on the last one.'),
})

const word = z.string().regex(/^[\w-]{1,80}$/)
const Query = z.strictObject({
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
  after: z.string().max(200).optional().describe('Taken from `next` of the page before.'),
  type: word.optional(),
  theme: word.optional(),
  role: word.optional(),
  region: word.optional().describe('Code of a municipality (GM…) or province (PV…) that an item itself names.'),
  steward: word.optional(),
  language: z.enum(['nl', 'en']).optional(),
})

/** Holds the query against its schema. @throws Problem wrong-query; an unknown field is wrong too. */
export function readQuery<S extends z.ZodType>(visit: ApiVisit, schema: S): z.output<S> {
  const read = schema.safeParse(Object.fromEntries(new URL(visit.path, 'http://api').searchParams))
  if (!read.success) throw problems['wrong-query']()
  return read.data
}

const itemForApi = (origin: string, row: ItemRow): z.output<typeof Item> => ({
  id: row.id,
  slug: row.slug,
  url: `${origin}/kennis/${row.slug}`,
  type: row.type,
  title: row.title,
  summary: row.summary,
  language: row.lang,
  themes: row.themes,
  roles: row.roles,
  audiences: row.audiences,
  regions: row.regions,
  details: row.details as z.output<typeof Item>['details'],
  stewards: row.stewards.map(({ slug, name }) => ({ slug, name })),
  authors: row.authors,
  source: row.source,
  provenance: row.provenance,
  licence: row.licence,
  writtenOn: row.written_on,
  changedAt: row.changed_at.toISOString(),
  checkedAt: row.checked_at.toISOString(),
  publishedAt: row.published_at.toISOString(),
  version: row.version,
})

const cursorOf = (row: ItemRow) =>
  Buffer.from(`${row.published_at.toISOString()} ${row.id}`, 'utf8').toString('base64url')

function placeOf(cursor: string): Place {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ')
  const read = z.tuple([z.iso.datetime(), z.uuid()]).safeParse([at, id])
  if (!read.success) throw problems['wrong-query']()
  return { at: new Date(at), id }
}

/** Published items for other programs. */
export const itemRoutes: readonly Route[] = [
  api('/api/v1/items', { input: Query, output: Page, summary: 'Published items, newest first.' }, async (visit) => {
    const { pageSize, after, ...filter } = readQuery(visit, Query)
    const place = after === undefined ? null : placeOf(after)
    const rows = await visit.square((db) => listItems(db, filter, place, pageSize + 1))
    const shown = rows.slice(0, pageSize)
    const last = shown.at(-1)
    const { origin } = visit.platform
    const more = new URLSearchParams({ pageSize: String(pageSize) })
    for (const [name, value] of Object.entries(filter)) if (value !== undefined) more.set(name, value)
    if (last) more.set('after', cursorOf(last))
    return visit.json(
      Page.parse({
        items: shown.map((row) => itemForApi(origin, row)),
        next: rows.length > pageSize ? `${origin}/api/v1/items?${more.toString()}` : null,
      }),
    )
  }),
  api('/api/v1/items/:slug', { output: WholeItem, summary: 'One published item with its text.' }, async (visit) => {
    const row = await visit.square((db) => findItem(db, visit.param('slug')))
    if (!row) throw problems['item-unknown']()
    return visit.json(
      WholeItem.parse({
        ...itemForApi(visit.platform.origin, row),
        html: row.body_html,
        askedAtDesk: row.requests,
        links: { from: row.links_from, to: row.links_to },
      }),
    )
  }),
]
