import { randomUUID } from 'node:crypto'
import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { partnerOrganisations } from '../../accounts/public.ts'
import { keyOf, type SizeClass, type TypeClass } from './classes.rules.ts'
import { newPanelKey } from './panel.actions.ts'
import { problems } from '../problems.ts'
import { getSeries } from './series.sql.ts'
import '../tables.ts'

/** What people read about a series. */
export type SeriesWords = { readonly title: Said; readonly about: Said; readonly population: Said }

export type NewSeries = SeriesWords & {
  /** A partner, which answers for it. */
  readonly organisation: string
  readonly types: readonly TypeClass[]
  readonly sizes: readonly SizeClass[]
  /** Null for the command line. */
  readonly by: string | null
}

// A page of the list has this name.
const taken = new Set(['nieuw'])

/** Begins a series, with a fresh key for its panel. @returns its slug. @throws Problem not-a-partner */
export async function startSeries(tx: Tx, vault: Vault, series: NewSeries, now: Date): Promise<string> {
  if (!(await partnerOrganisations(tx)).some(({ id }) => id === series.organisation)) throw problems['not-a-partner']()
  const id = randomUUID()
  const slug = await freeSlug(tx, series.title.nl)
  await tx
    .insertInto('surveys_series')
    .values({
      id,
      slug,
      ...asRow(series),
      organisation_id: series.organisation,
      types: JSON.stringify(series.types),
      sizes: JSON.stringify(series.sizes),
      panel_key_sealed: await newPanelKey(tx, vault, id),
      panel_ended_at: null,
      panel_ended_by: null,
      made_by: series.by,
      made_at: now,
    })
    .execute()
  await record(tx, 'surveys.series-started', id, now)
  return slug
}

const asRow = (words: SeriesWords) => ({
  title: JSON.stringify(words.title),
  about: JSON.stringify(words.about),
  population: JSON.stringify(words.population),
})

async function freeSlug(tx: Tx, title: string): Promise<string> {
  const base = keyOf(title) || 'peiling'
  const used = new Set(
    (await tx.selectFrom('surveys_series').select('slug').where('slug', 'like', `${base}%`).execute()).map(
      ({ slug }) => slug,
    ),
  )
  for (let at = 1; ; at++) {
    const slug = at === 1 ? base : `${base}-${at}`
    if (!used.has(slug) && !taken.has(slug)) return slug
  }
}

/**
 * Changes the words of a series, and its classes as long as no wave was opened: what was counted in a class stays there.
 * @throws Problem not-found, classes-fixed
 */
export async function changeSeries(
  tx: Tx,
  slug: string,
  change: SeriesWords & { readonly types: readonly TypeClass[]; readonly sizes: readonly SizeClass[] },
  now: Date,
): Promise<void> {
  const series = await getSeries(tx, slug)
  const same = (one: readonly TypeClass[], two: readonly TypeClass[]) =>
    JSON.stringify(one.map(bones)) === JSON.stringify(two.map(bones))
  if (!(same(series.types, change.types) && same(series.sizes, change.sizes)) && (await hasOpened(tx, series.id)))
    throw problems['classes-fixed']()
  await tx
    .updateTable('surveys_series')
    .set({ ...asRow(change), types: JSON.stringify(change.types), sizes: JSON.stringify(change.sizes) })
    .where('id', '=', series.id)
    .execute()
  await record(tx, 'surveys.series-changed', series.id, now)
}

/** What a class is, apart from the English words for it. */
const bones = (each: TypeClass | SizeClass) => [each.key, 'from' in each ? each.from : null]

/** A wave of the series was opened, now or before. */
export const hasOpened = async (tx: Tx, series: string): Promise<boolean> =>
  (await tx
    .selectFrom('surveys_waves')
    .select('id')
    .where('series_id', '=', series)
    .where('state', 'not in', ['design', 'pilot'])
    .executeTakeFirst()) !== undefined
