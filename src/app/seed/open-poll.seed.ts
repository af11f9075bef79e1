import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { dayAt } from '../../lib/days.ts'
import type { Answers } from '../../lib/questionnaire/definition.ts'
import { listQuestionnaires, makeQuestionnaire } from '../../rooms/questionnaires/public.ts'
import {
  agreeOnFilling,
  answerAsPlaces,
  changeWave,
  getWave,
  keepAnswers,
  listOpenAnswers,
  moveWave,
  openWave,
  placeOpenAnswer,
  replaceFrame,
  sendFilling,
  startSeries,
  startWave,
  takePart,
  usualPlan,
  writePlan,
} from '../../rooms/surveys/public.ts'
import { demoAnswers, demoOpenAnswers } from '../demo/open-poll.answers.ts'
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
    await agreeOnFilling(tx, found.id, { doubles: 'merge', openLink: true, by }, now)
    const terms = { ...usualPlan, mainQuestions: openDemoPoll.mainQuestions }
    await writePlan(tx, found.id, { terms, reason: null, by }, now)
    return { id: found.id, slug: found.slug }
  })
  await story.as(by, opened, (tx, now) => moveWave(tx, wave.id, 'open', { doing: 'researcher', person: by }, now))
  await story.asTime(opened - 1, (tx, now) => answerAsPlaces(tx, vault, wave.id, demoAnswers, now))
  const { placed, waiting } = demoOpenAnswers
  await answerOpenly(story, { series, wave: wave.slug }, waiting)
  await answerOpenly(story, { series, wave: wave.slug }, placed)
  await story.as(by, 0, async (tx, now) => {
    const { answers, places } = await listOpenAnswers(tx, vault, wave.id)
    const claimed = answers.find((each) => each.claimed === placed.organisation)
    const place = places.find((each) => each.name === placed.organisation)
    if (!claimed || !place) throw new Error('the open answer of the demo is not there')
    await placeOpenAnswer(tx, { id: claimed.id, wave: wave.id }, place.id, by, now)
  })
}

/** Fills in by the open link of a wave, and sends. */
async function answerOpenly(
  story: Story,
  at: { readonly series: string; readonly wave: string },
  given: { readonly organisation: string; readonly answers: Answers },
): Promise<void> {
  const { vault } = story.platform
  const link = await story.asNobody(0, async (tx, now) => {
    const wave = await openWave(tx, at.series, at.wave)
    return takePart(tx, vault, wave, { organisation: given.organisation, key: randomUUID() }, now)
  })
  await story.withLink(link, 0, async (tx) => {
    // The sheet was made at this very moment; it cannot have been sent before.
    const now = story.platform.now()
    const { rows } = await sql<{ sheet: string }>`select house.actor_link('sheet') as sheet`.execute(tx)
    const sheet = rows[0]?.sheet ?? ''
    const kept = { asked: Object.keys(given.answers), answers: given.answers, part: null, untouched: true }
    await keepAnswers(tx, vault, sheet, kept, now)
    await sendFilling(tx, vault, sheet, now)
  })
}
