import type { Tx } from '../../../platform/db/database.ts'
import type { NewItem } from './subscriptions.rules.ts'
import '../square.tables.ts'

/** What was published in this time and still stands on the square, newest first. */
export async function listNews(tx: Tx, since: Date, end: Date): Promise<readonly NewItem[]> {
  const rows = await tx
    .selectFrom('square.items')
    .select(['slug', 'type', 'title', 'summary', 'themes', 'published_at'])
    .where('published_at', '>', since)
    .where('published_at', '<=', end)
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ published_at: publishedAt, ...row }) => ({ ...row, publishedAt }))
}
