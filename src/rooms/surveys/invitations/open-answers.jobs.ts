import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/database.ts'
import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { forgetSheets } from '../../questionnaires/public.ts'
import { lockRespondent } from './invitations.sql.ts'
import { claimHolder } from './open-answers.actions.ts'
import { panelKey } from '../series/panel.actions.ts'
import { pseudonymOf } from '../series/pseudonyms.rules.ts'

/**
 * An open answer that was placed becomes the answer of its organisation, under its pseudonym; which organisation it said to be
 * is forgotten with the row. One that was dropped goes with its sheet.
 */
async function settle(tx: Tx, work: Work, id: string): Promise<void> {
  const answer = await tx
    .selectFrom('surveys_open_answers')
    .selectAll()
    .where('id', '=', id)
    .where('decision', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  if (answer === undefined) return
  if (answer.decision === 'dropped') await forgetSheets(tx, [answer.sheet_id])
  else {
    const place = await tx
      .selectFrom('surveys_places as p')
      .innerJoin('surveys_waves as w', 'w.id', 'p.wave_id')
      .select(['p.id', 'p.reference', 'p.type', 'p.size', 'p.province_code', 'w.series_id as series'])
      .where('p.id', '=', answer.place_id ?? '')
      .executeTakeFirst()
    if (place === undefined || place.reference === null) return
    const pseudonym = pseudonymOf(await panelKey(tx, work.vault, place.series), place.reference)
    const others = await lockRespondent(tx, answer.wave_id, pseudonym)
    const waiting = others.filter(({ state }) => state === 'invited').map(({ id: other }) => other)
    if (waiting.length > 0)
      await tx
        .updateTable('surveys_respondents')
        .set({ state: 'set-aside', state_since: work.now(), name_sealed: null })
        .where('id', 'in', waiting)
        .execute()
    await tx
      .insertInto('surveys_respondents')
      .values({
        id: randomUUID(),
        wave_id: answer.wave_id,
        sheet_id: answer.sheet_id,
        pseudonym,
        type: place.type,
        size: place.size,
        province_code: place.province_code,
        trial: false,
        name_sealed: null,
        state: others.some(({ state }) => state === 'sent' || state === 'double') ? 'double' : 'sent',
        state_since: work.now(),
      })
      .execute()
    await tx.updateTable('surveys_invitations').set({ answered: true }).where('place_id', '=', place.id).execute()
    await tx.deleteFrom('surveys_open_answers').where('id', '=', id).execute()
  }
  await work.vault.forget(tx, claimHolder(id))
}

export const openAnswerJobs: RoomJobs = {
  on: {
    'surveys.open-answer-placed': {
      'settle-open-answer': async (work, { subject }) => {
        if (subject !== null) await work.transaction((tx) => settle(tx, work, subject))
      },
    },
  },
}
