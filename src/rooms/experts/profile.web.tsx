import { dayAt } from '../../lib/days.ts'
import type { Tx } from '../../platform/db/database.ts'
import { may } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { problems as platform } from '../../platform/problems.ts'
import { paths } from './paths.ts'
import { endPause, hideFromDesk, isShownToDesk, pause, saveProfile, showToDesk } from './profile.actions.ts'
import { inputOf, pauseForm, profileForm, profileTextOf, visibilityForm } from './profile.form.ts'
import { isPaused, type Loads } from './profile.rules.ts'
import { findBoundary, findProfile, listViewings } from './profile.sql.ts'
import { OwnProfilePage, type OwnPage } from './profile.views.tsx'

/** How many requests people work on now; advice knows. */
export type ReadLoads = (tx: Tx) => Promise<Loads>

const viewingsShown = 20
const oneDay = 86_400_000

const self = { who: may('expert'), rate: 'working', data: 'special' } as const

/** One's own profile: what it says, who sees it, and the pause. */
export const profileRoutes = (readLoads: ReadLoads): readonly Route[] => {
  const show = async (
    visit: Visit,
    more: Pick<OwnPage, 'errors' | 'pauseInput' | 'pauseErrors'> & { input?: OwnPage['input'] } = {},
    status = 200,
  ) => {
    const person = visit.person()
    const { vault } = visit.platform
    const held = await visit.house(async (tx) => {
      const profile = await findProfile(tx, vault, person)
      if (profile === null) return null
      return {
        profile,
        boundary: await findBoundary(tx, vault, person),
        shown: await isShownToDesk(tx, person, visit.now),
        viewings: (await listViewings(tx, person, viewingsShown)).map((viewing) => viewing.at),
        running: (await readLoads(tx)).get(person)?.running ?? 0,
      }
    })
    const own = held && {
      shown: held.shown,
      pause: isPaused(held.profile.pause, visit.now) ? held.profile.pause : null,
      maxRunning: held.profile.maxRunning,
      running: held.running,
      viewings: held.viewings,
    }
    const saved = held && {
      ...held.profile,
      boundary: held.boundary?.text ?? null,
      boundaryShownToDesk: held.boundary?.shownToDesk ?? false,
    }
    return visit.html(
      <OwnProfilePage
        frame={visit.frame()}
        newKey={visit.newKey}
        own={own}
        input={saved === null ? { languages: 'nl', maxRunning: '1' } : inputOf(saved)}
        tomorrow={dayAt(new Date(visit.now.getTime() + oneDay))}
        saved={visit.query('bewaard') !== null}
        {...more}
      />,
      status,
    )
  }
  return [
    page(paths.own, self, (visit) => show(visit)),
    action(paths.own, { ...self, input: profileForm('nl') }, (visit) => {
      const form = visit.read(profileForm(visit.lang))
      if (!form.ok) return show(visit, { input: form.input, errors: form.errors }, 422)
      return visit.act(
        (tx) => saveProfile(tx, visit.platform.vault, visit.person(), profileTextOf(form.value), visit.now),
        () => `${paths.own}?bewaard`,
      )
    }),
    action(paths.pause, { ...self, input: pauseForm('nl', '2026-01-01') }, (visit) => {
      const form = visit.read(pauseForm(visit.lang, dayAt(visit.now)))
      if (!form.ok) return show(visit, { pauseInput: form.input, pauseErrors: form.errors }, 422)
      const { choice, until = null } = form.value
      return visit.act(
        (tx) =>
          choice === 'begin' ? pause(tx, visit.person(), until, visit.now) : endPause(tx, visit.person(), visit.now),
        () => paths.own,
      )
    }),
    action(paths.visibility, { ...self, input: visibilityForm }, (visit) => {
      const form = visit.read(visibilityForm)
      if (!form.ok) throw platform['unknown-form']()
      return visit.act(
        (tx) =>
          form.value.choice === 'show'
            ? showToDesk(tx, visit.platform.vault, visit.person(), visit.now)
            : hideFromDesk(tx, visit.person(), visit.now),
        () => paths.own,
      )
    }),
  ]
}
