import { sql } from 'kysely'
import type { Lang } from '../../../lib/words.ts'
import type { Place, Remark } from '../../../lib/feeds/harvested.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Holder, Sealer, Vault } from '../../../platform/vault/vault.ts'
import { listEditors } from '../../accounts/public.ts'
import type { ReadingProblem } from './harvest-readers.ts'
import type { Counts, RunState } from './harvests.rules.ts'
import { isId } from '../items/items.sql.ts'
import type { MovingWay } from '../moving/moving.rules.ts'
import { unknown } from '../problems.ts'
import './harvests.tables.ts'

export const harvestHolder = (run: string): Holder => `harvest:${run}`

/** The places of sealed words. */
export const harvestFields = {
  problem: 'knowledge_harvest_runs.problem',
  remarks: 'knowledge_harvest_runs.remarks',
  piece: (position: number) => `knowledge_harvest_pieces:${position}`,
  record: (position: number) => `knowledge_harvest_records.words:${position}`,
  said: (source: string) => `knowledge_harvest_ties.said:${source}`,
} as const

export type RunProblem = {
  readonly problem: ReadingProblem
  readonly place: Place | null
  readonly detail: string
}

export type HarvestSource = {
  readonly id: string
  readonly organisation: string
  readonly organisationName: string
  readonly name: string
  readonly address: string | null
  readonly format: string | null
  readonly lang: Lang
  readonly type: string
  readonly themes: readonly string[]
  readonly licence: string
  readonly weekly: boolean
  readonly etag: string | null
  readonly lastModified: string | null
  readonly readUntil: string | null
  readonly endedAt: Date | null
  /** How it comes here when it is a partner’s own site that moves in; null: it stays where it is. */
  readonly moving: MovingWay | null
  /** Names of writers are taken along, as the source of a text. */
  readonly takesNames: boolean
}

export type HarvestRun = {
  readonly id: string
  readonly source: string
  readonly state: RunState
  readonly stateSince: Date
  readonly scheduled: boolean
  readonly startedAt: Date
  readonly fileName: string | null
  readonly contentType: string | null
  readonly total: number
  readonly done: number
  readonly counts: Counts
  readonly acceptedBy: string | null
  readonly publishAskedBy: string | null
  readonly publishAskedAt: Date | null
  readonly publishDoneAt: Date | null
}

const sources = (tx: Tx) =>
  tx
    .selectFrom('knowledge_harvest_sources as s')
    .innerJoin('accounts_organisations as o', 'o.id', 's.organisation_id')
    .select([
      's.id',
      's.organisation_id as organisation',
      'o.name as organisationName',
      's.name',
      's.address',
      's.format',
      's.lang',
      's.type',
      's.themes',
      's.licence',
      's.weekly',
      's.etag',
      's.last_modified as lastModified',
      's.read_until as readUntil',
      's.ended_at as endedAt',
      's.moving',
      's.takes_names as takesNames',
    ])

/** @throws Problem not-found, also when it is another organisation's */
export async function getSource(tx: Tx, id: string): Promise<HarvestSource> {
  const found = isId(id) ? await sources(tx).where('s.id', '=', id).executeTakeFirst() : undefined
  if (!found) throw unknown()
  return found
}

const runs = (tx: Tx) =>
  tx
    .selectFrom('knowledge_harvest_runs as r')
    .select([
      'r.id',
      'r.source_id as source',
      'r.state',
      'r.state_since as stateSince',
      'r.scheduled',
      'r.started_at as startedAt',
      'r.file_name as fileName',
      'r.content_type as contentType',
      'r.total',
      'r.done',
      'r.counts',
      'r.accepted_by as acceptedBy',
      'r.publish_asked_by as publishAskedBy',
      'r.publish_asked_at as publishAskedAt',
      'r.publish_done_at as publishDoneAt',
    ])

