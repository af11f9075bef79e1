import { sql } from 'kysely'
import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Holder, Vault } from '../../../platform/vault/vault.ts'
import { reach } from '../../accounts/public.ts'
import { isId } from '../filling/filling.rules.ts'
import { unknown } from '../problems.ts'
import './interviews.tables.ts'
import type { InterviewUse } from './interviews.tables.ts'
import type { InterviewState } from './interviews.states.rules.ts'
import type { Reward } from './rewards.rules.ts'
import '../tables.ts'
import type { State } from '../waves/waves.states.rules.ts'

/** Names and addresses of a round have a key of their own, made before the first answer comes in. */
export const interviewHolder = (wave: string): Holder => `survey-interviews:${wave}`
export const nameOfInterview = (id: string) => `surveys_interviews.name:${id}`
export const addressOfInterview = (id: string) => `surveys_interviews.address:${id}`
/** Another purpose than that of the addresses of a frame: the two hashes of one address differ. */
export const interviewIndex = (vault: Vault, email: string) => vault.blindIndex('survey-interview', email.toLowerCase())

export const isAfter = (state: State): boolean => state === 'closed' || state === 'cleaned' || state === 'published'

/** A wave with what its talks are about. */
export type Round = {
  readonly wave: string
  readonly state: State
  readonly closes: string | null
  readonly series: string
  readonly slug: string
  readonly title: Said
  readonly label: Said
  readonly organisation: string
  /** What the talks are about; null: nobody is asked for one. */
  readonly about: Said | null
}

const rounds = (tx: Tx) =>
  tx
    .selectFrom('surveys_waves as w')
    .innerJoin('surveys_series as s', 's.id', 'w.series_id')
    .leftJoin('surveys_interview_rounds as r', 'r.wave_id', 'w.id')
    .select(['w.id as wave', 'w.state', 'w.closes', 's.slug as series', 'w.slug', 's.title', 'w.label', 'r.about'])
    .select('s.organisation_id as organisation')

/** @throws Problem not-found */
export async function getRound(tx: Tx, wave: string): Promise<Round> {
  const row = isId(wave) ? await rounds(tx).where('w.id', '=', wave).executeTakeFirst() : undefined
  if (row === undefined) throw unknown()
  return row
}

/** The round of the wave that a link is about, where people are asked for a talk now; undefined when they are not. */
export const findAskingRound = (tx: Tx): Promise<(Round & { about: Said }) | undefined> =>
  rounds(tx)
    .where('w.id', '=', sql<string>`house.surveys_linked_wave()`)
    .where('w.state', '=', 'open')
    .where('r.wave_id', 'is not', null)
    .executeTakeFirst()
    .then((row) => (row === undefined || row.about === null ? undefined : { ...row, about: row.about }))

/** What people are asked for. */
export type Proposal = {
  readonly id: string
  readonly moment: string
  readonly place: string
  readonly minutes: number
  readonly reward: Reward
  /** "2026-11-22". */
  readonly replyBy: string
}

/** Somebody who may be asked for a talk, or was. */
export type Interview = {
  readonly id: string
  readonly wave: string
  readonly state: InterviewState
  readonly stateOn: string | null
  readonly until: string | null
  readonly uses: readonly InterviewUse[]
  readonly lang: Lang
  readonly textVersion: number
  /** Null once the person is out. */
  readonly name: string | null
  readonly proposal: Proposal | null
}

const joined = (tx: Tx) =>
  tx
    .selectFrom('surveys_interviews as i')
    .leftJoin('surveys_interview_proposals as p', 'p.id', 'i.proposal_id')
    .select(['i.id', 'i.wave_id as wave', 'i.state', 'i.state_on as stateOn', 'i.until', 'i.uses', 'i.lang'])
    .select(['i.text_version as textVersion', 'i.name_sealed as name', 'p.id as proposal', 'p.moment', 'p.place'])
    .select(['p.minutes', 'p.reward_form as form', 'p.reward_cents as cents', 'p.reply_by as replyBy'])

