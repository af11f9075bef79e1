import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { announcerOf, type Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import { problems as platform } from '../../platform/problems.ts'
import { revokeLinks } from '../../platform/proofs.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { holdCeiling, mayAccept } from '../experts/public.ts'
import type { SeenRequest } from './desk.actions.ts'
import { changeRequest, coordinator, moveRequest } from './moving.actions.ts'
import { problems } from './problems.ts'
import { fields, isId, lockRequest, sealerOfRequest } from './requests.sql.ts'
import {
  whyNotInvited,
  whyNotOffered,
  type Candidate,
  type Reward,
  type SessionForm,
  type SessionKind,
} from './request.rules.ts'

/** Keyed by person and request together: the same person leaves another trace at another request. */
const traceOf = (vault: Vault, request: string, person: string) =>
  vault.blindIndex('advice-not-again', `${request}|${person}`)

export type Invitation = { readonly candidate: Candidate; readonly reward: Reward }

/**
 * Invites an expert for the first free place. Full and paused are the expert's own, and no coordinator can lift them.
 * @throws Problem reward-missing, expert-full, expert-paused, asked-before, team-full, changed-meanwhile
 */
export async function inviteExpert(
  tx: Tx,
  vault: Vault,
  by: string,
  seen: SeenRequest,
  { candidate, reward }: Invitation,
  now: Date,
): Promise<{ member: string }> {
  const row = await lockRequest(tx, seen.id, seen.version)
  if (row.state !== 'seeking-duo') throw problems['no-such-move']()
  const team = await tx
    .selectFrom('advice_team')
    .select(['place', 'person_id', 'ended_at'])
    .where('request_id', '=', row.id)
    .execute()
  const taken = new Set(team.filter((each) => each.ended_at === null).map((each) => each.place))
  const place = ([1, 2] as const).find((each) => !taken.has(each))
  const { rows } = await sql<{ before: boolean }>`
    select house.advice_asked_before(${row.id}::uuid, ${traceOf(vault, row.id, candidate.person)}) as before`.execute(
    tx,
  )
  const refusal =
    whyNotOffered(reward) ??
    whyNotInvited(candidate, {
      askedBefore: rows[0]?.before === true,
      onTeam: team.some((each) => each.person_id === candidate.person),
      openPlaces: place === undefined ? 0 : 1,
    })
  if (refusal) throw problems[refusal]()

  const sealer = await sealerOfRequest(tx, vault, row.id)
  const member = randomUUID()
  await tx
    .insertInto('advice_team')
    .values({
      id: member,
      request_id: row.id,
      person_id: candidate.person,
      place: place ?? 1,
      shown_name_sealed: sealer.seal(fields.shownName(member), candidate.shownName),
      reward_form: reward.form,
      reward_cents: reward.cents,
      invited_at: now,
      invited_by: by,
    })
    .execute()
  await changeRequest(tx, row, {})
  await record(tx, 'advice.expert-invited', member, now)
  return { member }
}

/** Takes an invitation back that nobody answered yet. It is gone as if it had not been. */
export async function withdrawInvitation(tx: Tx, seen: SeenRequest, member: string, now: Date): Promise<void> {
  const row = await lockRequest(tx, seen.id, seen.version)
  const ended = isId(member)
    ? await tx
        .updateTable('advice_team')
        .set({ ended_at: now })
        .where('id', '=', member)
        .where('request_id', '=', row.id)
        .where('accepted_at', 'is', null)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
    : undefined
  if (ended?.numUpdatedRows !== 1n) throw platform['changed-meanwhile']()
  await revokeLinks(tx, member, 'invitation')
  await changeRequest(tx, row, {})
  await record(tx, 'advice.invitation-withdrawn', row.id, now)
}

/** Who an invitation is for, to the person themselves only. @throws Problem invitation-ended */
async function getInvited(tx: Tx, member: string): Promise<{ person_id: string; request_id: string }> {
  const { rows } = isId(member)
    ? await sql<{
        person_id: string
        request_id: string
      }>`select * from house.advice_invited_person(${member}::uuid)`.execute(tx)
    : { rows: [] }
  const found = rows[0]
  if (found === undefined) throw problems['invitation-ended']()
  return found
}

/**
 * Yes, by page (session) or from the mail (link `invitation`). The own ceiling is judged again with the profile held
 * still: who was invited twice says yes to as many as they chose. @returns the request.
 * @throws Problem invitation-ended, own-ceiling-reached
 */
export async function acceptInvitation(tx: Tx, member: string, now: Date): Promise<{ request: string }> {
  const invited = await getInvited(tx, member)
  const ceiling = await holdCeiling(tx, invited.person_id)
  const counted = await sql<{ running: number }>`
    select house.advice_invited_running(${member}::uuid) as running`.execute(tx)
  if (!mayAccept(counted.rows[0]?.running ?? 0, ceiling)) throw problems['own-ceiling-reached']()
  const { rows } = await sql<{ request: string | null }>`
    select house.advice_accept(${member}::uuid) as request`.execute(tx)
  const request = rows[0]?.request
  if (!request) throw problems['invitation-ended']()
  await revokeLinks(tx, member, 'invitation')
  await record(tx, 'advice.invitation-accepted', request, now)
  return { request }
}

/**
 * No, without a reason. The row is gone and the diary is silent; the coordinators only see that the place is free again.
 * @throws Problem invitation-ended
 */
export async function declineInvitation(tx: Tx, vault: Vault, member: string, now: Date): Promise<void> {
  const found = await getInvited(tx, member)
  await sql`select house.advice_decline(${member}::uuid, ${traceOf(vault, found.request_id, found.person_id)})`.execute(
    tx,
  )
  await revokeLinks(tx, member, 'invitation')
  // Not `record`: the diary would keep who it was.
  await announcerOf(tx)(tx, { id: member, event: 'advice.place-free', subject: found.request_id, at: now })
}

/** Somebody of the team steps out, without a reason. The desk finds another. */
export async function leaveTeam(tx: Tx, by: string, request: string, now: Date): Promise<void> {
  const row = await lockRequest(tx, request, null)
  if (row.state !== 'seeking-duo' && row.state !== 'in-progress' && row.state !== 'waiting-for-requester')
    throw problems['no-such-move']()
  await changeRequest(tx, row, {})
  await record(tx, 'advice.team-changed', row.id, now)
  const left = await tx
    .updateTable('advice_team')
    .set({ ended_at: now })
    .where('request_id', '=', row.id)
    .where('person_id', '=', by)
    .where('accepted_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (left.numUpdatedRows !== 1n) throw platform['not-found']()
}

/** After somebody stepped out: looks for another. */
export async function seekAnother(tx: Tx, by: string, seen: SeenRequest, now: Date): Promise<void> {
  const row = await lockRequest(tx, seen.id, seen.version)
  await moveRequest(tx, row, 'seeking-duo', coordinator(by), now, 'advice.duo-sought')
}

export type Session = {
  /** `2026-11-21`, the day in Amsterdam. */
  readonly heldOn: string
  readonly kind: SessionKind
  readonly form: SessionForm
  readonly minutes: number
  readonly notes: string
}

/** Writes down a meeting: when, how, and what came of it. For the team and the desk. */
export async function addSession(
  tx: Tx,
  vault: Vault,
  by: string,
  request: string,
  session: Session,
  now: Date,
): Promise<{ id: string }> {
  const row = await lockRequest(tx, request, null)
  const sealer = await sealerOfRequest(tx, vault, row.id)
  const id = randomUUID()
  await tx
    .insertInto('advice_sessions')
    .values({
      id,
      request_id: row.id,
      held_on: session.heldOn,
      kind: session.kind,
      form: session.form,
      minutes: session.minutes,
      notes_sealed: sealer.seal(fields.notes(id), session.notes),
      written_by: by,
      written_at: now,
    })
    .execute()
  await record(tx, 'advice.session-held', row.id, now, { kind: session.kind })
  return { id }
}
