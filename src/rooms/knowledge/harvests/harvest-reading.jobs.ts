import type { Refusal, Taken } from '../../../lib/feeds/harvested.ts'
import { duplicateFinder, type DuplicateFinder } from '../../../lib/likeness/duplicates.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import { openFetcher, type Fetcher } from '../../../platform/fetching/fetching.ts'
import type { Work } from '../../../platform/jobs/work.ts'
import type { Sealer } from '../../../platform/vault/vault.ts'
import { listCandidates, listTiedItems, listTies, recordIndex, type Tie, type TiedItem } from './harvest-items.sql.ts'
import { readAddress, readBytes, type Reading } from './harvest-readers.ts'
import { changesFor } from './followed.rules.ts'
import { draftOf, type Alike, type Choice, type Counts, type Draft, type Outcome } from './harvests.rules.ts'
import type { RecordWords } from './harvest-records.sql.ts'
import {
  findRun,
  getSource,
  harvestFields,
  harvestHolder,
  type HarvestRun,
  type HarvestSource,
  type RunProblem,
} from './harvests.sql.ts'
import { fieldLexicon } from '../search/lexicon.ts'
import { marksOf } from '../items/marks.rules.ts'
import { forgetPages, readSite, type SitePace } from '../moving/moving-site.jobs.ts'
import { movedFrom, withoutOwnLink } from '../moving/moving.rules.ts'
import { listSectionChoices } from '../moving/moving.sql.ts'
import { scanContext } from '../items/scanning.ts'

const batchSize = 250
const mostAlike = 3

const pointsAtSomebody = (text: string) =>
  marksOf({ title: text, summary: '', parts: [] }, [], scanContext({ organisations: [], people: [] }), 'import')
    .length > 0

/** A run in the hands of this job. `since` says that it still is: whoever takes it over writes another moment. */
type Held = {
  readonly run: HarvestRun
  readonly source: HarvestSource
  readonly sealer: Sealer
  readonly file: Uint8Array | null
  readonly since: Date
}

async function fileOf(tx: Tx, run: string, sealer: Sealer): Promise<Uint8Array> {
  const pieces = await tx
    .selectFrom('knowledge_harvest_pieces')
    .select(['position', 'sealed'])
    .where('run_id', '=', run)
    .orderBy('position')
    .execute()
  return Buffer.concat(pieces.map((piece) => sealer.openBytes(harvestFields.piece(piece.position), piece.sealed)))
}

/** Takes a run in hand, from its beginning: what an earlier try read is read anew. Null when it has moved on. */
async function take(tx: Tx, work: Work, id: string): Promise<Held | null> {
  const run = await findRun(tx, id, true)
  if (run === null || (run.state !== 'waiting' && run.state !== 'reading')) return null
  const sealer = await work.vault.sealerOf(tx, harvestHolder(id))
  if (sealer === null) return null
  const since = work.now()
  await tx.deleteFrom('knowledge_harvest_records').where('run_id', '=', id).execute()
  await tx
    .updateTable('knowledge_harvest_runs')
    .set({ state: 'reading', state_since: since, done: 0, total: 0 })
    .where('id', '=', id)
    .execute()
  const source = await getSource(tx, run.source)
  return { run, source, sealer, since, file: run.fileName === null ? null : await fileOf(tx, id, sealer) }
}

/** Writes under the run while this job still has it. @returns false when somebody else took it over. */
const whileHeld = async (work: Work, held: Held, write: (tx: Tx) => Promise<void>): Promise<boolean> =>
  work.transaction(async (tx) => {
    const row = await tx
      .selectFrom('knowledge_harvest_runs')
      .select('id')
      .where('id', '=', held.run.id)
      .where('state', '=', 'reading')
      .where('state_since', '=', held.since)
      .forUpdate()
      .executeTakeFirst()
    if (row) await write(tx)
    return row !== undefined
  })

const fail = (work: Work, held: Held, problem: RunProblem) =>
  whileHeld(work, held, async (tx) => {
    await tx
      .updateTable('knowledge_harvest_runs')
      .set({
        state: 'failed',
        state_since: work.now(),
        problem_sealed: held.sealer.seal(harvestFields.problem, JSON.stringify(problem)),
      })
      .where('id', '=', held.run.id)
      .execute()
    await forgetPages(tx, held.run.id)
    await record(tx, 'knowledge.harvest-failed', held.run.id, work.now(), { problem: problem.problem })
  })

