import { byResearcher } from '../holdings.ts'
import { moveRoutes } from './moves.web.tsx'
import type { Noun } from '../noun.ts'
import { closeWaves } from './waves.actions.ts'
import { waveRoutes } from './waves.web.tsx'
import '../tables.ts'

export const waves: Noun = {
  routes: [...waveRoutes, ...moveRoutes],
  jobs: {
    on: {},
    daily: {
      'close-waves': {
        cron: '5 0 * * *',
        run: async (work) => void (await work.transaction((tx) => closeWaves(tx, work.now()))),
      },
    },
  },
  dataMap: [byResearcher('surveys_waves.made_by', 'who began a wave')],
  exportPerson: async (tx, _vault, person) => ({
    wavesBegun: await tx
      .selectFrom('surveys_waves as w')
      .innerJoin('surveys_series as s', 's.id', 'w.series_id')
      .select(['s.slug as series', 'w.slug as wave', 'w.made_at as at'])
      .where('w.made_by', '=', person)
      .orderBy('w.made_at')
      .execute(),
  }),
  async erasePerson(tx, _vault, person) {
    await tx.updateTable('surveys_waves').set({ made_by: null }).where('made_by', '=', person).execute()
  },
}
