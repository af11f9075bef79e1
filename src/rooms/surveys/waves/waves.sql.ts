import type { Said } from '../../../lib/questionnaire/definition.ts'
import { questionsOf } from '../../../lib/questionnaire/routing.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { versionWith } from '../../questionnaires/public.ts'
import { mainKeysOf } from '../plans/plans.rules.ts'
import { unknown } from '../problems.ts'
import { getSeries, type Series } from '../series/series.sql.ts'
import type { State, WaveFacts } from './waves.states.rules.ts'
import '../respondents.tables.ts'
import '../tables.ts'

/** One time that a poll is asked. */
export type Wave = {
  readonly id: string
  readonly series: string
  readonly number: number
  /** The year, and which one in it: "2026", "2026-2". */
  readonly slug: string
  readonly label: Said
  readonly version: string | null
  readonly state: State
  readonly stateSince: Date
  /** The first and the last day, "2026-11-22". */
  readonly opens: string | null
  readonly closes: string | null
  /** Organisations that are asked; null until it opens. */
  readonly population: number | null
}

const rows = (tx: Tx) =>
  tx
    .selectFrom('surveys_waves')
    .select([
      'id',
      'series_id as series',
      'number',
      'slug',
      'label',
      'version_id as version',
      'state',
      'state_since as stateSince',
      'opens',
      'closes',
      'population',
    ])

/** The waves of a series, the newest first. */
export const listWaves = (tx: Tx, series: string): Promise<Wave[]> =>
  rows(tx).where('series_id', '=', series).orderBy('number', 'desc').execute()

/** A wave by its id, held for the rest of the transaction when it is about to change. @throws Problem not-found */
export async function waveWith(tx: Tx, id: string, held = false): Promise<Wave> {
  const query = rows(tx).where('id', '=', id)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined) throw unknown()
  return row
}

/** A wave by the names in its address, with its series. @throws Problem not-found */
export async function getWave(tx: Tx, series: string, slug: string): Promise<{ series: Series; wave: Wave }> {
  const found = await getSeries(tx, series)
  const wave = await rows(tx).where('series_id', '=', found.id).where('slug', '=', slug).executeTakeFirst()
  if (wave === undefined) throw unknown()
  return { series: found, wave }
}

/** Waves of the series before this one that were opened: what this one can be held against. Oldest first. */
export const listEarlier = (tx: Tx, wave: Wave): Promise<Wave[]> =>
  rows(tx)
    .where('series_id', '=', wave.series)
    .where('number', '<', wave.number)
    .where('state', 'not in', ['design', 'pilot'])
    .orderBy('number')
    .execute()

/** What the table of states needs to know of a wave. `released`: two people let the figures out. */
export async function waveFacts(tx: Tx, wave: Wave, released = false): Promise<WaveFacts> {
  const counts = await tx
    .selectFrom('surveys_places')
    .select((of) => [
      of.fn.countAll<string>().filterWhere('trial', '=', false).as('places'),
      of.fn.countAll<string>().filterWhere('trial', '=', true).as('trials'),
      of.fn
        .countAll<string>()
        .filterWhere(of.and([of('trial', '=', false), of('type', 'is', null)]))
        .as('type'),
      of.fn
        .countAll<string>()
        .filterWhere(of.and([of('trial', '=', false), of('size', 'is', null)]))
        .as('size'),
      of.fn
        .countAll<string>()
        .filterWhere(of.and([of('trial', '=', false), of('province_code', 'is', null)]))
        .as('region'),
    ])
    .where('wave_id', '=', wave.id)
    .executeTakeFirstOrThrow()
  const plan = await tx
    .selectFrom('surveys_plans')
    .select(['main_questions', 'weighting'])
    .where('wave_id', '=', wave.id)
    .executeTakeFirst()
  const definition = wave.version === null ? null : (await versionWith(tx, wave.version)).definition
  const keys = definition === null ? null : mainKeysOf(definition)
  const earlier = await listEarlier(tx, wave)
  const declared = await tx
    .selectFrom('surveys_comparabilities')
    .select('earlier_id')
    .where('wave_id', '=', wave.id)
    .execute()
  const doubles = await tx
    .selectFrom('surveys_respondents')
    .select((of) => of.fn.countAll<string>().as('n'))
    .where('wave_id', '=', wave.id)
    .where('state', '=', 'double')
    .executeTakeFirstOrThrow()
  const unmatched = await tx
    .selectFrom('surveys_open_answers')
    .select((of) => of.fn.count<string>('id').as('n'))
    .where('wave_id', '=', wave.id)
    .where('sent', '=', true)
    .where('decision', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    state: wave.state,
    questions: definition !== null && questionsOf(definition).some(({ type }) => type !== 'info'),
    opens: wave.opens,
    closes: wave.closes,
    places: Number(counts.places),
    trials: Number(counts.trials),
    planned:
      plan !== undefined &&
      plan.main_questions.length > 0 &&
      keys !== null &&
      plan.main_questions.every((key) => keys.has(key)),
    unknownMargins: (plan?.weighting ?? []).filter((each) => Number(counts[each]) > 0).length,
    undeclared: earlier.filter(({ id }) => !declared.some((each) => each.earlier_id === id)).length,
    undecided: Number(doubles.n) + Number(unmatched.n),
    released,
  }
}
