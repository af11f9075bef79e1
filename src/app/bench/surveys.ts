import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCsv } from '../../lib/csv/csv-writer.ts'
import { root } from '../../platform/root.ts'
import { analyse, chosenIn, columnsOf, exactLevel, frameBy, madeInput, weigh } from '../../rooms/surveys/public.ts'
import { rounded } from './figures.ts'

/**
 * One poll as it was analysed: seconds; the most memory that the program which reckons it had, with all its threads; and by how
 * much the program that asked grew meanwhile.
 */
export type Analysed = {
  readonly organisations: number
  readonly questions: number
  readonly earlierWaves: number
  readonly seconds: number
  readonly megabytes: number
  readonly askerMegabytes: number
}

/** The weighted shares of one wave, ours and R's, by the same method; null where R or its survey package is not there. */
export type BesideR = {
  readonly organisations: number
  readonly answers: number
  readonly ours: number
  readonly theirs: number
  readonly ratio: number
  /** The largest difference between two shares. */
  readonly apart: number
}

export type Surveying = { readonly analysed: readonly Analysed[]; readonly besideR: BesideR | null }

const polls = [
  { population: 800, questions: 40, response: 0.676, weighted: true, years: ['2022', '2024', '2026'] },
  { population: 14_800, questions: 40, response: 0.676, weighted: true, years: ['2026'] },
]

async function analysedOf({ years, ...made }: (typeof polls)[number], say: (line: string) => void): Promise<Analysed> {
  const input = madeInput(made, 11, years)
  const organisations = input.wave.respondents.length
  say(`Analysing ${organisations} organisations, ${made.questions} questions, ${years.length} waves…`)
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 100)
  const begun = performance.now()
  const outcome = await analyse(input)
  const seconds = rounded((performance.now() - begun) / 1000)
  clearInterval(watch)
  if (outcome.kind === 'failed') throw new Error(`the analysis was ${outcome.why}`)
  return {
    organisations,
    questions: made.questions,
    earlierWaves: years.length - 1,
    seconds,
    megabytes: Math.round(outcome.memory / 1e6),
    askerMegabytes: Math.round((Math.max(most, process.memoryUsage.rss()) - before) / 1e6),
  }
}

function besideR(say: (line: string) => void): BesideR | null {
  const { wave } = madeInput({ population: 800, questions: 40, response: 0.676, weighted: true }, 11, ['2026'])
  // R has no trimming of the same kind, so neither has this.
  const plan = { ...wave.plan, weightCap: null }
  const asked = columnsOf(wave).flatMap((column) => column.options.map(({ key }) => ({ column, key })))
  const begun = performance.now()
  const weighed = weigh({ ...wave, plan })
  const levels = asked.map(({ column, key }) => exactLevel({ ...wave, plan }, weighed, column, key))
  const ours = (performance.now() - begun) / 1000
  const folder = mkdtempSync(join(tmpdir(), 'plein-bench-'))
  try {
    const picked = asked.map(({ column, key }) => chosenIn(column, key))
    writeFileSync(
      join(folder, 'answers.csv'),
      writeCsv(
        ['type', 'size', 'region', ...asked.map((_, at) => `a${at}`)],
        wave.respondents.map((one, at) => [
          one.type,
          one.size,
          one.region,
          ...picked.map((answers) => String(answers[at] ?? '')),
        ]),
      ),
    )
    const sizes = (['type', 'size', 'region'] as const).flatMap((by) =>
      [...frameBy(wave, by)].map(([category, count]) => [by, category, String(count)]),
    )
    writeFileSync(join(folder, 'frame.csv'), writeCsv(['variable', 'category', 'organisations'], sizes))
    say('The same weighted shares with R…')
    const ran = spawnSync('Rscript', [join(root, 'bench', 'weighted.R'), folder], {
      encoding: 'utf8',
      timeout: 300_000,
    })
    if (ran.status !== 0) return null
    const theirs = JSON.parse(ran.stdout) as { all: number; shares: readonly number[] }
    const apart = Math.max(...levels.map((level, at) => Math.abs((level?.share ?? 0) - (theirs.shares[at] ?? 0))))
    return {
      organisations: wave.respondents.length,
      answers: asked.length,
      ours: rounded(ours, 3),
      theirs: rounded(theirs.all, 3),
      ratio: rounded(ours / theirs.all, 3),
      apart,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Analyses two made polls, and holds the weighted part of the first beside R's survey package when that is there. */
export async function measureSurveying(say: (line: string) => void): Promise<Surveying> {
  const analysed: Analysed[] = []
  for (const poll of polls) analysed.push(await analysedOf(poll, say))
  return { analysed, besideR: besideR(say) }
}
