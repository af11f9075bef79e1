import { sql } from 'kysely'
import type { SearchQuery } from '../../../lib/dutch/query.ts'
import type { SquareDb, Tx } from '../../../platform/db/database.ts'
import { narrowedBy } from './candidates.sql.ts'
import type { Filters } from './search.facets.ts'
import { mostInLetter, type NewItem } from '../subscriptions/subscriptions.rules.ts'
import '../subscriptions/subscriptions.tables.ts'

/** What a subscription follows, sealed; undefined when it is not there any more. */
export const findSavedSearch = (tx: Tx, id: string) =>
  tx
    .selectFrom('knowledge_saved_searches')
    .select(['subscription_id as id', 'search_sealed', 'search_index'])
    .where('subscription_id', '=', id)
    .executeTakeFirst()

/** Another confirmed subscription to the same search at the same address. */
export const findSameSearch = (tx: Tx, address: Buffer, search: Buffer) =>
  tx
    .selectFrom('knowledge_subscriptions as s')
    .innerJoin('knowledge_saved_searches as q', 'q.subscription_id', 's.id')
    .select('s.id')
    .where('s.email_index', '=', address)
    .where('q.search_index', '=', search)
    .where('s.confirmed_at', 'is not', null)
    .executeTakeFirst()

/**
 * What was published in this time, still stands on the square and answers every term of a search, newest first: as many as
 * a letter names, and how many there are. Choices hold as on the page of the search.
 */
export async function listNewAnswers(
  db: SquareDb,
  { terms }: SearchQuery,
  filters: Filters,
  time: { readonly since: Date; readonly end: Date },
): Promise<{ readonly items: readonly NewItem[]; readonly all: number }> {
  if (terms.length === 0) return { items: [], all: 0 }
  const { rows } = await sql<Omit<NewItem, 'publishedAt'> & { published_at: Date; all: number }>`
    select i.slug, i.type, i.title, i.summary, i.themes, i.published_at, count(*) over ()::int as all
      from square.items i
     where i.published_at > ${time.since} and i.published_at <= ${time.end}
       and ${sql.join(
         terms.map(
           ({ match }) =>
             sql`exists (select from square.passages p where p.item_id = i.id and p.vector @@ ${match}::tsquery${narrowedBy(filters)})`,
         ),
         sql` and `,
       )}
     order by i.published_at desc, i.id limit ${mostInLetter}`.execute(db)
  return {
    items: rows.map(({ slug, type, title, summary, themes, published_at: publishedAt }) => ({
      slug,
      type,
      title,
      summary,
      themes,
      publishedAt,
    })),
    all: rows[0]?.all ?? 0,
  }
}

/** What stewards are called, by their slug; who keeps nothing on the square is absent. */
export const findStewardNames = async (
  db: SquareDb,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (slugs.length === 0) return new Map()
  const rows = await db
    .selectFrom('square.stewards')
    .select(['slug', 'name'])
    .where('slug', 'in', [...slugs])
    .execute()
  return new Map(rows.map((row) => [row.slug, row.name]))
}
