import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../platform/root.ts'
import { percentile, rounded } from './figures.ts'
import type { Ground } from './ground.ts'
import { leftAlone, watchHost } from './host.ts'
import { startPart } from './parts.ts'

/** How long visitors of an uncached search page waited, in milliseconds. */
export type Searching = {
  readonly perSecond: number
  readonly connections: number
  readonly seconds: number
  readonly answered: number
  readonly failed: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly most: number
  /** Processor time of the web process for one page, without that of PostgreSQL. */
  readonly webMicroseconds: number
  /** The part of the processor that the host of this machine took meanwhile, 0 to 1; null when it does not say. */
  readonly taken: number | null
  /** The same for the seconds in which the host took nothing; null when there was none. */
  readonly leftAlone: { readonly seconds: number; readonly p50: number; readonly p95: number } | null
  readonly slowest: readonly { readonly query: string; readonly median: number }[]
}

/** The fixed list of queries, among them the ten most frequent words of the corpus. */
export const queries = (): readonly string[] =>
  readFileSync(join(root, 'bench', 'queries.txt'), 'utf8')
    .split('\n')
    .filter(Boolean)

/** With more items than the first goal speaks of, every third visitor narrows the search as well. */
export const isMany = ({ items }: Ground) => items > 10_000

// A kind or a theme, as on the page of results.
const narrowing = ['soort=guide', 'thema=povertyDebt', 'soort=practiceExample', 'thema=stigma']
const pathOf = (query: string, at: number, narrowed: boolean) =>
  `/zoeken?q=${encodeURIComponent(query)}${narrowed && at % 3 === 0 ? `&${narrowing[(at / 3) % narrowing.length]}` : ''}`

/** Visitors come at a fixed pace, whether or not the server keeps up; the page cache keeps nothing. */
export async function measureSearching(
  load: { perSecond: number; connections: number; seconds: number },
  ground: Ground,
  say: (line: string) => void,
): Promise<Searching> {
  say(`Uncached search, ${load.perSecond} a second for ${load.seconds} s …`)
  const ours = await startPart('ours', { caching: false, ground })
  const asking = await startPart('load')
  try {
    const paths = queries().map((query, at) => pathOf(query, at, isMany(ground)))
    // The bench is about a server at work: words are read, connections open, and what runs often is compiled, which takes a
    // thousand pages.
    await asking.load({ kind: 'open', port: ours.port, paths, ...load, seconds: 20 })
    const before = await ours.cost()
    const endWatching = watchHost()
    const loaded = await asking.load({ kind: 'open', port: ours.port, paths, ...load })
    const after = await ours.cost()
    const taken = endWatching()
    const waits = loaded.waits.map((wait) => wait.ms)
    const alone = loaded.waits.filter(({ at }) => leftAlone(taken, at)).map(({ ms }) => ms)
    const byQuery = Map.groupBy(loaded.waits, (wait) => wait.path)
    return {
      ...load,
      taken: taken.all,
      leftAlone:
        alone.length === 0
          ? null
          : {
              seconds: taken.seconds.filter((share) => share === 0).length,
              p50: rounded(percentile(alone, 0.5)),
              p95: rounded(percentile(alone, 0.95)),
            },
      answered: loaded.answered,
      failed: loaded.failed,
      p50: rounded(percentile(waits, 0.5)),
      p95: rounded(percentile(waits, 0.95)),
      p99: rounded(percentile(waits, 0.99)),
      most: rounded(Math.max(...waits)),
      webMicroseconds: Math.round((after.microseconds - before.microseconds) / Math.max(1, loaded.answered)),
      slowest: Array.from(byQuery, ([path, all]) => ({
        query: decodeURIComponent(path.slice(path.indexOf('=') + 1)),
        median: rounded(
          percentile(
            all.map((wait) => wait.ms),
            0.5,
          ),
        ),
      }))
        .sort((a, b) => b.median - a.median)
        .slice(0, 10),
    }
  } finally {
    await Promise.all([ours.stop(), asking.stop()])
  }
}
