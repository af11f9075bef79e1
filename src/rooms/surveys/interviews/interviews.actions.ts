import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { dayAt } from '../../../lib/days.ts'
import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { itemsOnSquare } from '../../knowledge/public.ts'
import { isId } from '../filling/filling.rules.ts'
import { tellWhatFollowed } from './followed.actions.ts'
import { problems } from './interviews.problems.ts'
import {
  countHeld,
  getInterview,
  getRound,
  interviewHolder,
  isAfter,
  lastAskedOn,
  type Proposal,
} from './interviews.sql.ts'
import { whyNotInterviewMove } from './interviews.states.rules.ts'
import { unknown } from '../problems.ts'
import { isOffered } from './rewards.rules.ts'

/**
 * Asks everybody who sends a sheet of this wave for a talk, and says what about. The key of names and addresses is made now,
 * so that it tells nothing of when somebody left one.
 * @throws Problem not-found, round-fixed (it changes no more once the wave is open)
 */
export async function askForInterviews(
  tx: Tx,
  vault: Vault,
  wave: string,
  asked: { readonly about: Said; readonly by: string },
  now: Date,
): Promise<void> {
  const { about: before } = await getRound(tx, wave)
  const values = { about: JSON.stringify(asked.about), set_by: asked.by, set_at: now }
  if (before === null) {
    await tx
      .insertInto('surveys_interview_rounds')
      .values({ wave_id: wave, ...values })
      .execute()
    await vault.makeKey(tx, interviewHolder(wave))
  } else await tx.updateTable('surveys_interview_rounds').set(values).where('wave_id', '=', wave).execute()
  await record(tx, 'surveys.interviews-asked', wave, now)
}

/**
 * Asks people for a talk. All of them get the same proposal; the worker writes the letters.
 * @param people numbers of those who consented
 * @throws Problem not-found, reward-missing, asked-this-year, no-such-interview-move
 */
export async function inviteToInterviews(
  tx: Tx,
  vault: Vault,
  wave: string,
  people: readonly string[],
  proposal: Omit<Proposal, 'id'> & { readonly by: string },
  now: Date,
): Promise<void> {
  const { state } = await getRound(tx, wave)
  // One address may stand in two polls: nobody is asked for both at once.
  await sql`select pg_advisory_xact_lock(hashtext('surveys-interviews'))`.execute(tx)
  const today = dayAt(now)
  const offered = isOffered(proposal.reward)
  for (const person of new Set(people)) {
    const interview = await getInterview(tx, vault, person, true)
    if (interview.wave !== wave) throw unknown()
    const facts = { ...interview, waveClosed: isAfter(state), offered, replyBy: null }
    const askedOn = await lastAskedOn(tx, person)
    const refusal = whyNotInterviewMove({ ...facts, askedOn }, 'invited', 'researcher', today)
    if (refusal !== null) throw problems[refusal]()
  }
  const id = randomUUID()
  const { moment, place, minutes, reward, replyBy, by } = proposal
  await tx
    .insertInto('surveys_interview_proposals')
    .values({
      id,
      wave_id: wave,
      moment,
      place,
      minutes,
      reward_form: reward.form,
      reward_cents: reward.cents,
      reply_by: replyBy,
      made_by: by,
      made_at: now,
    })
    .execute()
  await tx
    .updateTable('surveys_interviews')
    .set({ state: 'invited', state_on: today, invited_on: today, proposal_id: id })
    .where('id', 'in', [...new Set(people)])
    .execute()
  await record(tx, 'surveys.interviews-invited', id, now, { people: new Set(people).size })
}

/** Notes that a talk was held: that it was, and nothing of what was said. @throws Problem not-found, no-such-interview-move */
export async function holdInterview(tx: Tx, vault: Vault, wave: string, id: string, now: Date): Promise<void> {
  const interview = await getInterview(tx, vault, id, true)
  if (interview.wave !== wave) throw unknown()
  const facts = { state: interview.state, waveClosed: true, offered: true, askedOn: null, replyBy: null }
  const refusal = whyNotInterviewMove(facts, 'held', 'researcher', dayAt(now))
  if (refusal !== null) throw problems[refusal]()
  await tx
    .updateTable('surveys_interviews')
    .set({ state: 'held', state_on: dayAt(now) })
    .where('id', '=', id)
    .execute()
  await record(tx, 'surveys.interview-held', id, now)
  await tellWhatFollowed(tx, wave)
}

/**
 * Says that an item came of the talks of a wave. Readers see so on both pages once the wave was let out.
 * @throws Problem not-found, no-interviews-held
 */
export async function linkInterviewItem(
  tx: Tx,
  wave: string,
  link: { readonly item: string; readonly by: string },
  now: Date,
): Promise<void> {
  const { about, state } = await getRound(tx, wave)
  const [item] = await itemsOnSquare(tx, 'id', [link.item])
  if (about === null || !isAfter(state) || item === undefined) throw unknown()
  if ((await countHeld(tx, wave)) === 0) throw problems['no-interviews-held']()
  await tx
    .insertInto('surveys_interview_items')
    .values({ wave_id: wave, item_id: item.id, linked_by: link.by, linked_at: now })
    .onConflict((conflict) => conflict.columns(['wave_id', 'item_id']).doNothing())
    .execute()
  await record(tx, 'surveys.interview-item-linked', wave, now)
  await tellWhatFollowed(tx, wave)
}

/** Takes an item off again. @throws Problem not-found */
export async function unlinkInterviewItem(tx: Tx, wave: string, item: string, now: Date): Promise<void> {
  await getRound(tx, wave)
  if (!isId(item)) throw unknown()
  const gone = await tx
    .deleteFrom('surveys_interview_items')
    .where('wave_id', '=', wave)
    .where('item_id', '=', item)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw unknown()
  await record(tx, 'surveys.interview-item-unlinked', wave, now)
  await tellWhatFollowed(tx, wave)
}
