import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { changeRequest, coordinator, moveRequest } from './moving.actions.ts'
import { problems } from './problems.ts'
import { fields, findByNumber, lockRequest, sealerOfRequest, type RequestRow } from './requests.sql.ts'
import type { Audience, Form, Size } from './request.rules.ts'
import { hasEnded } from './states.rules.ts'

/** A request as a coordinator saw it. When it changed since, the press is refused with `changed-meanwhile` (409). */
export type SeenRequest = { readonly id: string; readonly version: number }

const lockSeen = (tx: Tx, seen: SeenRequest) => lockRequest(tx, seen.id, seen.version)

/** Takes a new question up; who presses holds it. Of two who press at once, one does. */
export async function takeIntoIntake(tx: Tx, by: string, seen: SeenRequest, now: Date): Promise<void> {
  const row = await lockSeen(tx, seen)
  await moveRequest(tx, row, 'in-intake', coordinator(by), now, 'advice.taken-into-intake', { held_by: by })
}

/** Hands a running request to another coordinator, or takes it over. */
export async function holdRequest(tx: Tx, by: string, seen: SeenRequest, holder: string, now: Date): Promise<void> {
  const row = await lockSeen(tx, seen)
  if (hasEnded(row.state)) throw problems['request-ended']()
  await changeRequest(tx, row, { held_by: holder })
  await record(tx, 'advice.handed-over', row.id, now, { own: holder === by })
}

/** Asks the requester something and waits. The clock of the desk stops; after 60 silent days the request ends kindly. */
export async function askRequester(
  tx: Tx,
  vault: Vault,
  by: string,
  seen: SeenRequest,
  text: string,
  now: Date,
): Promise<void> {
  const row = await lockSeen(tx, seen)
  await write(tx, vault, row, by, 'everyone', text, now)
  await moveRequest(tx, row, 'waiting-for-requester', coordinator(by), now, 'advice.requester-asked')
}

/** Goes on without waiting longer, where the request was. */
export async function stopWaiting(tx: Tx, by: string, seen: SeenRequest, now: Date): Promise<void> {
  const row = await lockSeen(tx, seen)
  if (row.waiting_from === null) throw problems['no-such-move']()
  await moveRequest(tx, row, row.waiting_from, coordinator(by), now, 'advice.waiting-stopped')
}

/** A message to the requester that asks for nothing; a neutral mail says that there is one. */
export async function writeToRequester(
  tx: Tx,
  vault: Vault,
  by: string,
  request: string,
  text: string,
  now: Date,
): Promise<void> {
  const row = await lockRequest(tx, request, null)
  if (hasEnded(row.state)) throw problems['request-ended']()
  await write(tx, vault, row, by, 'everyone', text, now)
  await record(tx, 'advice.requester-written-to', row.id, now)
}

/** A note that the requester never reads: for the desk, or for the team and the desk. */
export async function addInternalNote(
  tx: Tx,
  vault: Vault,
  by: string,
  request: string,
  note: { readonly audience: Exclude<Audience, 'everyone'>; readonly text: string },
  now: Date,
): Promise<void> {
  const row = await lockRequest(tx, request, null)
  await write(tx, vault, row, by, note.audience, note.text, now)
  await record(tx, 'advice.note-added', row.id, now, { audience: note.audience })
}

export type Division = {
  readonly size: Size
  readonly form: Form
  readonly themes: readonly string[]
  readonly questionKind: string | null
}

/** Says what kind of question this is: small or large, in which form, about what. */
export async function triageRequest(
  tx: Tx,
  by: string,
  seen: SeenRequest,
  division: Division,
  now: Date,
): Promise<void> {
  const row = await lockSeen(tx, seen)
  const { size, form, themes, questionKind } = division
  const changes = { size, form, theme_ids: [...themes], question_kind: questionKind }
  await moveRequest(tx, row, 'triaged', coordinator(by), now, 'advice.triaged', changes, { size, form })
}

/** Begins to look for the people who will answer. */
export async function seekDuo(tx: Tx, by: string, seen: SeenRequest, now: Date): Promise<void> {
  const row = await lockSeen(tx, seen)
  await moveRequest(tx, row, 'seeking-duo', coordinator(by), now, 'advice.duo-sought')
}

/** The team is complete and begins. */
export async function startWork(tx: Tx, by: string, seen: SeenRequest, now: Date): Promise<void> {
  const row = await lockSeen(tx, seen)
  await moveRequest(tx, row, 'in-progress', coordinator(by), now, 'advice.work-started')
}

/** Asks what was done with the advice before the term does. */
export async function askFeedback(tx: Tx, by: string, seen: SeenRequest, now: Date): Promise<void> {
  const row = await lockSeen(tx, seen)
  await moveRequest(tx, row, 'feedback-asked', coordinator(by), now, 'advice.feedback-asked')
}

/** Points the requester to somebody who can help better. `to` is read by the requester. */
export async function referRequest(
  tx: Tx,
  vault: Vault,
  by: string,
  seen: SeenRequest,
  to: string,
  now: Date,
): Promise<void> {
  const row = await lockSeen(tx, seen)
  const sealer = await sealerOfRequest(tx, vault, row.id)
  const referral = to.trim()
  const changes = referral === '' ? {} : { referral_sealed: sealer.seal(fields.referral, referral) }
  await moveRequest(tx, row, 'referred', coordinator(by), now, 'advice.referred', changes, {
    referred: referral !== '',
  })
}

/** Takes a referred request back to the desk. */
export async function takeBack(tx: Tx, by: string, seen: SeenRequest, now: Date): Promise<void> {
  const row = await lockSeen(tx, seen)
  await moveRequest(tx, row, 'in-intake', coordinator(by), now, 'advice.taken-back', { held_by: by })
}

/** Closes a request that has an answer or a referral, or gets a reason. `reason` is read by the requester; null when there is none. */
export async function closeRequest(
  tx: Tx,
  vault: Vault,
  by: string,
  seen: SeenRequest,
  reason: string | null,
  now: Date,
): Promise<void> {
  const row = await lockSeen(tx, seen)
  const sealer = await sealerOfRequest(tx, vault, row.id)
  const given = reason?.trim() ?? ''
  const changes = given === '' ? {} : { close_reason_sealed: sealer.seal(fields.closeReason, given) }
  const pending = given === '' ? {} : { reasonGiven: true }
  await moveRequest(tx, row, 'closed', coordinator(by), now, 'advice.closed', changes, pending)
}

/** Joins this request to another that runs. The requester of this one gets the answer through the desk. */
export async function mergeRequest(
  tx: Tx,
  by: string,
  seen: SeenRequest,
  intoNumber: string,
  now: Date,
): Promise<void> {
  const row = await lockSeen(tx, seen)
  const other = await findByNumber(tx, intoNumber)
  const fit = other !== undefined && other.id !== row.id ? other : null
  const changes = { merged_into: fit?.id ?? null }
  await moveRequest(tx, row, 'merged', coordinator(by), now, 'advice.merged', changes, {
    otherState: fit?.state ?? null,
  })
}

async function write(tx: Tx, vault: Vault, row: RequestRow, by: string, audience: Audience, text: string, now: Date) {
  const sealer = await sealerOfRequest(tx, vault, row.id)
  const id = randomUUID()
  await tx
    .insertInto('advice_messages')
    .values({
      id,
      request_id: row.id,
      audience,
      author_kind: 'desk',
      author_person: by,
      body_sealed: sealer.seal(fields.message(id), text),
      lang: row.lang,
      sent_at: now,
    })
    .execute()
}
