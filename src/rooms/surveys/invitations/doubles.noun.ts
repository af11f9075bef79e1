import { doubleJobs } from './doubles.jobs.ts'
import { doubleRoutes } from './doubles.web.tsx'
import { byResearcher } from '../holdings.ts'
import type { Noun } from '../noun.ts'
import '../respondents.tables.ts'

/** Two sheets of one organisation, and what was decided about them. */
export const doubles: Noun = {
  routes: doubleRoutes,
  jobs: doubleJobs,
  dataMap: [
    byResearcher('surveys_doubles.decided_by', 'who decided which of two sheets counts'),
    {
      column: 'surveys_doubles.reason',
      class: 'personal',
      purpose: 'why another rule was followed than was declared',
      keep: 'as long as the wave',
      afterErasure: 'the reason, without whose: why a sheet counts stays to be understood',
    },
  ],
  exportPerson: async (tx, _vault, person) => ({
    doublesDecided: await tx
      .selectFrom('surveys_doubles')
      .select(['rule', 'reason', 'decided_at as at'])
      .where('decided_by', '=', person)
      .execute(),
  }),
  async erasePerson(tx, _vault, person) {
    await tx.updateTable('surveys_doubles').set({ decided_by: null }).where('decided_by', '=', person).execute()
  },
}
