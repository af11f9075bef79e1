import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { analysisProgress } from '../analyses/analyses.sql.ts'
import { countUninvited, countUnmatched } from '../invitations/invitations.sql.ts'
import '../releases/releases.tables.ts'
import '../tables.ts'
import { byUrgency, nextStep, type Step } from './waiting.rules.ts'
import type { WaveFacts } from './waves.states.rules.ts'
import { waveFacts, waveWith, type Wave } from './waves.sql.ts'

/** More waves than this that are not done would be no overview. */
const most = 40

/** A wave that is not published, with what comes next. */
export type Waiting = {
  /** The slug and the title of its series. */
  readonly series: string
  readonly title: Said
  readonly wave: Wave
  readonly step: Step
}

/** What a wave waits for. `today` is "2026-11-22". */
export async function stepOf(tx: Tx, wave: Wave, facts: WaveFacts, today: string): Promise<Step> {
  const open = wave.state === 'open'
  const proposal = await tx
    .selectFrom('surveys_releases')
    .select('id')
    .where('wave_id', '=', wave.id)
    .where('outcome', 'is', null)
    .limit(1)
    .executeTakeFirst()
  const around = {
    uninvited: open ? await countUninvited(tx, wave.id, false) : 0,
    toMatch: open ? await countUnmatched(tx, wave.id) : 0,
    analysis: wave.state === 'cleaned' ? ((await analysisProgress(tx, wave.id))?.state ?? null) : null,
    proposed: proposal !== undefined,
  }
  return nextStep(facts, around, today)
}

/** The waves that are not published, the most urgent first. `today` is "2026-11-22". */
export async function listUnfinished(tx: Tx, today: string): Promise<readonly Waiting[]> {
  const rows = await tx
    .selectFrom('surveys_waves as w')
    .innerJoin('surveys_series as s', 's.id', 'w.series_id')
    .select(['w.id', 's.slug as series', 's.title'])
    .where('w.state', '<>', 'published')
    .orderBy('w.state_since', 'desc')
    .orderBy('w.id')
    .limit(most)
    .execute()
  const found: Waiting[] = []
  for (const { id, series, title } of rows) {
    const wave = await waveWith(tx, id)
    found.push({ series, title, wave, step: await stepOf(tx, wave, await waveFacts(tx, wave), today) })
  }
  return byUrgency(found)
}

/** Proposals that nobody decided about, the oldest first. */
export const listUndecided = (tx: Tx) =>
  tx
    .selectFrom('surveys_releases')
    .select(({ ref }) => [
      'id',
      'proposed_by as by',
      'proposed_at as at',
      ref('document', '->').key('series').key('title').as('title'),
      ref('document', '->').key('wave').key('label').as('label'),
    ])
    .where('outcome', 'is', null)
    .orderBy('proposed_at')
    .limit(most)
    .execute()
