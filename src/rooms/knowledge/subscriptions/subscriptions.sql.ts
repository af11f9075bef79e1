import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { SubscriptionKind } from './subscriptions.tables.ts'

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

/** Who may have a letter of this kind coming, and since when. */
export const listDue = (tx: Tx, kind: SubscriptionKind, end: Date) =>
  tx
    .selectFrom('knowledge_subscriptions')
    .select(['id', 'digested_until'])
    .where('kind', '=', kind)
    .where('confirmed_at', 'is not', null)
    .where('digested_until', '<', end)
    .orderBy('id')
    .execute()

/** What a subscription holds beside the address; undefined when it is not there any more. */
export const findSubscription = (tx: Tx, id: string) =>
  tx
    .selectFrom('knowledge_subscriptions')
    .select(['id', 'kind', 'email_index', 'lang', 'themes', 'confirmed_at', 'digested_until'])
    .where('id', '=', id)
    .executeTakeFirst()
