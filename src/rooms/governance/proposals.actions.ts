import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { problems, unknown } from './problems.ts'
import { deadlineFrom, whyNotDecided, type Choice } from './proposals.rules.ts'
import { getProposal, proposalHolder, tallyOf, textField } from './proposals.sql.ts'
import { isId } from './seats.sql.ts'

/** A thing that is decided about with the seats: what kind it is, which one, and which version of it. */
export type Subject = { readonly kind: string; readonly id: string; readonly version: number }

/** What is proposed. Title, changes and reason stand on the square at once; the text is for those who decide. */
export type Change = {
  readonly subject: Subject
  readonly title: string
  /** What becomes different, in plain words. */
  readonly changes: string
  readonly reason: string
  /** The words as they would become, in Markdown. */
  readonly text: string
  /** On whose behalf: an organisation by id. */
  readonly organisation: string
  /** Who proposes; null for the command line. */
  readonly by: string | null
}

/** Where a subject stands. `none`: nobody has asked the seats about this version. */
export type Decision =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly proposal: string; readonly deadline: Date }
  | { readonly kind: 'accepted' | 'refused'; readonly proposal: string; readonly decidedAt: Date }

/**
 * Lays a change before the seats: every holder is asked, and the proposal stands on the square, in this transaction. A
 * running proposal about an older version is replaced. The editor must publish for the organisation (row-level security).
 * @returns the id of the proposal
 * @throws Problem proposal-running when the seats have this version already
 */
export async function proposeChange(tx: Tx, vault: Vault, change: Change, now: Date): Promise<string> {
  const { subject } = change
  const running = await tx
    .selectFrom('governance_proposals')
    .select(['id', 'subject_version'])
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  if (running && running.subject_version >= subject.version) throw problems['proposal-running']()
  if (running) {
    await tx
      .updateTable('governance_proposals')
      .set({ outcome: 'replaced', decided_at: now, decided_by: change.by })
      .where('id', '=', running.id)
      .execute()
    await record(tx, 'governance.proposal-replaced', running.id, now)
  }
  const id = randomUUID()
  const sealer = await vault.makeKey(tx, proposalHolder(id))
  await tx
    .insertInto('governance_proposals')
    .values({
      id,
      subject_kind: subject.kind,
      subject_id: subject.id,
      subject_version: subject.version,
      title: change.title,
      changes: change.changes,
      reason: change.reason,
      text_sealed: sealer.seal(textField, change.text),
      organisation_id: change.organisation,
      proposed_by: change.by,
      opened_at: now,
      deadline: deadlineFrom(now),
    })
    .execute()
  await record(tx, 'governance.proposal-opened', id, now, { kind: subject.kind })
  return id
}

/** Whether a change of this version may go on: only when the answer is `accepted`. For editors and jobs. */
export async function decisionOn(tx: Tx, subject: Subject): Promise<Decision> {
  const row = await tx
    .selectFrom('governance_proposals')
    .select(['id', 'deadline', 'outcome', 'decided_at'])
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('subject_version', '=', subject.version)
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!row) return { kind: 'none' }
  if (row.outcome === null || row.decided_at === null)
    return { kind: 'running', proposal: row.id, deadline: row.deadline }
  if (row.outcome === 'replaced') return { kind: 'none' }
  return { kind: row.outcome, proposal: row.id, decidedAt: row.decided_at }
}

/**
 * Says yes, no, or that one has no opinion, with a reason that everybody can read. Changeable until the decision.
 * @param vote the number of the question, which only its holder can use
 * @throws Problem not-found, decided-already
 */
export async function castVote(
  tx: Tx,
  vote: string,
  said: { readonly choice: Choice; readonly reason: string },
  now: Date,
): Promise<void> {
  if (!isId(vote)) throw unknown()
  const { rows } = await sql<{ outcome: string }>`
    select house.governance_vote(${vote}::uuid, ${said.choice}, ${said.reason}, ${now}) as outcome`.execute(tx)
  const outcome = rows[0]?.outcome
  if (outcome === 'unknown') throw unknown()
  if (outcome === 'decided') throw problems['decided-already']()
  await record(tx, 'governance.vote-cast', vote, now)
}

/** The vote of the person who is signed in on this proposal. @throws Problem not-found when they hold no seat in it */
export async function ownVote(tx: Tx, proposal: string): Promise<string> {
  if (!isId(proposal)) throw unknown()
  const row = await tx
    .selectFrom('governance_votes')
    .select('id')
    .where('proposal_id', '=', proposal)
    .where(sql<boolean>`house.governance_is_asked(id)`)
    .executeTakeFirst()
  if (!row) throw unknown()
  return row.id
}

/**
 * Writes the decision down: author, time and reason. Two at once: the second finds the first.
 * @throws Problem not-found, decided-already, own-proposal, still-voting, expert-yes-missing, more-yes-needed
 */
export async function decideProposal(
  tx: Tx,
  vault: Vault,
  id: string,
  decision: { readonly outcome: 'accepted' | 'refused'; readonly reason: string; readonly by: string | null },
  now: Date,
): Promise<void> {
  const seen = await getProposal(tx, vault, id)
  if (seen.outcome !== null) throw problems['decided-already']()
  const held = await tx
    .selectFrom('governance_proposals')
    .select('outcome')
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw problems['decided-already']()
  const refusal = whyNotDecided(seen, await tallyOf(tx, id), decision, now)
  if (refusal) throw problems[refusal]()
  await tx
    .updateTable('governance_proposals')
    .set({ outcome: decision.outcome, decided_at: now, decided_by: decision.by, decision_reason: decision.reason })
    .where('id', '=', id)
    .execute()
  await record(tx, 'governance.proposal-decided', id, now, { outcome: decision.outcome })
}
