import { sql } from 'kysely'
import type { SquareDb } from '../../platform/db/database.ts'

/** In how many passages a lexeme stands, roughly. A lexeme that is not in it is rare, or its number is not known yet. */
export type Frequencies = ReadonlyMap<string, number>

// The planner keeps these numbers for itself already; nothing of ours needs to count them at every publication.
async function readFrequencies(db: SquareDb): Promise<Frequencies> {
  const { rows } = await sql<{ lexeme: string; passages: number }>`
    select e.lexeme, round(f.frequency * c.reltuples)::int as passages
      from pg_stats s
      join pg_class c on c.oid = 'square.passages'::regclass
     cross join unnest(s.most_common_elems::text::text[]) with ordinality as e(lexeme, at)
      join unnest(s.most_common_elem_freqs) with ordinality as f(frequency, at) on f.at = e.at
     where s.schemaname = 'square' and s.tablename = 'passages' and s.attname = 'vector' and c.reltuples > 0`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.lexeme, row.passages]))
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
