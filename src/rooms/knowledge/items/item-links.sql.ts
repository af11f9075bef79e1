import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { LinkKind } from '../kinds/kinds.rules.ts'
import '../tables.ts'

/** A link of an item as its keepers see it. `from` is whether the item points at the other one. */
export type KeptLink = {
  readonly kind: LinkKind
  readonly position: number | null
  readonly from: boolean
  readonly other: string
  /** Null while the other item does not stand on the square. */
  readonly title: string | null
  readonly slug: string | null
}

/** Every link of an item, both ways, in a fixed order. */
export async function listKeptLinks(tx: Tx, id: string): Promise<readonly KeptLink[]> {
  const { rows } = await sql<KeptLink>`
    select l.kind, l.position, l.item_id = ${id}::uuid as "from", o.id as other, i.title, i.slug
      from knowledge_item_links l
      cross join lateral (select case when l.item_id = ${id}::uuid then l.to_item_id else l.item_id end as id) o
      left join square.items i on i.id = o.id
     where l.item_id = ${id}::uuid or l.to_item_id = ${id}::uuid
     order by l.kind, l.position, i.title, o.id`.execute(tx)
  return rows
}

/** The item that stands on the square under a path word and is kept here; undefined when none does. */
export const findOnSquare = (tx: Tx, slug: string) =>
  tx
    .selectFrom('square.items')
    .select(['id', 'slug', 'type', 'title', 'details', 'standing'])
    .where('slug', '=', slug)
    .where('page', 'is', null)
    .executeTakeFirst()

/** @returns the place after the last one of a series, from 1. */
export async function nextPosition(tx: Tx, series: string): Promise<number> {
  const { last } = await tx
    .selectFrom('knowledge_item_links')
    .select((e) => e.fn.max('position').as('last'))
    .where('to_item_id', '=', series)
    .where('kind', '=', 'series')
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}
