import type { Lang } from '../../lib/words.ts'
import type { SquareDb } from '../../platform/db/database.ts'
import type { Hit } from './search.sql.ts'

/** @returns the item with this path word, or undefined: it never was, or was withdrawn. One indexed read. */
export const findItem = (db: SquareDb, slug: string) =>
  db.selectFrom('square.items').selectAll().where('slug', '=', slug).executeTakeFirst()

/** Whether an item stood under this path word and was taken off the square. */
export const isWithdrawn = async (db: SquareDb, slug: string): Promise<boolean> =>
  (await db.selectFrom('square.withdrawn_items').select('id').where('slug', '=', slug).executeTakeFirst()) !== undefined

/** The newest items; those in the reader's language first. */
export async function listNewest(db: SquareDb, lang: Lang, limit: number): Promise<readonly Hit[]> {
  const rows = await db
    .selectFrom('square.items')
    .select(['id', 'slug', 'type', 'title', 'summary', 'lang', 'themes', 'stewards', 'checked_at'])
    .orderBy((each) => each.case().when('lang', '=', lang).then(0).else(1).end())
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ...row,
    checkedAt: row.checked_at,
    heading: null,
    passage: row.summary,
    position: 0,
    terms: 0,
  }))
}
