import { bothLanguages } from '../../lib/words.ts'
import type { Room } from '../../platform/room.ts'
import { editingWords } from './framework.editing.text.ts'
import { dataMap, erasePerson, exportPerson } from './holdings.ts'
import { keepingRoutes } from './keeping.web.tsx'
import { paths } from './paths.ts'
import { constraints } from './problems.ts'
import { frameworkRoutes } from './skos.web.tsx'
import { termApi } from './terms.api.ts'
import { termRoutes } from './terms.web.tsx'

export { reference } from './terms.reference.ts'

export const room: Room = {
  name: 'terms',
  routes: [...termRoutes, ...frameworkRoutes, ...keepingRoutes, ...termApi],
  constraints,
  menu: [
    {
      path: paths.editing,
      label: bothLanguages(editingWords.nl.menu, editingWords.en.menu),
      shownTo: (actor) => actor.kind === 'session' && actor.edits.size > 0,
    },
  ],
  dataMap,
  exportPerson,
  erasePerson,
}
