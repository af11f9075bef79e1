import type { Actor } from '../platform/http/access.ts'
import type { Lang } from '../lib/words.ts'
import { queuesOf } from '../platform/jobs/jobs.ts'
import type { Constraints } from '../platform/problems.ts'
import type { Room } from '../platform/room.ts'
import { rooms } from './rooms.ts'

/** The house as one: what all rooms bring together. */
export const house = {
  rooms,
  routes: rooms.flatMap((room) => room.routes),
  constraints: Object.assign({}, ...rooms.map((room) => room.constraints ?? {})) as Constraints,
  jobs: Object.fromEntries(rooms.flatMap((room) => (room.jobs ? [[room.name, room.jobs]] : []))),
  queues: queuesOf(Object.fromEntries(rooms.flatMap((room) => (room.jobs ? [[room.name, room.jobs]] : [])))),
  retention: rooms.flatMap((room) => room.retention ?? []),
  dataMap: rooms.flatMap((room) => room.dataMap),
  menu: (actor: Actor, lang: Lang) =>
    rooms.flatMap((room) =>
      (room.menu ?? []).filter((entry) => entry.shownTo(actor)).map((entry) => ({ href: entry.path, label: entry.label[lang] })),
    ),
} satisfies Record<string, unknown> & { rooms: readonly Room[] }
