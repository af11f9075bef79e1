import { randomUUID } from 'node:crypto'
import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { partnerOrganisations } from '../../accounts/public.ts'
import type { SourceDefaults } from './harvests.rules.ts'
import { getRun, getSource, harvestFields, harvestHolder, moveRun } from './harvests.sql.ts'
import { getItem } from '../items/items.sql.ts'
import { unlockField } from './locked-fields.sql.ts'
import type { MovingWay } from '../moving/moving.rules.ts'
import { changedMeanwhile, problems, unknown } from '../problems.ts'
import type { Doer } from '../items/starting.actions.ts'

export type SourceInput = SourceDefaults & {
  readonly name: string
  readonly lang: Lang
  /** Where it is asked; null: files are sent. */
  readonly address: string | null
  readonly weekly: boolean
  /** A site of one’s own that moves in: its old addresses will lead here. */
  readonly moving?: MovingWay
  readonly takesNames?: boolean
}

/** Makes a source that an organisation of the doer's own keeps. @throws Problem no-steward, not-a-partner */
export async function addSource(
  tx: Tx,
  input: SourceInput & { readonly organisation: string },
  doer: Doer,
  now: Date,
): Promise<string> {
  if (doer !== null && !doer.edits.has(input.organisation)) throw problems['no-steward']()
  if (!(await partnerOrganisations(tx)).some((each) => each.id === input.organisation))
    throw problems['not-a-partner']()
  const id = randomUUID()
  await tx
    .insertInto('knowledge_harvest_sources')
    .values({
      id,
      organisation_id: input.organisation,
      name: input.name,
      address: input.address,
      lang: input.lang,
      type: input.type,
      themes: [...input.themes],
      licence: input.licence,
      weekly: input.weekly && input.address !== null,
      made_by: doer?.person ?? null,
      made_at: now,
      changed_at: now,
      moving: input.moving ?? null,
      takes_names: input.takesNames === true,
    })
    .execute()
  await record(tx, 'knowledge.harvest-source-added', id, now)
  return id
}

/** The source of this name that an organisation keeps, made when there is none; for the command line. */
export async function sourceNamed(
  tx: Tx,
  input: SourceInput & { readonly organisation: string },
  now: Date,
): Promise<string> {
  const known = await tx
    .selectFrom('knowledge_harvest_sources')
    .select('id')
    .where('organisation_id', '=', input.organisation)
    .where('name', '=', input.name)
    .where('ended_at', 'is', null)
    .orderBy('made_at')
    .executeTakeFirst()
  return known?.id ?? addSource(tx, input, null, now)
}

/** Changes what a source says about its records. Another address is read as if nothing was read before. */
export async function changeSource(tx: Tx, id: string, input: SourceInput, now: Date): Promise<void> {
  const source = await getSource(tx, id)
  const elsewhere = input.address !== source.address
  await tx
    .updateTable('knowledge_harvest_sources')
    .set({
      name: input.name,
      address: input.address,
      lang: input.lang,
      type: input.type,
      themes: [...input.themes],
      licence: input.licence,
      weekly: input.weekly && input.address !== null,
      changed_at: now,
      ended_at: null,
      ...(elsewhere && { etag: null, last_modified: null, read_until: null }),
    })
    .where('id', '=', id)
    .execute()
  await record(tx, 'knowledge.harvest-source-changed', id, now)
}

/** Stops reading a source; what came of it stays. */
export async function endSource(tx: Tx, id: string, now: Date): Promise<void> {
  const source = await getSource(tx, id)
  await tx
    .updateTable('knowledge_harvest_sources')
    .set({ ended_at: now, weekly: false, changed_at: now })
    .where('id', '=', source.id)
    .execute()
  await record(tx, 'knowledge.harvest-source-ended', id, now)
}

const pieceBytes = 1024 * 1024

/** A file as it was sent. */
export type HarvestFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

/**
 * Asks for a run of a source: with the file that was sent, or at its address. The worker reads it.
 * @throws Problem not-found, harvest-running (one at a time), harvest-without-file, source-ended
 */
