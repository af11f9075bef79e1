import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../../platform/config.ts'
import { measureCachedPages, type CachedPage } from './cached-pages.ts'
import { rounded, table } from './figures.ts'
import { groundOf, openGround } from './ground.ts'
import { measureGrowth } from './growth.ts'
import { importOn, type Importing } from './importing.ts'
import { measureSaving, type Saving } from './saving.ts'
import { isMany, measureSearching, type Searching } from './searching.ts'
import { measureMemory, type MemoryPace } from './memory.ts'
import { playPart } from './serving.ts'
import { measureStarting, type Starting } from './starting.ts'
import { measureSurveying, type Surveying } from './surveys.ts'

/** The goals of the project, beside which every result is printed. */
export const goals = {
  ratio: 0.6,
  searchP95: { few: 30, many: 60 },
  secondStartMs: 3_000,
  importSeconds: 60,
  pageBytes: 50_000,
  analysis: { seconds: 20, megabytes: 500 },
  saving: { respondents: 50, p95: 80 },
} as const

type Results = {
  readonly at: string
  readonly machine: {
    readonly cores: number
    readonly model: string
    readonly memoryBytes: number
    readonly node: string
    readonly system: string
    /** How busy the machine was with other things, just before. */
    readonly load: number
    readonly memory: MemoryPace
  }
  readonly items: number
  readonly cached: readonly CachedPage[]
  readonly searching: Searching | null
  readonly starting: Starting | null
  readonly importing: Importing | null
  readonly surveying: Surveying | null
  readonly saving: Saving | null
}

/** How it went while the host of a virtual machine took nothing of it; `taken` is its share of all, 0 to 1. */
const leftAloneRow = (taken: number, alone: Searching['leftAlone']): readonly string[] => [
  `in the ${alone?.seconds ?? 0} s in which the host took no processor (${rounded(taken * 100)}% over all)`,
  ...(alone === null ? [] : [`${alone.p50} ms`, `${alone.p95} ms`]),
]

const verdict = (met: boolean) => (met ? 'met' : 'MISSED')
const kilobytes = (bytes: number) => `${rounded(bytes / 1_000)} kB`

function report({ items, cached, searching, starting, importing, surveying, saving }: Results): string {
  const searchP95 = isMany({ items }) ? goals.searchP95.many : goals.searchP95.few
  const parts: string[] = []
  if (cached.length > 0)
    parts.push(
      table([
        ['cached page', 'bytes', 'ours/s', 'bare/s', 'ours µs', 'bare µs', 'ratio', `goal ${goals.ratio}`],
        ...cached.map((page) => [
          page.path,
          String(page.bytes),
          String(page.ours),
          String(page.bare),
          String(page.microseconds.ours),
          String(page.microseconds.bare),
          String(page.ratio),
          verdict(page.ratio >= goals.ratio && page.failed === 0),
        ]),
      ]),
    )
  if (searching)
    parts.push(
      table([
        ['uncached search', 'p50', 'p95', 'p99', 'most', 'failed', `goal p95 < ${searchP95} ms`],
        [
          `${items} items, ${searching.perSecond}/s, ${searching.connections} connections, ${searching.seconds} s`,
          ...[searching.p50, searching.p95, searching.p99, searching.most].map((ms) => `${ms} ms`),
          String(searching.failed),
          verdict(searching.p95 < searchP95 && searching.failed === 0),
        ],
        ...(searching.taken === null ? [] : [leftAloneRow(searching.taken, searching.leftAlone)]),
      ]),
    )
  if (starting)
    parts.push(
      table([
        ['start', '', ''],
        ['first page, empty folder', `${starting.firstMs} ms`, ''],
        ['first page, second start', `${starting.secondMs} ms`, verdict(starting.secondMs < goals.secondStartMs)],
        ['idle memory of the program', kilobytes(starting.idleBytes), ''],
      ]),
      table([
        ['public page', 'document', 'style', 'script', 'total', `goal ${kilobytes(goals.pageBytes)}`],
        ...starting.pages.map((page) =>
          page.path === null
            ? [page.pattern, 'no link led to one', '', '', '', '']
            : [
                page.path,
                ...[page.document, page.style, page.script, page.total].map(kilobytes),
                verdict(page.total <= goals.pageBytes),
              ],
        ),
      ]),
    )
  if (importing)
    parts.push(
      table([
        ['bringing in', 'reading', 'taking', 'both', 'reading again', `goal ${goals.importSeconds} s`],
        [
          `${importing.records} records beside ${items} items`,
          ...[importing.reading, importing.taking, importing.total, importing.again].map((seconds) => `${seconds} s`),
          verdict(importing.total < goals.importSeconds),
        ],
      ]),
    )
  if (surveying) {
    const { seconds: most, megabytes: room } = goals.analysis
    parts.push(
      table([
        ['analysis of a poll', 'seconds', 'memory', `goal ${most} s, ${room} MB`],
        ...surveying.analysed.map((poll) => [
          `${poll.organisations} organisations x ${poll.questions} questions, ${poll.earlierWaves} earlier waves`,
          `${poll.seconds} s`,
          `${poll.megabytes} MB and ${poll.askerMegabytes} MB for who asks`,
          verdict(poll.seconds < most && poll.megabytes + poll.askerMegabytes < room),
        ]),
      ]),
      surveying.besideR
        ? table([
            ['weighted shares beside R (survey)', 'ours', 'R', 'ratio', 'most apart'],
            [
              `${surveying.besideR.organisations} organisations, ${surveying.besideR.answers} answers, jackknife`,
              `${surveying.besideR.ours} s`,
              `${surveying.besideR.theirs} s`,
              String(surveying.besideR.ratio),
              surveying.besideR.apart.toExponential(1),
            ],
          ])
        : 'Not held beside R: Rscript with the package survey is not there (apt-get install r-cran-survey).',
    )
  }
  if (saving) {
    const row = (what: string, { p50, p95, p99, most }: Saving['paced'], met: string) => [
      what,
      ...[p50, p95, p99, most].map((ms) => `${ms} ms`),
      String(saving.failed),
      met,
    ]
    parts.push(
      table([
        ['saving a filled page', 'p50', 'p95', 'p99', 'most', 'failed', `goal p95 < ${goals.saving.p95} ms`],
        row(
          `${saving.respondents} at once, each after ${saving.pauseSeconds} s, ${saving.perSecond} pages/s`,
          saving.paced,
          verdict(saving.paced.p95 < goals.saving.p95 && saving.failed === 0),
        ),
        row(`all ${saving.respondents} in the same instant`, saving.together, ''),
      ]),
    )
  }
  return parts.join('\n\n')
}

