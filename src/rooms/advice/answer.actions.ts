import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import { problems as platform } from '../../platform/problems.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { insertEvaluation, type Evaluation } from './asking.actions.ts'
import { expert, moveRequest } from './moving.actions.ts'
import { problems } from './problems.ts'
import { fields, lockRequest, sealerOfRequest, type RequestRow } from './requests.sql.ts'
import type { Audience, Voice } from './request.rules.ts'
import { hasEnded } from './states.rules.ts'

/** What the duo writes together. `behalf` is the line that says on whose behalf they speak. */
export type DraftText = { readonly text: string; readonly voice: Voice | null; readonly behalf: string }

/** What came of saving. After a conflict nothing is lost: the text that came second is kept beside, under `kept`. */
export type DraftSaved =
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'conflict'; readonly version: number; readonly kept: string }

/** The member's own row on this team. @throws Problem not-found */
async function getOwnPlace(tx: Tx, request: string, person: string) {
  const place = await tx
    .selectFrom('advice_team')
    .selectAll()
    .where('request_id', '=', request)
    .where('person_id', '=', person)
    .where('accepted_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (place === undefined) throw platform['not-found']()
  return place
}

/**
 * Saves the shared draft. `version` is the one that the writer began from (0 when there was none). When somebody of the
 * duo saved meanwhile, theirs stays and this text is kept beside it.
 */
export async function saveDraft(
  tx: Tx,
  vault: Vault,
  by: string,
  request: string,
  version: number,
  draft: DraftText,
  now: Date,
): Promise<DraftSaved> {
  const row = await lockRequest(tx, request, null)
  await getOwnPlace(tx, request, by)
  if (row.state !== 'in-progress') throw problems['no-such-move']()
  const sealer = await sealerOfRequest(tx, vault, request)
  const current = await tx
    .selectFrom('advice_drafts')
    .select('version')
    .where('request_id', '=', request)
    .executeTakeFirst()
  const aside = (current?.version ?? 0) !== version
  const next = aside ? version : version + 1
  const revision = randomUUID()
  const saved = { request_id: request, version: next, voice: draft.voice, saved_by: by, saved_at: now }
  await tx
    .insertInto('advice_draft_revisions')
    .values({
      ...saved,
      id: revision,
      aside,
      text_sealed: sealer.seal(fields.revision(revision), draft.text),
      behalf_sealed: sealer.seal(fields.revisionBehalf(revision), draft.behalf),
    })
    .execute()
  if (aside) return { kind: 'conflict', version: current?.version ?? 0, kept: revision }
  const sealed = {
    text_sealed: sealer.seal(fields.draft, draft.text),
    behalf_sealed: sealer.seal(fields.draftBehalf, draft.behalf),
  }
  if (current === undefined)
    await tx
      .insertInto('advice_drafts')
      .values({ ...saved, ...sealed })
      .execute()
  else {
    const { request_id: _, ...changes } = saved
    await tx
      .updateTable('advice_drafts')
      .set({ ...changes, ...sealed })
      .where('request_id', '=', request)
      .execute()
  }
  await record(tx, 'advice.draft-saved', request, now, { version: next })
  return { kind: 'saved', version: next }
}

/**
 * Gives the draft as the answer, as it stands at `version`. From now on the requester reads it.
 * @throws Problem answer-missing without a text, a voice or the line on whose behalf; changed-meanwhile
 */
export async function giveAnswer(
  tx: Tx,
  vault: Vault,
  by: string,
  request: string,
  version: number,
  now: Date,
): Promise<void> {
  const row = await lockRequest(tx, request, null)
  await getOwnPlace(tx, request, by)
  const draft = await tx.selectFrom('advice_drafts').selectAll().where('request_id', '=', request).executeTakeFirst()
  if (draft === undefined) throw problems['answer-missing']()
  if (draft.version !== version) throw platform['changed-meanwhile']()
  const sealer = await sealerOfRequest(tx, vault, request)
  const text = sealer.open(fields.draft, draft.text_sealed)
  const behalf = sealer.open(fields.draftBehalf, draft.behalf_sealed)
  if (text.trim() === '' || behalf.trim() === '' || draft.voice === null) throw problems['answer-missing']()
  const team = await tx
    .selectFrom('advice_team')
    .select(['id', 'shown_name_sealed'])
    .where('request_id', '=', request)
    .where('accepted_at', 'is not', null)
    .where('ended_at', 'is', null)
    .orderBy('place')
    .execute()
  const authors = team.map((member) => sealer.open(fields.shownName(member.id), member.shown_name_sealed))
  await tx
    .insertInto('advice_answers')
    .values({
      request_id: request,
      text_sealed: sealer.seal(fields.answer, text),
      voice: draft.voice,
      behalf_sealed: sealer.seal(fields.answerBehalf, behalf),
      authors_sealed: sealer.seal(fields.answerAuthors, JSON.stringify(authors)),
      given_by: by,
      given_at: now,
    })
    .execute()
  await moveRequest(tx, row, 'answered', expert(by), now, 'advice.answered', { answered_at: now }, { answered: true })
}

/** A message of somebody of the team: to the requester as well (`everyone`), or within the team and the desk. */
export async function writeAsExpert(
  tx: Tx,
  vault: Vault,
  by: string,
  request: string,
  message: { readonly audience: Exclude<Audience, 'desk'>; readonly text: string },
  now: Date,
): Promise<void> {
  const row = await lockRequest(tx, request, null)
  const place = await getOwnPlace(tx, request, by)
  if (hasEnded(row.state)) throw problems['request-ended']()
  const sealer = await sealerOfRequest(tx, vault, request)
  const id = randomUUID()
  const name = sealer.open(fields.shownName(place.id), place.shown_name_sealed)
  await tx
    .insertInto('advice_messages')
    .values({
      id,
      request_id: request,
      audience: message.audience,
      author_kind: 'expert',
      author_person: by,
      author_name_sealed: sealer.seal(fields.messageAuthor(id), name),
      body_sealed: sealer.seal(fields.message(id), message.text),
      lang: row.lang,
      sent_at: now,
    })
    .execute()
  await record(
    tx,
    message.audience === 'everyone' ? 'advice.requester-written-to' : 'advice.team-written-to',
    request,
    now,
  )
}

/** How one of the duo looks back. Apart: the other of the duo and the requester do not read it. */
export async function evaluate(
  tx: Tx,
  vault: Vault,
  by: string,
  request: string,
  given: Evaluation,
  now: Date,
): Promise<void> {
  const row: RequestRow = await lockRequest(tx, request, null)
  await getOwnPlace(tx, request, by)
  if (row.answered_at === null) throw problems['answer-missing']()
  await insertEvaluation(tx, vault, request, by, given, now)
  await record(tx, 'advice.evaluated-by-expert', request, now)
}
