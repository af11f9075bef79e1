import { byResearcher } from '../holdings.ts'
import type { Noun } from '../noun.ts'
import { planRoutes } from './plans.web.tsx'
import '../tables.ts'

export const plans: Noun = {
  routes: planRoutes,
  dataMap: [
    byResearcher('surveys_plans.written_by', 'who wrote the plan of a wave'),
    byResearcher('surveys_plan_changes.changed_by', 'who changed it after it was fixed'),
  ],
  exportPerson: async (tx, _vault, person) => ({
    plansWritten: await tx
      .selectFrom('surveys_plans')
      .select('written_at as at')
      .where('written_by', '=', person)
      .orderBy('written_at')
      .execute(),
    plansChanged: await tx
      .selectFrom('surveys_plan_changes')
      .select(['reason', 'changed_at as at'])
      .where('changed_by', '=', person)
      .orderBy('changed_at')
      .execute(),
  }),
  async erasePerson(tx, _vault, person) {
    await tx.updateTable('surveys_plans').set({ written_by: null }).where('written_by', '=', person).execute()
    await tx.updateTable('surveys_plan_changes').set({ changed_by: null }).where('changed_by', '=', person).execute()
  },
}
