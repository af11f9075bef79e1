import { bothLanguages } from '../../lib/words.ts'
import type { Room } from '../../platform/room.ts'
import { buildingRoutes } from './building.web.tsx'
import { editingRoutes } from './editing.web.tsx'
import { exchangeRoutes } from './exchange.web.tsx'
import { dataMap, erasePerson, exportPerson } from './holdings.ts'
import { paths } from './paths.ts'
import { constraints } from './problems.ts'
import { questionnaireRoutes } from './questionnaires.web.tsx'
import { printJobs } from './prints.jobs.tsx'
import { sheetsMap, sheetsRetention } from './sheets.holdings.ts'
import { sheetConstraints } from './sheets.problems.ts'
import { showingRoutes } from './showing.web.tsx'
import { questionnairesWords } from './text.ts'

const { nl, en } = questionnairesWords

/** Questionnaires as documents in versions, and the sheets that fill them in. */
export const room: Room = {
  name: 'questionnaires',
  routes: [...questionnaireRoutes, ...exchangeRoutes, ...buildingRoutes, ...editingRoutes, ...showingRoutes],
  constraints: { ...constraints, ...sheetConstraints },
  menu: [
    {
      path: paths.list,
      label: bothLanguages(nl.menu, en.menu),
      shownTo: (actor) => actor.kind === 'session' && actor.permissions.has('researcher'),
    },
  ],
  jobs: printJobs,
  retention: sheetsRetention,
  dataMap: [...dataMap, ...sheetsMap],
  exportPerson,
  erasePerson,
}
