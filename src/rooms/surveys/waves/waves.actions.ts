import { randomUUID } from 'node:crypto'
import { dayAt } from '../../../lib/days.ts'
import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record, type EventName } from '../../../platform/diary.ts'
import { fixVersion, listQuestionnaires } from '../../questionnaires/public.ts'
import { problems } from '../problems.ts'
import { getSeries } from '../series/series.sql.ts'
import { slugIn } from './waves.rules.ts'
import { isBeingMade, whyNotMove, type Doing, type State } from './waves.states.rules.ts'
import { listWaves, waveFacts, waveWith, type Wave } from './waves.sql.ts'
import '../tables.ts'

/** What jobs are told when a wave comes into a state: `surveys.wave-open`; the subject is the wave. */
export const waveEvent = (state: State): EventName => `surveys.wave-${state}`

/**
 * Begins a wave of a series. @returns its name in addresses
 * @throws Problem not-found, panel-ended, year-full
 */
export async function startWave(
  tx: Tx,
  series: string,
  wave: { readonly year: number; readonly label: Said; readonly by: string | null },
  now: Date,
): Promise<string> {
  const { id: series_id, panelEndedAt } = await getSeries(tx, series)
  if (panelEndedAt !== null) throw problems['panel-ended']()
  const others = await listWaves(tx, series_id)
  const slug = slugIn(wave.year, new Set(others.map((each) => each.slug)))
  if (slug === null) throw problems['year-full']()
  const id = randomUUID()
  await tx
    .insertInto('surveys_waves')
    .values({
      id,
      series_id,
      number: (others[0]?.number ?? 0) + 1,
      slug,
      label: JSON.stringify(wave.label),
      version_id: null,
      state: 'design',
      state_since: now,
      opens: null,
      closes: null,
      population: null,
      made_by: wave.by,
      made_at: now,
    })
    .execute()
  await record(tx, waveEvent('design'), id, now)
  return slug
}

export type WaveSettings = {
  readonly label: Said
  readonly version: string | null
  readonly opens: string | null
  readonly closes: string | null
}

/**
 * Sets a wave up: its name, and until it opens its questionnaire and its days. While it is open its last day can change.
 * @throws Problem not-found, wave-fixed, version-unknown (no newest or newest fixed version of a questionnaire in use)
 */
export async function changeWave(tx: Tx, id: string, settings: WaveSettings, now: Date): Promise<void> {
  const wave = await waveWith(tx, id, true)
  const { label, version, opens, closes } = settings
  if (!isBeingMade(wave.state) && (version !== wave.version || opens !== wave.opens)) throw problems['wave-fixed']()
  if (closes !== wave.closes && !isBeingMade(wave.state) && (wave.state !== 'open' || closes === null))
    throw problems['wave-fixed']()
  if (version !== null && version !== wave.version && !(await isOffered(tx, version)))
    throw problems['version-unknown']()
  await tx
    .updateTable('surveys_waves')
    .set({ label: JSON.stringify(label), version_id: version, opens, closes })
    .where('id', '=', wave.id)
    .execute()
  await record(tx, 'surveys.wave-changed', wave.id, now)
}

const isOffered = async (tx: Tx, version: string): Promise<boolean> =>
  (await listQuestionnaires(tx)).some(
    (each) => each.archivedAt === null && (each.version.id === version || each.fixed?.id === version),
  )

/** Who moves a wave, and for a person who that is. */
export type Mover = { readonly doing: Doing; readonly person: string | null }

/**
 * The only way from one state of a wave to another. Opening fixes the version of the questionnaire and the plan, counts the
 * population and takes the test places away.
 * @throws Problem not-found, and what the table of states says
 */
export async function moveWave(tx: Tx, id: string, to: State, mover: Mover, now: Date): Promise<void> {
  const wave = await waveWith(tx, id, true)
  const today = dayAt(now)
  const facts = await waveFacts(tx, wave, mover.doing === 'release')
  const refusal = whyNotMove(facts, to, mover.doing, today)
  if (refusal !== null) throw problems[refusal]()
  const opening = to === 'open' ? await open(tx, wave, facts.places, mover, now) : {}
  // Closing ahead of time moves the last day: figures say until when answers came in.
  const closing = to === 'closed' && wave.closes !== null && wave.closes > today ? { closes: today } : {}
  await tx
    .updateTable('surveys_waves')
    .set({ state: to, state_since: now, ...opening, ...closing })
    .where('id', '=', wave.id)
    .execute()
  await record(tx, waveEvent(to), wave.id, now, { from: wave.state, by: mover.doing })
}

async function open(tx: Tx, wave: Wave, population: number, mover: Mover, now: Date) {
  if (wave.version !== null) await fixVersion(tx, wave.version, mover.person, now)
  await tx
    .updateTable('surveys_plans')
    .set({ fixed_at: now })
    .where('wave_id', '=', wave.id)
    .where('fixed_at', 'is', null)
    .execute()
  await tx.deleteFrom('surveys_places').where('wave_id', '=', wave.id).where('trial', '=', true).execute()
  return { population, opens: dayAt(now) }
}

/** Closes the waves whose last day has passed. Worker's door. */
export async function closeWaves(tx: Tx, now: Date): Promise<number> {
  const due = await tx
    .selectFrom('surveys_waves')
    .select('id')
    .where('state', '=', 'open')
    .where('closes', '<', dayAt(now))
    .execute()
  for (const { id } of due) await moveWave(tx, id, 'closed', { doing: 'time', person: null }, now)
  return due.length
}
