import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import { acceptRun } from '../harvests/harvests.actions.ts'
import { getRun } from '../harvests/harvests.sql.ts'
import type { SectionChoice } from './moving.rules.ts'
import { problems } from '../problems.ts'
import '../harvests/harvests.tables.ts'
import './moving.tables.ts'

/**
 * Decides about all records of the named parts of a site at once: leave them, or take them as one kind and under themes. A record
 * that may be an item that is here already, still asks.
 * @throws Problem not-found, run-moved-on (it is no longer a preview)
 */
export async function decideSections(tx: Tx, run: string, choices: readonly SectionChoice[], now: Date): Promise<void> {
  const { id, source, state } = await getRun(tx, run, true)
  if (state !== 'previewed') throw problems['run-moved-on']()
  if (choices.length === 0) return
  await tx
    .insertInto('knowledge_moving_sections')
    .values(
      choices.map(({ section, leaves, type, themes }) => ({
        source_id: source,
        section,
        leaves,
        type,
        themes,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['source_id', 'section']).doUpdateSet((each) => ({
        leaves: each.ref('excluded.leaves'),
        type: each.ref('excluded.type'),
        themes: each.ref('excluded.themes'),
      })),
    )
    .execute()
  // What an editor chose for one record stays, unless its whole part now goes the other way.
  await sql`
    update knowledge_harvest_records r
       set choice = case when s.leaves then 'leave' when jsonb_array_length(r.alike) > 0 then 'ask' else 'take' end, same_as = null
      from knowledge_moving_sections s
     where r.run_id = ${id} and s.source_id = ${source} and s.section = coalesce(r.section, '') and r.outcome = 'new'
       and s.section = any(${choices.map((each) => each.section)}::text[])
       and case when s.leaves then r.choice <> 'leave' else r.choice = 'leave' end`.execute(tx)
  await record(tx, 'knowledge.moving-decided', id, now, { sections: choices.length })
}

/** Decides, and takes what was chosen: the worker makes drafts of it. */
export async function decideAndTake(
  tx: Tx,
  run: string,
  choices: readonly SectionChoice[],
  person: string,
  now: Date,
): Promise<void> {
  await decideSections(tx, run, choices, now)
  await acceptRun(tx, run, person, now)
}
