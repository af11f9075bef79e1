import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { shippedGeography } from './geography.ts'
import './tables.ts'

const rows = () => {
  const { municipalities, regions, memberships, former, sources } = shippedGeography()
  return {
    municipalities: municipalities.map((each) => ({
      code: each.code,
      name: each.name,
      aliases: each.aliases,
      population_2022: each.population2022,
      lon: each.lon,
      lat: each.lat,
      valid_from: each.validFrom,
      valid_to: each.validTo,
      tooi: each.tooi,
    })),
    regions,
    sources,
    memberships: memberships.map((each) => ({
      municipality_code: each.municipality,
      region_type: each.type,
      region_code: each.region,
      valid_from: each.validFrom,
      valid_to: each.validTo,
      source: each.source,
      certainty: each.certainty,
    })),
    former: former.map((each) => ({
      code: each.code,
      name: each.name,
      successors: each.successors,
      ended_on: each.endedOn,
      kind: each.kind,
    })),
  }
}

/** The geography that ships, for the square. `version` is a hash of what is in it. */
export const reference = {
  part: 'regions',
  version: createHash('sha256').update(JSON.stringify(rows())).digest('hex'),
  async load(tx: Tx): Promise<void> {
    const shipped = rows()
    await tx.deleteFrom('square.region_memberships').execute()
    await tx.deleteFrom('square.region_sources').execute()
    await tx.deleteFrom('square.regions').execute()
    await tx.deleteFrom('square.former_municipalities').execute()
    await tx.deleteFrom('square.municipalities').execute()
    await sql`insert into square.municipalities
      select * from jsonb_populate_recordset(null::square.municipalities, ${JSON.stringify(shipped.municipalities)}::jsonb)`.execute(
      tx,
    )
    await sql`insert into square.regions
      select * from jsonb_populate_recordset(null::square.regions, ${JSON.stringify(shipped.regions)}::jsonb)`.execute(
      tx,
    )
    await sql`insert into square.region_sources
      select * from jsonb_populate_recordset(null::square.region_sources, ${JSON.stringify(shipped.sources)}::jsonb)`.execute(
      tx,
    )
    await sql`insert into square.region_memberships
      select * from jsonb_populate_recordset(null::square.region_memberships, ${JSON.stringify(shipped.memberships)}::jsonb)`.execute(
      tx,
    )
    await sql`insert into square.former_municipalities
      select * from jsonb_populate_recordset(null::square.former_municipalities, ${JSON.stringify(shipped.former)}::jsonb)`.execute(
      tx,
    )
  },
}
