import type { Lang } from '../lib/words.ts'
import type { Actor } from '../platform/http/access.ts'
import { platformRetention, queuesOf, type JobsOfRooms } from '../platform/jobs/jobs.ts'
import { platformJobs } from '../platform/jobs/platform-jobs.ts'
import type { Postman } from '../platform/mail/mail.ts'
import type { Constraints } from '../platform/problems.ts'
import { front } from './front/front.web.tsx'
import { apiRoutes } from './api.ts'
import { platformDataMap } from './data-map.ts'
import { ledgerJobs } from './erasure-ledger.ts'
import { personRoutes } from './person.web.tsx'
import { rooms } from './rooms.ts'
import { silentJobs } from './silent-accounts.ts'
import { sitemapRoutes } from './sitemap.web.ts'
import { wellKnown } from './well-known.web.ts'

const roomJobs: JobsOfRooms = Object.fromEntries(
  rooms.flatMap((room) => (room.jobs ? [[room.name, room.jobs] as const] : [])),
)

const retention = [...platformRetention, ...rooms.flatMap((room) => room.retention ?? [])]

/**
 * The jobs of the whole house. Without a postman letters stay in the outbox; without a ledger erasures are noted in the
 * database alone.
 */
const jobs = (postman: Postman | null, ledger: string | null = null): JobsOfRooms => {
  const platform = platformJobs(postman, retention)
  const on = { ...platform.on, ...ledgerJobs(ledger).on, ...silentJobs.on }
  return { ...roomJobs, platform: { on, daily: platform.daily ?? {} } }
}

const roomRoutes = rooms.flatMap((room) => room.routes)

/** The house as one: what all rooms bring together. */
export const house = {
  rooms,
  routes: [
    ...front,
    ...wellKnown,
    ...sitemapRoutes([...front, ...roomRoutes]),
    ...personRoutes,
    ...apiRoutes(roomRoutes),
    ...roomRoutes,
  ],
  constraints: Object.assign({}, ...rooms.map((room) => room.constraints ?? {})) as Constraints,
  jobs,
  queues: queuesOf(jobs(null)),
  retention,
  dataMap: [...platformDataMap, ...rooms.flatMap((room) => room.dataMap)],
  menu: (actor: Actor, lang: Lang) =>
    rooms.flatMap((room) =>
      (room.menu ?? [])
        .filter((entry) => entry.shownTo(actor))
        .map((entry) => ({ href: entry.path, label: entry.label[lang] })),
    ),
}
