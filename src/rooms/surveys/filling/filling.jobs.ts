import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { forgetSheets, keepDraftsUntil } from '../../questionnaires/public.ts'
import { draftDays } from './filling.rules.ts'
import '../respondents.tables.ts'
import '../tables.ts'

const ended = ['closed', 'cleaned', 'published'] as const

/**
 * After a wave closed: what was never sent gets its last day, and respondents lose the name their first page had. After it
 * opened: what test places answered is thrown away. Runs as often as it likes.
 */
export const tidyWaves = (work: Work): Promise<void> =>
  work.transaction(async (tx) => {
    const now = work.now()
    const waves = tx.selectFrom('surveys_waves').select('id')
    const begun = await tx
      .selectFrom('surveys_respondents')
      .select('sheet_id')
      .where('state', 'in', ['invited', 'begun', 'set-aside'])
      .where('wave_id', 'in', waves.where('state', 'in', ended))
      .execute()
    const open = await tx
      .selectFrom('surveys_open_answers')
      .select('sheet_id')
      .where('sent', '=', false)
      .where('wave_id', 'in', waves.where('state', 'in', ended))
      .execute()
    await keepDraftsUntil(
      tx,
      [...begun, ...open].map(({ sheet_id: sheet }) => sheet),
      new Date(now.getTime() + draftDays * 86_400_000),
    )
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
