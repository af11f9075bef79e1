import { createHash } from 'node:crypto'
import { dayAt } from '../../lib/days.ts'
import { usualLimits } from '../../lib/statistics/verdicts.ts'
import {
  bringInOldPoll,
  findingsOf,
  letOut,
  notKnown,
  proposeRelease,
  releaseFiles,
  type AnalysisInput,
  type Findings,
  type PollWave,
  type Released,
} from '../../rooms/surveys/public.ts'
import { demoCaveat, demoPoll, demoPrints, demoWaves, reckonedBack } from '../demo/poll.ts'
import type { makeDemoPeople } from './people.seed.ts'
import type { Story } from './story.ts'

type Cast = Awaited<ReturnType<typeof makeDemoPeople>>

const place = { type: 'member', size: notKnown, region: notKnown } as const

const waves: readonly PollWave[] = demoWaves.map(({ year, definition, answers }, at) => ({
  id: `${demoPoll.slug}-${year}`,
  label: String(year),
  year,
  definition,
  frame: [{ ...place, organisations: demoPoll.members }],
  respondents: answers.map((each, index) => ({ ...place, pseudonym: `${year}-${index + 1}`, answers: each })),
  plan: {
    mainQuestions: ['works'],
    limits: usualLimits,
    weightingMargins: [],
    weightCap: null,
    tablesBy: [],
    sensitive: [],
    confidence: 0.95,
  },
  comparability: demoWaves.slice(0, at).map((earlier) => ({
    wave: `${demoPoll.slug}-${earlier.year}`,
    level: 'limited' as const,
    reason: demoCaveat,
    bridges: {},
  })),
}))

/** What a researcher brought in of the polls as they were published. */
export async function bringInOldPolls(story: Story, cast: Cast): Promise<void> {
  const by = cast.personOf('mariska-de-groot')
  for (const print of demoPrints)
    await story.as(by, 50, (tx, now) =>
      bringInOldPoll(tx, { ...print, population: demoPoll.members, decimals: 0, complete: false, by }, now),
    )
}

/** What can be said of a published poll of which only percentages are left, a document for each wave, oldest first. */
export async function demoReleases(): Promise<readonly Released[]> {
  const known: { wave: PollWave; released: Findings }[] = []
  const documents: Released[] = []
  for (const wave of waves) {
    const input: AnalysisInput = { wave, earlier: [...known], released: [] }
    const inputHash = createHash('sha256').update(JSON.stringify(input)).digest('hex')
    const findings = await findingsOf(input, { inputHash })
    known.push({ wave, released: findings })
    const { slug, title, about, population } = demoPoll
    documents.push({
      format: 1,
      series: { slug, title, about, population, organisation: 'Kennishuis Lindenhof' },
      example: reckonedBack,
      wave: { slug: wave.label, label: { nl: wave.label, en: wave.label }, opens: null, closes: null },
      groups: { type: { member: { nl: 'leden', en: 'members' } } },
      planFixedOn: null,
      planChanges: [],
      caveats: wave.comparability.map(({ wave: earlier, level, reason }) => ({ wave: earlier, level, reason })),
      findings,
    })
  }
  return documents
}

/** Two researchers let it out, one wave after the other. */
export async function releasePolls(story: Story, cast: Cast): Promise<void> {
  const [proposer, second] = [cast.personOf('mariska-de-groot'), cast.personOf('olivier-maes')]
  for (const [at, document] of (await demoReleases()).entries()) {
    const reason = 'Teruggerekend uit gepubliceerde percentages.'
    const wave = waves[at]
    const files = wave
      ? await releaseFiles({
          released: document,
          number: 1,
          on: dayAt(story.ago(40 - at)),
          origin: story.platform.origin,
          wave,
        })
      : []
    const release = await story.as(proposer, 40 - at, (tx, now) =>
      proposeRelease(tx, { document, waveId: null, reason, files, by: proposer }, now),
    )
    await story.as(second, 38 - at, (tx, now) =>
      letOut(tx, { release, by: second, reason: 'De aantallen kloppen met de percentages.' }, now),
    )
  }
}
