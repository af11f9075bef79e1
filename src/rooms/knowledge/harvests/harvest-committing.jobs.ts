import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Work } from '../../../platform/jobs/work.ts'
import type { Sealer } from '../../../platform/vault/vault.ts'
import { listTiedItems, listTies, type Tie } from './harvest-items.sql.ts'
import { rememberAnswer } from './harvest-reading.jobs.ts'
import { changesFor, differing, followed, heldIn, textKeyOf } from './followed.rules.ts'
import type { Counts, Draft } from './harvests.rules.ts'
import { countChoices, recordOf, type PreviewRecord } from './harvest-records.sql.ts'
import {
  findRun,
  getSource,
  harvestFields,
  harvestHolder,
  moveRun,
  noteProgress,
  stillEdits,
  type HarvestRun,
  type HarvestSource,
} from './harvests.sql.ts'
import { getItem, itemHolder } from '../items/items.sql.ts'
import { lockFields } from './locked-fields.sql.ts'
import { movingWords } from '../moving/moving.editing.text.ts'
import { asChosen, sourceOfMoved, type MovedFrom, type SectionChoice } from '../moving/moving.rules.ts'
import { listSectionChoices } from '../moving/moving.sql.ts'
import { noteOldAddresses } from '../moving/old-addresses.sql.ts'
import { insertItems, type Doer, type NewItem } from '../items/starting.actions.ts'
import { saveFollowed } from '../writing/writing.actions.ts'
import './harvests.tables.ts'

const batchSize = 500

type Chosen = PreviewRecord & { readonly index: Buffer }

const newItemOf = (draft: Draft, source: HarvestSource, moved: MovedFrom | undefined): NewItem => {
  const { said } = draft
  const details = Object.fromEntries(
    (['author', 'startsOn', 'endsOn', 'place'] as const).flatMap((name) =>
      said[name] === undefined ? [] : [[name, said[name]]],
    ),
  )
  return {
    title: said.title ?? '',
    summary: draft.summary,
    parts: [{ key: textKeyOf(draft.type), whose: 'editor', author: null, text: said.text ?? '' }],
    lang: draft.lang,
    type: draft.type,
    themes: draft.themes,
    roles: draft.roles,
    audiences: [],
    details,
    source:
      moved === undefined
        ? { publisher: source.name, ...(said.link !== undefined && { link: said.link }) }
        : sourceOfMoved(moved.names, movingWords[draft.lang].byWriters),
    provenance: 'import',
    licence: draft.licence,
    writtenOn: said.writtenOn ?? null,
    stewards: [source.organisation],
    givers: [],
  }
}

type Hands = {
  readonly work: Work
  readonly source: HarvestSource
  /** What an editor decided about the parts of a site that moves in. */
  readonly sections: ReadonlyMap<string, SectionChoice>
  readonly doer: Doer
  readonly now: Date
}

