import { sql } from 'kysely'
import type { Lang } from '../../lib/words.ts'
import type { SquareDb, Tx } from '../../platform/db/database.ts'
import type { Vault } from '../../platform/vault/vault.ts'

// What this room asks of its neighbours, in one place: each is a function of a neighbour's public.ts.

/** An item of the square that may already answer a question. */
export type RelatedItem = {
  readonly id: string
  readonly title: string
  readonly path: string
  readonly summary: string | null
}

/** At most three items of the square that are near a text. */
export const relatedItems = async (_db: SquareDb, _text: string): Promise<readonly RelatedItem[]> => []

/** Where mail to a person with an account goes. */
export type Addressee = { readonly address: string; readonly lang: Lang }

/** @returns null when this person is no longer known. Worker's door. */
export async function findAddressee(tx: Tx, vault: Vault, person: string): Promise<Addressee | null> {
  const { rows } = await sql<{ email_sealed: Buffer; lang: Lang }>`
    select email_sealed, lang from house.accounts_persons where id = ${person}::uuid`.execute(tx)
  const sealer = rows[0] && (await vault.sealerOf(tx, `person:${person}`))
  return rows[0] && sealer
    ? { address: sealer.open('accounts_persons.email', rows[0].email_sealed), lang: rows[0].lang }
    : null
}

/** Everybody who works at the desk now. Worker's door. */
export async function listCoordinators(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from house.accounts_permissions where permission = 'coordinator' and withdrawn_at is null`.execute(
    tx,
  )
  return rows.map((row) => row.person_id)
}
