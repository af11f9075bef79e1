import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { placeOnShelf, type ShelfItem } from '../../rooms/knowledge/public.ts'
import { itemTypes, themes } from '../../rooms/terms/public.ts'
import { readOrMakeKeyFile } from '../../lib/crypto/keyFile.ts'
import { wordVersion } from '../../lib/dutch/vector.ts'
import { openCluster, removeCluster } from '../../platform/cluster/cluster.ts'
import type { Config } from '../../platform/config.ts'
import { openDatabase } from '../../platform/db/database.ts'
import { asOperator } from '../installation.ts'
import { openUpToDate, type Opened } from '../opening.ts'
import { corpusVersion, syntheticText, type Length } from './corpus.ts'

/** Where the bench keeps its clusters, filled once, and its results. */
export const groundOf = (config: Config) => join(config.dataDir, 'bench')

/** A database of the bench: so many synthetic items, long ones unless it says short. */
export type Ground = { readonly items: number; readonly length?: Length }

/** The configuration of a database of the bench, apart from that of the house. */
export const groundConfig = (config: Config, { items, length }: Ground): Config => ({
  ...config,
  dataDir: join(groundOf(config), `${items}-${length === 'short' ? 'short-' : ''}items`),
  databaseUrl: undefined,
  databaseUrls: {},
  keyFile: undefined,
  publicOrigin: undefined,
})

const moment = new Date('2026-01-05T09:00:00Z')

function itemOf(number: number, length: Length): ShelfItem {
  const text = syntheticText(number, length)
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

// What the database depends on: the corpus and how words are read. Migrations go forward over filled tables.
type Filled = {
  readonly items: number
  readonly length: Length
  readonly corpusVersion: number
  readonly wordVersion: number
}
const filledWith = (items: number, length: Length): Filled => ({ items, length, corpusVersion, wordVersion })

/** @returns how many items of this corpus the cluster holds, or null when it holds something else or nothing. */
function itemsIn(mark: string, length: Length): number | null {
  if (!existsSync(mark)) return null
  const filled = JSON.parse(readFileSync(mark, 'utf8')) as Filled
  return JSON.stringify(filled) === JSON.stringify(filledWith(filled.items, length)) ? filled.items : null
}

/** Joins the filled cluster that another process opened. */
export async function joinGround(config: Config, ground: Ground): Promise<Opened> {
  const { dataDir } = groundConfig(config, ground)
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

/**
 * Opens the cluster of the bench, filled with so many synthetic items; one that holds them is used again, one that holds
 * fewer is filled on.
 */
export async function openGround(config: Config, ground: Ground, say: (line: string) => void): Promise<Opened> {
  const own = groundConfig(config, ground)
  const length = ground.length ?? 'long'
  const mark = join(own.dataDir, 'filled-with.json')
  const there = itemsIn(mark, length)
  if (there === null && existsSync(own.dataDir)) await removeCluster(own.dataDir)
  const opened = await openUpToDate(own, () => {})
  if (there !== null && there >= ground.items) return opened
  say(`Filling the bench's own database with ${ground.items} synthetic items (once) …`)
  const admin = new Client({ connectionString: opened.urls.admin })
  const database = openDatabase(opened.urls, async () => {})
  try {
    await admin.connect()
    for (let first = (there ?? 0) + 1; first <= ground.items; first += together) {
      const numbers = Array.from({ length: Math.min(together, ground.items - first + 1) }, (_, at) => first + at)
      await asOperator(database, 'bench', (tx) => placeOnShelf(tx, ...numbers.map((number) => itemOf(number, length))))
      writeFileSync(mark, JSON.stringify(filledWith(numbers.at(-1) ?? 0, length)))
      if ((first - 1) % 5_000 === 0) say(`  ${first - 1} of ${ground.items} texts`)
    }
    await admin.query('vacuum (analyze, full) square.words')
    await admin.query('vacuum (analyze) square.items, square.passages')
    return opened
  } catch (error) {
    await opened.close()
    throw error
  } finally {
    await database.close()
    await admin.end().catch(() => {})
  }
}
