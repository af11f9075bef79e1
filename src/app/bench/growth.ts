import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import type { Config } from '../../platform/config.ts'
import { percentile, rounded, table } from './figures.ts'
import { openGround, type Ground } from './ground.ts'
import { startPart } from './parts.ts'
import { queries } from './searching.ts'

type Size = {
  readonly items: number
  /** The middle and the slowest twentieth of the time of one search page, in milliseconds; one visitor, nothing kept. */
  readonly median: number
  readonly p95: number
  readonly webBytes: number
  /** Resident memory of all processes of PostgreSQL that is theirs alone, and what they share. */
  readonly databaseBytes: number | null
  readonly tableBytes: number
}

const mostTimes = 3

// Proportional shares (PSS) count shared buffers once; only Linux tells them.
async function memoryOf(pids: readonly number[]): Promise<number | null> {
  const shares = await Promise.all(
    pids.map((pid) =>
      readFile(`/proc/${pid}/smaps_rollup`, 'utf8').then(
        (text) => /^Pss:\s+(\d+) kB/m.exec(text)?.[1],
        () => null,
      ),
    ),
  )
  const known = shares.flatMap((share) => (share ? [Number(share) * 1_024] : []))
  return known.length === 0 ? null : known.reduce((sum, bytes) => sum + bytes, 0)
}

async function measureSize(config: Config, ground: Ground, print: (text: string) => void): Promise<Size> {
  const opened = await openGround(config, ground, print)
  const admin = new Client({ connectionString: opened.urls.admin })
  try {
    await admin.connect()
    const ours = await startPart('ours', { caching: false, ground })
    const asking = await startPart('load')
    try {
      const paths = queries().map((query) => `/zoeken?q=${encodeURIComponent(query)}`)
      const ask = (seconds: number) =>
        asking.load({ kind: 'open', port: ours.port, paths, perSecond: 10, connections: 1, seconds })
      await ask(paths.length / 10)
      const { waits } = await ask((2 * paths.length) / 10)
      const { rows } = await admin.query<{ pid: number; bytes: string }>(
        `select pid, pg_total_relation_size('square.passages') + pg_total_relation_size('square.items') as bytes from pg_stat_activity`,
      )
      const times = waits.map(({ ms }) => ms)
      return {
        items: ground.items,
        median: rounded(percentile(times, 0.5)),
        p95: rounded(percentile(times, 0.95)),
        webBytes: (await ours.cost()).rss,
        databaseBytes: await memoryOf(rows.map(({ pid }) => pid)),
        tableBytes: Number(rows[0]?.bytes ?? 0),
      }
    } finally {
      await Promise.all([ours.stop(), asking.stop()])
    }
  } finally {
    await admin.end().catch(() => {})
    await opened.close()
  }
}

const megabytes = (bytes: number | null) => (bytes === null ? 'unknown' : `${Math.round(bytes / 1_000_000)} MB`)

/**
 * Searches the same short items, first ten thousand of them, then ten times as many, up to `most`; prints a table. All
 * databases are filled before any is measured, so that the sizes are held against each other within a few minutes.
 */
export async function measureGrowth(config: Config, most: number, print: (text: string) => void): Promise<void> {
  const grounds: Ground[] = []
  for (let items = 10_000; items <= most; items *= 10) grounds.push({ items, length: 'short' })
  for (const ground of grounds) await (await openGround(config, ground, print)).close()
  const sizes: Size[] = []
  for (const ground of grounds) sizes.push(await measureSize(config, ground, print))
  const first = sizes[0]?.median ?? 1
  print(
    table([
      ['short items', 'median', 'p95', 'times the first', 'web', 'PostgreSQL', 'tables', `goal ${mostTimes} times`],
      ...sizes.map((size) => [
        String(size.items),
        `${size.median} ms`,
        `${size.p95} ms`,
        String(rounded(size.median / first)),
        megabytes(size.webBytes),
        megabytes(size.databaseBytes),
        megabytes(size.tableBytes),
        size.median / first <= mostTimes ? 'met' : 'MISSED',
      ]),
    ]),
  )
}
