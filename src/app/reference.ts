import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../platform/db/database.ts'
import { reference as regions } from '../rooms/regions/room.ts'
import { reference as bottlenecks } from '../rooms/surveys/room.ts'
import { reference as terms } from '../rooms/terms/room.ts'

declare module '../platform/db/tables.ts' {
  interface Tables {
    'square.reference_versions': { part: string; version: string; loaded_at: Date }
  }
}

const parts = [regions, terms, bottlenecks]

const oneAtATime = 5_031_978

/**
 * Puts the reference data of the rooms into the square, or brings it up to date: municipalities, regions, terms.
 * Runs at every start, under an operator's proof; the same data changes nothing. Two processes go one after the other.
 */
export async function loadReference(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${oneAtATime})`.execute(tx)
  const rows = await tx.selectFrom('square.reference_versions').select(['part', 'version']).execute()
  const held = new Map(rows.map((row) => [row.part, row.version]))
  const changed = parts.filter((part) => held.get(part.part) !== part.version)
  for (const { part, version, load } of changed) {
    await load(tx)
    await sql`insert into square.reference_versions (part, version, loaded_at) values (${part}, ${version}, house.moment())
      on conflict (part) do update set version = excluded.version, loaded_at = excluded.loaded_at`.execute(tx)
  }
  if (changed.length > 0) await sql`select pg_notify('square', '')`.execute(tx)
}

/** Changes with the data, so that a template of the tests is made anew. */
loadReference.version = createHash('sha256')
  .update(JSON.stringify(parts.map(({ part, version }) => [part, version])))
  .digest('hex')
