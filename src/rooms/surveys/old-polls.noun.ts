import type { Noun } from './noun.ts'
import { byResearcher } from './holdings.ts'
import { oldPollPaths as paths } from './old-polls.paths.ts'
import './old-polls.tables.ts'
import { oldPollWords } from './old-polls.text.ts'
import { oldPollRoutes } from './old-polls.web.tsx'

export const oldPolls: Noun = {
  routes: oldPollRoutes,
  menu: [
    {
      path: paths.polls,
      label: { nl: oldPollWords.nl.menu, en: oldPollWords.en.menu },
      shownTo: (actor) => actor.kind === 'session' && actor.permissions.has('researcher'),
    },
  ],
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
