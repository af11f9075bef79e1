import type { Tx } from '../../../platform/db/database.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { Candidate } from '../../../lib/likeness/duplicates.ts'
import { harvestFields } from './harvests.sql.ts'
import { heldIn, type Followed, type Said } from './followed.rules.ts'
import { fields, itemHolder } from '../items/items.sql.ts'
import type { Details } from '../kinds/kinds.rules.ts'
import type { Source } from '../square.tables.ts'
import type { State } from '../items/states.rules.ts'
import './harvests.tables.ts'

/** An item as far as a source is concerned. */
export type TiedItem = {
  readonly item: Followed
  readonly state: State
  /** The organisation of the source is one of its stewards. */
  readonly kept: boolean
  readonly locks: ReadonlySet<string>
}

/** Items by their ids, as the worker sees them, a table at a time. One that is not there is absent. */
export async function listTiedItems(
  tx: Tx,
  vault: Vault,
  ids: readonly string[],
  organisation: string,
): Promise<ReadonlyMap<string, TiedItem>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('knowledge_items')
    .select(['id', 'state', 'type', 'title_sealed', 'summary_sealed', 'source_sealed', 'details_sealed', 'written_on'])
    .where('id', 'in', ids)
    .execute()
  const parts = await tx
    .selectFrom('knowledge_item_parts')
    .select(['item_id', 'key', 'whose', 'text_sealed'])
    .where('item_id', 'in', ids)
    .orderBy('position')
    .execute()
  const stewards = await tx
    .selectFrom('knowledge_item_stewards')
    .select('item_id')
    .where('item_id', 'in', ids)
    .where('organisation_id', '=', organisation)
    .where('accepted_at', 'is not', null)
    .execute()
  const locks = await tx
    .selectFrom('knowledge_locked_fields')
    .select(['item_id', 'field'])
    .where('item_id', 'in', ids)
    .execute()
  const sealers = await vault.sealersOf(tx, ids.map(itemHolder))
  const partsOf = Map.groupBy(parts, (part) => part.item_id)
  const locksOf = Map.groupBy(locks, (lock) => lock.item_id)
  const keptIds = new Set(stewards.map((each) => each.item_id))
  return new Map(
    rows.flatMap((row) => {
      const sealer = sealers.get(itemHolder(row.id))
      if (sealer === undefined) return []
      const json = <T>(field: string, sealed: Buffer | null, absent: T): T =>
        sealed === null ? absent : (JSON.parse(sealer.open(field, sealed)) as T)
      const item: Followed = {
        title: sealer.open(fields.title, row.title_sealed),
        summary: sealer.open(fields.summary, row.summary_sealed),
        type: row.type,
        parts: (partsOf.get(row.id) ?? []).map((part) => ({
          key: part.key,
          whose: part.whose,
          text: sealer.open(fields.part(part.key), part.text_sealed),
        })),
        source: json<Source | null>(fields.source, row.source_sealed, null),
        writtenOn: row.written_on,
        details: json<Details>(fields.details, row.details_sealed, {}),
      }
      const tied: TiedItem = {
        item,
        state: row.state,
        kept: keptIds.has(row.id),
        locks: new Set((locksOf.get(row.id) ?? []).map((lock) => lock.field)),
      }
      return [[row.id, tied] as const]
    }),
  )
}

/** What a record of a source became, by the keyed hash of its name in hexadecimal. */
export type Tie = { readonly item: string | null; readonly said: Said }

/** What became of the records of a source, of all or of those named, with what it said then. */
export async function listTies(
  tx: Tx,
  vault: Vault,
  source: string,
  named?: readonly Buffer[],
): Promise<ReadonlyMap<string, Tie>> {
  const rows = await tx
    .selectFrom('knowledge_harvest_ties')
    .select(['record_index', 'item_id', 'said_sealed'])
    .where('source_id', '=', source)
    .$if(named !== undefined, (query) => query.where('record_index', 'in', named ?? []))
    .execute()
  const sealers = await vault.sealersOf(
    tx,
    rows.flatMap((row) => (row.item_id === null ? [] : [itemHolder(row.item_id)])),
  )
  return new Map(
    rows.map((row) => {
      const sealer = row.item_id === null ? undefined : sealers.get(itemHolder(row.item_id))
      const said =
        row.said_sealed === null || sealer === undefined
          ? {}
          : (JSON.parse(sealer.open(harvestFields.said(source), row.said_sealed)) as Said)
      return [row.record_index.toString('hex'), { item: row.item_id, said }] as const
    }),
  )
}

/** The name of a record, as it is looked up: nobody reads it back. */
export const recordIndex = (vault: Vault, source: string, name: string): Buffer =>
  vault.blindIndex('knowledge harvest', `${source}|${name}`)

/** What may be there already: everything on the square, and what the organisation of a source keeps in the house. */
export async function listCandidates(tx: Tx, vault: Vault, organisation: string): Promise<readonly Candidate[]> {
  const links = (source: Source | null, details: Details) =>
    [source?.link, details.link].filter((link): link is string => typeof link === 'string')
  const shown = await tx.selectFrom('square.items').select(['id', 'title', 'source', 'details']).execute()
  const known = new Set(shown.map((row) => row.id))
  const drafts = await tx
    .selectFrom('knowledge_items as i')
    .innerJoin('knowledge_item_stewards as s', 's.item_id', 'i.id')
    .select(['i.id', 'i.title_sealed', 'i.source_sealed', 'i.details_sealed'])
    .where('s.organisation_id', '=', organisation)
    .where('i.shelf_version', 'is', null)
    .where('i.state', '<>', 'withdrawn')
    .execute()
  const sealers = await vault.sealersOf(
    tx,
    drafts.map((row) => itemHolder(row.id)),
  )
  return [
    ...shown.map((row) => ({ id: row.id, title: row.title, links: links(row.source, row.details) })),
    ...drafts.flatMap((row) => {
      const sealer = sealers.get(itemHolder(row.id))
      if (sealer === undefined || known.has(row.id)) return []
      const json = <T>(field: string, sealed: Buffer | null, absent: T): T =>
        sealed === null ? absent : (JSON.parse(sealer.open(field, sealed)) as T)
      return [
        {
          id: row.id,
          title: sealer.open(fields.title, row.title_sealed),
          links: links(
            json<Source | null>(fields.source, row.source_sealed, null),
            json<Details>(fields.details, row.details_sealed, {}),
          ),
        },
      ]
    }),
  ]
}

/** What a preview shows of an item that a record is, or may be. `held` is there for those that the actor keeps. */
export type Known = { readonly title: string; readonly kept: boolean; readonly held: Said | null }

/** Items by their ids, as far as the actor may see them: what they keep, and what stands on the square. */
export async function listKnown(
  tx: Tx,
  vault: Vault,
  ids: readonly string[],
  organisation: string,
): Promise<ReadonlyMap<string, Known>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const shown = await tx.selectFrom('square.items').select(['id', 'title']).where('id', 'in', wanted).execute()
  const own = await listTiedItems(tx, vault, wanted, organisation)
  return new Map<string, Known>([
    ...shown.map(({ id, title }) => [id, { title, kept: false, held: null }] as const),
    ...[...own].map(
      ([id, tied]) => [id, { title: tied.item.title, kept: tied.kept, held: heldIn(tied.item) }] as const,
    ),
  ])
}
