import { normaliseEmailAddress } from '../../lib/text/emailAddress.ts'
import type { Lang } from '../../lib/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Holder, Sealer, Vault } from '../../platform/vault/vault.ts'
import './tables.ts'

export const personHolder = (id: string): Holder => `person:${id}`

export const fields = {
  email: 'accounts_persons.email',
  name: 'accounts_persons.name',
  totp: 'accounts_persons.totp',
} as const

/** The name under which an address is looked up. Case makes no difference: no two people share a mailbox by case alone. */
export const emailIndex = (vault: Vault, address: string): Buffer => vault.blindIndex('email', address.toLowerCase())

/** The sealer of a person who is there. A person without a data key is a bug. */
export async function sealerOfPerson(tx: Tx, vault: Vault, id: string): Promise<Sealer> {
  const sealer = await vault.sealerOf(tx, personHolder(id))
  if (sealer === null) throw new Error('a person without a data key')
  return sealer
}

/**
 * The names of people. Somebody whom the actor may not see, or who was erased, is absent.
 */
export async function namesOf(tx: Tx, vault: Vault, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('accounts_persons')
    .select(['id', 'name_sealed'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const sealers = await vault.sealersOf(
    tx,
    rows.map((row) => personHolder(row.id)),
  )
  return new Map(
    rows.flatMap((row) => {
      const sealer = sealers.get(personHolder(row.id))
      return sealer ? [[row.id, sealer.open(fields.name, row.name_sealed)] as const] : []
    }),
  )
}

/** @returns null when the actor may not see this person, or nobody is there. */
export const personName = async (tx: Tx, vault: Vault, id: string): Promise<string | null> =>
  (await namesOf(tx, vault, [id])).get(id) ?? null

/** Where and in which language a person gets letters. */
export type Reachable = { readonly id: string; readonly email: string; readonly name: string; readonly lang: Lang }

/** @returns null when nobody is there. For jobs, and for administrators. */
export async function reach(tx: Tx, vault: Vault, id: string): Promise<Reachable | null> {
  const row = await tx
    .selectFrom('accounts_persons')
    .select(['id', 'email_sealed', 'name_sealed', 'lang'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const sealer = await sealerOfPerson(tx, vault, id)
  return {
    id,
    lang: row.lang,
    email: sealer.open(fields.email, row.email_sealed),
    name: sealer.open(fields.name, row.name_sealed),
  }
}

/** @returns the person with this address; null when there is none, or the actor may not see them. */
export async function personWithEmail(tx: Tx, vault: Vault, address: string): Promise<string | null> {
  const normal = normaliseEmailAddress(address)
  if (normal === null) return null
  const row = await tx
    .selectFrom('accounts_persons')
    .select('id')
    .where('email_index', '=', emailIndex(vault, normal))
    .executeTakeFirst()
  return row?.id ?? null
}

/** The people of the demo network, in the order in which they came. Under an operator's proof. */
export async function demoFaces(
  tx: Tx,
  vault: Vault,
  lang: Lang,
): Promise<{ slug: string; name: string; what: string; part: DemoPart }[]> {
  const rows = await tx
    .selectFrom('accounts_persons')
    .select(['id', 'demo_slug', 'demo_what_nl', 'demo_what_en'])
    .select((q) => [
      q
        .selectFrom('accounts_permissions as p')
        .select((each) => each.fn.agg<string[]>('array_agg', ['p.permission']).as('all'))
        .whereRef('p.person_id', '=', 'accounts_persons.id')
        .where('p.withdrawn_at', 'is', null)
        .as('permissions'),
    ])
    .where('demo_slug', 'is not', null)
    .orderBy('demo_slug')
    .execute()
  const names = await namesOf(
    tx,
    vault,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    slug: row.demo_slug ?? '',
    name: names.get(row.id) ?? '',
    what: (lang === 'nl' ? row.demo_what_nl : row.demo_what_en) ?? '',
    part: demoParts.find((part) => row.permissions?.includes(part)) ?? 'editor',
  }))
}

/** What a person of the demo is there for, the first that fits. */
const demoParts = ['coordinator', 'researcher', 'administrator', 'expert'] as const
export type DemoPart = (typeof demoParts)[number] | 'editor'

/** @returns the invented person of this name; null when there is none. Under an operator's proof. */
export const personOfDemo = async (tx: Tx, slug: string): Promise<string | null> =>
  (await tx.selectFrom('accounts_persons').select('id').where('demo_slug', '=', slug).executeTakeFirst())?.id ?? null
