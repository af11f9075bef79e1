import { sql } from 'kysely'
import type { Lang } from '../../../lib/words.ts'
import type { SquareDb, Tx } from '../../../platform/db/database.ts'
import { hostIn, oldAddressOf } from './old-addresses.rules.ts'
import './moving.tables.ts'
import '../square.tables.ts'

/**
 * Notes where items stood before, by the links as the old site wrote them; what is no address is left out. Of one address
 * the item that was noted last counts, as long as it is of the same organisation: nobody takes another's address.
 */
export async function noteOldAddresses(
  tx: Tx,
  organisation: string,
  found: readonly { readonly item: string; readonly links: readonly string[] }[],
  now: Date,
): Promise<void> {
  const byAddress = new Map(
    found.flatMap(({ item, links }) =>
      links.flatMap((link) => oldAddressOf(link) ?? []).map((at) => [at, item] as const),
    ),
  )
  if (byAddress.size === 0) return
  const items = [...new Set(byAddress.values())]
  await sql`
    insert into knowledge_old_addresses (address, item_id, organisation_id, noted_at)
    select a.address, a.item_id, ${organisation}::uuid, ${now}
      from unnest(${[...byAddress.keys()]}::text[], ${[...byAddress.values()]}::uuid[]) as a(address, item_id)
    on conflict (address) do update set item_id = excluded.item_id, noted_at = excluded.noted_at
     where knowledge_old_addresses.organisation_id = excluded.organisation_id
       and knowledge_old_addresses.item_id <> excluded.item_id`.execute(tx)
  await placeOldAddresses(tx, items)
}

/** Puts the old addresses of items that stand on the square there too. */
export async function placeOldAddresses(tx: Tx, items: readonly string[]): Promise<void> {
  const { rows } = await sql<{ address: string; item_id: string }>`
    select o.address, o.item_id from knowledge_old_addresses o join square.items i on i.id = o.item_id
     where o.item_id = any(${items}::uuid[])`.execute(tx)
  if (rows.length === 0) return
  await sql`
    insert into square.old_addresses (address, host, item_id)
    select * from unnest(${rows.map((row) => row.address)}::text[], ${rows.map((row) => hostIn(row.address))}::text[],
                         ${rows.map((row) => row.item_id)}::uuid[])
    on conflict (address) do update set item_id = excluded.item_id`.execute(tx)
  await sql`select pg_notify('square', '')`.execute(tx)
}

/** Where an old address leads: to an item on the square, or to one that was taken off it. undefined: nobody knows it. */
export async function findOldAddress(
  db: SquareDb,
  address: string,
): Promise<{ readonly slug: string | null; readonly lang: Lang | null; readonly withdrawn: boolean } | undefined> {
  const { rows } = await sql<{ slug: string | null; lang: Lang | null; withdrawn: boolean }>`
    select i.slug, i.lang, w.id is not null as withdrawn
      from square.old_addresses o left join square.items i on i.id = o.item_id left join square.withdrawn_items w on w.id = o.item_id
     where o.address = ${address}`.execute(db)
  return rows[0]
}

/** The names of the sites that items moved here from. */
export const listOldHosts = async (db: SquareDb): Promise<readonly string[]> =>
  (await db.selectFrom('square.old_addresses').select('host').distinct().execute()).map(({ host }) => host)

/** The old addresses of organisations whose items stand on the square, with the path word of the item. */
export const listMoved = (tx: Tx, organisations: readonly string[]) =>
  tx
    .selectFrom('knowledge_old_addresses as o')
    .innerJoin('square.items as i', 'i.id', 'o.item_id')
    .select(['o.address', 'i.slug'])
    .where('o.organisation_id', 'in', organisations)
    .orderBy('o.address')
    .execute()