/** `lock` keeps it from being moved by somebody else meanwhile. */
export async function findRun(tx: Tx, id: string, lock = false): Promise<HarvestRun | null> {
  if (!isId(id)) return null
  const found = await runs(tx)
    .where('r.id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return found ?? null
}

/** @throws Problem not-found, also when it is another organisation's */
export async function getRun(tx: Tx, id: string, lock = false): Promise<HarvestRun> {
  const found = await findRun(tx, id, lock)
  if (!found) throw unknown()
  return found
}

export const listRuns = (tx: Tx, source: string, most = 20): Promise<readonly HarvestRun[]> =>
  runs(tx).where('r.source_id', '=', source).orderBy('r.started_at', 'desc').limit(most).execute()

/** The sources that the actor keeps, those in use first, each with its newest run. */
export async function listSources(
  tx: Tx,
): Promise<readonly (HarvestSource & { readonly newest: HarvestRun | null })[]> {
  const found = await sources(tx)
    .orderBy(sql`s.ended_at is not null`)
    .orderBy('s.name')
    .limit(500)
    .execute()
  if (found.length === 0) return []
  const newest = await runs(tx)
    .distinctOn('r.source_id')
    .where(
      'r.source_id',
      'in',
      found.map((each) => each.id),
    )
    .orderBy('r.source_id')
    .orderBy('r.started_at', 'desc')
    .execute()
  return found.map((source) => ({ ...source, newest: newest.find((run) => run.source === source.id) ?? null }))
}

/** What opens the words of a run; null when they are forgotten. */
export async function sealerOfRun(tx: Tx, vault: Vault, run: string): Promise<Sealer | null> {
  return vault.sealerOf(tx, harvestHolder(run))
}

/** Why a run failed, and what was noticed about the whole; null and none when its words are forgotten. */
export async function findRunWords(
  tx: Tx,
  vault: Vault,
  run: string,
): Promise<{ readonly problem: RunProblem | null; readonly remarks: readonly Remark[] }> {
  const row = await tx
    .selectFrom('knowledge_harvest_runs')
    .select(['problem_sealed', 'remarks_sealed'])
    .where('id', '=', run)
    .executeTakeFirst()
  const sealer = await sealerOfRun(tx, vault, run)
  const open = <T>(field: string, sealed: Buffer | null | undefined, absent: T): T =>
    sealed && sealer ? (JSON.parse(sealer.open(field, sealed)) as T) : absent
  return {
    problem: open<RunProblem | null>(harvestFields.problem, row?.problem_sealed, null),
    remarks: open<readonly Remark[]>(harvestFields.remarks, row?.remarks_sealed, []),
  }
}

/** How far what a run does now has come: `done` of `total`. */
export const noteProgress = (tx: Tx, run: string, done: number, total: number) =>
  tx.updateTable('knowledge_harvest_runs').set({ done, total }).where('id', '=', run).execute()

/** Moves a run on. @returns false when it stood elsewhere by now: then somebody else moved it. */
export async function moveRun(
  tx: Tx,
  run: string,
  from: readonly RunState[],
  to: RunState,
  now: Date,
  more: { done?: number; total?: number; accepted_by?: string | null; counts?: string } = {},
): Promise<boolean> {
  const moved = await tx
    .updateTable('knowledge_harvest_runs')
    .set({ state: to, state_since: now, ...more })
    .where('id', '=', run)
    .where('state', 'in', from)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

/** Whether somebody edits for the keeper of a source now: what they pressed may be done in their name. */
export const stillEdits = async (tx: Tx, organisation: string, person: string | null): Promise<boolean> =>
  person !== null && (await listEditors(tx, organisation)).includes(person)

/** How a run stands, and why it failed when it did. @throws Problem not-found */
export async function runOf(
  tx: Tx,
  vault: Vault,
  id: string,
): Promise<{ readonly state: RunState; readonly counts: Counts; readonly problem: RunProblem | null }> {
  const { state, counts } = await getRun(tx, id)
  const { problem } = await findRunWords(tx, vault, id)
  return { state, counts, problem }
}
