import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { dayAt } from '../../lib/days.ts'
import type { FormInput } from '../../lib/form-values.ts'
import type { Answers, AskedQuestion, Definition } from '../../lib/questionnaire/definition.ts'
import { valuesOf } from '../../lib/questionnaire/fields.ts'
import { shownQuestions } from '../../lib/questionnaire/routing.ts'
import type { Config } from '../../platform/config.ts'
import { openDatabase } from '../../platform/db/database.ts'
import { makeLink } from '../../platform/proofs.ts'
import { openVault } from '../../platform/vault/vault.ts'
import { listQuestionnaires, makeQuestionnaire, openSheet } from '../../rooms/questionnaires/public.ts'
import {
  changeWave,
  fillingPaths,
  getWave,
  madeInput,
  moveWave,
  replaceFrame,
  startSeries,
  startWave,
  usualPlan,
  writePlan,
} from '../../rooms/surveys/public.ts'
import { underOperator } from '../installation.ts'
import type { Opened } from '../opening.ts'
import { percentile, rounded } from './figures.ts'
import { openGround, type Ground } from './ground.ts'
import type { Load, Respondent } from './load.ts'
import { startPart, type Child } from './parts.ts'

type Waits = { readonly p50: number; readonly p95: number; readonly p99: number; readonly most: number }

/** How long respondents waited for the answer to a page that they saved, in milliseconds. */
export type Saving = {
  readonly respondents: number
  readonly questionsPerPage: number
  /** Between the moment a page is there and the press at it. */
  readonly pauseSeconds: number
  readonly saved: number
  readonly failed: number
  readonly perSecond: number
  readonly paced: Waits
  /** All press in the same instant, again and again. */
  readonly together: Waits
  /** Processor time of the web process for one page: showing and saving it, without that of PostgreSQL. */
  readonly webMicroseconds: number
}

// A database of its own without items; it is made anew each time.
const ground: Ground = { items: 0 }
const organisation = '00000000-0000-4000-8000-00000000be11'
const questionsPerPage = 7
const pages = 6
const said = (nl: string) => ({ nl })

/** A made questionnaire of six pages with every kind of question. */
function questionnaireOf(definition: Definition): Definition {
  const questions = definition.sections.flatMap((section) => section.questions)
  const sections = Array.from({ length: pages }, (_, at) => ({
    key: `deel-${at + 1}`,
    title: said(`Deel ${at + 1}`),
    questions: questions.slice(at * questionsPerPage, (at + 1) * questionsPerPage),
  }))
  return { ...definition, sections }
}

/** What a browser sends of each page, for who answers so. */
const pagesOf = (link: string, definition: Definition, answers: Answers): Respondent['pages'] =>
  definition.sections.map(({ key, questions }) => {
    const shown = shownQuestions(definition, answers)
    const asked = questions.filter(
      (question): question is AskedQuestion => question.type !== 'info' && shown.has(question.key),
    )
    const values: FormInput = Object.assign(
      {},
      ...asked.map((question) => {
        const answer = answers[question.key]
        return answer === undefined ? {} : valuesOf(question, answer, 'nl')
      }),
    )
    const fields = Object.entries(values).flatMap(([name, value]) =>
      [value].flat().map((each) => [name, each] as [string, string]),
    )
    const body = new URLSearchParams([
      ['on-page', asked.map((question) => question.key).join(',')],
      ['go', 'next'],
      ...fields,
    ])
    return { path: fillingPaths.section(link, key), body: String(body) }
  })

