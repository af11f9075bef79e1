import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { placeLinks } from './companions.sql.ts'
import { findOnSquare, nextPosition } from './item-links.sql.ts'
import { getItem, isId } from './items.sql.ts'
import { whyNotLinked, type LinkKind } from '../kinds/kinds.rules.ts'
import { problems, unknown } from '../problems.ts'

/** What an editor says: this item is linked in this way, or (`holds`) it is the series or dossier in which the other stands. */
export type NewLink = {
  readonly kind: LinkKind | 'holds'
  /** Path word of an item on the square. */
  readonly other: string
  /** Within a series; null for the last place. */
  readonly position: number | null
}

/**
 * Links an item to one on the square. Readers see it when both stand there.
 * @throws Problem not-found, link-unknown, link-not-fitting, in-a-series-already, place-taken
 */
export async function linkItems(tx: Tx, vault: Vault, id: string, link: NewLink, now: Date): Promise<void> {
  const item = await getItem(tx, vault, id)
  const other = await findOnSquare(tx, link.other)
  if (!other) throw problems['link-unknown']()
  const here = { id, type: item.type ?? '' }
  const [from, to] = link.kind === 'holds' ? [other, here] : [here, other]
  const kind: LinkKind = link.kind === 'holds' ? (here.type === 'series' ? 'series' : 'dossier') : link.kind
  const refusal = from.id === to.id ? 'link-not-fitting' : whyNotLinked(kind, from.type, to.type)
  if (refusal) throw problems[refusal]()

  const position = kind === 'series' ? (link.position ?? (await nextPosition(tx, to.id))) : null
  await tx
    .insertInto('knowledge_item_links')
    .values({ item_id: from.id, to_item_id: to.id, kind, position, made_at: now })
    .onConflict((same) => same.columns(['item_id', 'to_item_id', 'kind']).doNothing())
    .execute()
  await placeLinks(tx, id)
  await record(tx, 'knowledge.items-linked', id, now, { kind })
}

/** Takes a link away, also when the other item left the square. @throws Problem not-found */
export async function unlinkItems(
  tx: Tx,
  vault: Vault,
  id: string,
  link: { readonly kind: LinkKind; readonly other: string; readonly from: boolean },
  now: Date,
): Promise<void> {
  await getItem(tx, vault, id)
  if (!isId(link.other)) throw unknown()
  const [from, to] = link.from ? [id, link.other] : [link.other, id]
  const gone = await tx
    .deleteFrom('knowledge_item_links')
    .where('item_id', '=', from)
    .where('to_item_id', '=', to)
    .where('kind', '=', link.kind)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw unknown()
  await placeLinks(tx, id)
  await record(tx, 'knowledge.items-unlinked', id, now, { kind: link.kind })
}
