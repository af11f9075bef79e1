import { sql, type Generated } from 'kysely'
import type { Lang } from '../../lib/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { NewItem } from './newsletter.rules.ts'
import './square.tables.ts'

/**
 * Where a letter ends: the beginning of the last Tuesday in Amsterdam. The letter leaves hours later, so that nothing is
 * still being published before this moment, and it is the same moment however often the job runs.
 */
export async function endOfLetter(tx: Tx, now: Date): Promise<Date> {
  const { rows } = await sql<{ end: Date }>`
    select (date_trunc('week', (${now}::timestamptz at time zone 'Europe/Amsterdam') - interval '1 day') + interval '1 day')
      at time zone 'Europe/Amsterdam' as end`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('the database knows no time')
  return row.end
}

/** Who may have a letter coming, and since when. */
export const listDue = (tx: Tx, end: Date) =>
  tx
    .selectFrom('knowledge_subscriptions')
    .select(['id', 'digested_until'])
    .where('confirmed_at', 'is not', null)
    .where('digested_until', '<', end)
    .orderBy('id')
    .execute()

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

declare module '../../platform/db/tables.ts' {
  interface Tables {
    knowledge_subscriptions: {
      id: string
      email_index: Buffer
      email_sealed: Buffer
      lang: Lang
      themes: string[]
      asked_at: Date
      confirmed_at: Generated<Date | null>
      digested_until: Generated<Date | null>
    }
  }
}
