import { sql } from 'kysely'
import type { PeopleBand } from '../../lib/disclosure/thresholds.ts'
import type { SquareDb } from '../../platform/db/database.ts'
import { overviewSize, type Overview } from './overviews.rules.ts'

const columns = ['slug', 'title', 'lang', 'themes', 'regions', 'details'] as const

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

/** The items of an overview; `page` from 1. Each carries how many there are on all pages. */
export const listOverview = (db: SquareDb, overview: Overview, page: number) =>
  db
    .selectFrom('square.items')
    .select(columns)
    .select(
      sql<PeopleBand | null>`(select json_build_object('from', s.people_from, 'below', s.people_below)
        from square.item_supports s where s.item_id = square.items.id)`.as('supporters'),
    )
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .where('type', 'in', [...overview.types])
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
