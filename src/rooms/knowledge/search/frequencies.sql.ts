import { sql } from 'kysely'
import type { SquareDb } from '../../../platform/db/database.ts'
import type { Frequencies } from './candidates.rules.ts'

// The planner keeps these numbers for itself already; nothing of ours needs to count them at every publication.
async function readFrequencies(db: SquareDb): Promise<Frequencies> {
  const { rows } = await sql<{ all: number; newest: number; counts: Record<string, number> | null }>`
    select greatest(c.reltuples, 0)::int as all, (select o.last_value / 4096 from square.passage_order o)::int as newest,
           (select json_object_agg(f.word, f.passages) from square.passage_frequencies() f) as counts
      from pg_class c where c.oid = 'square.passages'::regclass`.execute(db)
  return { all: rows[0]?.all ?? 0, newest: rows[0]?.newest ?? 0, of: new Map(Object.entries(rows[0]?.counts ?? {})) }
}

// They change slowly; every so many searches they are read anew.
const searchesBetween = 1_000
let known: { readonly frequencies: Promise<Frequencies>; searches: number } | null = null

/** The frequencies as this process knows them. */
export function frequencies(db: SquareDb): Promise<Frequencies> {
  if (known === null || known.searches >= searchesBetween) known = { frequencies: readFrequencies(db), searches: 0 }
  known.searches += 1
  known.frequencies.catch(() => {
    known = null
  })
  return known.frequencies
}
