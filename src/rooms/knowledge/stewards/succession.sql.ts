import { sql } from 'kysely'
import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { fields, itemHolder } from '../items/items.sql.ts'
import './succession.tables.ts'

/** An item on the square of which the steward leaves while no other can go on. */
export type Wanted = {
  readonly id: string
  readonly item: string
  readonly slug: string
  readonly title: string
  readonly lang: Lang
  readonly organisation: { readonly id: string; readonly name: string }
  readonly cause: 'not-ours' | 'ended' | 'no-editor'
  readonly reason: string | null
  readonly openedAt: Date
  /** Who takes over, and from which day on (ISO); null while nobody does. */
  readonly taken: { readonly name: string; readonly on: string } | null
}

/** How many stand on the page at once; those that wait longest come first. */
const atOnce = 100

/** @param item only this one */
export async function listWanted(tx: Tx, vault: Vault, item: string | null = null): Promise<readonly Wanted[]> {
  const { rows } = await sql<{
    id: string
    item_id: string
    slug: string
    title: string
    lang: Lang
    organisation_id: string
    organisation: string
    cause: Wanted['cause']
    reason_sealed: Buffer | null
    opened_at: Date
    taker: string | null
    takes_over_on: string | null
  }>`
    select s.id, s.item_id, i.slug, i.title, i.lang, o.id as organisation_id, o.name as organisation, s.cause, s.reason_sealed, s.opened_at,
           t.name as taker, s.takes_over_on::text as takes_over_on
      from knowledge_successions s join square.items i on i.id = s.item_id
      join accounts_organisations o on o.id = s.organisation_id left join accounts_organisations t on t.id = s.taken_by_organisation
     where s.outcome is null and (${item}::uuid is null or s.item_id = ${item}::uuid)
     order by s.opened_at, s.id limit ${atOnce}`.execute(tx)
  const sealers = await vault.sealersOf(
    tx,
    rows.map((row) => itemHolder(row.item_id)),
  )
  return rows.map((row) => ({
    id: row.id,
    item: row.item_id,
    slug: row.slug,
    title: row.title,
    lang: row.lang,
    organisation: { id: row.organisation_id, name: row.organisation },
    cause: row.cause,
    reason:
      row.reason_sealed === null
        ? null
        : (sealers.get(itemHolder(row.item_id))?.open(fields.decision, row.reason_sealed) ?? null),
    openedAt: row.opened_at,
    taken: row.taker === null || row.takes_over_on === null ? null : { name: row.taker, on: row.takes_over_on },
  }))
}

/** The stewards of an item as they are now, on the square: beside its text, and for search. */
export async function showStewards(tx: Tx, item: string): Promise<void> {
  await sql`
    with kept as (
      select o.slug, o.name, s.added_at from knowledge_item_stewards s join accounts_organisations o on o.id = s.organisation_id
       where s.item_id = ${item} and s.accepted_at is not null),
    named as (
      insert into square.stewards (slug, name) select slug, name from kept
      on conflict (slug) do update set name = excluded.name where square.stewards.name <> excluded.name),
    found as (
      update square.passages p set facets = regexp_replace(p.facets, ' steward:[^ ]+(?= )', '', 'g')
             || coalesce((select string_agg('steward:' || k.slug, ' ' order by k.added_at, k.name) || ' ' from kept k), '')
       where p.item_id = ${item})
    update square.items i set stewards = (select jsonb_agg(jsonb_build_object('slug', k.slug, 'name', k.name) order by k.added_at, k.name) from kept k),
           steward_slugs = array(select k.slug from kept k order by k.added_at, k.name)
     where i.id = ${item}`.execute(tx)
  await sql`select pg_notify('square', '')`.execute(tx)
}
