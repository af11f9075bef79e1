import { comparabilityRoutes } from './comparability.web.tsx'
import { byResearcher } from '../holdings.ts'
import type { Noun } from '../noun.ts'
import '../tables.ts'

export const comparability: Noun = {
  routes: comparabilityRoutes,
  dataMap: [
    byResearcher('surveys_comparabilities.declared_by', 'who said how far two waves can be compared'),
    byResearcher('surveys_bridges.made_by', 'who wrote why a changed question still asks the same'),
  ],
  exportPerson: async (tx, _vault, person) => ({
    comparabilitiesDeclared: await tx
      .selectFrom('surveys_comparabilities')
      .select(['level', 'reason', 'declared_at as at'])
      .where('declared_by', '=', person)
      .orderBy('declared_at')
      .execute(),
    bridgesWritten: await tx
      .selectFrom('surveys_bridges')
      .select(['question', 'words', 'made_at as at'])
      .where('made_by', '=', person)
      .orderBy('made_at')
      .execute(),
  }),
  async erasePerson(tx, _vault, person) {
    await tx
      .updateTable('surveys_comparabilities')
      .set({ declared_by: null })
      .where('declared_by', '=', person)
      .execute()
    await tx.updateTable('surveys_bridges').set({ made_by: null }).where('made_by', '=', person).execute()
  },
}
