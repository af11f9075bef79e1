import { bothLanguages } from '../../../lib/words.ts'
import { forgetSheets } from '../../questionnaires/public.ts'
import { byResearcher } from '../holdings.ts'
import type { Noun } from '../noun.ts'
import { claimHolder } from './open-answers.actions.ts'
import { openAnswerJobs } from './open-answers.jobs.ts'
import { openAnswerRoutes } from './open-answers.web.tsx'
import '../respondents.tables.ts'

const months = 6

/** Answers by the open link of a wave, until somebody says whose they are. */
export const openAnswers: Noun = {
  routes: openAnswerRoutes,
  jobs: openAnswerJobs,
  retention: [
    {
      name: 'surveys.open-answers',
      what: bothLanguages(
        'Antwoorden waarvan niemand weet van wie ze zijn',
        'Answers of which nobody knows whose they are',
      ),
      keep: `${months} months after they began`,
      async run(tx, now, dryRun) {
        const before = new Date(now.getTime() - months * 30 * 86_400_000)
        const due = await tx
          .selectFrom('surveys_open_answers')
          .select(['id', 'sheet_id'])
          .where('made_at', '<', before)
          .limit(dryRun ? 1_000_000 : 500)
          .execute()
        if (dryRun || due.length === 0) return due.length
        await tx
          .deleteFrom('platform_data_keys')
          .where(
            'holder',
            'in',
            due.map(({ id }) => claimHolder(id)),
          )
          .execute()
        return forgetSheets(
          tx,
          due.map(({ sheet_id: sheet }) => sheet),
        )
      },
    },
  ],
  dataMap: [
    {
      column: 'surveys_open_answers.claimed_sealed',
      class: 'personal',
      purpose: 'which organisation an answer says to be from',
      keep: `until a researcher placed it; ${months} months at most`,
      afterErasure: 'the name of an organisation, until then',
      notInCopy: 'it is the name of an organisation',
    },
    byResearcher('surveys_open_answers.decided_by', 'who said whose an answer is'),
  ],
  exportPerson: async (tx, _vault, person) => ({
    answersPlaced: await tx
      .selectFrom('surveys_open_answers')
      .select(['decision', 'decided_at as at'])
      .where('decided_by', '=', person)
      .execute(),
  }),
  async erasePerson(tx, _vault, person) {
    await tx.updateTable('surveys_open_answers').set({ decided_by: null }).where('decided_by', '=', person).execute()
  },
}
