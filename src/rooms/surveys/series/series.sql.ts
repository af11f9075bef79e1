import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { organisationName } from '../../accounts/public.ts'
import type { SizeClass, TypeClass } from './classes.rules.ts'
import { unknown } from '../problems.ts'
import '../tables.ts'

/** A poll over the years. */
export type Series = {
  readonly id: string
  readonly slug: string
  readonly title: Said
  readonly about: Said
  /** Who is asked, in words. */
  readonly population: Said
  /** The name of the organisation that answers for it. */
  readonly organisation: string
  readonly types: readonly TypeClass[]
  readonly sizes: readonly SizeClass[]
  readonly panelEndedAt: Date | null
}

const rows = (tx: Tx) =>
  tx
    .selectFrom('surveys_series')
    .select([
      'id',
      'slug',
      'title',
      'about',
      'population',
      'organisation_id',
      'types',
      'sizes',
      'panel_ended_at as panelEndedAt',
    ])

async function named<Row extends { organisation_id: string }>(tx: Tx, row: Row) {
  const { organisation_id: id, ...rest } = row
  return { ...rest, organisation: (await organisationName(tx, id)) ?? '' }
}

/** Every series, the newest first. */
export async function listSeries(tx: Tx): Promise<readonly Series[]> {
  const found = await rows(tx).orderBy('made_at', 'desc').orderBy('slug').execute()
  const listed: Series[] = []
  for (const row of found) listed.push(await named(tx, row))
  return listed
}

/** @throws Problem not-found */
export async function getSeries(tx: Tx, slug: string): Promise<Series> {
  const row = await rows(tx).where('slug', '=', slug).executeTakeFirst()
  if (row === undefined) throw unknown()
  return named(tx, row)
}
