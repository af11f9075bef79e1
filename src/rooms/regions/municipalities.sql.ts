import type { Day } from '../../lib/days.ts'
import { sql } from 'kysely'
import type { SquareDb } from '../../platform/db/database.ts'
import { regionTypes } from './geography.rules.ts'
import './tables.ts'

/** Whether a text has the shape of a code. */
export const isCode = (text: string): boolean => /^GM\d{4}$/.test(text)

/** The municipalities that exist on a day, by name. */
export async function listMunicipalities(db: SquareDb, day: Day) {
  const rows = await db
    .selectFrom('square.municipalities as m')
    .innerJoin('square.region_memberships as p', (join) =>
      join.onRef('p.municipality_code', '=', 'm.code').on('p.region_type', '=', 'province'),
    )
    .select(['m.code', 'm.name', 'm.aliases', 'm.population_2022', 'm.tooi', 'p.region_code as province'])
    .where(holdsOn('m', day))
    .where(holdsOn('p', day))
    .execute()
  return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
}

/** A municipality with its regions, the names it had before, and who says so; undefined when it does not exist on this day. */
export async function findMunicipality(db: SquareDb, code: string, day: Day) {
  const municipality = await db
    .selectFrom('square.municipalities as m')
    .select(['m.code', 'm.name', 'm.aliases', 'm.population_2022', 'm.tooi'])
    .where('m.code', '=', code)
    .where(holdsOn('m', day))
    .executeTakeFirst()
  if (!municipality) return undefined
  const regions = await db
    .selectFrom('square.region_memberships as p')
    .innerJoin('square.regions as r', (join) =>
      join.onRef('r.type', '=', 'p.region_type').onRef('r.code', '=', 'p.region_code'),
    )
    .innerJoin('square.region_sources as s', 's.id', 'p.source')
    .select([
      'r.type',
      'r.code',
      'r.name',
      'p.certainty',
      's.id as sourceId',
      's.title as source',
      'p.valid_from as validFrom',
      'p.valid_to as validTo',
    ])
    .where('p.municipality_code', '=', code)
    .where(holdsOn('p', day))
    .execute()
  const former = await db
    .selectFrom('square.former_municipalities')
    .select(['code', 'name', 'ended_on as endedOn'])
    .where(sql<boolean>`${code} = any (successors)`)
    .where('kind', '<>', 'planned')
    .where('ended_on', '<=', day)
    .orderBy('ended_on', 'desc')
    .orderBy('name')
    .execute()
  return {
    ...municipality,
    regions: regions.toSorted((a, b) => regionTypes.indexOf(a.type) - regionTypes.indexOf(b.type)),
    former,
  }
}

/** Where a code that ended leads: one municipality, or more when it was split. Empty for a code that never was. */
export async function successorsOf(
  db: SquareDb,
  code: string,
  day: Day,
): Promise<readonly { code: string; name: string }[]> {
  // A successor may itself have ended since; union (not union all) ends the walk when data would go in a circle.
  const { rows } = await sql<{ code: string; name: string }>`
    with recursive chain(code) as (
      select unnest(f.successors) from square.former_municipalities f where f.code = ${code} and f.kind <> 'planned' and f.ended_on <= ${day}::date
      union
      select unnest(f.successors) from square.former_municipalities f join chain c on f.code = c.code where f.kind <> 'planned' and f.ended_on <= ${day}::date
    )
    select m.code, m.name from square.municipalities m join chain c on c.code = m.code
     where (m.valid_to is null or m.valid_to > ${day}::date) order by m.population_2022 desc`.execute(db)
  return rows
}

const holdsOn = (alias: string, day: Day) => {
  const [from, to] = [sql.ref(`${alias}.valid_from`), sql.ref(`${alias}.valid_to`)]
  return sql<boolean>`(${from} is null or ${from} <= ${day}::date) and (${to} is null or ${to} > ${day}::date)`
}
