import type { Holder, Vault } from '../../../platform/vault/vault.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { reach } from '../../accounts/public.ts'
import '../tables.ts'

/** The addresses of a wave have a key of their own, apart from its answers. */
export const contactsHolder = (wave: string): Holder => `survey-contacts:${wave}`
export const addressField = (place: string) => `surveys_contacts.address:${place}`

const indexOf = (vault: Vault, email: string) => vault.blindIndex('survey-contact', email.toLowerCase())

/** A row of the table of addresses, sealed; `email` is normalised already. The place exists. */
export async function addContacts(
  tx: Tx,
  vault: Vault,
  wave: string,
  contacts: readonly { readonly place: string; readonly email: string; readonly lang: 'nl' | 'en' }[],
  now: Date,
): Promise<void> {
  if (contacts.length === 0) return
  const sealer = await vault.makeKey(tx, contactsHolder(wave))
  for (let at = 0; at < contacts.length; at += 1000)
    await tx
      .insertInto('surveys_contacts')
      .values(
        contacts.slice(at, at + 1000).map(({ place, email, lang }) => ({
          place_id: place,
          address_sealed: sealer.seal(addressField(place), email),
          address_index: indexOf(vault, email),
          lang,
          added_at: now,
        })),
      )
      .execute()
}

/** The rows that lead to the address of somebody with an account. Worker's door. */
export async function listContactsOf(tx: Tx, vault: Vault, person: string) {
  const account = await reach(tx, vault, person)
  if (account === null) return []
  return tx
    .selectFrom('surveys_contacts as c')
    .innerJoin('surveys_places as p', 'p.id', 'c.place_id')
    .innerJoin('surveys_waves as w', 'w.id', 'p.wave_id')
    .innerJoin('surveys_series as s', 's.id', 'w.series_id')
    .select(['c.place_id as place', 's.slug as series', 'w.slug as wave', 'p.name', 'c.added_at as at'])
    .where('c.address_index', '=', indexOf(vault, account.email))
    .execute()
}