async function tie(
  tx: Tx,
  { source, now }: Hands,
  ties: readonly { index: Buffer; item: string | null; said: Buffer | null }[],
): Promise<void> {
  if (ties.length === 0) return
  await tx
    .insertInto('knowledge_harvest_ties')
    .values(
      ties.map((each) => ({
        source_id: source.id,
        record_index: each.index,
        item_id: each.item,
        said_sealed: each.said,
        tied_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['source_id', 'record_index']).doUpdateSet((each) => ({
        item_id: each.ref('excluded.item_id'),
        said_sealed: each.ref('excluded.said_sealed'),
        tied_at: each.ref('excluded.tied_at'),
      })),
    )
    .execute()
}

const saidBy = (sealer: Sealer, source: string, draft: Draft) =>
  sealer.seal(harvestFields.said(source), JSON.stringify(draft.said))

const draftIn = (chosen: Chosen): Draft | null => (chosen.words.kind === 'record' ? chosen.words.draft : null)
const movedIn = (chosen: Chosen | undefined) => (chosen?.words.kind === 'record' ? chosen.words.moved : undefined)

/** New drafts, all of a batch together. @returns the item of each, in order. */
async function takeNew(tx: Tx, hands: Hands, chosen: readonly Chosen[]): Promise<readonly string[]> {
  const { work, source, sections, doer, now } = hands
  const drafts = chosen.flatMap((each) => {
    const draft = draftIn(each)
    return draft === null ? [] : [asChosen(draft, sections.get(each.section ?? ''))]
  })
  if (drafts.length === 0) return []
  const ids = await insertItems(
    tx,
    work.vault,
    drafts.map((draft, at) => newItemOf(draft, source, movedIn(chosen[at]))),
    doer,
    now,
  )
  const sealers = await work.vault.sealersOf(tx, ids.map(itemHolder))
  await tie(
    tx,
    hands,
    chosen.map((each, at) => {
      const id = ids[at] ?? ''
      const [draft, sealer] = [drafts[at], sealers.get(itemHolder(id))]
      if (draft === undefined || sealer === undefined) throw new Error('a new item without its record')
      return { index: each.index, item: id, said: saidBy(sealer, source.id, draft) }
    }),
  )
  return ids
}

/** New words into the draft of an item; what was written by hand stays. */
async function takeChanged(tx: Tx, hands: Hands, chosen: Chosen, before: Tie): Promise<void> {
  const draft = draftIn(chosen)
  const id = before.item
  if (draft === null || id === null) return
  const { work, source, doer, now } = hands
  const item = await getItem(tx, work.vault, id, true)
  const locks = await tx.selectFrom('knowledge_locked_fields').select('field').where('item_id', '=', id).execute()
  const { take } = changesFor(item, before.said, draft.said, new Set(locks.map((lock) => lock.field)))
  if (take.length > 0)
    await saveFollowed(tx, work.vault, item, followed(item, draft.said, take), source.name, doer, now)
  const sealers = await work.vault.sealersOf(tx, [itemHolder(id)])
  const sealer = sealers.get(itemHolder(id))
  if (sealer === undefined) return
  await tie(tx, hands, [{ index: chosen.index, item: id, said: saidBy(sealer, source.id, draft) }])
}

/** An item that was there already follows the source from now on, except where it has other words. */
async function tieToExisting(tx: Tx, hands: Hands, chosen: Chosen): Promise<void> {
  const draft = draftIn(chosen)
  const id = chosen.sameAs
  if (draft === null || id === null) return
  const { work, source, doer, now } = hands
  const tied = (await listTiedItems(tx, work.vault, [id], source.organisation)).get(id)
  if (tied === undefined) return
  const sealers = await work.vault.sealersOf(tx, [itemHolder(id)])
  const sealer = tied.kept ? sealers.get(itemHolder(id)) : undefined
  await tie(tx, hands, [
    { index: chosen.index, item: id, said: sealer === undefined ? null : saidBy(sealer, source.id, draft) },
  ])
  if (tied.kept) await lockFields(tx, id, differing(heldIn(tied.item), draft.said), doer?.person ?? null, now)
}

const chosenOf = (tx: Tx, run: string) =>
  tx
    .selectFrom('knowledge_harvest_records')
    .where('run_id', '=', run)
    .where('done_at', 'is', null)
    .where((each) =>
      each.or([
        each('choice', 'in', ['take', 'same']),
        // Left out on purpose: the next run does not ask again.
        each.and([each('choice', '=', 'leave'), each('outcome', '=', 'new')]),
      ]),
    )
    .where('record_index', 'is not', null)

async function takeBatch(tx: Tx, work: Work, run: HarvestRun, source: HarvestSource): Promise<number> {
  const now = work.now()
  const sealer = await work.vault.sealerOf(tx, harvestHolder(run.id))
  if (sealer === null) return 0
  const rows = await chosenOf(tx, run.id).selectAll().orderBy('position').limit(batchSize).execute()
  if (rows.length === 0) return 0
  const chosen = rows.flatMap((row): Chosen[] =>
    row.record_index === null ? [] : [{ ...recordOf(row, sealer), index: row.record_index }],
  )
  const doer = run.acceptedBy === null ? null : { person: run.acceptedBy, edits: new Set([source.organisation]) }
  const sections = await listSectionChoices(tx, source.id)
  const hands: Hands = { work, source, sections, doer, now }
  const ties = await listTies(
    tx,
    work.vault,
    source.id,
    chosen.map((each) => each.index),
  )
  const tieOf = (each: Chosen) => ties.get(each.index.toString('hex'))

  const left = chosen.filter((each) => each.choice === 'leave')
  await tie(
    tx,
    hands,
    left.map((each) => ({ index: each.index, item: null, said: null })),
  )
  const taken = chosen.filter((each) => each.choice === 'take')
  const fresh = taken.filter((each) => !tieOf(each)?.item && draftIn(each) !== null)
  const ids = await takeNew(tx, hands, fresh)
  for (const each of taken) {
    const before = tieOf(each)
    if (before?.item) await takeChanged(tx, hands, each, before)
  }
  for (const each of chosen) if (each.choice === 'same') await tieToExisting(tx, hands, each)

  const itemOf = new Map(fresh.map((each, at) => [each.position, ids[at] ?? null] as const))
  const became = chosen.map((each) => itemOf.get(each.position) ?? (each.choice === 'same' ? each.sameAs : each.item))
  await sql`
    update knowledge_harvest_records r set done_at = ${now}, item_id = v.item
      from unnest(${chosen.map((each) => each.position)}::int[], ${became}::uuid[]) as v(position, item)
     where r.run_id = ${run.id} and r.position = v.position`.execute(tx)
  if (source.moving !== null)
    await noteOldAddresses(
      tx,
      source.organisation,
      chosen.flatMap((each, at) => {
        const [item, moved] = [became[at], movedIn(each)]
        return item && moved ? [{ item, links: moved.links }] : []
      }),
      now,
    )
  await record(tx, 'knowledge.records-taken', run.id, now, { records: chosen.length, made: fresh.length })
  return chosen.length
}

/**
 * Makes drafts of what was chosen, at most five hundred in one transaction. It is done in the name of whoever took it, as long as
 * they edit for the keeper: from the moment that they do not, the rest is a preview again, for another editor. May be broken off
 * and run again at any moment: it goes on where it was, and no record becomes two items.
 */
export async function commitRun(work: Work, id: string): Promise<void> {
  const begun = await work.transaction(async (tx) => {
    const run = await findRun(tx, id)
    if (run === null || run.state !== 'committing') return null
    const { n } = await chosenOf(tx, id)
      .select((each) => each.cast<number>(each.fn.countAll(), 'integer').as('n'))
      .executeTakeFirstOrThrow()
    return { run, source: await getSource(tx, run.source), left: n }
  })
  if (begun === null) return
  const { source } = begun
  const total = begun.run.total > 0 ? begun.run.total : begun.left
  let done = total - begun.left
  for (;;) {
    const taken = await work.transaction(async (tx) => {
      const run = await findRun(tx, id, true)
      if (run === null || run.state !== 'committing') return null
      if (run.acceptedBy !== null && !(await stillEdits(tx, source.organisation, run.acceptedBy))) {
        await turnBack(tx, work, run)
        return null
      }
      const n = await takeBatch(tx, work, run, source)
      if (n > 0) await noteProgress(tx, id, done + n, total)
      else await finish(tx, work, run)
      return n
    })
    if (taken === null || taken === 0) return
    done += taken
  }
}

const countTaken = async (tx: Tx, run: string): Promise<number> => {
  const { n } = await tx
    .selectFrom('knowledge_harvest_records')
    .select((each) => each.cast<number>(each.fn.countAll(), 'integer').as('n'))
    .where('run_id', '=', run)
    .where('done_at', 'is not', null)
    .where('choice', 'in', ['take', 'same'])
    .where('outcome', '<>', 'kept')
    .executeTakeFirstOrThrow()
  return n
}

async function turnBack(tx: Tx, work: Work, run: HarvestRun): Promise<void> {
  const now = work.now()
  const n = await countTaken(tx, run.id)
  const counts: Counts = n === 0 ? run.counts : { ...run.counts, taken: n }
  await moveRun(tx, run.id, ['committing'], 'previewed', now, { counts: JSON.stringify(counts) })
  await record(tx, 'knowledge.harvest-turned-back', run.id, now, { records: n })
}

async function finish(tx: Tx, work: Work, run: HarvestRun): Promise<void> {
  const now = work.now()
  const n = await countTaken(tx, run.id)
  // What nobody decided about is asked again: then the source must say it again.
  if (((await countChoices(tx, run.id)).ask ?? 0) === 0) await rememberAnswer(tx, run.id)
  const counts: Counts = { ...run.counts, taken: n }
  await moveRun(tx, run.id, ['committing'], 'committed', now, { counts: JSON.stringify(counts) })
  await record(tx, 'knowledge.harvest-taken', run.id, now, { records: n })
}
