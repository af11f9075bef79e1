import { bothLanguages } from '../../../lib/words.ts'
import { bottleneckPaths } from './bottlenecks.paths.ts'
import { bottleneckWords } from './bottlenecks.text.ts'
import { bottleneckRoutes } from './bottlenecks.web.tsx'
import { byResearcher } from '../holdings.ts'
import type { Noun } from '../noun.ts'

export const bottlenecks: Noun = {
  routes: bottleneckRoutes,
  menu: [
    {
      path: bottleneckPaths.keep,
      label: bothLanguages(bottleneckWords.nl.keep.menu, bottleneckWords.en.keep.menu),
      shownTo: (actor) => actor.kind === 'session' && actor.permissions.has('researcher'),
    },
  ],
  dataMap: [
    byResearcher('surveys_bottlenecks.added_by', 'who added a bottleneck to the register'),
    byResearcher('surveys_bottlenecks.merged_by', 'who merged a bottleneck with another'),
  ],
  exportPerson: async (tx, _vault, person) => ({
    bottlenecksAdded: await tx
      .selectFrom('surveys_bottlenecks')
      .select(['slug', 'added_at as at'])
      .where('added_by', '=', person)
      .execute(),
    bottlenecksMerged: await tx
      .selectFrom('surveys_bottlenecks')
      .select(['slug', 'merged_at as at'])
      .where('merged_by', '=', person)
      .execute(),
  }),
  async erasePerson(tx, _vault, person) {
    await tx.updateTable('surveys_bottlenecks').set({ added_by: null }).where('added_by', '=', person).execute()
    await tx.updateTable('surveys_bottlenecks').set({ merged_by: null }).where('merged_by', '=', person).execute()
  },
}
