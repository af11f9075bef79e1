import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { announcerOf, type Tx } from '../../platform/db/database.ts'
import { record, type EventName } from '../../platform/diary.ts'
import { revokeLinks } from '../../platform/proofs.ts'
import { problems } from './problems.ts'
import { factsOf, type RequestRow } from './requests.sql.ts'
import {
  forgetAfter,
  hasEnded,
  mailEvent,
  findMove,
  whyNotMove,
  type Doing,
  type RequestFacts,
  type State,
} from './states.rules.ts'

/** Who acts: in which role, and which person when it is somebody with an account. */
export type Doer = { readonly kind: Doing; readonly person: string | null }
export const requester: Doer = { kind: 'requester', person: null }
export const time: Doer = { kind: 'time', person: null }
export const coordinator = (person: string): Doer => ({ kind: 'coordinator', person })
export const expert = (person: string): Doer => ({ kind: 'expert', person })

/** The columns that an action may set beside the state. */
export type Changes = Partial<
  Pick<
    RequestRow,
    | 'held_by'
    | 'size'
    | 'form'
    | 'theme_ids'
    | 'question_kind'
    | 'referral_sealed'
    | 'close_reason_sealed'
    | 'merged_into'
    | 'confirmed_at'
    | 'answered_at'
    | 'feedback_at'
  >
>

/**
 * Moves a locked request along the table of states, and records it. There is no other way from one state to another.
 * `pending` tells the rules what this action writes in the same transaction.
 * @throws Problem of the rule that refuses
 */
export async function moveRequest(
  tx: Tx,
  row: RequestRow,
  to: State,
  doer: Doer,
  now: Date,
  event: EventName,
  changes: Changes = {},
  pending: Partial<RequestFacts> = {},
): Promise<void> {
  const refusal = whyNotMove(await factsOf(tx, row, pending), to, doer.kind, now)
  if (refusal) throw problems[refusal]()
  const ended = hasEnded(to)
  await tx
    .updateTable('advice_requests')
    .set({
      ...changes,
      state: to,
      state_since: now,
      state_by: doer.kind,
      state_by_person: doer.person,
      waiting_from: to === 'waiting-for-requester' ? row.state : null,
      reminded_at: null,
      version: sql`version + 1`,
      ended_at: ended ? now : null,
      forget_after: forgetAfter(to, now),
    })
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow()
  if (ended) await endInvitations(tx, row.id)
  await record(tx, event, row.id, now, { from: row.state, to })
  const mail = findMove(row.state, to, doer.kind)?.mail ?? 'none'
  // The mail column of the table is what makes letters: no action sends one of its own accord.
  if (mail !== 'none') await announcerOf(tx)(tx, { id: randomUUID(), event: mailEvent(mail), subject: row.id, at: now })
}

/** Changes a request without moving it; what others saw of it is then old. */
export async function changeRequest(tx: Tx, row: RequestRow, changes: Changes): Promise<void> {
  await tx
    .updateTable('advice_requests')
    .set({ ...changes, version: sql`version + 1` })
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow()
}

/** Links of invitations that nobody answered stop working when the request ends; `advice_invitations()` hides them already. */
async function endInvitations(tx: Tx, request: string): Promise<void> {
  const open = await tx
    .selectFrom('advice_team')
    .select('id')
    .where('request_id', '=', request)
    .where('accepted_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
  for (const { id } of open) await revokeLinks(tx, id, 'invitation')
}
