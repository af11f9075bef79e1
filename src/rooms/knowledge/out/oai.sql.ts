import { sql, type RawBuilder } from 'kysely'
import type { Lang } from '../../../lib/words.ts'
import type { SquareDb } from '../../../platform/db/database.ts'
import type { Source, Steward } from '../square.tables.ts'

/** A record of the repository: an item, or what is left of one that was withdrawn. */
export type RepositoryRecord = {
  readonly id: string
  readonly changed: Date
  readonly type: string
  readonly themes: string[]
} & (
  | { readonly deleted: true }
  | {
      readonly deleted: false
      readonly slug: string
      readonly title: string
      readonly summary: string
      readonly lang: Lang
      readonly stewards: readonly Steward[]
      readonly authors: readonly string[]
      readonly roles: readonly string[]
      readonly regions: readonly string[]
      readonly source: Source | null
      readonly licence: string
      readonly written_on: string | null
      readonly published_at: Date
    }
)

/** A list that is asked for. Records that changed after `asOf` are left for a later visit. `theme` '' is any theme. */
export type Sought = {
  readonly from: Date | null
  readonly until: Date | null
  readonly asOf: Date
  readonly type: string | null
  readonly theme: string | null
  readonly after: { readonly changed: Date; readonly id: string } | null
}

const within = (moment: RawBuilder<unknown>, { from, until, asOf, type, theme, after }: Sought) => {
  const last = until !== null && until < asOf ? until : asOf
  return sql.join(
    [
      sql`${moment} <= ${last}`,
      ...(from === null ? [] : [sql`${moment} >= ${from}`]),
      ...(type === null ? [] : [sql`type = ${type}`]),
      ...(theme === null ? [] : [theme === '' ? sql`themes <> '{}'` : sql`themes @> ${[theme]}::text[]`]),
      ...(after === null ? [] : [sql`(${moment}, id) > (${after.changed}, ${after.id}::uuid)`]),
    ],
    sql` and `,
  )
}

const standingColumns = sql`id, recorded_at as changed, type, themes, false as deleted, slug, title, summary, lang, stewards, authors, roles, regions, source, licence, written_on::text, published_at`
const withdrawnColumns = sql`id, at as changed, type, themes, true as deleted, slug, null, null, null, null::jsonb, null::text[], null::text[], null::text[], null::jsonb, null, null, null::timestamptz`

/** Records in the order in which they changed, at most `limit`. */
export async function listRepository(
  db: SquareDb,
  sought: Sought,
  limit: number,
): Promise<readonly RepositoryRecord[]> {
  const { rows } = await sql<RepositoryRecord>`
    (select ${standingColumns} from square.items where ${within(sql`recorded_at`, sought)} order by recorded_at, id limit ${limit})
    union all
    (select ${withdrawnColumns} from square.withdrawn_items where ${within(sql`at`, sought)} order by at, id limit ${limit})
    order by changed, id limit ${limit}`.execute(db)
  return rows
}

/** @returns the record with this number, also a withdrawn one; undefined when it never was. */
export async function findRecord(db: SquareDb, id: string): Promise<RepositoryRecord | undefined> {
  const { rows } = await sql<RepositoryRecord>`
    select ${standingColumns} from square.items where id = ${id}::uuid
    union all
    select ${withdrawnColumns} from square.withdrawn_items where id = ${id}::uuid`.execute(db)
  return rows[0]
}
