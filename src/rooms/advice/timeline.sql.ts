import type { Lang } from '../../lib/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Sealer } from '../../platform/vault/vault.ts'
import { fields } from './requests.sql.ts'
import type { Audience, AuthorKind, Score, SessionForm, SessionKind, Voice } from './request.rules.ts'
import type { Doing, State } from './states.rules.ts'

export type Message = {
  readonly kind: 'message'
  readonly id: string
  readonly at: Date
  readonly audience: Audience
  readonly author: AuthorKind
  readonly person: string | null
  /** The name an expert chose; null for the desk and the requester. */
  readonly name: string | null
  readonly text: string
  readonly lang: Lang
}
export type Moved = {
  readonly kind: 'moved'
  readonly at: Date
  readonly from: State | null
  readonly to: State
  readonly by: Doing
  readonly person: string | null
}
export type SessionHeld = {
  readonly kind: 'session'
  readonly id: string
  readonly at: Date
  readonly heldOn: string
  readonly what: SessionKind
  readonly form: SessionForm
  readonly minutes: number
  readonly notes: string
  readonly person: string | null
}
export type TimelineEntry = Message | Moved | SessionHeld

/** Messages that whoever acts may read, oldest first: row-level security leaves out what is not for them. */
export async function listMessages(tx: Tx, sealer: Sealer, request: string): Promise<readonly Message[]> {
  const rows = await tx
    .selectFrom('advice_messages')
    .selectAll()
    .where('request_id', '=', request)
    .orderBy('sent_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    kind: 'message',
    id: row.id,
    at: row.sent_at,
    audience: row.audience,
    author: row.author_kind,
    person: row.author_person,
    name: row.author_name_sealed && sealer.open(fields.messageAuthor(row.id), row.author_name_sealed),
    text: sealer.open(fields.message(row.id), row.body_sealed),
    lang: row.lang,
  }))
}

export async function listMoves(tx: Tx, request: string): Promise<readonly Moved[]> {
  const rows = await tx
    .selectFrom('advice_moves')
    .selectAll()
    .where('request_id', '=', request)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    kind: 'moved',
    at: row.at,
    from: row.from_state,
    to: row.to_state,
    by: row.by_kind,
    person: row.by_person,
  }))
}

export async function listSessions(tx: Tx, sealer: Sealer, request: string): Promise<readonly SessionHeld[]> {
  const rows = await tx
    .selectFrom('advice_sessions')
    .selectAll()
    .where('request_id', '=', request)
    .orderBy('held_on')
    .orderBy('written_at')
    .execute()
  return rows.map((row) => ({
    kind: 'session',
    id: row.id,
    at: row.written_at,
    heldOn: row.held_on,
    what: row.kind,
    form: row.form,
    minutes: row.minutes,
    notes: sealer.open(fields.notes(row.id), row.notes_sealed),
    person: row.written_by,
  }))
}

/** Messages, changes of state and sessions in one line of time. */
export async function listTimeline(tx: Tx, sealer: Sealer, request: string): Promise<readonly TimelineEntry[]> {
  const parts = [
    await listMoves(tx, request),
    await listMessages(tx, sealer, request),
    await listSessions(tx, sealer, request),
  ]
  return parts.flat().sort((a, b) => a.at.getTime() - b.at.getTime())
}

export type Answer = {
  readonly text: string
  readonly voice: Voice
  readonly behalf: string
  /** The names that the authors chose. */
  readonly authors: readonly string[]
  readonly givenAt: Date
}

export async function findAnswer(tx: Tx, sealer: Sealer, request: string): Promise<Answer | null> {
  const row = await tx.selectFrom('advice_answers').selectAll().where('request_id', '=', request).executeTakeFirst()
  if (row === undefined) return null
  return {
    text: sealer.open(fields.answer, row.text_sealed),
    voice: row.voice,
    behalf: sealer.open(fields.answerBehalf, row.behalf_sealed),
    authors: (JSON.parse(sealer.open(fields.answerAuthors, row.authors_sealed)) as unknown[]).filter(
      (name) => typeof name === 'string',
    ),
    givenAt: row.given_at,
  }
}

