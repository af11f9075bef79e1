import type { RoomJobs, Work } from '../../platform/jobs/work.ts'
import { forgetSheets, keepDraftsUntil } from '../questionnaires/public.ts'
import { draftDays } from './filling.rules.ts'
import './respondents.tables.ts'
import './tables.ts'

const ended = ['closed', 'cleaned', 'published'] as const

/**
 * After a wave closed: what was never sent gets its last day, and respondents lose the name their first page had. After it
 * opened: what test places answered is thrown away. Runs as often as it likes.
 */
export const tidyWaves = (work: Work): Promise<void> =>
  work.transaction(async (tx) => {
    const now = work.now()
    const drafts = await tx
      .selectFrom('questionnaires_sheets as s')
      .leftJoin('surveys_respondents as r', 'r.sheet_id', 's.id')
      .leftJoin('surveys_open_answers as o', 'o.sheet_id', 's.id')
      .innerJoin('surveys_waves as w', (join) =>
        join.on((on) => on.or([on('w.id', '=', on.ref('r.wave_id')), on('w.id', '=', on.ref('o.wave_id'))])),
      )
      .select('s.id')
      .where('s.sent_at', 'is', null)
      .where('s.keep_until', 'is', null)
      .where('w.state', 'in', ended)
      .execute()
    await keepDraftsUntil(
      tx,
      drafts.map(({ id }) => id),
      new Date(now.getTime() + draftDays * 86_400_000),
    )
    const waves = tx.selectFrom('surveys_waves').select('id')
    await tx
      .updateTable('surveys_respondents')
      .set({ name_sealed: null })
      .where('name_sealed', 'is not', null)
      .where('wave_id', 'in', waves.where('state', 'in', ended))
      .execute()
    const trials = await tx
      .selectFrom('surveys_respondents')
      .select('sheet_id')
      .where('trial', '=', true)
      .where('wave_id', 'in', waves.where('state', 'not in', ['design', 'pilot']))
      .execute()
    await forgetSheets(
      tx,
      trials.map(({ sheet_id: sheet }) => sheet),
    )
  })

export const fillingJobs: RoomJobs = {
  // What test places answered goes when the wave opens, not an hour later.
  on: { 'surveys.wave-open': { 'throw-trials-away': tidyWaves }, 'surveys.wave-closed': { 'keep-drafts': tidyWaves } },
  daily: { 'tidy-waves': { cron: '10 * * * *', run: tidyWaves } },
}