const valueOf = (args: readonly string[], name: string, otherwise: number) => {
  const at = args.indexOf(name)
  return at < 0 ? otherwise : Number(args[at + 1])
}

/**
 * Measures this build on this machine, prints a table and writes `bench/results.json` in the data folder.
 * @param args `--items N`, `--seconds N` (of searching), `--only cached|search|start|import|surveys|saving`; shorter runs say less.
 *   `--growth [--items N]` holds search over N short items against 10,000 instead
 */
export async function bench(config: Config, args: readonly string[], print: (text: string) => void): Promise<void> {
  const items = valueOf(args, '--items', 10_000)
  const part = args.indexOf('--part')
  if (part >= 0) {
    const ground = { items, length: args.includes('--short') ? 'short' : 'long' } as const
    return playPart(args[part + 1] ?? '', { caching: !args.includes('--uncached'), ground }, config)
  }
  if (args.includes('--growth')) return measureGrowth(config, valueOf(args, '--items', 1_000_000), print)

  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined
  const wanted = (what: string) => only === undefined || only === what
  const machine: Results['machine'] = {
    cores: availableParallelism(),
    model: cpus()[0]?.model ?? 'unknown',
    memoryBytes: totalmem(),
    node: process.version,
    system: `${process.platform} ${process.arch}`,
    load: rounded(loadavg()[0] ?? 0),
    memory: measureMemory(),
  }
  let cached: readonly CachedPage[] = []
  let searching: Searching | null = null
  let importing: Importing | null = null
  if (wanted('cached') || wanted('search') || wanted('import')) {
    const ground = await openGround(config, { items }, print)
    try {
      if (wanted('cached'))
        cached = await measureCachedPages(['/kennis/proef-1', '/'], { count: 5, seconds: 3, ground: { items } }, print)
      if (wanted('search')) {
        const load = { perSecond: 60, connections: 16, seconds: valueOf(args, '--seconds', 60) }
        searching = await measureSearching(load, { items }, print)
      }
      if (wanted('import')) importing = await importOn(ground, 10_000, print)
    } finally {
      await ground.close()
    }
  }
  const starting = wanted('start') ? await measureStarting(print) : null
  const surveying = wanted('surveys') ? await measureSurveying(print) : null
  const saving = wanted('saving')
    ? await measureSaving(
        config,
        { respondents: goals.saving.respondents, seconds: valueOf(args, '--seconds', 30) },
        print,
      )
    : null
  const at = new Date().toISOString()
  const results: Results = { at, machine, items, cached, searching, starting, importing, surveying, saving }
  const folder = groundOf(config)
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'results.json')
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
  const { memory } = machine
  print(
    `\n${report(results)}\n\n${machine.cores} cores, load ${machine.load} before; memory slow for ${Math.round(memory.slowShare * 100)}% of five seconds (${memory.best} to ${memory.worst} ms for 128 MB). Written to ${file}`,
  )
}
