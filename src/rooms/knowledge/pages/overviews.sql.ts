import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { PeopleBand } from '../../../lib/disclosure/thresholds.ts'
import type { SquareDb } from '../../../platform/db/database.ts'
import { codesWithin } from '../../regions/public.ts'
import { details } from '../kinds/kinds.rules.ts'
import { requestsOf } from '../items/items.square.sql.ts'
import { overviewSize, type Narrowed, type Narrowing, type Overview } from '../kinds/overviews.rules.ts'

const columns = ['slug', 'title', 'lang', 'themes', 'roles', 'regions', 'details'] as const

const firstBy = (order: Overview['order']) => {
  switch (order.by) {
    case 'name':
      return sql`lower(title)`
    case 'year':
      return sql`-coalesce((details->>'year')::int, 0)`
    case 'value':
      return sql`coalesce(array_position(${[...order.values]}::text[], details->>${order.detail}::text), 99)`
    case 'support':
      // Below ten there is no row: those questions stand in the order of their names and say nothing.
      return sql`-coalesce((select s.people_from from square.item_supports s where s.item_id = square.items.id), 0)`
  }
}

const fits = (by: Narrowing, value: string): RawBuilder<SqlBool> => {
  switch (by) {
    case 'theme':
      return sql`themes @> ${[value]}::text[]`
    case 'role':
      return sql`roles @> ${[value]}::text[]`
    case 'region':
      // What is about everywhere is about this region as well.
      return sql`(regions && ${[...codesWithin(value)]}::text[] or regions = '{}')`
    case 'position':
      return sql`strpos(lower(details->>'position'), lower(${value})) > 0`
    default:
      return sql`details @> ${JSON.stringify({ [by]: details[by].sort === 'choices' ? [value] : value })}::jsonb`
  }
}

/** What readers can choose from: for each way to narrow an overview the values that occur in it. */
export async function listOccurring(
  db: SquareDb,
  overview: Overview,
): Promise<ReadonlyMap<Narrowing, ReadonlySet<string>>> {
  const values = overview.narrowedBy.flatMap((by) => {
    if (by === 'region' || by === 'position') return []
    if (by === 'theme') return [sql`select 'theme' as narrowing, unnest(themes) as value`]
    if (by === 'role') return [sql`select 'role' as narrowing, unnest(roles) as value`]
    // Without `strict` one value and a list of values are taken apart alike.
    return [sql`select ${by} as narrowing, jsonb_path_query(details, ${`$.${by}[*]`}::jsonpath) #>> '{}' as value`]
  })
  const { rows } = await sql<{ narrowing: Narrowing; value: string }>`
    select distinct v.narrowing, v.value from square.items cross join lateral (${sql.join(values, sql` union all `)}) v
     where type = any(${[...overview.types]}::text[])`.execute(db)
  const found = new Map<Narrowing, Set<string>>()
  for (const { narrowing, value } of rows) found.set(narrowing, (found.get(narrowing) ?? new Set()).add(value))
  return found
}

/** The items of an overview that fit what was chosen; `page` from 1. Each carries how many there are on all pages. */
export const listOverview = (db: SquareDb, overview: Overview, narrowed: Narrowed, page: number) =>
  db
    .selectFrom('square.items')
    .select(columns)
    .select(
      sql<PeopleBand | null>`(select json_build_object('from', s.people_from, 'below', s.people_below)
        from square.item_supports s where s.item_id = square.items.id)`.as('supporters'),
    )
    .select(requestsOf.as('requests'))
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .where('type', 'in', [...overview.types])
    .where((e) =>
      e.and(
        overview.narrowedBy.flatMap((by) => {
          const value = narrowed[by]
          return value === undefined ? [] : [fits(by, value)]
        }),
      ),
    )
    .orderBy(firstBy(overview.order))
    .orderBy(sql`lower(title)`)
    .orderBy('id')
    .limit(overviewSize)
    .offset((page - 1) * overviewSize)
    .execute()

export type OverviewRow = Awaited<ReturnType<typeof listOverview>>[number]

/** Trainings by their path words, in the order in which those were given; what is not there is left out. */
export async function listTrainings(db: SquareDb, slugs: readonly string[]) {
  if (slugs.length === 0) return []
  const rows = await db
    .selectFrom('square.items')
    .select(columns)
    .select(
      sql<readonly string[]>`array(select a.organisation_name from square.item_acceptances a
        where a.item_id = square.items.id order by a.organisation_name)`.as('accepted_by'),
    )
    .where('type', '=', 'training')
    .where('slug', 'in', [...slugs])
    .execute()
  return rows.toSorted((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug))
}

export type TrainingRow = Awaited<ReturnType<typeof listTrainings>>[number]
