import type { Tx } from '../../platform/db/database.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { fields, holderOf } from './requests.sql.ts'

/** Everything that this room holds about somebody with an account: what they wrote, and the teams they were on. */
export async function exportPerson(tx: Tx, vault: Vault, person: string): Promise<Readonly<Record<string, unknown>>> {
  const team = await tx
    .selectFrom('advice_team')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('invited_at')
    .execute()
  const messages = await tx
    .selectFrom('advice_messages')
    .selectAll()
    .where('author_person', '=', person)
    .orderBy('sent_at')
    .execute()
  const sessions = await tx
    .selectFrom('advice_sessions')
    .selectAll()
    .where('written_by', '=', person)
    .orderBy('held_on')
    .execute()
  const revisions = await tx
    .selectFrom('advice_draft_revisions')
    .selectAll()
    .where('saved_by', '=', person)
    .orderBy('saved_at')
    .execute()
  const evaluations = await tx
    .selectFrom('advice_evaluations')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('given_at')
    .execute()
  const requests = [...team, ...messages, ...sessions, ...revisions, ...evaluations].map((row) => row.request_id)
  const sealers = await vault.sealersOf(tx, [...new Set(requests)].map(holderOf))
  const open = (request: string, field: string, sealed: Buffer | null) => {
    const sealer = sealers.get(holderOf(request))
    return sealer && sealed ? sealer.open(field, sealed) : null
  }
  return {
    teams: team.map((row) => ({
      request: row.request_id,
      shownName: open(row.request_id, fields.shownName(row.id), row.shown_name_sealed),
      reward: { form: row.reward_form, cents: row.reward_cents },
      invitedAt: row.invited_at.toISOString(),
      acceptedAt: row.accepted_at?.toISOString() ?? null,
      finishedAt: row.finished_at?.toISOString() ?? null,
    })),
    messages: messages.map((row) => ({
      request: row.request_id,
      audience: row.audience,
      text: open(row.request_id, fields.message(row.id), row.body_sealed),
      sentAt: row.sent_at.toISOString(),
    })),
    sessions: sessions.map((row) => ({
      request: row.request_id,
      heldOn: row.held_on,
      minutes: row.minutes,
      notes: open(row.request_id, fields.notes(row.id), row.notes_sealed),
    })),
    drafts: revisions.map((row) => ({
      request: row.request_id,
      text: open(row.request_id, fields.revision(row.id), row.text_sealed),
      savedAt: row.saved_at.toISOString(),
    })),
    evaluations: evaluations.map((row) => ({
      request: row.request_id,
      scores: {
        usefulness: row.usefulness,
        realism: row.realism,
        support: row.support,
        equality: row.equality,
        load: row.load,
      },
      text: open(row.request_id, fields.evaluation(row.id), row.text_sealed),
      givenAt: row.given_at.toISOString(),
    })),
  }
}

/**
 * Takes somebody with an account out of this room. Answers and messages that a requester received stay, without whose
 * they were; open invitations, evaluations and the link between person and request go.
 */
export async function erasePerson(tx: Tx, vault: Vault, person: string): Promise<void> {
  await tx.deleteFrom('advice_team').where('person_id', '=', person).where('accepted_at', 'is', null).execute()
  const places = await tx
    .selectFrom('advice_team')
    .select(['id', 'request_id'])
    .where('person_id', '=', person)
    .execute()
  const sealers = await vault.sealersOf(tx, [...new Set(places.map((row) => row.request_id))].map(holderOf))
  for (const { id, request_id: request } of places) {
    const sealer = sealers.get(holderOf(request))
    if (sealer === undefined) continue
    const shown = await tx.selectFrom('advice_team').select('shown_name_sealed').where('id', '=', id).executeTakeFirst()
    const name = shown && sealer.open(fields.shownName(id), shown.shown_name_sealed)
    await tx
      .updateTable('advice_team')
      .set({ person_id: null, shown_name_sealed: sealer.seal(fields.shownName(id), '') })
      .where('id', '=', id)
      .execute()
    const answer = await tx
      .selectFrom('advice_answers')
      .select('authors_sealed')
      .where('request_id', '=', request)
      .executeTakeFirst()
    if (!answer || name === undefined) continue
    const authors = JSON.parse(sealer.open(fields.answerAuthors, answer.authors_sealed)) as string[]
    const at = authors.indexOf(name)
    const left = authors.filter((_, index) => index !== at)
    await tx
      .updateTable('advice_answers')
      .set({ authors_sealed: sealer.seal(fields.answerAuthors, JSON.stringify(left)) })
      .where('request_id', '=', request)
      .execute()
  }
  await tx
    .updateTable('advice_messages')
    .set({ author_person: null, author_name_sealed: null })
    .where('author_person', '=', person)
    .execute()
  await tx.updateTable('advice_answers').set({ given_by: null }).where('given_by', '=', person).execute()
  await tx.updateTable('advice_drafts').set({ saved_by: null }).where('saved_by', '=', person).execute()
  await tx.updateTable('advice_draft_revisions').set({ saved_by: null }).where('saved_by', '=', person).execute()
  await tx.updateTable('advice_sessions').set({ written_by: null }).where('written_by', '=', person).execute()
  await tx.updateTable('advice_team').set({ invited_by: null }).where('invited_by', '=', person).execute()
  await tx.updateTable('advice_requests').set({ held_by: null }).where('held_by', '=', person).execute()
  await tx.updateTable('advice_requests').set({ state_by_person: null }).where('state_by_person', '=', person).execute()
  await tx.updateTable('advice_moves').set({ by_person: null }).where('by_person', '=', person).execute()
  await tx.deleteFrom('advice_evaluations').where('person_id', '=', person).execute()
}
