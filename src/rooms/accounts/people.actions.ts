import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import type { Permission } from '../../platform/http/access.ts'
import { revokeSessions } from '../../platform/proofs.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { needsSecondYes, whyNotConfirm, whyNotWithdraw, type MembershipRole } from './membership.rules.ts'
import { findOrganisation } from './organisations.sql.ts'
import { countAdministrators, findProposal } from './people.sql.ts'
import { grant, join, makePerson, type NewPerson } from './persons.actions.ts'
import { personWithEmail } from './persons.sql.ts'
import { problems } from './problems.ts'

const getPerson = async (tx: Tx, id: string) => {
  const row = await tx.selectFrom('accounts_persons').select('id').where('id', '=', id).executeTakeFirst()
  if (!row) throw problems['person-unknown']()
  return row
}

// Whoever counts administrators and acts on the number, does so alone.
const aloneWithAdministrators = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtextextended('accounts administrators', 0))`.execute(tx)

/** What became of a permission: given at once, or waiting for the yes of a second administrator. */
export type Granted = 'given' | 'proposed'

/** An administrator gives a permission. A third administrator is proposed: another administrator says yes. */
export async function givePermission(
  tx: Tx,
  { person, permission, by }: { person: string; permission: Permission; by: string },
  now: Date,
): Promise<Granted> {
  await getPerson(tx, person)
  if (permission !== 'administrator') {
    await grant(tx, { person, permission, by }, now)
    return 'given'
  }
  await aloneWithAdministrators(tx)
  if (needsSecondYes(permission, await countAdministrators(tx))) {
    await tx
      .insertInto('accounts_grant_proposals')
      .values({ id: randomUUID(), person_id: person, proposed_by: by, proposed_at: now })
      .execute()
    await record(tx, 'accounts.administrator-proposed', person, now)
    return 'proposed'
  }
  await makeAdministrator(tx, person, null, now)
  return 'given'
}

async function makeAdministrator(tx: Tx, person: string, proposal: string | null, now: Date) {
  const { rows } = await sql<{ made: boolean }>`
    select house.accounts_grant_administrator(${randomUUID()}::uuid, ${person}::uuid, ${proposal}::uuid) as made`.execute(
    tx,
  )
  // The database counts again: it has the last word on who becomes administrator.
  if (!rows[0]?.made) throw problems['proposal-decided']()
  await record(tx, 'accounts.permission-granted', person, now, { permission: 'administrator' })
  await revokeSessions(tx, person)
}

/** A second administrator says yes or no to a proposal. Whoever proposed it may take it back, not confirm it. */
export async function decideProposal(
  tx: Tx,
  { person, by, yes }: { person: string; by: string; yes: boolean },
  now: Date,
): Promise<void> {
  const proposal = await findProposal(tx, person)
  if (!proposal) throw problems['proposal-decided']()
  if (yes) {
    const refusal = whyNotConfirm({ person, proposedBy: proposal.proposed_by }, by)
    if (refusal) throw problems[refusal]()
    await makeAdministrator(tx, person, proposal.id, now)
    return
  }
  const rejected = await tx
    .updateTable('accounts_grant_proposals')
    .set({ outcome: 'rejected', decided_by: by, decided_at: now })
    .where('id', '=', proposal.id)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  if (rejected.numUpdatedRows === 0n) throw problems['proposal-decided']()
  await record(tx, 'accounts.administrator-rejected', person, now)
}

/** Takes a permission away; the sessions of the person end at once. */
export async function withdrawPermission(
  tx: Tx,
  { person, permission }: { person: string; permission: Permission },
  now: Date,
): Promise<void> {
  await getPerson(tx, person)
  if (permission === 'administrator') await aloneWithAdministrators(tx)
  const refusal = whyNotWithdraw(permission, await countAdministrators(tx))
  if (refusal) throw problems[refusal]()
  const withdrawn = await tx
    .updateTable('accounts_permissions')
    .set({ withdrawn_at: now })
    .where('person_id', '=', person)
    .where('permission', '=', permission)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (withdrawn.numUpdatedRows === 0n) return
  await record(tx, 'accounts.permission-withdrawn', person, now, { permission })
  await revokeSessions(tx, person)
}

/** Adds somebody to an organisation that takes part. */
export async function addToOrganisation(
  tx: Tx,
  membership: { person: string; organisation: string; role: MembershipRole },
  now: Date,
): Promise<void> {
  await getPerson(tx, membership.person)
  const organisation = await findOrganisation(tx, membership.organisation)
  if (!organisation || organisation.left_at !== null) throw problems['organisation-unknown']()
  await join(tx, membership, now)
}

/** Ends a membership; it stays in the history. */
export async function endMembership(
  tx: Tx,
  { person, membership }: { person: string; membership: string },
  now: Date,
): Promise<void> {
  const ended = await tx
    .updateTable('accounts_memberships')
    .set({ until: now })
    .where('id', '=', membership)
    .where('person_id', '=', person)
    .where('until', 'is', null)
    .returning('organisation_id')
    .executeTakeFirst()
  if (!ended) throw problems['person-unknown']()
  await record(tx, 'accounts.membership-ended', person, now, { organisation: ended.organisation_id })
  await revokeSessions(tx, person)
}

/**
 * An administrator adds somebody and has a letter sent. Nothing in the letter tells what the account is for. Somebody
 * whose address is `known` stays as they are, and gets no letter.
 */
export async function invitePerson(
  tx: Tx,
  vault: Vault,
  invited: NewPerson & { readonly by: string },
  now: Date,
): Promise<{ person: string; outcome: Granted | 'known' }> {
  const known = await personWithEmail(tx, vault, invited.email)
  if (known !== null) return { person: known, outcome: 'known' }
  const { permissions = [] } = invited
  const others = permissions.filter((permission) => permission !== 'administrator')
  const person = await makePerson(tx, vault, { ...invited, permissions: others }, now)
  const outcome = permissions.includes('administrator')
    ? await givePermission(tx, { person, permission: 'administrator', by: invited.by }, now)
    : 'given'
  await record(tx, 'accounts.person-invited', person, now)
  return { person, outcome }
}

/** Sends the invitation once more. */
export async function inviteAgain(tx: Tx, person: string, now: Date): Promise<void> {
  await getPerson(tx, person)
  await record(tx, 'accounts.person-invited', person, now)
}

/** For who lost both phone and recovery codes: the second factor is off until they set it up anew. They get a letter. */
export async function resetSecondFactor(tx: Tx, person: string, now: Date): Promise<void> {
  const { rows } = await sql<{ done: boolean }>`
    select house.accounts_reset_second_factor(${person}::uuid) as done`.execute(tx)
  if (!rows[0]?.done) throw problems['person-unknown']()
  await record(tx, 'accounts.second-factor-changed', person, now, { what: 'reset' })
  await revokeSessions(tx, person)
}
