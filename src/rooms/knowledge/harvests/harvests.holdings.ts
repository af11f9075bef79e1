import { sql } from 'kysely'
import { bothLanguages } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { RetentionRule } from '../../../platform/jobs/retention.ts'
import type { DataEntry } from '../../../platform/room.ts'
import './harvests.tables.ts'

const ofSource = {
  class: 'special',
  afterErasure: 'all of it: it is what another site publishes, not what an account says',
  notInCopy: 'it is about what another site publishes, and is not kept by person',
} as const
const untilErased = { class: 'personal', keep: 'until the person is erased' } as const

/** What sources and their runs hold of people. */
export const harvestsMap: readonly DataEntry[] = [
  {
    column: 'knowledge_harvest_pieces.sealed',
    ...ofSource,
    purpose: 'a file that an editor sent, to read it',
    keep: '30 days',
  },
  {
    column: 'knowledge_harvest_records.words_sealed',
    ...ofSource,
    purpose: 'what a source says, for an editor to look at before it becomes a draft',
    keep: '90 days',
  },
  {
    column: 'knowledge_harvest_runs.problem_sealed',
    ...ofSource,
    purpose: 'why a source could not be read; can quote it',
    keep: '90 days',
  },
  {
    column: 'knowledge_harvest_runs.remarks_sealed',
    ...ofSource,
    purpose: 'what was noticed about a whole file; can quote it',
    keep: '90 days',
  },
  {
    column: 'knowledge_harvest_ties.said_sealed',
    ...ofSource,
    purpose: 'what a source said last about an item, to see what changed',
    keep: 'as long as the item',
  },
  {
    column: 'knowledge_harvest_runs.file_name',
    class: 'personal',
    purpose: 'which file was read; people name files as they like',
    keep: '2 years',
    afterErasure: 'the name of the file: it names what an organisation sent',
    notInCopy: 'it is about an organisation, and is not kept by person',
  },
  { column: 'knowledge_harvest_sources.made_by', ...untilErased, purpose: 'which editor added a source' },
  { column: 'knowledge_harvest_runs.started_by', ...untilErased, purpose: 'which editor had a source read' },
  { column: 'knowledge_harvest_runs.accepted_by', ...untilErased, purpose: 'which editor took what was read' },
  { column: 'knowledge_harvest_runs.publish_asked_by', ...untilErased, purpose: 'which editor published it' },
  { column: 'knowledge_locked_fields.locked_by', ...untilErased, purpose: 'who wrote other words than the source' },
]

/** What somebody did with sources, for that person. */
export const harvestsOf = async (tx: Tx, person: string) => ({
  sourcesAdded: await tx
    .selectFrom('knowledge_harvest_sources')
    .select(['id', 'name', 'made_at as at'])
    .where('made_by', '=', person)
    .execute(),
  runs: await tx
    .selectFrom('knowledge_harvest_runs')
    .select(['id', 'source_id as source', 'started_at as at'])
    .where((each) =>
      each.or([
        each('started_by', '=', person),
        each('accepted_by', '=', person),
        each('publish_asked_by', '=', person),
      ]),
    )
    .orderBy('started_at')
    .execute(),
  fieldsLocked: await tx
    .selectFrom('knowledge_locked_fields')
    .select(['item_id as item', 'field', 'locked_at as at'])
    .where('locked_by', '=', person)
    .execute(),
})

export async function eraseHarvests(tx: Tx, person: string): Promise<void> {
  await tx.updateTable('knowledge_harvest_sources').set({ made_by: null }).where('made_by', '=', person).execute()
  // Nobody's name under what is still to be taken would be the command line's.
  await tx
    .updateTable('knowledge_harvest_runs')
    .set({ state: 'previewed' })
    .where('accepted_by', '=', person)
    .where('state', '=', 'committing')
    .execute()
  for (const column of ['started_by', 'accepted_by', 'publish_asked_by'] as const)
    await tx
      .updateTable('knowledge_harvest_runs')
      .set({ [column]: null })
      .where(column, '=', person)
      .execute()
  await tx.updateTable('knowledge_locked_fields').set({ locked_by: null }).where('locked_by', '=', person).execute()
}

const before = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)
const most = 50

/** Goes through runs that are due, a few at a time: each may hold thousands of records. */
const rule = (
  name: string,
  what: readonly [string, string],
  keep: string,
  due: (now: Date) => ReturnType<typeof sql<{ id: string }>>,
  remove: (tx: Tx, runs: readonly string[], now: Date) => Promise<unknown>,
): RetentionRule => ({
  name,
  what: bothLanguages(...what),
  keep,
  async run(tx, now, dryRun) {
    if (dryRun) return (await due(now).execute(tx)).rows.length
    const runs = (await sql<{ id: string }>`${due(now)} limit ${most}`.execute(tx)).rows.map((row) => row.id)
    if (runs.length > 0) await remove(tx, runs, now)
    return runs.length
  },
})

export const harvestsRetention: readonly RetentionRule[] = [
  rule(
    'knowledge.harvest-files',
    ['Bestanden die een redacteur liet inlezen', 'Files that an editor had read'],
    '30 days',
    (now) => sql<{ id: string }>`
      select distinct p.run_id as id from knowledge_harvest_pieces p join knowledge_harvest_runs r on r.id = p.run_id
       where r.started_at < ${before(now, 30)}`,
    (tx, runs) => tx.deleteFrom('knowledge_harvest_pieces').where('run_id', 'in', runs).execute(),
  ),
  rule(
    'knowledge.harvest-words',
    ['Wat een bron zei, voor het werd overgenomen', 'What a source said, before it was taken'],
    '90 days',
    (now) => sql<{ id: string }>`
      select r.id from knowledge_harvest_runs r
       where r.started_at < ${before(now, 90)} and r.state not in ('waiting', 'reading', 'committing')
         and exists (select from platform_data_keys k where k.holder = 'harvest:' || r.id)`,
    async (tx, runs, now) => {
      await tx.deleteFrom('knowledge_harvest_records').where('run_id', 'in', runs).execute()
      await tx.deleteFrom('knowledge_harvest_pieces').where('run_id', 'in', runs).execute()
      await tx
        .updateTable('knowledge_harvest_runs')
        .set({ problem_sealed: null, remarks_sealed: null })
        .where('id', 'in', runs)
        .execute()
      // What nobody looked at in all that time is no longer offered.
      await tx
        .updateTable('knowledge_harvest_runs')
        .set({ state: 'set-aside', state_since: now })
        .where('id', 'in', runs)
        .where('state', '=', 'previewed')
        .execute()
      await sql`delete from platform_data_keys where holder in (select 'harvest:' || id from unnest(${runs}::uuid[]) as id)`.execute(
        tx,
      )
    },
  ),
  rule(
    'knowledge.harvest-runs',
    ['Wanneer een bron is ingelezen', 'When a source was read'],
    '2 years',
    (now) => sql<{ id: string }>`
      select r.id from knowledge_harvest_runs r
       where r.started_at < ${before(now, 2 * 365)} and r.state in ('committed', 'failed', 'set-aside')`,
    (tx, runs) => tx.deleteFrom('knowledge_harvest_runs').where('id', 'in', runs).execute(),
  ),
]
