import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { overSince } from './ages.rules.ts'
import { missingOf, type Missing } from './missing.rules.ts'
import { fields, holderOf } from './requests.sql.ts'
import { endStates, type State } from './states.rules.ts'

/** What the list of the desk can be narrowed to. */
export type ListFilter = {
  /** A state; `running` is all that has not ended, `ended` all that has. */
  readonly state: State | 'running' | 'ended'
  readonly theme: string | null
  readonly province: string | null
  readonly holder: 'me' | 'nobody' | null
  readonly age: 'over' | 'week' | 'month' | null
}

export type ListedRequest = {
  readonly id: string
  readonly number: string
  readonly state: State
  readonly stateSince: Date
  readonly askedAt: Date
  /** How the question begins, in the requester's own words. */
  readonly opening: string
  readonly lang: 'nl' | 'en'
  readonly province: string | null
  readonly themes: readonly string[]
  readonly missing: readonly Missing[]
  readonly heldBy: string | null
}

const openingLength = 110

const openingOf = (question: string): string => {
  const text = question.replace(/\s+/g, ' ')
  if (text.length <= openingLength) return text
  const cut = text.lastIndexOf(' ', openingLength)
  return `${text.slice(0, cut > 60 ? cut : openingLength)}…`
}

const narrowed = (tx: Tx, filter: ListFilter, me: string, now: Date) => {
  let wanted = tx
    .selectFrom('advice_requests')
    .where('state', '<>', filter.state === 'unconfirmed' ? 'merged' : 'unconfirmed')
  if (filter.state === 'running') wanted = wanted.where('state', 'not in', [...endStates])
  else if (filter.state === 'ended') wanted = wanted.where('state', 'in', [...endStates])
  else wanted = wanted.where('state', '=', filter.state)
  if (filter.theme !== null) wanted = wanted.where(sql<boolean>`${filter.theme} = any(theme_ids)`)
  if (filter.province !== null) wanted = wanted.where('province_code', '=', filter.province)
  if (filter.holder === 'me') wanted = wanted.where('held_by', '=', me)
  if (filter.holder === 'nobody') wanted = wanted.where('held_by', 'is', null)
  if (filter.age === 'over') wanted = wanted.where(isOver(now))
  if (filter.age === 'week') wanted = wanted.where('asked_at', '<=', new Date(now.getTime() - 7 * 86_400_000))
  if (filter.age === 'month') wanted = wanted.where('asked_at', '<=', new Date(now.getTime() - 30 * 86_400_000))
  return wanted
}

const isOver = (now: Date) =>
  sql<boolean>`(${sql.join(
    overSince(now).map(({ state, before }) => sql`(state = ${state} and state_since < ${before})`),
    sql` or `,
  )})`

/** The desk's list: what I hold first, then what stands longest. */
export async function listDesk(
  tx: Tx,
  vault: Vault,
  filter: ListFilter,
  me: string,
  page: { readonly size: number; readonly number: number },
  now: Date,
): Promise<{ rows: readonly ListedRequest[]; total: number }> {
  const wanted = narrowed(tx, filter, me, now)
  const { total } = await wanted.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await wanted
    .selectAll()
    .select(
      sql<number>`(select count(*)::int from house.advice_team t where t.request_id = advice_requests.id
        and t.accepted_at is not null and t.ended_at is null)`.as('accepted'),
    )
    .orderBy(sql`(held_by is not distinct from ${me}::uuid and ended_at is null)`, 'desc')
    .orderBy('state_since')
    .orderBy('id')
    .limit(page.size)
    .offset((page.number - 1) * page.size)
    .execute()
  const sealers = await vault.sealersOf(
    tx,
    rows.map((row) => holderOf(row.id)),
  )
  const listed = rows.flatMap((row): ListedRequest[] => {
    const sealer = sealers.get(holderOf(row.id))
    if (sealer === undefined) return []
    return [
      {
        id: row.id,
        number: row.number,
        state: row.state,
        stateSince: row.state_since,
        askedAt: row.asked_at,
        opening: openingOf(sealer.open(fields.question, row.question_sealed)),
        lang: row.lang,
        province: row.province_code,
        themes: row.theme_ids,
        missing: missingOf(row, row.accepted),
        heldBy: row.held_by,
      },
    ]
  })
  return { rows: listed, total }
}

/** What stands above the list: how many run, are new, have nobody, are over their time, are mine. */
export type DeskCounts = {
  readonly running: number
  readonly fresh: number
  readonly nobody: number
  readonly over: number
  readonly mine: number
}

export async function countDesk(tx: Tx, me: string, now: Date): Promise<DeskCounts> {
  return tx
    .selectFrom('advice_requests')
    .where('state', '<>', 'unconfirmed')
    .where('ended_at', 'is', null)
    .select([
      sql<number>`count(*)::int`.as('running'),
      sql<number>`(count(*) filter (where state = 'submitted'))::int`.as('fresh'),
      sql<number>`(count(*) filter (where held_by is null))::int`.as('nobody'),
      sql<number>`(count(*) filter (where ${isOver(now)}))::int`.as('over'),
      sql<number>`(count(*) filter (where held_by = ${me}::uuid))::int`.as('mine'),
    ])
    .executeTakeFirstOrThrow()
}

/** A request that resembles another: the same kind of organisation, or a theme in common. */
export type Similar = {
  readonly id: string
  readonly number: string
  readonly state: State
  readonly askedAt: Date
  readonly sameOrganisationKind: boolean
  readonly sharedThemes: readonly string[]
}

/** At most five others, most in common first, then newest. For coordinators: others see only their own. */
export async function listSimilar(
  tx: Tx,
  request: { readonly id: string; readonly themes: readonly string[]; readonly organisationKind: string | null },
): Promise<readonly Similar[]> {
  const { rows } = await sql<{
    id: string
    number: string
    state: State
    asked_at: Date
    same_kind: boolean
    shared: string[]
  }>`
    select * from (
      select id, number, state, asked_at, coalesce(organisation_kind = ${request.organisationKind}::text, false) as same_kind,
        array(select unnest(theme_ids) intersect select unnest(${[...request.themes]}::text[])) as shared
      from house.advice_requests where id <> ${request.id}::uuid and state not in ('unconfirmed', 'merged')) other
    where same_kind or cardinality(shared) > 0
    order by cardinality(shared) + same_kind::int desc, asked_at desc limit 5`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    state: row.state,
    askedAt: row.asked_at,
    sameOrganisationKind: row.same_kind,
    sharedThemes: row.shared,
  }))
}

/** How a request stands now, for who was too late. Nothing when they may not see it. */
export const findStanding = (tx: Tx, id: string) =>
  tx
    .selectFrom('advice_requests')
    .select(['id', 'number', 'state', 'state_since', 'held_by', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
