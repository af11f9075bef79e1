import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { personHolder, sealerOfPerson, fields } from './persons.sql.ts'
import { consentsOf } from './consents.sql.ts'

/** The keyed hash under which an erasure is remembered, so that a backup that is put back can be cleaned again. */
export const erasureHash = (vault: Vault, person: string): Buffer => vault.blindIndex('erasure', personHolder(person))

/**
 * Erases a person: account, memberships, permissions, sessions, links, and the data key that opens what was sealed.
 * Consents stay as proof without a name, withdrawn. At the worker's door. Nobody there: nothing happens.
 */
export async function erasePerson(tx: Tx, vault: Vault, person: string, now: Date): Promise<void> {
  const row = await tx
    .deleteFrom('accounts_persons')
    .where('id', '=', person)
    .returning('email_index')
    .executeTakeFirst()
  if (!row) return
  await tx.deleteFrom('accounts_sign_ins').where('email_index', '=', row.email_index).execute()
  const live = await tx
    .updateTable('accounts_consents')
    .set({ withdrawn_at: now })
    .where('person_id', '=', person)
    .where('withdrawn_at', 'is', null)
    .returning(['subject', 'purpose'])
    .execute()
  for (const { subject, purpose } of live) await record(tx, 'accounts.consent-withdrawn', subject, now, { purpose })
  await tx.updateTable('accounts_consents').set({ person_id: null }).where('person_id', '=', person).execute()
  await tx
    .insertInto('accounts_erasures')
    .values({ id: randomUUID(), subject_hash: erasureHash(vault, person), erased_at: now, scopes: ['person'] })
    .execute()
  await revokeAllProofs(tx, person)
  await vault.forget(tx, personHolder(person))
  await record(tx, 'accounts.person-erased', person, now)
}

const revokeAllProofs = (tx: Tx, person: string) =>
  tx.executeQuery(
    tx
      .selectNoFrom((e) => e.fn<number>('house.accounts_revoke_proofs', [e.cast(e.val(person), 'uuid')]).as('n'))
      .compile(),
  )

/** Whether this person was erased before; asked after a backup was put back. At the worker's door. */
export async function wasErased(tx: Tx, vault: Vault, person: string): Promise<boolean> {
  const row = await tx
    .selectFrom('accounts_erasures')
    .select('id')
    .where('subject_hash', '=', erasureHash(vault, person))
    .executeTakeFirst()
  return row !== undefined
}

/** What this room holds about a person, for the person. */
export async function exportPerson(tx: Tx, vault: Vault, person: string): Promise<Readonly<Record<string, unknown>>> {
  const row = await tx.selectFrom('accounts_persons').selectAll().where('id', '=', person).executeTakeFirst()
  if (!row) return {}
  const sealer = await sealerOfPerson(tx, vault, person)
  const permissions = await tx
    .selectFrom('accounts_permissions')
    .select(['permission', 'granted_at as since', 'withdrawn_at as until'])
    .where('person_id', '=', person)
    .orderBy('granted_at')
    .execute()
  const memberships = await tx
    .selectFrom('accounts_memberships as m')
    .innerJoin('accounts_organisations as o', 'o.id', 'm.organisation_id')
    .select(['o.name as organisation', 'm.role', 'm.since', 'm.until'])
    .where('m.person_id', '=', person)
    .orderBy('m.since')
    .execute()
  const consents = await consentsOf(tx, person)
  return {
    id: row.id,
    name: sealer.open(fields.name, row.name_sealed),
    email: sealer.open(fields.email, row.email_sealed),
    language: row.lang,
    since: row.made_at,
    lastSignedInAt: row.last_signed_in_at,
    secondFactorSince: row.totp_confirmed_at,
    recoveryCodesLeft: row.recovery_hashes.length,
    permissions,
    memberships,
    consents,
  }
}