export async function startRun(
  tx: Tx,
  vault: Vault,
  source: string,
  file: HarvestFile | null,
  by: { readonly person: string | null; readonly scheduled?: boolean },
  now: Date,
): Promise<string> {
  const { address, endedAt } = await getSource(tx, source)
  if (endedAt !== null) throw problems['source-ended']()
  if (file === null && address === null) throw problems['harvest-without-file']()
  const id = randomUUID()
  await tx
    .insertInto('knowledge_harvest_runs')
    .values({
      id,
      source_id: source,
      state: 'waiting',
      state_since: now,
      scheduled: by.scheduled === true,
      started_by: by.person,
      started_at: now,
      file_name: file?.name ?? null,
      content_type: file?.type ?? null,
    })
    .execute()
  const sealer = await vault.makeKey(tx, harvestHolder(id))
  const bytes = file?.bytes ?? new Uint8Array()
  for (let at = 0, position = 0; at < bytes.byteLength; at += pieceBytes, position++)
    await tx
      .insertInto('knowledge_harvest_pieces')
      .values({
        run_id: id,
        position,
        sealed: sealer.sealBytes(harvestFields.piece(position), bytes.subarray(at, at + pieceBytes)),
      })
      .execute()
  await record(tx, 'knowledge.harvest-asked', id, now, { scheduled: by.scheduled === true })
  return id
}

/** What an editor says about one record. `same`: it is that item, which is there already. */
export type RecordChoice = { readonly position: number } & (
  | { readonly choice: 'take' | 'leave' }
  | { readonly choice: 'same'; readonly item: string }
)

/**
 * Writes down what an editor chose about records of a preview.
 * @throws Problem not-found, run-moved-on (it is no longer a preview), changed-meanwhile (an item that was never proposed)
 */
export async function choose(tx: Tx, run: string, choices: readonly RecordChoice[]): Promise<void> {
  const { id, state } = await getRun(tx, run, true)
  if (state !== 'previewed') throw problems['run-moved-on']()
  for (const each of choices) {
    const row = await tx
      .selectFrom('knowledge_harvest_records')
      .select(['outcome', 'alike'])
      .where('run_id', '=', id)
      .where('position', '=', each.position)
      .executeTakeFirst()
    if (!row) throw unknown()
    if (row.outcome === 'refused' || row.outcome === 'gone' || row.outcome === 'elsewhere') continue
    if (each.choice === 'same' && !row.alike.some((alike) => alike.item === each.item)) throw changedMeanwhile()
    await tx
      .updateTable('knowledge_harvest_records')
      .set({ choice: each.choice, same_as: each.choice === 'same' ? each.item : null })
      .where('run_id', '=', id)
      .where('position', '=', each.position)
      .execute()
  }
}

/** Takes what was chosen: the worker makes drafts of it. @throws Problem not-found, run-moved-on */
export async function acceptRun(tx: Tx, run: string, person: string | null, now: Date): Promise<void> {
  const { id } = await getRun(tx, run, true)
  const moved = await moveRun(tx, id, ['previewed'], 'committing', now, { done: 0, total: 0, accepted_by: person })
  if (!moved) throw problems['run-moved-on']()
  await record(tx, 'knowledge.harvest-accepted', id, now)
}

/** Lays a run aside: nothing of it is taken. @throws Problem not-found, run-moved-on */
export async function setRunAside(tx: Tx, run: string, now: Date): Promise<void> {
  const { id } = await getRun(tx, run, true)
  if (!(await moveRun(tx, id, ['waiting', 'reading', 'previewed'], 'set-aside', now))) throw problems['run-moved-on']()
  await record(tx, 'knowledge.harvest-set-aside', id, now)
}

/**
 * Asks to publish what came of a run and has nothing that must be looked at: the worker does, item by item.
 * @throws Problem not-found, run-moved-on (nothing was taken yet, or it is being done)
 */
export async function publishRun(tx: Tx, run: string, person: string, now: Date): Promise<void> {
  const { id, state, publishAskedAt, publishDoneAt } = await getRun(tx, run, true)
  if (state !== 'committed' || (publishAskedAt !== null && publishDoneAt === null)) throw problems['run-moved-on']()
  await tx
    .updateTable('knowledge_harvest_runs')
    .set({ publish_asked_by: person, publish_asked_at: now, publish_done_at: null, done: 0, total: 0 })
    .where('id', '=', id)
    .execute()
  await record(tx, 'knowledge.harvest-publishing', id, now)
}

/** Lets a field of an item follow its source again, from the next run on. @throws Problem not-found */
export async function releaseField(tx: Tx, vault: Vault, item: string, field: string, now: Date): Promise<void> {
  const { id } = await getItem(tx, vault, item)
  if (await unlockField(tx, id, field)) await record(tx, 'knowledge.field-released', id, now, { field })
}
