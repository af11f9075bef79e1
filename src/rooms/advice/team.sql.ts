import { sql } from 'kysely'
import type { Lang } from '../../lib/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { seenOf, type RequestSeen } from './seen.sql.ts'
import { fields, holderOf } from './requests.sql.ts'
import type { Form, Size } from './request.rules.ts'

export type InvitationSeen = {
  readonly member: string
  readonly request: string
  readonly lang: Lang
  readonly question: string
  readonly themes: readonly string[]
  readonly questionKind: string | null
  readonly size: Size | null
  readonly form: Form | null
  readonly province: string | null
  readonly reward: { readonly form: string; readonly cents: number }
  readonly invitedAt: Date
}

/** Invitations that wait for who acts (session), or the one of the link: only what is needed to decide. */
export async function listInvitations(tx: Tx, vault: Vault): Promise<readonly InvitationSeen[]> {
  const { rows } = await sql<{
    member_id: string
    request_id: string
    lang: Lang
    question_sealed: Buffer
    theme_ids: string[]
    question_kind: string | null
    size: Size | null
    form: Form | null
    province_code: string | null
    reward_form: string
    reward_cents: number
    invited_at: Date
  }>`select * from house.advice_invitations()`.execute(tx)
  const sealers = await vault.sealersOf(
    tx,
    rows.map((row) => holderOf(row.request_id)),
  )
  return rows.flatMap((row) => {
    const sealer = sealers.get(holderOf(row.request_id))
    if (sealer === undefined) return []
    return [
      {
        member: row.member_id,
        request: row.request_id,
        lang: row.lang,
        question: sealer.open(fields.question, row.question_sealed),
        themes: row.theme_ids,
        questionKind: row.question_kind,
        size: row.size,
        form: row.form,
        province: row.province_code,
        reward: { form: row.reward_form, cents: row.reward_cents },
        invitedAt: row.invited_at,
      },
    ]
  })
}

/** Requests on whose team a person is, newest first. */
export async function listOfTeam(tx: Tx, vault: Vault, person: string): Promise<readonly RequestSeen[]> {
  const rows = await tx
    .selectFrom('advice_requests')
    .innerJoin('advice_team', 'advice_team.request_id', 'advice_requests.id')
    .selectAll('advice_requests')
    .where('advice_team.person_id', '=', person)
    .where('advice_team.accepted_at', 'is not', null)
    .where('advice_team.ended_at', 'is', null)
    .orderBy('advice_requests.state_since', 'desc')
    .execute()
  const sealers = await vault.sealersOf(
    tx,
    rows.map((row) => holderOf(row.id)),
  )
  return rows.flatMap((row) => {
    const sealer = sealers.get(holderOf(row.id))
    return sealer === undefined ? [] : [seenOf(row, sealer)]
  })
}

/** What the desk sees of how busy somebody is: requests they work on, invitations that wait. A "no" is in none of it. */
export type TeamLoad = { readonly running: number; readonly invited: number; readonly lastAskedAt: Date | null }

/** Running requests, open invitations and when last asked, per person; who was never asked is absent. For coordinators. */
export async function teamLoads(tx: Tx): Promise<ReadonlyMap<string, TeamLoad>> {
  const { rows } = await sql<{ person_id: string; running: number; invited: number; last_asked: Date | null }>`
    select person_id, (count(*) filter (where accepted_at is not null and ended_at is null and finished_at is null
        and exists (select from house.advice_requests r where r.id = request_id and r.ended_at is null)))::int as running,
      (count(*) filter (where accepted_at is null and ended_at is null
        and exists (select from house.advice_requests r where r.id = request_id and coalesce(r.waiting_from, r.state) = 'seeking-duo')))::int as invited,
      max(invited_at) as last_asked
    from house.advice_team where person_id is not null group by person_id`.execute(tx)
  return new Map(
    rows.map((row) => [row.person_id, { running: row.running, invited: row.invited, lastAskedAt: row.last_asked }]),
  )
}
