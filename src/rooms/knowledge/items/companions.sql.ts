import { sql } from 'kysely'
import { peopleBand, shownRequests } from '../../../lib/disclosure/thresholds.ts'
import type { Tx } from '../../../platform/db/database.ts'
import '../square.tables.ts'
import '../tables.ts'

/** What stands beside an item on the square: its links both ways, who accepts it, how many support it and ask about it. */
export async function placeCompanions(tx: Tx, id: string): Promise<void> {
  await placeLinks(tx, id)
  await placeAcceptances(tx, id)
  await placeSupports(tx, id)
  await placeRequests(tx, id)
}

/** Links stand on the square as far as both sides do. */
export async function placeLinks(tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('square.item_links')
    .where((e) => e.or([e('item_id', '=', id), e('to_item_id', '=', id)]))
    .execute()
  await sql`
    insert into square.item_links (item_id, to_item_id, kind, position)
    select l.item_id, l.to_item_id, l.kind, l.position from knowledge_item_links l
      join square.items a on a.id = l.item_id join square.items b on b.id = l.to_item_id
     where l.item_id = ${id}::uuid or l.to_item_id = ${id}::uuid`.execute(tx)
  await sql`select pg_notify('square', '')`.execute(tx)
}

export async function placeAcceptances(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('square.item_acceptances').where('item_id', '=', id).execute()
  await sql`
    insert into square.item_acceptances (item_id, organisation_slug, organisation_name)
    select a.item_id, o.slug, o.name from knowledge_training_acceptances a
      join accounts_organisations o on o.id = a.organisation_id join square.items i on i.id = a.item_id
     where a.item_id = ${id}::uuid`.execute(tx)
  await sql`select pg_notify('square', '')`.execute(tx)
}

/** Under the threshold there is no row: nobody and a few look the same. */
export async function placeSupports(tx: Tx, id: string): Promise<void> {
  const { rows } = await sql<{ n: number }>`select house.knowledge_supporters(${id}::uuid) as n`.execute(tx)
  const band = peopleBand(rows[0]?.n ?? 0)
  await tx.deleteFrom('square.item_supports').where('item_id', '=', id).execute()
  if (band !== null)
    await sql`
      insert into square.item_supports (item_id, people_from, people_below)
      select i.id, ${band.from}, ${band.below} from square.items i where i.id = ${id}::uuid`.execute(tx)
  await sql`select pg_notify('square', '')`.execute(tx)
}

/** How often the desk was asked about a question of research; under the threshold there is no row. */
export async function placeRequests(tx: Tx, id: string): Promise<void> {
  const { rows } = await sql<{ n: number }>`select house.knowledge_requests_of(${id}::uuid) as n`.execute(tx)
  const shown = shownRequests(rows[0]?.n ?? 0)
  await tx.deleteFrom('square.item_requests').where('item_id', '=', id).execute()
  if (shown !== null)
    await sql`
      insert into square.item_requests (item_id, requests)
      select i.id, ${shown} from square.items i where i.id = ${id}::uuid`.execute(tx)
  await sql`select pg_notify('square', '')`.execute(tx)
}
