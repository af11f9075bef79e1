import { bothLanguages } from '../../lib/words.ts'
import type { Room } from '../../platform/room.ts'
import { deskPaths, duoPaths } from './desk.paths.ts'

/** What stands in the menu of who is signed in. */
export const menu: NonNullable<Room['menu']> = [
  {
    path: deskPaths.list,
    label: bothLanguages('Vragen aan het adviespunt', 'Questions to the advice desk'),
    shownTo: (actor) => actor.kind === 'session' && actor.permissions.has('coordinator'),
  },
  {
    path: duoPaths.list,
    label: bothLanguages('Mijn vragen', 'My questions'),
    shownTo: (actor) => actor.kind === 'session' && actor.permissions.has('expert'),
  },
  {
    path: duoPaths.invitations,
    label: bothLanguages('Mijn uitnodigingen', 'My invitations'),
    shownTo: (actor) => actor.kind === 'session' && actor.permissions.has('expert'),
  },
]
