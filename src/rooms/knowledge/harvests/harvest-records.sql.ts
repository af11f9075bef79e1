import { sql } from 'kysely'
import type { Place, Refusal, Remark } from '../../../lib/feeds/harvested.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Sealer, Vault } from '../../../platform/vault/vault.ts'
import { previewSize, type Alike, type Choice, type Draft, type Outcome } from './harvests.rules.ts'
import { harvestFields, sealerOfRun } from './harvests.sql.ts'
import type { MovedFrom } from '../moving/moving.rules.ts'
import './harvests.tables.ts'

/** What is kept of a record while it is looked at: as an item, or only why it is none. */
export type RecordWords =
  | {
      readonly kind: 'record'
      readonly draft: Draft
      readonly place: Place
      readonly remarks: readonly Remark[]
      /** Of a site that moves in. */
      readonly moved?: MovedFrom
    }
  | { readonly kind: 'gone'; readonly place: Place }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export type PreviewRecord = {
  readonly position: number
  readonly outcome: Outcome
  readonly words: RecordWords
  readonly item: string | null
  readonly changed: readonly string[]
  readonly locked: readonly string[]
  readonly alike: readonly Alike[]
  readonly choice: Choice
  readonly sameAs: string | null
  readonly done: boolean
  /** The part of a site that moves in; null when it stands in none. */
  readonly section: string | null
}

/** What a preview shows: everything, one outcome, or what asks for a look. */
export type Slice = Outcome | 'ask' | 'remarked' | 'all'

const sliced = (tx: Tx, run: string, slice: Slice) => {
  const all = tx.selectFrom('knowledge_harvest_records').where('run_id', '=', run)
  if (slice === 'all') return all
  if (slice === 'ask') return all.where(sql<boolean>`jsonb_array_length(alike) > 0`)
  if (slice === 'remarked') return all.where('remarks', '>', 0)
  return all.where('outcome', '=', slice)
}

/** How many records a preview holds of each slice. */
export async function countRecords(tx: Tx, run: string): Promise<Readonly<Partial<Record<Slice, number>>>> {
  const rows = await tx
    .selectFrom('knowledge_harvest_records')
    .select(['outcome', sql<number>`count(*)::int`.as('n')])
    .select(sql<number>`(count(*) filter (where jsonb_array_length(alike) > 0))::int`.as('ask'))
    .select(sql<number>`(count(*) filter (where remarks > 0))::int`.as('remarked'))
    .where('run_id', '=', run)
    .groupBy('outcome')
    .execute()
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    ...Object.fromEntries(rows.map((row) => [row.outcome, row.n])),
    all: sum((row) => row.n),
    ask: sum((row) => row.ask),
    remarked: sum((row) => row.remarked),
  }
}

/** How many records would be taken as the choices stand now, and how many still ask. */
export async function countChoices(tx: Tx, run: string): Promise<Readonly<Partial<Record<Choice, number>>>> {
  const rows = await tx
    .selectFrom('knowledge_harvest_records')
    .select(['choice', sql<number>`count(*)::int`.as('n')])
    .where('run_id', '=', run)
    .where('done_at', 'is', null)
    .groupBy('choice')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.choice, row.n]))
}

/** One page of a preview, from 1, in the order of the source. Empty when the words of the run are forgotten. */
export async function listRecords(
  tx: Tx,
  vault: Vault,
  run: string,
  slice: Slice,
  page: number,
): Promise<readonly PreviewRecord[]> {
  const sealer = await sealerOfRun(tx, vault, run)
  if (sealer === null) return []
  const rows = await sliced(tx, run, slice)
    .selectAll()
    .orderBy('position')
    .limit(previewSize)
    .offset((page - 1) * previewSize)
    .execute()
  return rows.map((row) => recordOf(row, sealer))
}

export type RecordRow = {
  position: number
  outcome: Outcome
  words_sealed: Buffer
  item_id: string | null
  changed_fields: string[]
  locked_fields: string[]
  alike: readonly Alike[]
  choice: Choice
  same_as: string | null
  done_at: Date | null
  section: string | null
}

export const recordOf = (row: RecordRow, sealer: Sealer): PreviewRecord => ({
  position: row.position,
  outcome: row.outcome,
  words: JSON.parse(sealer.open(harvestFields.record(row.position), row.words_sealed)) as RecordWords,
  item: row.item_id,
  changed: row.changed_fields,
  locked: row.locked_fields,
  alike: row.alike,
  choice: row.choice,
  sameAs: row.same_as,
  done: row.done_at !== null,
  section: row.section,
})