/** An open wave with so many sheets, each behind a link of its own; its organisations are numbers. */
async function openWave({ urls, keys }: Opened, respondents: number): Promise<Respondent[]> {
  const made = madeInput({
    population: 2 * respondents,
    questions: pages * questionsPerPage,
    response: 1,
    weighted: false,
  })
  const definition = questionnaireOf(made.wave.definition)
  const database = openDatabase(urls, async () => {})
  const admin = new Client({ connectionString: urls.admin })
  const vault = openVault(keys)
  const now = new Date()
  const day = (days: number) => dayAt(new Date(now.getTime() + days * 86_400_000))
  try {
    await admin.connect()
    await admin.query(
      `insert into house.accounts_organisations (id, slug, name, type, partner, made_at)
       values ('${organisation}', 'proef', 'Proef', 'knowledgeInstitute', true, now())`,
    )
    return await underOperator(database, 'bench', async (transaction) => {
      const { wave, version } = await transaction(async (tx) => {
        const questionnaire = await makeQuestionnaire(tx, { organisation, definition, by: null }, now)
        const words = { title: said('Proef'), about: said('Een proef.'), population: said('Alle nummers') }
        const classes = { types: [{ key: 'ggz', label: said('Ggz') }], sizes: [] }
        const series = await startSeries(tx, vault, { ...words, ...classes, organisation, by: null }, now)
        const label = said('Proef')
        const year = now.getFullYear()
        const { wave: found } = await getWave(tx, series, await startWave(tx, series, { year, label, by: null }, now))
        const newest = (await listQuestionnaires(tx)).find(({ id }) => id === questionnaire)?.version.id ?? null
        await changeWave(tx, found.id, { label, version: newest, opens: day(0), closes: day(30) }, now)
        const places = Array.from({ length: respondents }, (_, at) => ({
          name: `Nummer ${at + 1}`,
          reference: `nummer-${at + 1}`,
          type: 'ggz',
          size: null,
          province: null,
          email: `nummer-${at + 1}@proef.example`,
          lang: 'nl' as const,
        }))
        await replaceFrame(tx, vault, found.id, places, now)
        const terms = { ...usualPlan, mainQuestions: ['q0'], tablesBy: [], weighting: [] }
        await writePlan(tx, found.id, { terms, reason: null, by: null }, now)
        await moveWave(tx, found.id, 'open', { doing: 'researcher', person: null }, now)
        return { wave: found.id, version: newest ?? '' }
      })
      const filling: Respondent[] = []
      for (let at = 0; at < respondents; at++)
        await transaction(async (tx) => {
          const sheet = await openSheet(tx, vault, version, now)
          await tx
            .insertInto('surveys_respondents')
            .values({
              id: randomUUID(),
              wave_id: wave,
              sheet_id: sheet,
              pseudonym: `nummer-${at + 1}`,
              type: 'ggz',
              size: null,
              province_code: null,
              trial: false,
              name_sealed: null,
              state: 'invited',
              state_since: now,
            })
            .execute()
          const until = new Date(now.getTime() + 86_400_000)
          const link = await makeLink(tx, { subject: sheet, purpose: 'sheet', until })
          // Twice through, the second time with other answers.
          const answers = [at, respondents + at].map((one) => made.wave.respondents[one]?.answers ?? {})
          filling.push({ pages: answers.flatMap((each) => pagesOf(link, definition, each)) })
        })
      return filling
    })
  } finally {
    await database.close()
    await admin.end().catch(() => {})
  }
}

const waitsOf = (waits: readonly { readonly ms: number }[]): Waits => {
  const all = waits.map(({ ms }) => ms)
  const [p50, p95, p99, most] = [0.5, 0.95, 0.99, 1].map((share) => rounded(percentile(all, share)))
  return { p50: p50 ?? 0, p95: p95 ?? 0, p99: p99 ?? 0, most: most ?? 0 }
}

type Crowd = Load & { readonly kind: 'crowd' }

async function measured(ours: Child, asking: Child, crowd: Omit<Crowd, 'kind' | 'port'>) {
  const before = await ours.cost()
  const loaded = await asking.load({ kind: 'crowd', port: ours.port, ...crowd })
  const after = await ours.cost()
  return { loaded, microseconds: (after.microseconds - before.microseconds) / Math.max(1, loaded.answered) }
}

/** Fills in a made questionnaire with so many respondents at once, on the real web and a database that waits for its disk. */
export async function measureSaving(
  config: Config,
  { respondents, seconds }: { readonly respondents: number; readonly seconds: number },
  say: (line: string) => void,
): Promise<Saving> {
  const opened = await openGround(config, ground, say)
  const children: Child[] = []
  try {
    const filling = await openWave(opened, respondents)
    const ours = await startPart('ours', { ground })
    children.push(ours)
    const asking = await startPart('load')
    children.push(asking)
    say(`${respondents} respondents fill in at once, ${seconds} s …`)
    const pauseSeconds = 1
    // Once through, so that pools are open: the bench is about a server at work.
    await measured(ours, asking, { respondents: filling, pause: { kind: 'each', seconds: 0.5 }, seconds: 4 })
    const paced = await measured(ours, asking, {
      respondents: filling,
      pause: { kind: 'each', seconds: pauseSeconds },
      seconds,
    })
    const together = await measured(ours, asking, {
      respondents: filling,
      pause: { kind: 'together', seconds: pauseSeconds },
      seconds: Math.min(20, seconds),
    })
    return {
      respondents,
      questionsPerPage,
      pauseSeconds,
      saved: paced.loaded.answered,
      failed: paced.loaded.failed + together.loaded.failed,
      perSecond: rounded(paced.loaded.answered / paced.loaded.seconds),
      paced: waitsOf(paced.loaded.waits),
      together: waitsOf(together.loaded.waits),
      webMicroseconds: Math.round(paced.microseconds),
    }
  } finally {
    await Promise.all(children.map((child) => child.stop()))
    await opened.close()
  }
}
