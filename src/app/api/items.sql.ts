import { sql } from 'kysely'
import type { SquareDb } from '../../platform/db/database.ts'
import { linksOf, requestsOf } from '../../rooms/knowledge/public.ts'

const columns = [
  'id',
  'slug',
  'type',
  'title',
  'summary',
  'lang',
  'themes',
  'roles',
  'audiences',
  'regions',
  'details',
  'stewards',
  'authors',
  'source',
  'provenance',
  'licence',
  'written_on',
  'changed_at',
  'checked_at',
  'published_at',
  'version',
] as const

/** After which item a page of the list begins: the newest are first, ties go by id. */
export type Place = { readonly at: Date; readonly id: string }

export type ItemFilter = {
  readonly type?: string | undefined
  readonly theme?: string | undefined
  readonly role?: string | undefined
  readonly region?: string | undefined
  readonly steward?: string | undefined
  readonly language?: 'nl' | 'en' | undefined
}

const holds = (column: 'themes' | 'roles' | 'regions' | 'steward_slugs', value: string | undefined) =>
  value === undefined ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} @> ${[value]}::text[]`

/** Published items that fit all of it, newest first. */
export const listItems = (db: SquareDb, filter: ItemFilter, after: Place | null, limit: number) =>
  db
    .selectFrom('square.items')
    .select(columns)
    .$if(filter.type !== undefined, (query) => query.where('type', '=', filter.type ?? ''))
    .$if(filter.language !== undefined, (query) => query.where('lang', '=', filter.language ?? 'nl'))
    .where(holds('themes', filter.theme))
    .where(holds('roles', filter.role))
    .where(holds('regions', filter.region))
    .where(holds('steward_slugs', filter.steward))
    .$if(after !== null, (query) =>
      query.where((e) => e(e.refTuple('published_at', 'id'), '<', e.tuple(after?.at ?? new Date(0), after?.id ?? ''))),
    )
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

export type ItemRow = Awaited<ReturnType<typeof listItems>>[number]

/** One published item with its text; undefined when it never was, or was withdrawn. */
export const findItem = (db: SquareDb, slug: string) =>
  db
    .selectFrom('square.items')
    .select([
      ...columns,
      'body_html',
      linksOf.from.as('links_from'),
      linksOf.to.as('links_to'),
      requestsOf.as('requests'),
    ])
    .where('slug', '=', slug)
    .executeTakeFirst()
