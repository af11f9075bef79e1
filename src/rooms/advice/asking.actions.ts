import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { dayAt } from '../../lib/days.ts'
import type { Lang } from '../../lib/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { withoutCitizenNumbers } from './citizen-number.rules.ts'
import { moveRequest, requester } from './moving.actions.ts'
import { requestNumber } from './numbers.rules.ts'
import { problems } from './problems.ts'
import { fields, holderOf, lockRequest, sealerOfRequest } from './requests.sql.ts'
import type { Scores } from './request.rules.ts'
import { forgetAfter, hasEnded } from './states.rules.ts'

/** A question as its form gives it. Everything but the question, the name and the address may be absent. */
export type Question = {
  readonly lang: Lang
  readonly question: string
  readonly context?: string | undefined
  readonly organisationKind?: string | undefined
  readonly organisation?: string | undefined
  /** CBS codes; the province is all that an invited expert hears of the place. */
  readonly municipality?: string | undefined
  readonly province?: string | undefined
  readonly themes: readonly string[]
  readonly questionKind?: string | undefined
  readonly name: string
  /** In the grammar of `normaliseEmailAddress`. */
  readonly email: string
}

/** The look-up of an address does not tell capitals apart: people type their own address in many ways. */
export const emailIndex = (vault: Vault, email: string): Buffer => vault.blindIndex('email', email.toLowerCase())

/** Takes a question in. Nobody is told of it, and no mail but the confirmation leaves, until the address is confirmed. */
export async function askQuestion(
  tx: Tx,
  vault: Vault,
  asked: Question,
  now: Date,
): Promise<{ id: string; number: string }> {
  const id = randomUUID()
  const { rows } = await sql<{ n: string }>`select nextval('house.advice_request_numbers')::text as n`.execute(tx)
  const number = requestNumber(Number(rows[0]?.n), vault.derive('advice-number'), now)
  const sealer = await vault.makeKey(tx, holderOf(id))
  const clean = (text: string) => withoutCitizenNumbers(text, asked.lang)
  await tx
    .insertInto('advice_requests')
    .values({
      id,
      number,
      lang: asked.lang,
      question_sealed: sealer.seal(fields.question, clean(asked.question)),
      context_sealed: asked.context ? sealer.seal(fields.context, clean(asked.context)) : null,
      requester_name_sealed: sealer.seal(fields.name, asked.name),
      organisation_kind: asked.organisationKind ?? null,
      organisation_name_sealed: asked.organisation ? sealer.seal(fields.organisation, asked.organisation) : null,
      municipality_code: asked.municipality ?? null,
      province_code: asked.province ?? null,
      theme_ids: [...asked.themes],
      question_kind: asked.questionKind ?? null,
      state: 'unconfirmed',
      state_since: now,
      state_by: 'requester',
      asked_at: now,
      forget_after: forgetAfter('unconfirmed', now),
    })
    .execute()
  await tx
    .insertInto('advice_contacts')
    .values({
      request_id: id,
      email_sealed: sealer.seal(fields.email, asked.email),
      email_index: emailIndex(vault, asked.email),
    })
    .execute()
  await record(tx, 'advice.question-asked', id, now)
  return { id, number }
}

/** The press on the page behind the link of the confirmation mail. A second press changes nothing. */
export async function confirmRequest(tx: Tx, id: string, now: Date): Promise<{ id: string }> {
  const row = await lockRequest(tx, id, null)
  if (row.state === 'unconfirmed')
    await moveRequest(tx, row, 'submitted', requester, now, 'advice.request-confirmed', { confirmed_at: now })
  return { id }
}

/** Somebody found an answer on the square before asking. Counted per item and day, without the question. */
export async function sayThisIsMyAnswer(tx: Tx, item: string, now: Date): Promise<void> {
  await tx
    .insertInto('advice_own_answers')
    .values({ id: randomUUID(), item, found_on: dayAt(now) })
    .execute()
  await record(tx, 'advice.answer-found', item, now)
}

/** A message of the requester. When the desk waited for it, the request goes on where it was. */
export async function replyAsRequester(tx: Tx, vault: Vault, id: string, text: string, now: Date): Promise<void> {
  const row = await lockRequest(tx, id, null)
  if (row.state === 'unconfirmed') throw problems['no-such-move']()
  if (hasEnded(row.state)) throw problems['request-ended']()
  const sealer = await sealerOfRequest(tx, vault, id)
  const message = randomUUID()
  await tx
    .insertInto('advice_messages')
    .values({
      id: message,
      request_id: id,
      audience: 'everyone',
      author_kind: 'requester',
      body_sealed: sealer.seal(fields.message(message), withoutCitizenNumbers(text, row.lang)),
      lang: row.lang,
      sent_at: now,
    })
    .execute()
  if (row.state === 'waiting-for-requester' && row.waiting_from !== null)
    await moveRequest(tx, row, row.waiting_from, requester, now, 'advice.requester-answered')
  else await record(tx, 'advice.requester-wrote', id, now)
}

/** The requester takes the question back. No reason is asked. */
export async function withdrawRequest(tx: Tx, id: string, now: Date): Promise<void> {
  const row = await lockRequest(tx, id, null)
  await moveRequest(tx, row, 'withdrawn', requester, now, 'advice.request-withdrawn')
}

export type Feedback = { readonly done: string; readonly notDone?: string | undefined }
export type Evaluation = { readonly scores: Scores; readonly text?: string | undefined }

/** What was done with the advice, what was not and why. The experts who answered read it. */
export async function giveFeedback(tx: Tx, vault: Vault, id: string, given: Feedback, now: Date): Promise<void> {
  const row = await lockRequest(tx, id, null)
  if (row.feedback_at !== null) throw problems['feedback-given-already']()
  const sealer = await sealerOfRequest(tx, vault, id)
  await tx
    .insertInto('advice_feedback')
    .values({
      request_id: id,
      done_sealed: sealer.seal(fields.done, withoutCitizenNumbers(given.done, row.lang)),
      not_done_sealed: given.notDone
        ? sealer.seal(fields.notDone, withoutCitizenNumbers(given.notDone, row.lang))
        : null,
      given_at: now,
    })
    .execute()
  await moveRequest(
    tx,
    row,
    'evaluated',
    requester,
    now,
    'advice.feedback-given',
    { feedback_at: now },
    { feedbackGiven: true },
  )
}

/** How the requester looks back. Apart from what the duo says; the duo does not read it. */
export async function evaluateAsRequester(
  tx: Tx,
  vault: Vault,
  id: string,
  given: Evaluation,
  now: Date,
): Promise<void> {
  const row = await lockRequest(tx, id, null)
  if (row.answered_at === null) throw problems['answer-missing']()
  if (hasEnded(row.state)) throw problems['request-ended']()
  await insertEvaluation(tx, vault, id, null, given, now)
  await record(tx, 'advice.evaluated-by-requester', id, now)
}

/** Writes an evaluation; `person` null is the requester. Each gives one. */
export async function insertEvaluation(
  tx: Tx,
  vault: Vault,
  request: string,
  person: string | null,
  given: Evaluation,
  now: Date,
) {
  const sealer = await sealerOfRequest(tx, vault, request)
  const id = randomUUID()
  await tx
    .insertInto('advice_evaluations')
    .values({
      id,
      request_id: request,
      by_kind: person === null ? 'requester' : 'expert',
      person_id: person,
      ...given.scores,
      text_sealed: given.text ? sealer.seal(fields.evaluation(id), given.text) : null,
      given_at: now,
    })
    .execute()
}
