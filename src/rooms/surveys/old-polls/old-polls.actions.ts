import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { OldPoll } from './old-prints.rules.ts'
import './old-polls.tables.ts'
import { unknown } from '../problems.ts'

/** Keeps what is left of an old poll, for all researchers. @returns its id */
export async function bringInOldPoll(
  tx: Tx,
  poll: OldPoll & { readonly title: string; readonly year: number; readonly source: string; readonly by: string },
  now: Date,
): Promise<string> {
  const { answers, by, ...rest } = poll
  const id = randomUUID()
  await tx
    .insertInto('surveys_old_polls')
    .values({ id, ...rest, answers: JSON.stringify(answers), made_by: by, made_at: now })
    .execute()
  await record(tx, 'surveys.old-poll-brought-in', id, now)
  return id
}

/** @throws Problem not-found */
export async function dropOldPoll(tx: Tx, id: string, now: Date): Promise<void> {
  const { numDeletedRows } = await tx.deleteFrom('surveys_old_polls').where('id', '=', id).executeTakeFirst()
  if (numDeletedRows === 0n) throw unknown()
  await record(tx, 'surveys.old-poll-dropped', id, now)
}
