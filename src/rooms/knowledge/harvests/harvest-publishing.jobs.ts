import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Work } from '../../../platform/jobs/work.ts'
import { Problem } from '../../../platform/problems.ts'
import { findRun, noteProgress, stillEdits } from './harvests.sql.ts'
import { getItem } from '../items/items.sql.ts'
import { proceed, publish } from '../publishing/publishing.actions.ts'
import type { Doer } from '../items/starting.actions.ts'
import './harvests.tables.ts'

const batchSize = 200

type Candidate = { readonly position: number; readonly item: string }

/**
 * What came of a run, is not published yet, and has nothing that somebody must look at: no open marks, nobody whose yes it
 * needs, words and a theme.
 */
const publishable = (run: string) => sql<Candidate>`
  select r.position, r.item_id as item from knowledge_harvest_records r join knowledge_items i on i.id = r.item_id
   where r.run_id = ${run} and r.done_at is not null and r.published_at is null and r.choice = 'take'
     and i.state in ('concept', 'in-redaction', 'ready') and i.open_marks = 0 and i.type is not null and cardinality(i.themes) > 0
     and not exists (select from knowledge_item_givers g where g.item_id = i.id)`

/** How many of a run can be published at one press. */
export async function countPublishable(tx: Tx, run: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${publishable(run)}) p`.execute(tx)
  return rows[0]?.n ?? 0
}

async function publishOne(tx: Tx, work: Work, run: string, { position, item }: Candidate, doer: Doer): Promise<void> {
  const now = work.now()
  const { version, state } = await getItem(tx, work.vault, item, true)
  const to = state === 'ready' ? 'ready' : await proceed(tx, work.vault, item, version, doer, now)
  if (to !== 'ready') return
  await publish(tx, work.vault, item, version, now, { by: doer })
  await tx
    .updateTable('knowledge_harvest_records')
    .set({ published_at: now })
    .where('run_id', '=', run)
    .where('position', '=', position)
    .execute()
}

/** Ends the publishing that was asked for: done, or given back to whoever edits now. */
async function end(tx: Tx, work: Work, run: string, how: 'done' | 'turned-back', items: number): Promise<void> {
  const now = work.now()
  await tx
    .updateTable('knowledge_harvest_runs')
    .set({
      ...(how === 'done' ? { publish_done_at: now } : { publish_asked_at: null }),
      counts: sql`counts || jsonb_build_object('published',
        (select count(*) from knowledge_harvest_records r where r.run_id = ${run} and r.published_at is not null))`,
    })
    .where('id', '=', run)
    .execute()
  await record(tx, how === 'done' ? 'knowledge.harvest-published' : 'knowledge.harvest-turned-back', run, now, {
    items,
  })
}

/**
 * Publishes what came of a run and has nothing special, item by item, by the same rules as any item: one that those refuse stays a
 * draft. It is done in the name of whoever asked, as long as they edit for the keeper: from the moment that they do not, the rest
 * waits for another editor. May be broken off and run again.
 */
export async function publishTaken(work: Work, id: string): Promise<void> {
  const begun = await work.transaction(async (tx) => {
    const run = await findRun(tx, id)
    if (run === null || run.publishAskedAt === null || run.publishDoneAt !== null) return null
    const { organisation_id } = await tx
      .selectFrom('knowledge_harvest_sources')
      .select('organisation_id')
      .where('id', '=', run.source)
      .executeTakeFirstOrThrow()
    return { person: run.publishAskedBy, organisation: organisation_id, left: await countPublishable(tx, id) }
  })
  if (begun === null) return
  const { person, organisation } = begun
  let after = -1
  let done = 0
  for (;;) {
    const { rows } = await work.transaction((tx) =>
      sql<Candidate>`
        select p.position, p.item from (${publishable(id)}) p where p.position > ${after} order by p.position limit ${batchSize}`.execute(
        tx,
      ),
    )
    if (rows.length === 0) break
    for (const candidate of rows) {
      after = candidate.position
      const may = await work
        .transaction(async (tx) => {
          if (person === null || !(await stillEdits(tx, organisation, person))) return false
          await publishOne(tx, work, id, candidate, { person, edits: new Set([organisation]) })
          return true
        })
        .catch((error: unknown) => {
          // What a rule keeps from being published now, keeps no other item from it.
          if (!(error instanceof Problem)) throw error
          return true
        })
      if (!may) return work.transaction((tx) => end(tx, work, id, 'turned-back', done))
      done += 1
      if (done % 10 === 0) await work.transaction((tx) => noteProgress(tx, id, done, Math.max(begun.left, done)))
    }
  }
  await work.transaction(async (tx) => {
    await noteProgress(tx, id, done, Math.max(begun.left, done))
    await end(tx, work, id, 'done', done)
  })
}
