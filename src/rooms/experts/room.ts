import { bothLanguages } from '../../lib/words.ts'
import type { DataEntry, Room } from '../../platform/room.ts'
import { deskRoutes } from './desk.web.tsx'
import { deskWords } from './desk.text.ts'
import { erasePerson, exportPerson } from './erasure.actions.ts'
import { paths } from './paths.ts'
import { constraints } from './problems.ts'
import { profileRoutes, type ReadLoads } from './profile.web.tsx'
import { retention } from './retention.ts'
import { profileWords } from './text.ts'

const whileExpert = 'until the person erases it'

const dataMap: readonly DataEntry[] = [
  { column: 'experts_profiles.person_id', class: 'personal', purpose: 'whose profile it is', keep: whileExpert },
  {
    column: 'experts_profiles.name_sealed',
    class: 'personal',
    purpose: 'the name others see; may be a pseudonym',
    keep: whileExpert,
    copies: ['advice_team.shown_name_sealed, when somebody is invited'],
  },
  {
    column: 'experts_profiles.wishes_sealed',
    class: 'special',
    purpose: 'themes, roles, perspectives, places and languages one wants to work on and in',
    keep: whileExpert,
  },
  { column: 'experts_profiles.max_running', class: 'personal', purpose: 'the own ceiling', keep: whileExpert },
  { column: 'experts_profiles.paused_since', class: 'personal', purpose: 'the pause', keep: 'until the pause ends' },
  { column: 'experts_profiles.paused_until', class: 'personal', purpose: 'the pause', keep: 'until the pause ends' },
  {
    column: 'experts_boundaries.text_sealed',
    class: 'special',
    purpose: 'what one rather does not do; for the person, and for the desk when ticked',
    keep: whileExpert,
  },
  { column: 'experts_boundaries.person_id', class: 'personal', purpose: 'whose limit it is', keep: whileExpert },
  {
    column: 'experts_boundaries.shown_to_desk',
    class: 'personal',
    purpose: 'whether the desk may read it',
    keep: whileExpert,
  },
  { column: 'experts_viewings.person_id', class: 'personal', purpose: 'whose profile was opened', keep: '1 year' },
  { column: 'experts_viewings.viewed_at', class: 'personal', purpose: 'when it was opened', keep: '1 year' },
  { column: 'experts_viewings.viewer_role', class: 'none', purpose: 'by which role it was opened', keep: '1 year' },
  { column: 'experts_viewings.fields', class: 'none', purpose: 'which fields were shown', keep: '1 year' },
]

/**
 * Profiles of experts by experience. How much people work on now is what advice knows: the house, which knows all rooms,
 * hands it in.
 */
export const expertsRoom = (readLoads: ReadLoads): Room => ({
  name: 'experts',
  routes: [...profileRoutes(readLoads), ...deskRoutes(readLoads)],
  constraints,
  menu: [
    {
      path: paths.own,
      label: bothLanguages(profileWords.nl.menu.own, profileWords.en.menu.own),
      shownTo: (actor) => actor.kind === 'session' && actor.permissions.has('expert'),
    },
    {
      path: paths.list,
      label: bothLanguages(deskWords.nl.menu, deskWords.en.menu),
      shownTo: (actor) => actor.kind === 'session' && actor.permissions.has('coordinator'),
    },
  ],
  retention,
  dataMap,
  exportPerson,
  erasePerson,
})
