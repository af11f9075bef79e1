import { randomBytes } from 'node:crypto'
import { normaliseEmailAddress } from '../../lib/text/emailAddress.ts'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import { revokeLinks } from '../../platform/proofs.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { emailIndex } from './asking.actions.ts'
import { fields, findRequest, lockRequest, sealerOfRequest, type RequestRow } from './requests.sql.ts'
import { seenOf } from './seen.sql.ts'
import { deleteRequests } from './time.actions.ts'
import { findAnswer, findFeedback, listEvaluations, listMessages } from './timeline.sql.ts'

// Somebody who asked has no account: the address is all that their questions have in common.

/** The questions that were asked with an address, newest first; also those that were never confirmed. Worker's door. */
export async function listAskedWith(tx: Tx, vault: Vault, address: string): Promise<readonly string[]> {
  const email = normaliseEmailAddress(address)
  if (email === null) return []
  const rows = await tx
    .selectFrom('advice_contacts as c')
    .innerJoin('advice_requests as r', 'r.id', 'c.request_id')
    .select('r.id')
    .where('c.email_index', '=', emailIndex(vault, email))
    .orderBy('r.asked_at', 'desc')
    .execute()
  return rows.map((row) => row.id)
}

/** The numbers of all questions there are, to hold against the ledger of erasures. Worker's door. */
export const listRequestIds = async (tx: Tx): Promise<readonly string[]> =>
  (await tx.selectFrom('advice_requests').select('id').execute()).map((row) => row.id)

/**
 * A question as who asked it may have it: their own words, what they were told, and the answer. One that was not confirmed
 * is left out: somebody else may have typed the address. Worker's door.
 */
export async function exportRequests(
  tx: Tx,
  vault: Vault,
  requests: readonly string[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const copies: Readonly<Record<string, unknown>>[] = []
  for (const id of requests) {
    const row = await findRequest(tx, id)
    if (row !== undefined && row.confirmed_at !== null) copies.push(await copyOf(tx, vault, row))
  }
  return copies
}

async function copyOf(tx: Tx, vault: Vault, row: RequestRow): Promise<Readonly<Record<string, unknown>>> {
  const sealer = await sealerOfRequest(tx, vault, row.id)
  const contact = await tx
    .selectFrom('advice_contacts')
    .select('email_sealed')
    .where('request_id', '=', row.id)
    .executeTakeFirst()
  const { id: _id, version: _version, heldBy: _heldBy, ...seen } = seenOf(row, sealer)
  const messages = await listMessages(tx, sealer, row.id)
  const evaluation = (await listEvaluations(tx, sealer, row.id)).find((each) => each.by === 'requester')
  return {
    ...seen,
    email: contact ? sealer.open(fields.email, contact.email_sealed) : null,
    confirmedAt: row.confirmed_at,
    messages: messages
      .filter((message) => message.audience === 'everyone')
      .map(({ at, author, name, text }) => ({ at, author, name, text })),
    answer: await findAnswer(tx, sealer, row.id),
    feedback: await findFeedback(tx, sealer, row.id),
    evaluation: evaluation ? { scores: evaluation.scores, text: evaluation.text, givenAt: evaluation.givenAt } : null,
  }
}

/**
 * Takes questions away for who asked them, with all that hangs on them and the key that sealed it. When another's question
 * was joined to one, the answer that they read stays, without a word or an address of who asks to be erased. Worker's door.
 */
export async function eraseRequests(tx: Tx, vault: Vault, requests: readonly string[], now: Date): Promise<void> {
  if (requests.length === 0) return
  const joined = await tx
    .selectFrom('advice_requests')
    .select('merged_into')
    .where('merged_into', 'in', requests)
    .where('id', 'not in', requests)
    .execute()
  const read = new Set(joined.map((row) => row.merged_into))
  for (const id of requests) if (read.has(id)) await blank(tx, vault, id, now)
  await deleteRequests(
    tx,
    requests.filter((id) => !read.has(id)),
    now,
  )
}

async function blank(tx: Tx, vault: Vault, id: string, now: Date): Promise<void> {
  const row = await lockRequest(tx, id, null)
  const sealer = await sealerOfRequest(tx, vault, id)
  await tx
    .updateTable('advice_requests')
    .set({
      question_sealed: sealer.seal(fields.question, ''),
      requester_name_sealed: sealer.seal(fields.name, ''),
      context_sealed: null,
      organisation_kind: null,
      organisation_name_sealed: null,
      can_change_sealed: null,
      municipality_code: null,
      province_code: null,
      version: row.version + 1,
    })
    .where('id', '=', id)
    .execute()
  await tx
    .updateTable('advice_contacts')
    .set({ email_sealed: sealer.seal(fields.email, ''), email_index: randomBytes(32) })
    .where('request_id', '=', id)
    .execute()
  await tx.deleteFrom('advice_messages').where('request_id', '=', id).where('audience', '=', 'everyone').execute()
  await tx.deleteFrom('advice_sessions').where('request_id', '=', id).execute()
  await tx.deleteFrom('advice_feedback').where('request_id', '=', id).execute()
  await tx.deleteFrom('advice_evaluations').where('request_id', '=', id).where('by_kind', '=', 'requester').execute()
  await revokeLinks(tx, id, null)
  await record(tx, 'advice.request-forgotten', id, now)
}