export type FeedbackGiven = { readonly done: string; readonly notDone: string | null; readonly givenAt: Date }

export async function findFeedback(tx: Tx, sealer: Sealer, request: string): Promise<FeedbackGiven | null> {
  const row = await tx.selectFrom('advice_feedback').selectAll().where('request_id', '=', request).executeTakeFirst()
  if (row === undefined) return null
  return {
    done: sealer.open(fields.done, row.done_sealed),
    notDone: row.not_done_sealed && sealer.open(fields.notDone, row.not_done_sealed),
    givenAt: row.given_at,
  }
}

export type EvaluationGiven = {
  readonly by: 'requester' | 'expert'
  readonly person: string | null
  readonly scores: Readonly<Record<Score, number | null>>
  readonly text: string | null
  readonly givenAt: Date
}

/** Evaluations that whoever acts may read: the desk all, others their own. */
export async function listEvaluations(tx: Tx, sealer: Sealer, request: string): Promise<readonly EvaluationGiven[]> {
  const rows = await tx
    .selectFrom('advice_evaluations')
    .selectAll()
    .where('request_id', '=', request)
    .orderBy('given_at')
    .execute()
  return rows.map((row) => ({
    by: row.by_kind,
    person: row.person_id,
    scores: {
      usefulness: row.usefulness,
      realism: row.realism,
      support: row.support,
      equality: row.equality,
      load: row.load,
    },
    text: row.text_sealed && sealer.open(fields.evaluation(row.id), row.text_sealed),
    givenAt: row.given_at,
  }))
}

export type Draft = {
  readonly version: number
  readonly text: string
  readonly voice: Voice | null
  readonly behalf: string
  readonly savedBy: string | null
  readonly savedAt: Date
}

/** @returns the shared draft; null when nothing was written yet. Its version is then 0. */
export async function findDraft(tx: Tx, sealer: Sealer, request: string): Promise<Draft | null> {
  const row = await tx.selectFrom('advice_drafts').selectAll().where('request_id', '=', request).executeTakeFirst()
  if (row === undefined) return null
  const { version, voice } = row
  return {
    version,
    voice,
    text: sealer.open(fields.draft, row.text_sealed),
    behalf: sealer.open(fields.draftBehalf, row.behalf_sealed),
    savedBy: row.saved_by,
    savedAt: row.saved_at,
  }
}

export type Revision = Draft & { readonly id: string; readonly aside: boolean }

/** Saved states of the draft, newest first; with `aside` those that were kept beside a newer one. */
export async function listRevisions(tx: Tx, sealer: Sealer, request: string, limit = 50): Promise<readonly Revision[]> {
  const rows = await tx
    .selectFrom('advice_draft_revisions')
    .selectAll()
    .where('request_id', '=', request)
    .orderBy('saved_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    aside: row.aside,
    version: row.version,
    voice: row.voice,
    text: sealer.open(fields.revision(row.id), row.text_sealed),
    behalf: sealer.open(fields.revisionBehalf(row.id), row.behalf_sealed),
    savedBy: row.saved_by,
    savedAt: row.saved_at,
  }))
}

export type Member = {
  readonly id: string
  /** Null once this person was erased. */
  readonly person: string | null
  readonly place: 1 | 2
  readonly shownName: string
  readonly reward: { readonly form: string; readonly cents: number }
  readonly invitedAt: Date
  readonly acceptedAt: Date | null
  readonly finishedAt: Date | null
}

/** Who is on the team now, or is asked. Who said no or stepped out is not there. */
export async function listTeam(tx: Tx, sealer: Sealer, request: string): Promise<readonly Member[]> {
  const rows = await tx
    .selectFrom('advice_team')
    .selectAll()
    .where('request_id', '=', request)
    .where('ended_at', 'is', null)
    .orderBy('place')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    person: row.person_id,
    place: row.place,
    shownName: sealer.open(fields.shownName(row.id), row.shown_name_sealed),
    reward: { form: row.reward_form, cents: row.reward_cents },
    invitedAt: row.invited_at,
    acceptedAt: row.accepted_at,
    finishedAt: row.finished_at,
  }))
}
