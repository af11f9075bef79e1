import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/database.ts'
import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { putTogether } from '../../questionnaires/public.ts'
import { readDouble } from './doubles.actions.ts'
import { latestOf, mergedAnswers } from './doubles.rules.ts'
import { lockRespondent } from './invitations.sql.ts'

/** Does what was decided about two sheets of one organisation: one counts, the others are set aside and stay unread. */
async function settle(tx: Tx, work: Work, id: string): Promise<void> {
  const decision = await tx
    .selectFrom('surveys_doubles')
    .selectAll()
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (decision === undefined) return
  const { wave_id: wave, pseudonym, rule, sections } = decision
  const held = (await lockRespondent(tx, wave, pseudonym)).filter(({ state }) => state === 'sent' || state === 'double')
  const [first] = held
  if (first === undefined) return
  const now = work.now()
  const double = await readDouble(tx, work.vault, wave, first.id)
  const counts = rule === 'latest' ? latestOf(double.sheets) : null
  await tx
    .updateTable('surveys_respondents')
    .set({ state: 'set-aside', state_since: now })
    .where(
      'id',
      'in',
      held.map((each) => each.id),
    )
    .execute()
  if (counts !== null)
    await tx.updateTable('surveys_respondents').set({ state: 'sent' }).where('id', '=', counts).execute()
  else {
    const answers = mergedAnswers(double.definition, double.sheets, sections)
    const sheet = await putTogether(tx, work.vault, double.version, answers, now)
    const like = await tx
      .selectFrom('surveys_respondents')
      .select(['type', 'size', 'province_code', 'trial'])
      .where('id', '=', first.id)
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('surveys_respondents')
      .values({
        ...like,
        id: randomUUID(),
        wave_id: wave,
        sheet_id: sheet,
        pseudonym,
        name_sealed: null,
        state: 'sent',
        state_since: now,
      })
      .execute()
  }
  await tx.updateTable('surveys_doubles').set({ settled_at: now }).where('id', '=', id).execute()
}

export const doubleJobs: RoomJobs = {
  on: {
    'surveys.double-decided': {
      'settle-double': async (work, { subject }) => {
        if (subject !== null) await work.transaction((tx) => settle(tx, work, subject))
      },
    },
  },
}
