import { dayAt, daysLater, type Day } from '../../../lib/days.ts'
import type { Happened, Tx } from '../../../platform/db/database.ts'
import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { answersOfSheets, versionWith } from '../../questionnaires/public.ts'
import { shippedGeography } from '../../regions/public.ts'
import { askAnalysis } from '../analyses/analyses.actions.ts'
import { reportPollBottlenecks } from '../bottlenecks/bottlenecks.actions.ts'
import { prepareCoding } from './coding.actions.ts'
import { codeCounts } from './coding.rules.ts'
import { codedAnswers, codedQuestionsOf, codedWave } from './coding.sql.ts'
import './coding.tables.ts'
import '../releases/releases.tables.ts'
import '../respondents.tables.ts'
import '../tables.ts'

let known: ReadonlySet<string> | undefined
const places = (): ReadonlySet<string> => {
  const { municipalities, towns } = shippedGeography()
  known ??= new Set([...municipalities, ...towns].map(({ name }) => name))
  return known
}

/** Days after the last day of a wave that its coded answers are kept. */
const codedDays = 365
/** The last day of a wave of which coded answers are kept for one day more. */
export const codedSince = (now: Date): Day => daysLater(dayAt(now), -codedDays)

/** Puts the answers in own words of each closed wave ready for coding. May run as often as it likes. */
export async function prepareClosedWaves(work: Work): Promise<void> {
  const waves = await work.transaction((tx) =>
    tx
      .selectFrom('surveys_waves as w')
      .select(['w.id', 'w.version_id as version'])
      .where('w.state', 'in', ['closed', 'cleaned', 'published'])
      // After a year they are forgotten, and do not come back.
      .where('w.closes', '>', codedSince(work.now()))
      .where((of) =>
        of.not(
          of.exists(of.selectFrom('surveys_coded_answers as a').select('a.id').whereRef('a.wave_id', '=', 'w.id')),
        ),
      )
      .execute(),
  )
  for (const { id, version } of waves) await work.transaction((tx) => prepareWave(tx, work, id, version))
}

async function prepareWave(tx: Tx, work: Work, id: string, version: string | null): Promise<void> {
  if (version === null) return
  const { definition } = await versionWith(tx, version)
  const coded = codedQuestionsOf(definition).map(({ key }) => key)
  if (coded.length === 0) return
  const respondents = await tx
    .selectFrom('surveys_respondents')
    .select('sheet_id')
    .where('wave_id', '=', id)
    .where('state', '=', 'sent')
    .where('trial', '=', false)
    .execute()
  const sheets = await answersOfSheets(
    tx,
    work.vault,
    respondents.map((each) => each.sheet_id),
  )
  const answers = [...sheets].flatMap(([sheet, given]) =>
    coded.flatMap((question) => {
      const answer = given[question]
      return answer?.type === 'text' && answer.text.trim() !== '' ? [{ sheet, question, text: answer.text }] : []
    }),
  )
  const named = await tx
    .selectFrom('surveys_places')
    .select('name')
    .where('wave_id', '=', id)
    .where('name', 'is not', null)
    .execute()
  const context = { places: places(), organisations: named.flatMap(({ name }) => (name === null ? [] : [name])) }
  await prepareCoding(tx, work.vault, id, answers, context, work.now())
}

/** Which sheets count was decided: what came or went since the answers were put ready comes and goes there too. */
async function prepareAgain(work: Work, { subject }: Happened): Promise<void> {
  if (subject === null) return
  await work.transaction(async (tx) => {
    const wave = await tx
      .selectFrom('surveys_waves')
      .select('version_id as version')
      .where('id', '=', subject)
      .executeTakeFirst()
    if (wave !== undefined) await prepareWave(tx, work, subject, wave.version)
  })
}

/** Codes that are settled after the wave was cleaned are not in its findings yet. */
async function analyseAgain(work: Work, { subject }: Happened): Promise<void> {
  if (subject === null) return
  await work.transaction(async (tx) => {
    const cleaned = await tx
      .selectFrom('surveys_waves')
      .select('id')
      .where('id', '=', subject)
      .where('state', 'in', ['cleaned', 'published'])
      .executeTakeFirst()
    if (cleaned !== undefined) await askAnalysis(tx, subject, null, work.now())
  })
}

/**
 * Two people let the figures of a wave out: how many organisations named each bottleneck goes to the register, as far as both
 * coders settled everything. A code that is no bottleneck is left aside.
 */
async function reportCoded(work: Work, { subject }: Happened): Promise<void> {
  if (subject === null) return
  await work.transaction(async (tx) => {
    const wave = await tx
      .selectFrom('surveys_releases as r')
      .innerJoin('surveys_waves as w', 'w.id', 'r.wave_id')
      .innerJoin('surveys_series as s', 's.id', 'w.series_id')
      .select(['w.id', 'w.slug', 's.slug as series', 's.title', 'w.label'])
      .where('r.id', '=', subject)
      .executeTakeFirst()
    if (wave === undefined) return
    const counts = new Map<string, number>()
    for (const question of (await codedWave(tx, wave.series, wave.slug)).questions) {
      const answers = await codedAnswers(tx, wave.id, question.key)
      const counted = codeCounts(
        answers,
        question.codes.map(({ key }) => key),
      )
      for (const { code, count } of counted?.counts ?? [])
        // Two questions may have brought the same one up: at least so many organisations named it.
        if (count !== null) counts.set(code, Math.max(count, counts.get(code) ?? 0))
    }
    await reportPollBottlenecks(tx, `${wave.title.nl}, ${wave.label.nl}`.slice(0, 200), counts, work.now())
  })
}

export const codingJobs: RoomJobs = {
  on: {
    'surveys.released': { 'report-bottlenecks': reportCoded },
    'surveys.wave-cleaned': { 'prepare-coding-again': prepareAgain },
    'surveys.coding-settled': { 'analyse-coded': analyseAgain },
  },
  daily: { 'prepare-coding': { cron: '20 * * * *', run: prepareClosedWaves } },
}
