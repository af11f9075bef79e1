import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Permission } from '../../platform/http/access.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import type { ListedPerson, SeenPerson } from './seen-person.ts'
import { namesOf, personWithEmail, reach } from './persons.sql.ts'

const perPage = 50

const runningPermissions = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('accounts_permissions')
    .select(['person_id', 'permission'])
    .where('person_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .orderBy('granted_at')
    .execute()

const runningMemberships = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('accounts_memberships as m')
    .innerJoin('accounts_organisations as o', 'o.id', 'm.organisation_id')
    .select(['m.id', 'm.person_id', 'm.organisation_id', 'o.name', 'm.role', 'm.since'])
    .where('m.person_id', 'in', ids)
    .where('m.until', 'is', null)
    .orderBy('o.name')
    .execute()

/** One page of the people with an account, newest first; `email` gives the one with that address. For administrators. */
export async function listPeople(
  tx: Tx,
  vault: Vault,
  { page, email }: { page: number; email: string | null },
): Promise<{ people: ListedPerson[]; pages: number }> {
  const only = email === null ? null : ((await personWithEmail(tx, vault, email)) ?? 'none')
  if (only === 'none') return { people: [], pages: 0 }
  const asked = tx.selectFrom('accounts_persons').$if(only !== null, (q) => q.where('id', '=', only ?? ''))
  const { n } = await asked.select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow()
  const rows = await asked
    .select(['id', 'last_signed_in_at'])
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return { people: [], pages: Math.ceil(n / perPage) }
  const names = await namesOf(tx, vault, ids)
  const permissions = await runningPermissions(tx, ids)
  const memberships = await runningMemberships(tx, ids)
  return {
    pages: Math.ceil(n / perPage),
    people: rows.map((row) => ({
      id: row.id,
      name: names.get(row.id) ?? '',
      lastSignedInAt: row.last_signed_in_at,
      permissions: permissions.filter((each) => each.person_id === row.id).map((each) => each.permission),
      organisations: memberships.filter((each) => each.person_id === row.id),
    })),
  }
}

const holdersOf = async (tx: Tx, permission: Permission): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('accounts_permissions')
      .select('person_id')
      .where('permission', '=', permission)
      .where('withdrawn_at', 'is', null)
      .orderBy('granted_at')
      .orderBy('person_id')
      .execute()
  ).map((row) => row.person_id)

/** Everybody who may work at the desk now, longest first; who the actor may not see is absent. */
export const listCoordinators = (tx: Tx) => holdersOf(tx, 'coordinator')

/** Everybody who looks after the whole now, longest first; who the actor may not see is absent. */
export const listAdministrators = (tx: Tx) => holdersOf(tx, 'administrator')

/** Everybody who edits for an organisation now, longest first; who the actor may not see is absent. */
export const listEditors = async (tx: Tx, organisation: string): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('accounts_memberships')
      .select('person_id')
      .where('organisation_id', '=', organisation)
      .where('role', '=', 'editor')
      .where('until', 'is', null)
      .orderBy('since')
      .orderBy('person_id')
      .execute()
  ).map((row) => row.person_id)

export const countAdministrators = async (tx: Tx): Promise<number> =>
  (
    await tx
      .selectFrom('accounts_permissions')
      .select(sql<number>`count(*)::int`.as('n'))
      .where('permission', '=', 'administrator')
      .where('withdrawn_at', 'is', null)
      .executeTakeFirstOrThrow()
  ).n

export const findProposal = (tx: Tx, person: string) =>
  tx
    .selectFrom('accounts_grant_proposals')
    .selectAll()
    .where('person_id', '=', person)
    .where('decided_at', 'is', null)
    .executeTakeFirst()

/** @returns null when nobody is there. For administrators. */
export async function findPerson(tx: Tx, vault: Vault, id: string): Promise<SeenPerson | null> {
  const row = await tx
    .selectFrom('accounts_persons')
    .select(['made_at', 'last_signed_in_at', 'totp_confirmed_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  const person = row && (await reach(tx, vault, id))
  if (!row || !person) return null
  const proposal = await findProposal(tx, id)
  const proposer = proposal ? await namesOf(tx, vault, [proposal.proposed_by]) : null
  return {
    ...person,
    madeAt: row.made_at,
    lastSignedInAt: row.last_signed_in_at,
    secondFactorSince: row.totp_confirmed_at,
    permissions: (await runningPermissions(tx, [id])).map((each) => each.permission),
    memberships: await runningMemberships(tx, [id]),
    administrators: await countAdministrators(tx),
    proposal: proposal
      ? {
          id: proposal.id,
          person: id,
          proposedBy: proposal.proposed_by,
          proposerName: proposer?.get(proposal.proposed_by) ?? '',
          proposedAt: proposal.proposed_at,
        }
      : null,
  }
}
