import { z } from 'zod'
import { record } from '../../platform/diary.ts'
import { may } from '../../platform/http/access.ts'
import { page, type Route } from '../../platform/http/routes.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { ExpertPage, ExpertsPage, type Filter } from './desk.views.tsx'
import { paths } from './paths.ts'
import { openProfile } from './profile.actions.ts'
import { comesTo, mayBeAsked, noLoad, type Profile } from './profile.rules.ts'
import { countPaused, listProfilesForDesk } from './profile.sql.ts'
import type { ReadLoads } from './profile.web.tsx'

const desk = { who: may('coordinator'), rate: 'working', data: 'special' } as const

const word = z.string().max(60).optional()
const Asked = z.object({ thema: word, rol: word, invalshoek: word, provincie: word })

const chosen = (visit: Visit, name: string) => visit.query(name)?.slice(0, 60) || undefined

const filterOf = (visit: Visit): Filter => {
  const [theme, role, perspective, province] = ['thema', 'rol', 'invalshoek', 'provincie'].map((name) =>
    chosen(visit, name),
  )
  return {
    ...(theme && { theme }),
    ...(role && { role }),
    ...(perspective && { perspective }),
    ...(province && { province }),
  }
}

const has = (list: readonly string[], wanted: string | undefined) => wanted === undefined || list.includes(wanted)

const fits = ({ wishes }: Profile, filter: Filter) =>
  has(wishes.themes, filter.theme) &&
  has(wishes.roles, filter.role) &&
  has(wishes.perspectives, filter.perspective) &&
  (filter.province === undefined || comesTo(wishes, filter.province))

/** What coordinators see of experts: the list, and one profile. */
export const deskRoutes = (readLoads: ReadLoads): readonly Route[] => [
  page(paths.list, { ...desk, input: Asked }, async (visit) => {
    const filter = filterOf(visit)
    const { profiles, loads, paused } = await visit.house(async (tx) => {
      await record(tx, 'experts.list-viewed', null, visit.now, { fields: 'name themes roles places load' })
      return {
        profiles: await listProfilesForDesk(tx, visit.platform.vault),
        loads: await readLoads(tx),
        paused: await countPaused(tx),
      }
    })
    const experts = profiles
      .filter((profile) => fits(profile, filter))
      .map((profile) => {
        const load = loads.get(profile.person) ?? noLoad
        return { profile, load, full: mayBeAsked({ ...profile, shown: true }, load, visit.now) === 'full' }
      })
      .toSorted((a, b) => (a.load.lastAskedAt?.getTime() ?? 0) - (b.load.lastAskedAt?.getTime() ?? 0))
    return visit.html(
      <ExpertsPage frame={visit.frame()} filter={filter} experts={experts} paused={paused} now={visit.now} />,
    )
  }),
  page(paths.profile(':id'), desk, async (visit) => {
    const { profile, load } = await visit.house(async (tx) => {
      const profile = await openProfile(tx, visit.platform.vault, visit.param('id'), visit.now)
      return { profile, load: (await readLoads(tx)).get(profile.person) ?? noLoad }
    })
    const full = mayBeAsked({ ...profile, shown: true }, load, visit.now) === 'full'
    return visit.html(<ExpertPage frame={visit.frame()} profile={profile} load={load} full={full} now={visit.now} />)
  }),
]
