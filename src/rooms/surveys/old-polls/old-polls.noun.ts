import type { Noun } from '../noun.ts'
import { byResearcher } from '../holdings.ts'
import './old-polls.tables.ts'
import { oldPollRoutes } from './old-polls.web.tsx'

export const oldPolls: Noun = {
  routes: oldPollRoutes,
  dataMap: [byResearcher('surveys_old_polls.made_by', 'who brought in an old poll')],
  exportPerson: async (tx, _vault, person) => ({
    oldPollsBroughtIn: await tx
      .selectFrom('surveys_old_polls')
      .select(['title', 'year', 'made_at as at'])
      .where('made_by', '=', person)
      .orderBy('made_at')
      .execute(),
  }),
  async erasePerson(tx, _vault, person) {
    await tx.updateTable('surveys_old_polls').set({ made_by: null }).where('made_by', '=', person).execute()
  },
}
