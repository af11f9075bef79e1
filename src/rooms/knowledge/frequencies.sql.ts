import { sql } from 'kysely'
import type { SquareDb } from '../../platform/db/database.ts'
import type { Frequencies } from './candidates.rules.ts'

// The planner keeps these numbers for itself already; nothing of ours needs to count them at every publication.
async function readFrequencies(db: SquareDb): Promise<Frequencies> {
  const { rows } = await sql<{ all: number; counts: Record<string, number> | null }>`
    select greatest(c.reltuples, 0)::int as all,
           (select json_object_agg(e.lexeme, round(f.frequency * c.reltuples)::int)
              from pg_stats s
             cross join unnest(s.most_common_elems::text::text[]) with ordinality as e(lexeme, at)
              join unnest(s.most_common_elem_freqs) with ordinality as f(frequency, at) on f.at = e.at
             where s.schemaname = 'square' and s.tablename = 'passages' and s.attname = 'vector') as counts
      from pg_class c where c.oid = 'square.passages'::regclass`.execute(db)
  return { all: rows[0]?.all ?? 0, of: new Map(Object.entries(rows[0]?.counts ?? {})) }
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
