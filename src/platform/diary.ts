import { sql } from 'kysely'
import { announcerOf, type Tx } from './db/database.ts'

/** `room.what-happened`. */
export type EventName = `${string}.${string}`

/**
 * Writes in the diary what happened, and enqueues the jobs that wait for it, in the transaction of the effect.
 * Who acted is taken from the proof of the transaction. `detail` holds names of fields and states, never anybody's words.
 */
export async function record(
  tx: Tx,
  event: EventName,
  subject: string | null,
  now: Date,
  detail: Readonly<Record<string, string | number | boolean | null>> = {},
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select house.record(${event}, ${subject}, ${now}, ${JSON.stringify(detail)}::jsonb)::text as id`.execute(tx)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('the diary gave no number')
  await announcerOf(tx)(tx, { id, event, subject, at: now })
}
