import { z } from 'zod'
import { api, type Route } from '../../platform/http/routes.ts'
import {
  gapOrigins,
  gapPaths,
  gapStates,
  knowledgePaths,
  listPublicGaps,
  type PublicGap,
} from '../../rooms/knowledge/public.ts'
import { readQuery } from './items.api.ts'

const Gap = z.object({
  slug: z.string(),
  url: z.url(),
  title: z.string(),
  why: z.string(),
  alsoSearchedAs: z.string().describe('Other words for it; may be empty.'),
  themes: z.array(z.string()),
  origin: z.enum(gapOrigins).describe('How it came to be known, in kind only.'),
  since: z.iso.date(),
  state: z.enum(gapStates).describe('lapsed: somebody adopted it and the day passed; it can be adopted again.'),
  adoption: z
    .object({ organisation: z.object({ slug: z.string(), name: z.string() }), until: z.iso.date() })
    .nullable()
    .describe('Who works on it, or did until the day passed; null when nobody does or it is closed.'),
  item: z
    .object({ slug: z.string(), title: z.string(), url: z.url() })
    .nullable()
    .describe('What closed it; null while it is open.'),
})
const Page = z.object({
  gaps: z.array(Gap),
  next: z.url().nullable().describe('The address of the next page; null on the last one.'),
})
const Query = z.strictObject({
  pageSize: z.coerce.number().int().min(1).max(100).default(50),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  theme: z
    .string()
    .regex(/^[\w-]{1,80}$/)
    .optional(),
  state: z.enum(gapStates).optional(),
})

const gapForApi = (origin: string, gap: PublicGap): z.output<typeof Gap> => ({
  slug: gap.slug,
  url: `${origin}${gapPaths.gap(gap.slug)}`,
  title: gap.title,
  why: gap.why,
  alsoSearchedAs: gap.also,
  themes: gap.themes,
  origin: gap.origin,
  since: gap.opened_on,
  state: gap.state,
  adoption:
    gap.state === 'closed' || gap.adopter_slug === null || gap.adopter_name === null || gap.adopted_until === null
      ? null
      : { organisation: { slug: gap.adopter_slug, name: gap.adopter_name }, until: gap.adopted_until },
  item:
    gap.item_slug === null || gap.item_title === null
      ? null
      : { slug: gap.item_slug, title: gap.item_title, url: `${origin}${knowledgePaths.item(gap.item_slug)}` },
})

/** What we do not know yet, as data. */
export const gapRoutes: readonly Route[] = [
  api(
    '/api/v1/gaps',
    { input: Query, output: Page, summary: 'What nobody has written down yet, and who works on it; open ones first.' },
    async (visit) => {
      const { pageSize, page, theme, state } = readQuery(visit, Query)
      const rows = await visit.square((db) => listPublicGaps(db, { theme, state }, page, pageSize))
      const more = new URLSearchParams({ pageSize: String(pageSize), page: String(page + 1) })
      if (theme !== undefined) more.set('theme', theme)
      if (state !== undefined) more.set('state', state)
      const { origin } = visit.platform
      return visit.json(
        Page.parse({
          gaps: rows.map((row) => gapForApi(origin, row)),
          next: (rows[0]?.total ?? 0) > page * pageSize ? `${origin}/api/v1/gaps?${more.toString()}` : null,
        }),
      )
    },
  ),
]
