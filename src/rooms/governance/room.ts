import { bothLanguages } from '../../lib/words.ts'
import type { Room } from '../../platform/room.ts'
import { decisionRoutes } from './decisions.web.tsx'
import { dataMap, erasePerson, exportPerson } from './holdings.ts'
import { jobs } from './letters.jobs.ts'
import { paths } from './paths.ts'
import { constraints } from './problems.ts'
import { proposalRoutes } from './proposals.web.tsx'
import { retention } from './retention.ts'
import { seatRoutes } from './seats.web.tsx'
import { governanceWords } from './text.ts'
import { visionRoutes } from './vision.web.tsx'

const { nl, en } = governanceWords

/** Seats of experts, what is proposed to them and what they said; and the vision that the partners share. */
export const room: Room = {
  name: 'governance',
  routes: [...decisionRoutes, ...visionRoutes, ...proposalRoutes, ...seatRoutes],
  constraints,
  jobs,
  menu: [
    {
      path: paths.mine,
      label: bothLanguages(nl.mine.menu, en.mine.menu),
      shownTo: (actor) => actor.kind === 'session' && actor.permissions.has('expert'),
    },
    {
      path: paths.seats,
      label: bothLanguages(nl.seats.menu, en.seats.menu),
      shownTo: (actor) => actor.kind === 'session' && (actor.edits.size > 0 || actor.permissions.has('administrator')),
    },
  ],
  retention,
  dataMap,
  exportPerson,
  erasePerson,
}
