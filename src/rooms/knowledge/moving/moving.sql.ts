import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { RecordWords } from '../harvests/harvest-records.sql.ts'
import { harvestFields, harvestHolder } from '../harvests/harvests.sql.ts'
import { fields, itemHolder } from '../items/items.sql.ts'
import type { SectionChoice } from './moving.rules.ts'
import type { State } from '../items/states.rules.ts'
import '../harvests/harvests.tables.ts'
import './moving.tables.ts'

/** What was decided about the parts of a site, by part; a part that nobody decided about is absent. */
export async function listSectionChoices(tx: Tx, source: string): Promise<ReadonlyMap<string, SectionChoice>> {
  const rows = await tx.selectFrom('knowledge_moving_sections').selectAll().where('source_id', '=', source).execute()
  return new Map(rows.map(({ section, leaves, type, themes }) => [section, { section, leaves, type, themes }] as const))
}

/** A part of a site in a preview. `examples`: a few of its titles. */
export type Section = {
  readonly section: string
  readonly records: number
  /** Records that may be an item that is here already. */
  readonly asks: number
  readonly examples: readonly string[]
}

const mostExamples = 3
const mostSections = 100

/** The parts of the site in which something is new, the largest first. What was taken or left before, asks nothing again. */
export async function listSections(tx: Tx, vault: Vault, run: string): Promise<readonly Section[]> {
  const { rows } = await sql<Omit<Section, 'examples'>>`
    select coalesce(r.section, '') as section, count(*)::int as records, (count(*) filter (where r.choice = 'ask'))::int as asks
      from knowledge_harvest_records r where r.run_id = ${run} and r.outcome = 'new'
     group by 1 order by 2 desc, 1 limit ${mostSections}`.execute(tx)
  const first = await sql<{ section: string; position: number; words_sealed: Buffer }>`
    select coalesce(r.section, '') as section, r.position, r.words_sealed
      from (select position, row_number() over (partition by coalesce(section, '') order by position) as n
              from knowledge_harvest_records where run_id = ${run} and outcome = 'new') f
      join knowledge_harvest_records r on r.run_id = ${run} and r.position = f.position
     where f.n <= ${mostExamples} order by r.position`.execute(tx)
  const sealer = await vault.sealerOf(tx, harvestHolder(run))
  const titleOf = ({ position, words_sealed }: { position: number; words_sealed: Buffer }): string => {
    const words = sealer && (JSON.parse(sealer.open(harvestFields.record(position), words_sealed)) as RecordWords)
    return words?.kind === 'record' ? (words.draft.said.title ?? '') : ''
  }
  return rows.map((row) => ({
    ...row,
    examples: first.rows
      .filter((each) => each.section === row.section)
      .map(titleOf)
      .filter((title) => title !== ''),
  }))
}

/** How far a site has moved: pieces that became items or were left out, and where those items stand. */
export type Moved = {
  readonly taken: number
  readonly left: number
  readonly published: number
  readonly addresses: number
}

export async function countMoved(tx: Tx, source: string): Promise<Moved> {
  const { rows } = await sql<Moved>`
    select count(t.item_id)::int as taken, (count(*) filter (where t.item_id is null))::int as left,
           count(i.shelf_version)::int as published,
           (select count(*)::int from knowledge_old_addresses o join knowledge_harvest_ties x on x.item_id = o.item_id
             where x.source_id = ${source}) as addresses
      from knowledge_harvest_ties t left join knowledge_items i on i.id = t.item_id where t.source_id = ${source}`.execute(
    tx,
  )
  return rows[0] ?? { taken: 0, left: 0, published: 0, addresses: 0 }
}

/** A draft of a site that moved, and what somebody has to look at. */
export type ToLookAt = {
  readonly id: string
  readonly title: string
  readonly state: State
  readonly openMarks: number
  readonly themeless: boolean
}

const lookedAtOnce = 50

/** The drafts that do not stand on the square yet, those with the fewest marks first. */
export async function listToLookAt(tx: Tx, vault: Vault, source: string): Promise<readonly ToLookAt[]> {
  const rows = await tx
    .selectFrom('knowledge_harvest_ties as t')
    .innerJoin('knowledge_items as i', 'i.id', 't.item_id')
    .select(['i.id', 'i.title_sealed', 'i.state', 'i.open_marks', 'i.themes'])
    .where('t.source_id', '=', source)
    .where('i.shelf_version', 'is', null)
    .where('i.state', '<>', 'withdrawn')
    .orderBy('i.open_marks')
    .orderBy('i.id')
    .limit(lookedAtOnce)
    .execute()
  const sealers = await vault.sealersOf(
    tx,
    rows.map((row) => itemHolder(row.id)),
  )
  return rows.map((row) => ({
    id: row.id,
    title: sealers.get(itemHolder(row.id))?.open(fields.title, row.title_sealed) ?? '',
    state: row.state,
    openMarks: row.open_marks,
    themeless: row.themes.length === 0,
  }))
}
