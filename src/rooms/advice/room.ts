import type { Room } from '../../platform/room.ts'
import { askingRoutes } from './asking.web.tsx'
import { dataMap } from './data-map.ts'
import { menu } from './desk.menu.ts'
import { deskRoutes, duoRoutes } from './desk.routes.ts'
import { jobs } from './letters.jobs.ts'
import { lostLinkRoutes } from './lost-link.web.tsx'
import { erasePerson, exportPerson } from './persons.sql.ts'
import { constraints } from './problems.ts'
import { retention } from './retention.ts'
import { statusRoutes } from './status.web.tsx'

/** A question becomes advice. */
export const room: Room = {
  name: 'advice',
  routes: [...askingRoutes, ...statusRoutes, ...lostLinkRoutes, ...deskRoutes, ...duoRoutes],
  constraints,
  jobs,
  menu,
  retention,
  dataMap,
  exportPerson,
  erasePerson,
}
