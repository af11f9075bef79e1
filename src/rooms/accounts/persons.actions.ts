import { randomUUID } from 'node:crypto'
import type { Label, Lang } from '../../lib/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import type { Permission } from '../../platform/http/access.ts'
import { revokeSessions } from '../../platform/proofs.ts'
import { normaliseEmailAddress } from '../../lib/text/emailAddress.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import type { MembershipRole } from './membership.rules.ts'
import { emailIndex, fields, personHolder, personWithEmail } from './persons.sql.ts'

/** Somebody to be added. `edits` and `memberOf` are organisations by id. */
export type NewPerson = {
  readonly id?: string
  readonly email: string
  readonly name: string
  readonly lang?: Lang
  readonly permissions?: readonly Permission[]
  readonly edits?: readonly string[]
  readonly memberOf?: readonly string[]
  /** The demo network only: under which name one signs in with one press, and what there is to see. */
  readonly demo?: { readonly slug: string; readonly what: Label }
  /** Who added this person; absent for the command line and the seed. */
  readonly by?: string
}

/** Adds a person with what they may and where they belong. Writes no letter. @returns the id. */
export async function makePerson(tx: Tx, vault: Vault, person: NewPerson, now: Date): Promise<string> {
  const email = normaliseEmailAddress(person.email)
  if (email === null) throw new Error('not an address of our grammar')
  const id = person.id ?? randomUUID()
  const sealer = await vault.makeKey(tx, personHolder(id))
  await tx
    .insertInto('accounts_persons')
    .values({
      id,
      email_index: emailIndex(vault, email),
      email_sealed: sealer.seal(fields.email, email),
      name_sealed: sealer.seal(fields.name, person.name),
      lang: person.lang ?? 'nl',
      made_at: now,
      demo_slug: person.demo?.slug ?? null,
      demo_what_nl: person.demo?.what.nl ?? null,
      demo_what_en: person.demo?.what.en ?? null,
    })
    .execute()
  await record(tx, 'accounts.person-added', id, now)
  for (const permission of person.permissions ?? [])
    await grant(tx, { person: id, permission, ...(person.by !== undefined && { by: person.by }) }, now)
  for (const organisation of person.edits ?? []) await join(tx, { person: id, organisation, role: 'editor' }, now)
  for (const organisation of person.memberOf ?? []) await join(tx, { person: id, organisation, role: 'member' }, now)
  return id
}

/**
 * Gives a permission; what a person has already stays as it is. Their sessions end: the next one knows the new permission.
 * An administrator gives 'administrator' by `proposeGrant`; this way it is for the command line.
 */
export async function grant(
  tx: Tx,
  { person, permission, by }: { person: string; permission: Permission; by?: string },
  now: Date,
): Promise<void> {
  const given = await tx
    .insertInto('accounts_permissions')
    .values({ id: randomUUID(), person_id: person, permission, granted_at: now, granted_by: by ?? null })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'permission']).where('withdrawn_at', 'is', null).doNothing(),
    )
    .executeTakeFirst()
  if (given.numInsertedOrUpdatedRows === 0n) return
  await revokeSessions(tx, person)
  await record(tx, 'accounts.permission-granted', person, now, { permission })
}

/** Adds somebody to an organisation; a running membership of the same kind stays as it is. */
export async function join(
  tx: Tx,
  { person, organisation, role }: { person: string; organisation: string; role: MembershipRole },
  now: Date,
): Promise<void> {
  const joined = await tx
    .insertInto('accounts_memberships')
    .values({ id: randomUUID(), person_id: person, organisation_id: organisation, role, since: now })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'organisation_id', 'role']).where('until', 'is', null).doNothing(),
    )
    .executeTakeFirst()
  if (joined.numInsertedOrUpdatedRows === 0n) return
  await revokeSessions(tx, person)
  await record(tx, 'accounts.membership-began', person, now, { organisation, role })
}

/**
 * The way in for the first administrator, and back in when all are lost: makes the person when the address is new, grants
 * the permission and has a letter sent. Under an operator's proof.
 * @throws Error with a sentence for the operator when this is no address
 */
export async function inviteAdministrator(
  tx: Tx,
  vault: Vault,
  { email, name, lang = 'nl' }: { email: string; name?: string; lang?: Lang },
  now: Date,
): Promise<{ person: string; isNew: boolean }> {
  const address = normaliseEmailAddress(email)
  if (address === null) throw new Error(`This is not an e-mail address: ${email}`)
  const known = await personWithEmail(tx, vault, address)
  const person = known ?? (await makePerson(tx, vault, { email: address, name: name ?? address, lang }, now))
  await grant(tx, { person, permission: 'administrator' }, now)
  await record(tx, 'accounts.person-invited', person, now)
  return { person, isNew: known === null }
}
