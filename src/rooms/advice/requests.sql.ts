import { sql, type Selectable } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { problems as platform } from '../../platform/problems.ts'
import type { Sealer, Vault } from '../../platform/vault/vault.ts'
import type { RequestFacts, State } from './states.rules.ts'
import type { AdviceRequestsTable } from './tables.ts'

export type RequestRow = Selectable<AdviceRequestsTable>

/** The key with which everything people wrote in a request is sealed. */
export const holderOf = (request: string) => `request:${request}` as const

/** Names of sealed fields, once: a seal opens in its own field only. */
export const fields = {
  question: 'advice_requests.question',
  context: 'advice_requests.context',
  name: 'advice_requests.requester_name',
  organisation: 'advice_requests.organisation_name',
  referral: 'advice_requests.referral',
  closeReason: 'advice_requests.close_reason',
  email: 'advice_contacts.email',
  message: (id: string) => `advice_messages.body:${id}`,
  messageAuthor: (id: string) => `advice_messages.author_name:${id}`,
  shownName: (id: string) => `advice_team.shown_name:${id}`,
  draft: 'advice_drafts.text',
  draftBehalf: 'advice_drafts.behalf',
  revision: (id: string) => `advice_draft_revisions.text:${id}`,
  revisionBehalf: (id: string) => `advice_draft_revisions.behalf:${id}`,
  answer: 'advice_answers.text',
  answerBehalf: 'advice_answers.behalf',
  answerAuthors: 'advice_answers.authors',
  notes: (id: string) => `advice_sessions.notes:${id}`,
  done: 'advice_feedback.done',
  notDone: 'advice_feedback.not_done',
  evaluation: (id: string) => `advice_evaluations.text:${id}`,
} as const

const idForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Any text may come from an address; only an id is asked of the database. */
export const isId = (text: string): boolean => idForm.test(text)

/** @returns the request, when whoever acts may see it. */
export const findRequest = async (tx: Tx, id: string): Promise<RequestRow | undefined> =>
  isId(id) ? tx.selectFrom('advice_requests').selectAll().where('id', '=', id).executeTakeFirst() : undefined

/** @throws Problem not-found, also when it exists and is not theirs */
export async function getRequest(tx: Tx, id: string): Promise<RequestRow> {
  const row = await findRequest(tx, id)
  if (row === undefined) throw platform['not-found']()
  return row
}

/**
 * The request, locked until the end of the transaction. With `version` somebody acts on what they saw.
 * @throws Problem not-found; changed-meanwhile when it moved since
 */
export async function lockRequest(tx: Tx, id: string, version: number | null): Promise<RequestRow> {
  const row = isId(id)
    ? await tx.selectFrom('advice_requests').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    : undefined
  if (row === undefined) throw platform['not-found']()
  if (version !== null && row.version !== version) throw platform['changed-meanwhile']()
  return row
}

/** @throws Error when the request was forgotten: its row goes in the same transaction as its key */
export async function sealerOfRequest(tx: Tx, vault: Vault, id: string): Promise<Sealer> {
  const sealer = await vault.sealerOf(tx, holderOf(id))
  if (sealer === null) throw new Error('this request has no key')
  return sealer
}

export async function countTeam(tx: Tx, request: string): Promise<{ invited: number; accepted: number }> {
  const { rows } = await sql<{
    invited: number
    accepted: number
  }>`select * from house.advice_team_counts(${request}::uuid)`.execute(tx)
  return rows[0] ?? { invited: 0, accepted: 0 }
}

/** What the rules ask. `pending` is what an action is about to write in the same breath. */
export async function factsOf(tx: Tx, row: RequestRow, pending: Partial<RequestFacts> = {}): Promise<RequestFacts> {
  const { accepted } = await countTeam(tx, row.id)
  return {
    state: row.state,
    stateSince: row.state_since,
    waitingFrom: row.waiting_from,
    size: row.size,
    form: row.form,
    accepted,
    answered: row.answered_at !== null,
    referred: row.referral_sealed !== null,
    reasonGiven: row.close_reason_sealed !== null,
    feedbackGiven: row.feedback_at !== null,
    otherState: null,
    ...pending,
  }
}

/** The state of another request by its reference number, for merging. */
export const findByNumber = (tx: Tx, number: string): Promise<RequestRow | undefined> =>
  tx.selectFrom('advice_requests').selectAll().where('number', '=', number.trim().toUpperCase()).executeTakeFirst()

/** Requests in a state since before a moment, oldest first; for the daily jobs. */
export const listSince = (tx: Tx, state: State, before: Date, limit = 200) =>
  tx
    .selectFrom('advice_requests')
    .select(['id', 'version'])
    .where('state', '=', state)
    .where('state_since', '<=', before)
    .orderBy('state_since')
    .limit(limit)
    .execute()
