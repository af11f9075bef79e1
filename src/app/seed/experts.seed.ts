import { dayAt } from '../../lib/days.ts'
import { pause, saveProfile, showToDesk } from '../../rooms/experts/public.ts'
import { demoExperts } from '../demo/experts.ts'
import type { Cast } from './requests.seed.ts'
import type { Story } from './story.ts'

const beginning = 390

/** The experts write their profiles and show them to the desk; some pause. */
export async function playExperts(story: Story, cast: Cast): Promise<void> {
  const { vault } = story.platform
  for (const expert of demoExperts) {
    const person = cast.personOf(expert.person)
    const { themes, roles, perspectives, municipalities, online, languages } = expert
    await story.as(person, beginning, async (tx, now) => {
      const wishes = { themes, roles, perspectives, provinces: [], municipalities, online, languages }
      await saveProfile(
        tx,
        vault,
        person,
        {
          shownName: expert.shownName,
          wishes,
          maxRunning: expert.maxRunning,
          boundary: null,
          boundaryShownToDesk: false,
        },
        now,
      )
      await showToDesk(tx, vault, person, now)
    })
    const paused = expert.pause
    if (paused === null) continue
    const until = paused.untilInDays === null ? null : dayAt(story.ago(-paused.untilInDays))
    await story.as(person, paused.sinceDaysAgo, (tx, now) => pause(tx, person, until, now))
  }
}
