import { sql } from 'kysely'
import type { SquareDb } from '../../../platform/db/database.ts'

/** What others get of an item, whatever the form. */
const columns = [
  'id',
  'slug',
  'type',
  'title',
  'summary',
  'lang',
  'body_html',
  'stewards',
  'themes',
  'roles',
  'audiences',
  'regions',
  'authors',
  'source',
  'provenance',
  'licence',
  'details',
  'written_on',
  'changed_at',
  'checked_at',
  'published_at',
  'recorded_at',
  'version',
] as const

/** Which items: all that are given must fit. `region` is the code of a municipality or province. */
export type OutFilter = { readonly type?: string; readonly theme?: string; readonly region?: string }

const chosen = (db: SquareDb, { type, theme, region }: OutFilter) =>
  db
    .selectFrom('square.items')
    .select(columns)
    .$if(type !== undefined, (query) => query.where('type', '=', type ?? ''))
    .$if(theme !== undefined, (query) => query.where(sql<boolean>`themes @> ${[theme ?? '']}::text[]`))
    .$if(region !== undefined, (query) => query.where(sql<boolean>`regions @> ${[region ?? '']}::text[]`))

/** The newest published items that fit, newest first. */
export const listLatest = (db: SquareDb, filter: OutFilter, limit: number, offset = 0) =>
  chosen(db, filter).orderBy('published_at', 'desc').orderBy('id').limit(limit).offset(offset).execute()

export type OutItem = Awaited<ReturnType<typeof listLatest>>[number]

/** Items by number, newest first; those that are not there are absent. */
export const listByIds = (db: SquareDb, ids: readonly string[]): Promise<readonly OutItem[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : chosen(db, {})
        .where('id', 'in', [...ids])
        .orderBy('published_at', 'desc')
        .orderBy('id')
        .execute()

/** The item under this path word when it is of this kind. */
export const findOut = (db: SquareDb, slug: string, type: string) =>
  chosen(db, { type }).where('slug', '=', slug).executeTakeFirst()

/** Items in the order of their numbers, after one of them; every item is given once when one goes on from the last. */
export const listAfter = (db: SquareDb, after: string | null, limit: number) =>
  chosen(db, {})
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()

/** When an item was last placed, changed or taken off; the beginning of time when none ever was. */
export async function lastChange(db: SquareDb): Promise<Date> {
  const { rows } = await sql<{ changed: Date | null }>`
    select greatest((select max(recorded_at) from square.items), (select max(at) from square.withdrawn_items)) as changed`.execute(
    db,
  )
  return rows[0]?.changed ?? new Date(0)
}

/** Where the square stands: how many items there are, and when one was first and last placed, changed or taken off. */
export type Standing = { readonly items: number; readonly changed: Date | null; readonly first: Date | null }

export async function standing(db: SquareDb): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select (select count(*)::int from square.items) as items,
           greatest((select max(recorded_at) from square.items), (select max(at) from square.withdrawn_items)) as changed,
           least((select min(recorded_at) from square.items), (select min(at) from square.withdrawn_items)) as first`.execute(
    db,
  )
  return rows[0] ?? { items: 0, changed: null, first: null }
}

/** The path words of all items whose page is made here, with when each last changed. */
export const listPages = (db: SquareDb) =>
  db
    .selectFrom('square.items')
    .select(['slug', 'recorded_at as changed'])
    .where('page', 'is', null)
    .orderBy('slug')
    .execute()

/** Events with a day, the last ones first. */
export const listEvents = (db: SquareDb, filter: OutFilter, limit: number) =>
  chosen(db, { ...filter, type: 'event' })
    .where(sql<boolean>`details ? 'startsOn'`)
    .orderBy(sql`details->>'startsOn'`, 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
