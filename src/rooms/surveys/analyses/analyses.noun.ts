import { analysisJobs } from './analyses.jobs.ts'
import './analyses.tables.ts'
import { byResearcher } from '../holdings.ts'
import type { Noun } from '../noun.ts'

export const analyses: Noun = {
  jobs: analysisJobs,
  dataMap: [byResearcher('surveys_analyses.asked_by', 'who asked for an analysis')],
  exportPerson: async (tx, _vault, person) => ({
    analysesAsked: await tx
      .selectFrom('surveys_analyses')
      .select(['state', 'asked_at as at'])
      .where('asked_by', '=', person)
      .orderBy('asked_at')
      .execute(),
  }),
  async erasePerson(tx, _vault, person) {
    await tx.updateTable('surveys_analyses').set({ asked_by: null }).where('asked_by', '=', person).execute()
  },
}
