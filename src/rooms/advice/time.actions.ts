import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { announcerOf, type Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import { moveRequest, time } from './moving.actions.ts'
import { listSince, lockRequest } from './requests.sql.ts'
import { moves, reminderAfter, terms, type State } from './states.rules.ts'

const dayMs = 86_400_000
const before = (now: Date, days: number) => new Date(now.getTime() - days * dayMs)

const eventOf: Readonly<Partial<Record<State, `advice.${string}`>>> = {
  expired: 'advice.expired',
  'feedback-asked': 'advice.feedback-asked',
  closed: 'advice.closed',
}

/** A step that time takes. */
export type TimeStep = { readonly from: State; readonly to: State; readonly days: number }

/** Every move of the table that time makes, with its term. */
export const timeSteps: readonly TimeStep[] = moves
  .filter((move) => move.who === 'time')
  .map(({ from, to }) => ({ from, to, days: from in terms ? terms[from as keyof typeof terms] : Infinity }))

/** Requests whose term for this step is over, at most a batch. */
export const listDue = (tx: Tx, step: TimeStep, now: Date) => listSince(tx, step.from, before(now, step.days))

/** Moves one request whose term is over; nothing when it moved meanwhile. */
export async function moveInTime(tx: Tx, step: TimeStep, id: string, now: Date): Promise<void> {
  const row = await lockRequest(tx, id, null)
  if (row.state !== step.from || row.state_since > before(now, step.days)) return
  await moveRequest(tx, row, step.to, time, now, eventOf[step.to] ?? 'advice.moved')
}

/** Asks, once, whether the requester still wants an answer: after 30 days of waiting. @returns how many were reminded. */
export async function remindWaiting(tx: Tx, now: Date): Promise<number> {
  const due = await tx
    .updateTable('advice_requests')
    .set({ reminded_at: now })
    .where('state', '=', 'waiting-for-requester')
    .where('state_since', '<=', before(now, reminderAfter))
    .where('reminded_at', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of due) {
    await record(tx, 'advice.requester-reminded', id, now)
    await announcerOf(tx)(tx, { id: randomUUID(), event: 'advice.mail-still-there', subject: id, at: now })
  }
  return due.length
}

const batch = 500

/** What is forgotten: unconfirmed questions after 7 days, others after their term. */
export type Forgotten = 'unconfirmed' | 'ended'

const dueTo = (tx: Tx, what: Forgotten, now: Date) => {
  const due = tx.selectFrom('advice_requests').where('forget_after', '<=', now)
  return what === 'unconfirmed' ? due.where('state', '=', 'unconfirmed') : due.where('state', '<>', 'unconfirmed')
}

/**
 * Deletes requests whose time has come, with all that hangs on them, their links, and the key that sealed their words.
 * Worker's door. @returns how many; in a dry run how many are due.
 */
export async function forgetRequests(tx: Tx, what: Forgotten, now: Date, dryRun: boolean): Promise<number> {
  if (dryRun)
    return (
      await dueTo(tx, what, now)
        .select(sql<number>`count(*)::int`.as('n'))
        .executeTakeFirstOrThrow()
    ).n
  const due = await dueTo(tx, what, now).select('id').limit(batch).execute()
  const ids = due.map((row) => row.id)
  return deleteRequests(tx, await withMerged(tx, ids), now)
}

/** These requests and those that were merged into them. */
async function withMerged(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive gone as (
      select id from house.advice_requests where id = any(${ids}::uuid[])
      union select r.id from house.advice_requests r join gone on r.merged_into = gone.id)
    select id from gone`.execute(tx)
  return rows.map((row) => row.id)
}

/** Deletes these requests, with their links and their keys. Worker's door. @returns how many */
export async function deleteRequests(tx: Tx, all: readonly string[], now: Date): Promise<number> {
  if (all.length === 0) return 0
  for (const id of all) await sql`select house.revoke_links(${id}, null)`.execute(tx)
  await tx.deleteFrom('advice_requests').where('id', 'in', all).execute()
  // The sealed words are gone with their rows; without the key a copy in a backup cannot be read either.
  await tx
    .deleteFrom('platform_data_keys')
    .where(
      'holder',
      'in',
      all.map((id) => `request:${id}`),
    )
    .execute()
  // Other rooms hold what came from a request; each lets go of it.
  for (const id of all) await record(tx, 'advice.request-forgotten', id, now)
  return all.length
}

/** A year after they were given, evaluations lose their words and whose they were; the scores stay. Worker's door. */
export async function anonymiseEvaluations(tx: Tx, now: Date, dryRun: boolean): Promise<number> {
  const old = before(now, 365)
  if (dryRun) {
    const due = tx.selectFrom('advice_evaluations').where('anonymised_at', 'is', null).where('given_at', '<=', old)
    return (await due.select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow()).n
  }
  const done = await tx
    .updateTable('advice_evaluations')
    .set({ person_id: null, text_sealed: null, anonymised_at: now })
    .where('id', 'in', (q) =>
      q
        .selectFrom('advice_evaluations')
        .select('id')
        .where('anonymised_at', 'is', null)
        .where('given_at', '<=', old)
        .limit(batch),
    )
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
