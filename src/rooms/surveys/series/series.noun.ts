import { byResearcher } from '../holdings.ts'
import type { Noun } from '../noun.ts'
import { seriesRoutes } from './series.web.tsx'
import '../tables.ts'

export const series: Noun = {
  routes: seriesRoutes,
  dataMap: [
    byResearcher('surveys_series.made_by', 'who began a series'),
    byResearcher('surveys_series.panel_ended_by', 'who ended the link between its waves'),
    {
      column: 'surveys_series.panel_key_sealed',
      class: 'secret',
      purpose: 'to know an organisation again in the next wave without knowing who it is',
      keep: 'until a researcher ends the panel',
      notInCopy: 'it is about organisations',
    },
  ],
  exportPerson: async (tx, _vault, person) => ({
    seriesBegun: await tx
      .selectFrom('surveys_series')
      .select(['slug', 'made_at as at'])
      .where('made_by', '=', person)
      .orderBy('made_at')
      .execute(),
    panelsEnded: await tx
      .selectFrom('surveys_series')
      .select(['slug', 'panel_ended_at as at'])
      .where('panel_ended_by', '=', person)
      .orderBy('panel_ended_at')
      .execute(),
  }),
  async erasePerson(tx, _vault, person) {
    await tx.updateTable('surveys_series').set({ made_by: null }).where('made_by', '=', person).execute()
    await tx.updateTable('surveys_series').set({ panel_ended_by: null }).where('panel_ended_by', '=', person).execute()
  },
}