async function readingOf(work: Work, held: Held, fetcher: Fetcher, pace: SitePace): Promise<Reading | 'goes-on'> {
  const { file, source, run } = held
  const now = work.now()
  if (source.moving === 'site' && source.address !== null) {
    const asked = {
      id: run.id,
      address: source.address,
      sealer: held.sealer,
      write: (write: (tx: Tx) => Promise<void>) => whileHeld(work, held, write),
    }
    return readSite(work, asked, fetcher, pace)
  }
  if (file === null) {
    if (source.address === null) return { ok: false, problem: 'file-gone', place: null, detail: '' }
    return readAddress(fetcher, { ...source, address: source.address }, now)
  }
  if (file.byteLength === 0) return { ok: false, problem: 'empty', place: { line: 1 }, detail: '' }
  return readBytes(file, {
    now,
    authors: source.takesNames,
    ...(run.contentType && { contentType: run.contentType }),
  })
}

/** What a record is next to what we have. */
type Judged = {
  readonly outcome: Outcome
  readonly choice: Choice
  readonly item: string | null
  readonly changed?: readonly string[]
  readonly locked?: readonly string[]
  readonly alike?: readonly Alike[]
}

function judge(
  taken: Taken,
  draft: Draft,
  tie: Tie | undefined,
  tied: TiedItem | undefined,
  finder: DuplicateFinder,
): Judged {
  if (tie !== undefined && tie.item === null) return { outcome: 'left', choice: 'leave', item: null }
  if (tie === undefined || tied === undefined) {
    const link = taken.record.link === undefined ? [] : [taken.record.link]
    const alike = finder
      .duplicatesOf({ id: '', title: taken.record.title, links: link }, mostAlike)
      .map((each) => ({ item: each.id, reasons: each.reasons.map((reason) => reason.kind) }))
    return { outcome: 'new', choice: alike.length > 0 ? 'ask' : 'take', item: null, alike }
  }
  const item = tie.item
  if (!tied.kept) return { outcome: 'elsewhere', choice: 'leave', item }
  const { take: changed, locked, news } = changesFor(tied.item, tie.said, draft.said, tied.locks)
  // What was taken off the square stays off it until an editor wants it back.
  if (tied.state === 'withdrawn') return { outcome: 'left', choice: 'leave', item, changed, locked }
  if (changed.length > 0) return { outcome: 'changed', choice: 'take', item, changed, locked }
  return news ? { outcome: 'kept', choice: 'take', item, locked } : { outcome: 'same', choice: 'leave', item, locked }
}

const refusedWords = (refusal: Refusal): RecordWords => ({ kind: 'refused', refusal })

/**
 * Reads a run and writes what each record is, for an editor to look at; nothing becomes an item. May be broken off and run
 * again at any moment: it begins anew, or where it was in a site that is read page by page. What cannot be read makes the run fail with the reason and the place.
 */
