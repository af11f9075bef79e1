import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { DataEntry } from '../../platform/room.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { organisationName } from '../accounts/public.ts'

const account = 'as long as the account'
const asLongAsRead = 'as long as the decision can be read'
const entry = (column: `governance_${string}.${string}`, purpose: string, keep: string): DataEntry => ({
  column,
  class: 'personal',
  purpose,
  keep,
})

/** What this room holds about people. */
export const dataMap: readonly DataEntry[] = [
  entry('governance_seats.person_id', 'who holds the seat', account),
  {
    ...entry('governance_seats.email_sealed', 'whom to invite', 'until the person was found; 30 days when nobody was'),
    notInCopy: 'it is gone as soon as it led to an account',
  },
  {
    ...entry('governance_seats.shown_name', 'the name everybody sees; may be another name', account),
    copies: ['square.seats.name', 'square.decisions.votes'],
  },
  entry('governance_seats.invited_by', 'who invited', account),
  entry(
    'governance_employments.organisation_id',
    'so that nobody’s yes counts for their own employer',
    'as long as the seat',
  ),
  {
    ...entry('governance_votes.reason', 'why a seat said yes or no', asLongAsRead),
    copies: ['square.decisions.votes'],
    afterErasure: 'the vote and its reason, without a name: what was decided stays to be understood',
  },
  {
    column: 'governance_votes.independent',
    class: 'personal',
    purpose: 'whether the voter does not work for the proposer',
    keep: asLongAsRead,
    afterErasure: 'a yes or no at a vote without a name',
    notInCopy: 'it follows from the employers, which are in the copy',
  },
  entry('governance_proposals.proposed_by', 'who proposed', account),
  entry('governance_proposals.decided_by', 'who wrote the decision down', account),
  entry('governance_vision_versions.made_by', 'who wrote a version of the vision', account),
  entry('governance_vision_positions.said_by', 'who spoke for a partner', account),
]

/** What this room holds about a person, for the person. */
export async function exportPerson(tx: Tx, _vault: Vault, person: string): Promise<Readonly<Record<string, unknown>>> {
  const seats = await tx
    .selectFrom('governance_seats')
    .select(['id', 'shown_name', 'invited_at', sql<string>`until::text`.as('until'), 'answered_at', 'ended_at'])
    .where('person_id', '=', person)
    .orderBy('invited_at')
    .execute()
  const held = []
  for (const { id, ...seat } of seats) {
    const employments = await tx
      .selectFrom('governance_employments')
      .select('organisation_id')
      .where('seat_id', '=', id)
      .execute()
    const worksFor: (string | null)[] = []
    for (const each of employments) worksFor.push(await organisationName(tx, each.organisation_id))
    const votes = await tx
      .selectFrom('governance_votes as v')
      .innerJoin('governance_proposals as p', 'p.id', 'v.proposal_id')
      .select(['p.title', 'v.choice', 'v.reason', 'v.voted_at as at'])
      .where('v.seat_id', '=', id)
      .where('v.choice', 'is not', null)
      .orderBy('v.voted_at')
      .execute()
    held.push({ ...seat, worksFor, votes })
  }
  const titlesBy = (column: 'proposed_by' | 'decided_by') =>
    tx
      .selectFrom('governance_proposals')
      .select(['title', column === 'proposed_by' ? 'opened_at as at' : 'decided_at as at'])
      .where(column, '=', person)
      .orderBy('opened_at')
      .execute()
  const written = await tx
    .selectFrom('governance_vision_versions')
    .select(['version', 'made_at as at'])
    .where('made_by', '=', person)
    .execute()
  const stated = await tx
    .selectFrom('governance_vision_positions')
    .select(['version', 'exception', 'said_at as at'])
    .where('said_by', '=', person)
    .execute()
  const invited = await tx
    .selectFrom('governance_seats')
    .select('invited_at as at')
    .where('invited_by', '=', person)
    .execute()
  return {
    seats: held,
    proposed: await titlesBy('proposed_by'),
    decided: await titlesBy('decided_by'),
    visionsWritten: written,
    positionsStated: stated,
    invitations: invited,
  }
}

/** Votes and reasons stay without a name; the seat ends, and where somebody works is forgotten. At the worker's door. */
export async function erasePerson(tx: Tx, _vault: Vault, person: string, now: Date): Promise<void> {
  await tx
    .deleteFrom('governance_employments')
    .where('seat_id', 'in', (query) =>
      query.selectFrom('governance_seats').select('id').where('person_id', '=', person),
    )
    .execute()
  await tx
    .updateTable('governance_seats')
    .set({ person_id: null, shown_name: null, email_sealed: null, ended_at: sql`coalesce(ended_at, ${now})` })
    .where('person_id', '=', person)
    .execute()
  await tx.updateTable('governance_seats').set({ invited_by: null }).where('invited_by', '=', person).execute()
  await tx.updateTable('governance_proposals').set({ proposed_by: null }).where('proposed_by', '=', person).execute()
  await tx.updateTable('governance_proposals').set({ decided_by: null }).where('decided_by', '=', person).execute()
  await tx.updateTable('governance_vision_versions').set({ made_by: null }).where('made_by', '=', person).execute()
  await tx.updateTable('governance_vision_positions').set({ said_by: null }).where('said_by', '=', person).execute()
}
