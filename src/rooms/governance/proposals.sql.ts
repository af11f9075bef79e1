import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Holder, Vault } from '../../platform/vault/vault.ts'
import { organisationName } from '../accounts/public.ts'
import type { Choice, Outcome, Tally } from './proposals.rules.ts'
import { unknown } from './problems.ts'
import { isId } from './seats.sql.ts'
import './tables.ts'

export const proposalHolder = (id: string): Holder => `proposal:${id}`
export const textField = 'governance_proposals.text'

/** A proposal as those who vote and decide see it. */
export type Proposal = {
  readonly id: string
  readonly title: string
  readonly changes: string
  readonly reason: string
  /** The words as they would become, in Markdown. */
  readonly text: string
  readonly organisation: string
  readonly proposedBy: string | null
  readonly openedAt: Date
  readonly deadline: Date
  readonly outcome: Outcome | null
  readonly decidedAt: Date | null
  readonly decisionReason: string | null
}

/** One seat's answer. `mine` when it is the actor's. */
export type Vote = {
  readonly id: string
  readonly choice: Choice | null
  readonly reason: string | null
  readonly at: Date | null
  readonly mine: boolean
}

/** @throws Problem not-found, also for who may not see it */
export async function getProposal(tx: Tx, vault: Vault, id: string): Promise<Proposal> {
  if (!isId(id)) throw unknown()
  const row = await tx.selectFrom('governance_proposals').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw unknown()
  const sealer = await vault.sealerOf(tx, proposalHolder(id))
  return {
    id,
    title: row.title,
    changes: row.changes,
    reason: row.reason,
    text: sealer?.open(textField, row.text_sealed) ?? '',
    organisation: (await organisationName(tx, row.organisation_id)) ?? '',
    proposedBy: row.proposed_by,
    openedAt: row.opened_at,
    deadline: row.deadline,
    outcome: row.outcome,
    decidedAt: row.decided_at,
    decisionReason: row.decision_reason,
  }
}

export const listVotes = (tx: Tx, proposal: string): Promise<Vote[]> =>
  tx
    .selectFrom('governance_votes')
    .select(['id', 'choice', 'reason', 'voted_at as at', sql<boolean>`house.governance_is_asked(id)`.as('mine')])
    .where('proposal_id', '=', proposal)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()

/** The proposal that a vote belongs to. @throws Problem not-found */
export async function proposalOfVote(tx: Tx, vote: string): Promise<string> {
  const row = await tx.selectFrom('governance_votes').select('proposal_id').where('id', '=', vote).executeTakeFirst()
  if (!row) throw unknown()
  return row.proposal_id
}

export async function tallyOf(tx: Tx, proposal: string): Promise<Tally> {
  const { rows } = await sql<Tally>`select * from house.governance_tally(${proposal}::uuid)`.execute(tx)
  return rows[0] ?? { yes: 0, no: 0, abstain: 0, waiting: 0, independent: false }
}

/** The proposals that the person who is signed in was asked about, newest first. */
export const listAskedOfMe = (tx: Tx) =>
  tx
    .selectFrom('governance_votes as v')
    .innerJoin('governance_proposals as p', 'p.id', 'v.proposal_id')
    .select(['p.id', 'p.title', 'p.deadline', 'p.outcome', 'v.choice'])
    .where(sql<boolean>`v.seat_id = any (house.governance_own_seats())`)
    .orderBy('p.opened_at', 'desc')
    .orderBy('p.id')
    .limit(100)
    .execute()
