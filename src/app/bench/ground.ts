import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { placeOnShelf, type ShelfItem } from '../../rooms/knowledge/public.ts'
import { itemTypes, themes } from '../../rooms/terms/public.ts'
import { readOrMakeKeyFile } from '../../lib/crypto/keyFile.ts'
import { wordVersion } from '../../lib/dutch/vector.ts'
import { openCluster, removeCluster } from '../../platform/cluster/cluster.ts'
import type { Config } from '../../platform/config.ts'
import { openDatabase, type Database } from '../../platform/db/database.ts'
import { asOperator } from '../installation.ts'
import { openUpToDate, type Opened } from '../opening.ts'
import { corpusVersion, syntheticText } from './corpus.ts'

/** Where the bench keeps its clusters, filled once, and its results. */
export const groundOf = (config: Config) => join(config.dataDir, 'bench')

/** The configuration of the bench's own database of so many items, apart from that of the house. */
export const groundConfig = (config: Config, items: number): Config => ({
  ...config,
  dataDir: join(groundOf(config), `${items}-items`),
  databaseUrl: undefined,
  databaseUrls: {},
  keyFile: undefined,
  publicOrigin: undefined,
})

const moment = new Date('2026-01-05T09:00:00Z')

function itemOf(number: number): ShelfItem {
  const text = syntheticText(number)
  const day = new Date(moment.getTime() + number * 60_000)
  return {
    id: text.id,
    slug: text.slug,
    type: itemTypes[text.type % itemTypes.length]?.id ?? 'guide',
    title: text.title,
    summary: text.summary,
    lang: 'nl',
    bodyMarkdown: text.body,
    stewards: [{ slug: `proef-${text.steward}`, name: `Proeforganisatie ${text.steward}` }],
    themes: [themes[text.theme % themes.length]?.id ?? '', themes[(text.theme + 7) % themes.length]?.id ?? ''],
    roles: [],
    audiences: [],
    authors: [],
    source: null,
    provenance: 'own',
    licence: 'CC0-1.0',
    sensitive: false,
    writtenOn: null,
    changedAt: day,
    checkedAt: day,
    publishedAt: day,
    version: 1,
  }
}

const together = 250

async function fill(database: Database, items: number, say: (line: string) => void): Promise<void> {
  for (let first = 1; first <= items; first += together) {
    const numbers = Array.from({ length: Math.min(together, items - first + 1) }, (_, at) => first + at)
    await asOperator(database, 'bench', (tx) => placeOnShelf(tx, ...numbers.map(itemOf)))
    if ((first - 1) % 5_000 === 0) say(`  ${first - 1} of ${items} texts`)
  }
}

// What the filled database depends on: the corpus and how words are read. Migrations go forward over filled tables.
const contentOf = (items: number) => JSON.stringify({ items, corpusVersion, wordVersion })

/** Joins the filled cluster that another process opened. */
export async function joinGround(config: Config, items: number): Promise<Opened> {
  const { dataDir } = groundConfig(config, items)
  const cluster = await openCluster({ dataDir, log: () => {} })
  const keyFile = join(dataDir, 'keys.json')
  return {
    urls: cluster.urls,
    keys: readOrMakeKeyFile(keyFile),
    keyFile,
    embedded: true,
    close: () => cluster.stop(),
  }
}

/** Opens the cluster of the bench, filled with so many synthetic items; one that is filled so already is used again. */
export async function openGround(config: Config, items: number, say: (line: string) => void): Promise<Opened> {
  const own = groundConfig(config, items)
  const mark = join(own.dataDir, 'filled-with')
  const wanted = contentOf(items)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return openUpToDate(own, () => {})
  say(`Filling the bench's own database with ${items} synthetic items (once; a few minutes) …`)
  if (existsSync(own.dataDir)) await removeCluster(own.dataDir)
  const opened = await openUpToDate(own, () => {})
  const admin = new Client({ connectionString: opened.urls.admin })
  const database = openDatabase(opened.urls, async () => {})
  try {
    await admin.connect()
    await fill(database, items, say)
    await admin.query('vacuum (analyze, full) square.words')
    await admin.query('vacuum (analyze) square.items, square.passages')
    writeFileSync(mark, wanted)
    return opened
  } catch (error) {
    await opened.close()
    throw error
  } finally {
    await database.close()
    await admin.end().catch(() => {})
  }
}