async function opened(
  tx: Tx,
  vault: Vault,
  rows: Awaited<ReturnType<ReturnType<typeof joined>['execute']>>,
): Promise<readonly Interview[]> {
  const sealers = await vault.sealersOf(tx, [...new Set(rows.map(({ wave }) => interviewHolder(wave)))])
  return rows.map(({ proposal, moment, place, minutes, form, cents, replyBy, ...row }) => ({
    ...row,
    name:
      row.name === null
        ? null
        : (sealers.get(interviewHolder(row.wave))?.open(nameOfInterview(row.id), row.name) ?? null),
    proposal:
      proposal === null
        ? null
        : {
            id: proposal,
            moment: moment ?? '',
            place: place ?? '',
            minutes: minutes ?? 0,
            reward: { form: form ?? '', cents: cents ?? 0 },
            replyBy: replyBy ?? '',
          },
  }))
}

/** Everybody of a wave whom the actor may see: for researchers those who said that it is right, once the wave has closed. */
export const listInterviews = async (tx: Tx, vault: Vault, wave: string): Promise<readonly Interview[]> =>
  opened(tx, vault, await joined(tx).where('i.wave_id', '=', wave).orderBy('i.id').execute())

/** One, held for the rest of the transaction when it is about to move. @throws Problem not-found */
export async function getInterview(tx: Tx, vault: Vault, id: string, held = false): Promise<Interview> {
  if (!isId(id)) throw unknown()
  if (held) await tx.selectFrom('surveys_interviews').select('id').where('id', '=', id).forUpdate().execute()
  const [found] = await opened(tx, vault, await joined(tx).where('i.id', '=', id).execute())
  if (found === undefined) throw unknown()
  return found
}

/** When the same address was asked for a talk last, in any poll; null when it never was. */
export async function lastAskedOn(tx: Tx, interview: string): Promise<string | null> {
  const { rows } = await sql<{
    asked: string | null
  }>`select house.surveys_interview_asked(${interview}::uuid)::text as asked`.execute(tx)
  return rows[0]?.asked ?? null
}

/** Where somebody can be reached who said yes to a proposal; null for anybody else. */
export async function addressOf(tx: Tx, vault: Vault, { id, wave }: Interview): Promise<string | null> {
  const { rows } = await sql<{
    address: Buffer | null
  }>`select house.surveys_interview_address(${id}::uuid) as address`.execute(tx)
  const sealed = rows[0]?.address ?? null
  const sealer = await vault.sealerOf(tx, interviewHolder(wave))
  return sealed === null || sealer === null ? null : sealer.open(addressOfInterview(id), sealed)
}

/** The rows that lead to the address of somebody with an account. Worker's door. */
export async function listInterviewsOf(tx: Tx, vault: Vault, person: string) {
  const account = await reach(tx, vault, person)
  if (account === null) return []
  return tx
    .selectFrom('surveys_interviews as i')
    .innerJoin('surveys_waves as w', 'w.id', 'i.wave_id')
    .innerJoin('surveys_series as s', 's.id', 'w.series_id')
    .select(['i.id', 's.slug as series', 'w.slug as wave', 'i.state'])
    .where('i.address_index', '=', interviewIndex(vault, account.email))
    .execute()
}

/** The items that came of the talks of a wave, in the order in which they were linked. */
export const listLinkedItems = (tx: Tx, wave: string) =>
  tx
    .selectFrom('surveys_interview_items')
    .select('item_id as item')
    .where('wave_id', '=', wave)
    .orderBy('linked_at')
    .orderBy('item_id')
    .execute()
    .then((rows) => rows.map(({ item }) => item))

/** How many talks of a wave were held, for who may see them all. */
export const countHeld = (tx: Tx, wave: string): Promise<number> =>
  tx
    .selectFrom('surveys_interviews')
    .select(({ fn }) => fn.countAll<string>().as('held'))
    .where('wave_id', '=', wave)
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow()
    .then(({ held }) => Number(held))
