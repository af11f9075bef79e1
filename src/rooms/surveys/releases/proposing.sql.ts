import { dayAt } from '../../../lib/days.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { organisationName } from '../../accounts/public.ts'
import { provinces } from '../../regions/public.ts'
import { findAnalysis } from '../analyses/analyses.sql.ts'
import { listPlanChanges } from '../plans/plans.sql.ts'
import type { Released } from './releases.document.ts'
import { lastOut } from './releases.sql.ts'
import './releases.tables.ts'
import '../tables.ts'

/** Waves with answers that are final: what can be let out, or corrected. */
export const listFinalWaves = (tx: Tx) =>
  tx
    .selectFrom('surveys_waves as w')
    .innerJoin('surveys_series as s', 's.id', 'w.series_id')
    .select(['w.id', 's.title', 'w.label'])
    .where('w.state', 'in', ['cleaned', 'published'])
    .orderBy('w.state_since', 'desc')
    .limit(100)
    .execute()

/**
 * Everything that a release of this wave would make public, from the newest analysis.
 *
 * @returns by name why there is nothing to propose: no wave, its analysis has not ended well, or something of the series was
 *   let out since that analysis began, so that it was not audited together with it
 */
export async function documentOf(
  tx: Tx,
  wave: string,
): Promise<Released | 'no-wave' | 'no-analysis' | 'analysis-too-old'> {
  const row = await tx
    .selectFrom('surveys_waves as w')
    .innerJoin('surveys_series as s', 's.id', 'w.series_id')
    .leftJoin('surveys_plans as p', 'p.wave_id', 'w.id')
    .select(['w.slug', 'w.label', 'w.opens', 'w.closes', 'w.state', 'p.fixed_at'])
    .select(['s.slug as series', 's.title', 's.about', 's.population', 's.organisation_id', 's.types', 's.sizes'])
    .where('w.id', '=', wave)
    .executeTakeFirst()
  if (row === undefined || (row.state !== 'cleaned' && row.state !== 'published')) return 'no-wave'
  const analysis = await findAnalysis(tx, wave)
  if (analysis?.state !== 'found' || analysis.result === null) return 'no-analysis'
  const out = await lastOut(tx, row.series)
  if (out !== null && out >= analysis.asked_at) return 'analysis-too-old'
  const changes = await listPlanChanges(tx, wave)
  const caveats = await tx
    .selectFrom('surveys_comparabilities as c')
    .innerJoin('surveys_waves as e', 'e.id', 'c.earlier_id')
    .select(['e.slug as wave', 'c.level', 'c.reason'])
    .where('c.wave_id', '=', wave)
    .orderBy('e.number')
    .execute()
  const named = (classes: readonly { readonly key: string; readonly label: Released['series']['title'] }[]) =>
    Object.fromEntries(classes.map(({ key, label }) => [key, label]))
  return {
    format: 1,
    series: {
      slug: row.series,
      title: row.title,
      about: row.about,
      population: row.population,
      organisation: (await organisationName(tx, row.organisation_id)) ?? '',
    },
    example: null,
    wave: { slug: row.slug, label: row.label, opens: row.opens, closes: row.closes },
    groups: {
      type: named(row.types),
      size: named(row.sizes),
      region: named(provinces().map(({ code, name }) => ({ key: code, label: { nl: name } }))),
    },
    planFixedOn: row.fixed_at === null ? null : dayAt(row.fixed_at),
    planChanges: changes.map(({ at, reason, before, after }) => ({ on: dayAt(at), reason, before, after })),
    caveats,
    findings: analysis.result,
  }
}
