import { bothLanguages } from '../../lib/words.ts'
import type { Room } from '../../platform/room.ts'
import { dataMap, erasePerson, exportPerson } from './holdings.ts'
import { paths } from './paths.ts'
import { constraints } from './problems.ts'
import { questionnaireRoutes } from './questionnaires.web.tsx'
import { questionnairesWords } from './text.ts'

const { nl, en } = questionnairesWords

/** Questionnaires as documents in versions. */
export const room: Room = {
  name: 'questionnaires',
  routes: [...questionnaireRoutes],
  constraints,
  menu: [
    {
      path: paths.list,
      label: bothLanguages(nl.menu, en.menu),
      shownTo: (actor) => actor.kind === 'session' && actor.permissions.has('researcher'),
    },
  ],
  dataMap,
  exportPerson,
  erasePerson,
}
