import { dayAt } from '../../lib/days.ts'
import { listQuestionnaires, makeQuestionnaire } from '../../rooms/questionnaires/public.ts'
import {
  answerAsPlaces,
  askAnalysis,
  changeWave,
  declareComparability,
  documentOf,
  getWave,
  letOut,
  makeFiles,
  moveWave,
  proposeRelease,
  runAnalysis,
  replaceFrame,
  startSeries,
  startWave,
  usualPlan,
  writeBridge,
  writePlan,
} from '../../rooms/surveys/public.ts'
import { allMade, panelPlaces, panelPoll, readings } from '../demo/panel-poll.ts'
import { demoTalks } from '../demo/talks.ts'
import { codeAnswers } from './coded-answers.seed.ts'
import type { makeDemoPeople } from './people.seed.ts'
import { workerAt } from './sources.seed.ts'
import type { Story } from './story.ts'
import { askForTalks, leaveTalkNames, playTalks } from './talks.seed.ts'

type Cast = Awaited<ReturnType<typeof makeDemoPeople>>
type Told = (typeof panelPoll.waves)[number]
type Wave = { readonly id: string; readonly slug: string }

/** A poll of two waves, both let out: partly the same organisations, and a question that was put in other words. */
export async function playPanel(story: Story, cast: Cast, items: ReadonlyMap<string, string>): Promise<void> {
  const { vault } = story.platform
  const by = cast.personOf(panelPoll.researcher)
  const organisation = cast.organisationOf(panelPoll.organisation)
  const [first, second] = panelPoll.waves
  const series = await story.as(by, first.openedDaysAgo + 20, (tx, now) =>
    startSeries(tx, vault, { ...panelPoll, organisation, by }, now),
  )
  const earlier = await askWave(story, cast, series, first, demoTalks.first)
  await letOutWave(story, cast, earlier, first)
  const closed = (told: Told) => told.openedDaysAgo - panelPoll.openDays
  const longAgo = { closed: closed(first), asked: closed(first) - 10 }
  await playTalks(story, by, earlier.id, demoTalks.first, items, longAgo)
  const later = await askWave(story, cast, series, second, demoTalks.second)
  await story.as(by, second.openedDaysAgo - panelPoll.openDays - 1, async (tx, now) => {
    const { bridge, comparable } = panelPoll
    await declareComparability(tx, later.id, earlier.id, { level: 'full', reason: comparable, by }, now)
    await writeBridge(tx, later.id, earlier.id, { ...bridge, by }, now)
  })
  await codeAnswers(story, { series, wave: later.slug, daysAgo: second.openedDaysAgo - panelPoll.openDays - 1 }, [
    { person: by, reads: readings[0] },
    { person: cast.personOf(panelPoll.second), reads: readings[1] },
  ])
  await letOutWave(story, cast, later, second)
  await playTalks(story, by, later.id, demoTalks.second, items, { closed: closed(second), asked: 5 })
}

/** From the first sketch to the last day. */
async function askWave(
  story: Story,
  cast: Cast,
  series: string,
  told: Told,
  talks: (typeof demoTalks)[keyof typeof demoTalks],
): Promise<Wave> {
  const { vault } = story.platform
  const by = cast.personOf(panelPoll.researcher)
  const organisation = cast.organisationOf(panelPoll.organisation)
  const { openedDaysAgo: opened, definition, answers } = told
  const day = (ago: number) => dayAt(story.ago(ago))
  const year = Number(day(opened).slice(0, 4))
  const wave = await story.as(by, opened + 10, async (tx, now) => {
    const made = await makeQuestionnaire(tx, { organisation, definition, by }, now)
    const version = (await listQuestionnaires(tx)).find(({ id }) => id === made)?.version.id ?? null
    const label = { nl: `Peiling ${year}`, en: `Poll of ${year}` }
    const { wave: found } = await getWave(tx, series, await startWave(tx, series, { year, label, by }, now))
    const days = { opens: day(opened), closes: day(opened - panelPoll.openDays) }
    await changeWave(tx, found.id, { label, version, ...days }, now)
    await replaceFrame(tx, vault, found.id, panelPlaces, now)
    const terms = { ...usualPlan, mainQuestions: panelPoll.mainQuestions, weighting: [], tablesBy: ['type'] as const }
    await writePlan(tx, found.id, { terms, reason: null, by }, now)
    return { id: found.id, slug: found.slug }
  })
  await askForTalks(story, by, wave.id, talks, opened + 5)
  await move(story, by, wave.id, 'open', opened)
  await story.asTime(opened - 3, (tx, now) => answerAsPlaces(tx, vault, wave.id, answers, now))
  await leaveTalkNames(story, wave.id, talks, opened - 4)
  await move(story, by, wave.id, 'closed', opened - panelPoll.openDays)
  return wave
}

const move = (story: Story, person: string, wave: string, to: 'open' | 'closed' | 'cleaned', ago: number) =>
  story.as(person, ago, (tx, now) => moveWave(tx, wave, to, { doing: 'researcher', person }, now))

/** The answers are final, the figures reckoned, and two researchers let them out. */
async function letOutWave(story: Story, cast: Cast, wave: Wave, told: Told): Promise<void> {
  const [by, second] = [cast.personOf(panelPoll.researcher), cast.personOf(panelPoll.second)]
  const ago = told.openedDaysAgo - panelPoll.openDays - 2
  await move(story, by, wave.id, 'cleaned', ago)
  const analysis = await story.as(by, ago - 1, (tx, now) => askAnalysis(tx, wave.id, by, now))
  await runAnalysis(workerAt(story, ago - 1), analysis)
  const release = await story.as(by, ago - 2, async (tx, now) => {
    const found = await documentOf(tx, wave.id)
    if (typeof found === 'string') throw new Error(`the poll of the demo cannot be let out: ${found}`)
    const document = { ...found, example: allMade }
    return proposeRelease(tx, { document, waveId: wave.id, reason: 'Eerste uitgave.', by }, now)
  })
  await makeFiles(workerAt(story, ago - 2), release)
  await story.as(second, ago - 3, (tx, now) =>
    letOut(tx, { release, by: second, reason: 'De aantallen en de zinnen kloppen.' }, now),
  )
}
