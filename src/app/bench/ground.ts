import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { placeOnShelf, type ShelfItem } from '../../rooms/knowledge/public.ts'
import { itemTypes, themes } from '../../rooms/terms/public.ts'
import type { Config } from '../../platform/config.ts'
import { openDatabase, type Database } from '../../platform/db/database.ts'
import { asOperator } from '../installation.ts'
import { openUpToDate, type Opened } from '../opening.ts'
import { corpusVersion, syntheticText } from './corpus.ts'

/** Where the bench keeps its cluster, filled once, and its results. */
export const groundOf = (config: Config) => join(config.dataDir, 'bench')

/** The configuration of the bench's own database, apart from that of the house. */
export const groundConfig = (config: Config): Config => ({
  ...config,
  dataDir: join(groundOf(config), 'cluster'),
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
    await asOperator(database, 'bench', async (tx) => {
      for (let number = first; number < Math.min(first + together, items + 1); number++)
        await placeOnShelf(tx, itemOf(number))
    })
    if ((first - 1) % 2_500 === 0) say(`  ${first - 1} of ${items} texts`)
  }
}

/** Opens the cluster of the bench, filled with so many synthetic items; a filled one is used again. */
export async function openGround(config: Config, items: number, say: (line: string) => void): Promise<Opened> {
  const own = groundConfig(config)
  const opened = await openUpToDate(own, () => {})
  const mark = join(own.dataDir, 'filled.json')
  const wanted = JSON.stringify({ items, corpusVersion })
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return opened
  say(`Filling the bench's own database with ${items} synthetic items (once) …`)
  const admin = new Client({ connectionString: opened.urls.admin })
  const database = openDatabase(opened.urls, async () => {})
  try {
    await admin.connect()
    await admin.query('truncate square.items, square.passages, square.words')
    await fill(database, items, say)
    await admin.query('vacuum (analyze, full) square.words')
    await admin.query('vacuum (analyze) square.items, square.passages')
    writeFileSync(mark, wanted)
  } finally {
    await database.close()
    await admin.end()
  }
  return opened
}
