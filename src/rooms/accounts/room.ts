import { bothLanguages } from '../../lib/words.ts'
import type { Room } from '../../platform/room.ts'
import { administrationRoutes } from './administration.web.tsx'
import { dataMap } from './data-map.ts'
import { erasePerson, exportPerson } from './erasure.actions.ts'
import { jobs } from './letters.jobs.ts'
import { mineRoutes } from './mine.web.tsx'
import { mineWords } from './mine.text.ts'
import { paths } from './paths.ts'
import { constraints } from './problems.ts'
import { retention } from './retention.ts'
import { secondFactorRoutes } from './second-factor.web.tsx'
import { signInRoutes } from './sign-in.web.tsx'

const label = (name: 'mine' | 'settings' | 'administration') =>
  bothLanguages(mineWords.nl.menu[name], mineWords.en.menu[name])

/** People, signing in, organisations, what everybody may, and what they agreed to. */
export const room: Room = {
  name: 'accounts',
  routes: [...signInRoutes, ...secondFactorRoutes, ...mineRoutes, ...administrationRoutes],
  constraints,
  jobs,
  menu: [
    { path: paths.mine, label: label('mine'), shownTo: (actor) => actor.kind === 'session' },
    { path: paths.settings, label: label('settings'), shownTo: (actor) => actor.kind === 'session' },
    {
      path: paths.people,
      label: label('administration'),
      shownTo: (actor) => actor.kind === 'session' && actor.permissions.has('administrator'),
    },
  ],
  retention,
  dataMap,
  exportPerson,
  erasePerson,
}
