import { listQuestionnaires, makeQuestionnaire } from '../../rooms/questionnaires/public.ts'
import { dayAt } from '../../rooms/regions/public.ts'
import {
  changeWave,
  getWave,
  moveWave,
  replaceFrame,
  startSeries,
  startWave,
  usualPlan,
  writePlan,
} from '../../rooms/surveys/public.ts'
import { demoPlaces, openDemoPoll } from '../demo/open-poll.ts'
import type { makeDemoPeople } from './people.seed.ts'
import type { Story } from './story.ts'

const day = 86_400_000

type Cast = Awaited<ReturnType<typeof makeDemoPeople>>

/** A researcher prepares a wave and opens it; it is open now. */
export async function openPoll(story: Story, cast: Cast): Promise<void> {
  const { vault } = story.platform
  const by = cast.personOf(openDemoPoll.researcher)
  const organisation = cast.organisationOf(openDemoPoll.organisation)
  const { openedDaysAgo: opened, openDays, questions } = openDemoPoll
  const year = Number(dayAt(story.ago(opened)).slice(0, 4))
  const series = await story.as(by, opened + 20, (tx, now) =>
    startSeries(tx, vault, { ...openDemoPoll, organisation, by }, now),
  )
  const wave = await story.as(by, opened + 12, async (tx, now) => {
    const made = await makeQuestionnaire(tx, { organisation, definition: questions, by }, now)
    const version = (await listQuestionnaires(tx)).find(({ id }) => id === made)?.version.id ?? null
    const label = { nl: `Peiling ${year}`, en: `Poll of ${year}` }
    const { wave: found } = await getWave(tx, series, await startWave(tx, series, { year, label, by }, now))
    const days = {
      opens: dayAt(story.ago(opened)),
      closes: dayAt(new Date(story.ago(0).getTime() + (openDays - opened) * day)),
    }
    await changeWave(tx, found.id, { label, version, ...days }, now)
    await replaceFrame(tx, vault, found.id, demoPlaces, now)
    const terms = { ...usualPlan, mainQuestions: openDemoPoll.mainQuestions }
    await writePlan(tx, found.id, { terms, reason: null, by }, now)
    return found.id
  })
  await story.as(by, opened, (tx, now) => moveWave(tx, wave, 'open', { doing: 'researcher', person: by }, now))
}