export async function readRun(
  work: Work,
  id: string,
  fetcher: Fetcher = openFetcher(work.origin),
  pace: SitePace = {},
): Promise<void> {
  const held = await work.transaction((tx) => take(tx, work, id))
  if (held === null) return
  const { source, sealer, run } = held
  const reading = await readingOf(work, held, fetcher, pace)
  if (reading === 'goes-on') {
    await whileHeld(work, held, (tx) => record(tx, 'knowledge.site-half-read', run.id, work.now()))
    return
  }
  if (!reading.ok) {
    await fail(work, held, reading)
    return
  }
  if (reading.format === null) {
    await whileHeld(work, held, (tx) => close(tx, work, held, { unchanged: 1 }, 'set-aside'))
    return
  }
  const { records, refused } = reading
  const total = records.length + refused.length
  const { ties, candidates, sections } = await work.transaction(async (tx) => ({
    ties: await listTies(tx, work.vault, source.id),
    candidates: await listCandidates(tx, work.vault, source.organisation),
    sections: await listSectionChoices(tx, source.id),
  }))
  const finder = duplicateFinder(candidates, await fieldLexicon())
  const counts: Partial<Record<Outcome, number>> = {}
  const count = (outcome: Outcome) => (counts[outcome] = (counts[outcome] ?? 0) + 1)

  for (let at = 0; at < records.length; at += batchSize) {
    const named = records.slice(at, at + batchSize).map((taken, offset) => {
      const index = recordIndex(work.vault, source.id, taken.record.sourceId)
      return { taken, index, tie: ties.get(index.toString('hex')), position: at + offset }
    })
    const ours = await whileHeld(work, held, async (tx) => {
      const ids = named.flatMap(({ tie }) => (tie?.item ? [tie.item] : []))
      const items = await listTiedItems(tx, work.vault, ids, source.organisation)
      const rows = named.flatMap(({ taken, index, tie, position }) => {
        const gone = taken.record.deleted
        // What its source took away and we never had, is nothing to us.
        if (gone && !tie?.item) return []
        const said = gone ? null : draftOf(taken.record, source, pointsAtSomebody)
        const draft = said !== null && source.moving !== null ? withoutOwnLink(said) : said
        const judged: Judged =
          draft === null
            ? { outcome: 'gone', choice: 'leave', item: tie?.item ?? null }
            : judge(taken, draft, tie, tie?.item ? items.get(tie.item) : undefined, finder)
        const words: RecordWords =
          draft === null
            ? { kind: 'gone', place: taken.place }
            : {
                kind: 'record',
                draft,
                place: taken.place,
                remarks: taken.remarks,
                ...(source.moving !== null && { moved: movedFrom(taken.record) }),
              }
        const section = source.moving === null ? null : (taken.record.section ?? '')
        const leaves = judged.outcome === 'new' && section !== null && sections.get(section)?.leaves === true
        count(judged.outcome)
        return [
          {
            run_id: run.id,
            position,
            record_index: index,
            outcome: judged.outcome,
            words_sealed: sealer.seal(harvestFields.record(position), JSON.stringify(words)),
            item_id: judged.item,
            changed_fields: [...(judged.changed ?? [])],
            locked_fields: [...(judged.locked ?? [])],
            remarks: draft === null ? 0 : taken.remarks.length + draft.remarks.length,
            alike: JSON.stringify(judged.alike ?? []),
            choice: leaves ? ('leave' as const) : judged.choice,
            section,
          },
        ]
      })
      if (rows.length > 0) await tx.insertInto('knowledge_harvest_records').values(rows).execute()
      await tx
        .updateTable('knowledge_harvest_runs')
        .set({ done: at + named.length, total })
        .where('id', '=', run.id)
        .execute()
    })
    if (!ours) return
  }

  await whileHeld(work, held, async (tx) => {
    for (let at = 0; at < refused.length; at += batchSize)
      await tx
        .insertInto('knowledge_harvest_records')
        .values(
          refused.slice(at, at + batchSize).map((refusal, offset) => {
            const position = records.length + at + offset
            return {
              run_id: run.id,
              position,
              record_index: null,
              outcome: 'refused' as const,
              words_sealed: sealer.seal(harvestFields.record(position), JSON.stringify(refusedWords(refusal))),
              remarks: 1,
              alike: '[]',
              choice: 'leave' as const,
            }
          }),
        )
        .execute()
    if (source.moving === 'site') await forgetPages(tx, run.id)
    const all: Counts = { ...counts, ...(refused.length > 0 && { refused: refused.length }) }
    const asks = (['new', 'changed', 'kept', 'gone'] as const).some((outcome) => (counts[outcome] ?? 0) > 0)
    await tx
      .updateTable('knowledge_harvest_runs')
      .set({
        done: total,
        total,
        remarks_sealed: sealer.seal(harvestFields.remarks, JSON.stringify(reading.remarks)),
        next_etag: reading.etag ?? null,
        next_last_modified: reading.lastModified ?? null,
        next_until: reading.readUntil ?? null,
      })
      .where('id', '=', run.id)
      .execute()
    await tx
      .updateTable('knowledge_harvest_sources')
      .set({ format: reading.format })
      .where('id', '=', source.id)
      .execute()
    // By the clock, and nothing to decide: nobody is troubled with it.
    if (run.scheduled && !asks) {
      await rememberAnswer(tx, run.id)
      await close(tx, work, held, all, 'set-aside')
    } else await close(tx, work, held, all, 'previewed')
  })
}

async function close(tx: Tx, work: Work, held: Held, counts: Counts, to: 'previewed' | 'set-aside'): Promise<void> {
  await tx
    .updateTable('knowledge_harvest_runs')
    .set({ state: to, state_since: work.now(), counts: JSON.stringify(counts) })
    .where('id', '=', held.run.id)
    .execute()
  await record(
    tx,
    to === 'previewed' ? 'knowledge.harvest-previewed' : 'knowledge.harvest-unchanged',
    held.run.id,
    work.now(),
  )
}

/** From now on the source is asked for what is newer than this run. */
export async function rememberAnswer(tx: Tx, run: string): Promise<void> {
  await tx
    .updateTable('knowledge_harvest_sources as s')
    .from('knowledge_harvest_runs as r')
    .whereRef('s.id', '=', 'r.source_id')
    .where('r.id', '=', run)
    .set((each) => ({
      etag: each.ref('r.next_etag'),
      last_modified: each.ref('r.next_last_modified'),
      read_until: each.fn.coalesce('r.next_until', 's.read_until'),
    }))
    .execute()
}
