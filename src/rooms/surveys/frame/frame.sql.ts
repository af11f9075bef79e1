import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { notKnown, type FrameCount } from '../findings/findings.ts'
import type { Wave } from '../waves/waves.sql.ts'
import '../tables.ts'

/** How many organisations of the frame share a value; null is what is not known. The largest first. */
export type Count = { readonly key: string | null; readonly n: number }

/** The frame of a wave, counted by each of its variables. Test places are not in it. */
export async function countFrame(tx: Tx, wave: string) {
  const by = async (column: 'type' | 'size' | 'province_code'): Promise<readonly Count[]> => {
    const rows = await tx
      .selectFrom('surveys_places')
      .select((of) => [`${column} as key`, of.fn.countAll<string>().as('n')])
      .where('wave_id', '=', wave)
      .where('trial', '=', false)
      .groupBy(column)
      .execute()
    return rows
      .map(({ key, n }) => ({ key, n: Number(n) }))
      .toSorted((a, b) => b.n - a.n || (a.key ?? '').localeCompare(b.key ?? ''))
  }
  const totals = await tx
    .selectFrom('surveys_places as p')
    .leftJoin('surveys_contacts as c', 'c.place_id', 'p.id')
    .select((of) => [of.fn.countAll<string>().as('places'), of.fn.count<string>('c.place_id').as('addressed')])
    .where('p.wave_id', '=', wave)
    .where('p.trial', '=', false)
    .executeTakeFirstOrThrow()
  return {
    places: Number(totals.places),
    addressed: Number(totals.addressed),
    type: await by('type'),
    size: await by('size'),
    region: await by('province_code'),
  }
}

/** The test places of a wave, by name. */
export const listTrials = (tx: Tx, wave: string) =>
  tx
    .selectFrom('surveys_places')
    .select(['id', 'name'])
    .where('wave_id', '=', wave)
    .where('trial', '=', true)
    .orderBy('name')
    .execute()

/** The wave before this one in its series that has a frame with names; null when there is none. */
export async function earlierFrame(
  tx: Tx,
  wave: Wave,
): Promise<{ readonly id: string; readonly label: Wave['label'] } | null> {
  const row = await tx
    .selectFrom('surveys_waves as w')
    .select(['w.id', 'w.label'])
    .where('w.series_id', '=', wave.series)
    .where('w.number', '<', wave.number)
    .where((each) =>
      each.exists(
        each
          .selectFrom('surveys_places as p')
          .select(sql`1`.as('one'))
          .whereRef('p.wave_id', '=', 'w.id')
          .where('p.trial', '=', false)
          .where('p.name', 'is not', null),
      ),
    )
    .orderBy('w.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Names and references of a frame. */
export const listNames = (tx: Tx, wave: string) =>
  tx
    .selectFrom('surveys_places')
    .select(['name', 'reference'])
    .where('wave_id', '=', wave)
    .where('trial', '=', false)
    .where('name', 'is not', null)
    .$narrowType<{ name: string; reference: string }>()
    .execute()

/** The population of a wave as the analysis takes it: how many organisations share a type, a size and a province. */
export async function frameForAnalysis(tx: Tx, wave: string): Promise<readonly FrameCount[]> {
  const { rows } = await sql<FrameCount>`
    select coalesce(type, ${notKnown}) as type, coalesce(size, ${notKnown}) as size,
           coalesce(province_code, ${notKnown}) as region, count(*)::int as organisations
      from surveys_places where wave_id = ${wave} and not trial group by 1, 2, 3 order by 1, 2, 3`.execute(tx)
  return rows
}
