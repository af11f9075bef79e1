import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { dayAt } from '../../../lib/days.ts'
import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { consentVersion, type keepMonths } from './interviewees.rules.ts'
import { problems } from './interviews.problems.ts'
import {
  addressOfInterview,
  findAskingRound,
  getInterview,
  interviewHolder,
  interviewIndex,
  nameOfInterview,
} from './interviews.sql.ts'
import { findInterviewMove, whyNotInterviewMove, type InterviewState } from './interviews.states.rules.ts'
import type { InterviewUse } from './interviews.tables.ts'

/** What somebody leaves who wants to talk. `email` in the grammar of `normaliseEmailAddress`. */
export type LeftContact = {
  readonly name: string
  readonly email: string
  readonly uses: readonly InterviewUse[]
  readonly months: (typeof keepMonths)[number]
  readonly lang: Lang
}

/**
 * Keeps the name and address of somebody who sent a sheet and wants to talk. It writes one row, and nothing else: no day, no
 * line in the diary, no letter. The same address a second time changes nothing.
 * @throws Problem interviews-not-asked when the sheet was not sent, the wave is not open or nobody is asked for a talk
 */
export async function leaveContact(tx: Tx, vault: Vault, left: LeftContact): Promise<void> {
  const round = await findAskingRound(tx)
  const sealer = round && (await vault.sealerOf(tx, interviewHolder(round.wave)))
  if (!sealer) throw problems['interviews-not-asked']()
  const id = randomUUID()
  await sql`select house.surveys_leave_contact(${id}::uuid, ${sealer.seal(nameOfInterview(id), left.name)},
    ${sealer.seal(addressOfInterview(id), left.email)}, ${interviewIndex(vault, left.email)}, ${left.lang},
    ${[...left.uses]}::text[], ${left.months}::smallint, ${consentVersion}::smallint)`.execute(tx)
}

const erased = { name_sealed: null, address_sealed: null }

async function move(tx: Tx, vault: Vault, id: string, to: InterviewState, now: Date): Promise<void> {
  const interview = await getInterview(tx, vault, id, true)
  // A second press finds it done.
  if (interview.state === to) return
  const today = dayAt(now)
  const replyBy = interview.proposal?.replyBy ?? null
  const facts = { state: interview.state, waveClosed: true, offered: true, askedOn: null, replyBy }
  const refusal = whyNotInterviewMove(facts, to, 'interviewee', today)
  if (refusal !== null) throw problems[refusal]()
  const erases = findInterviewMove(interview.state, to, 'interviewee')?.erases === true
  await tx
    .updateTable('surveys_interviews')
    .set({ state: to, state_on: today, ...(erases && erased), ...(to === 'withdrawn' && { address_index: null }) })
    .where('id', '=', id)
    .execute()
}

/** Says that it is right: from now on researchers see the name. @throws Problem not-found, no-such-interview-move */
export async function consentToInterviews(tx: Tx, vault: Vault, id: string, now: Date): Promise<void> {
  await move(tx, vault, id, 'consented', now)
  await record(tx, 'surveys.interview-consented', id, now)
}

/** Says yes to a proposal: the researcher now sees the address. @throws Problem not-found, reply-too-late, no-such-interview-move */
export async function agreeToInterview(tx: Tx, vault: Vault, id: string, now: Date): Promise<void> {
  await move(tx, vault, id, 'agreed', now)
  await record(tx, 'surveys.interview-agreed', id, now)
}

/** Says no, without a reason: name and address go at once. @throws Problem not-found, no-such-interview-move */
export const declineInterview = (tx: Tx, vault: Vault, id: string, now: Date): Promise<void> =>
  move(tx, vault, id, 'declined', now)

/**
 * Withdraws the consent: name and address go at once. That a talk was held stays, without whose it was. May come twice, at
 * any moment.
 */
export async function withdrawFromInterviews(tx: Tx, vault: Vault, id: string, now: Date): Promise<void> {
  const { state } = await getInterview(tx, vault, id, true)
  if (findInterviewMove(state, 'withdrawn', 'interviewee') !== null) return move(tx, vault, id, 'withdrawn', now)
  await tx
    .updateTable('surveys_interviews')
    .set({ ...erased, address_index: null })
    .where('id', '=', id)
    .execute()
}
