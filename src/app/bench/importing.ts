import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { writeCsv } from '../../lib/csv/csv-writer.ts'
import { openDatabase } from '../../platform/db/database.ts'
import type { Work } from '../../platform/jobs/work.ts'
import { openMailRoom } from '../../platform/mail/mail.ts'
import { openVault } from '../../platform/vault/vault.ts'
import { acceptRun, addSource, commitRun, readRun, startRun } from '../../rooms/knowledge/public.ts'
import { asOperator } from '../installation.ts'
import type { Opened } from '../opening.ts'
import { syntheticText } from './corpus.ts'
import { rounded } from './figures.ts'

/** Seconds from the file to what an editor can look at, and from there to drafts. */
export type Importing = {
  readonly records: number
  readonly reading: number
  readonly taking: number
  readonly total: number
  readonly again: number
}

// Far from the numbers of the items that are there already.
const firstNumber = 5_000_000

/** A list of texts as a partner would send it. */
const listOf = (records: number) =>
  Buffer.from(
    writeCsv(
      ['id', 'titel', 'samenvatting', 'tekst', 'link', 'datum'],
      Array.from({ length: records }, (_, at) => {
        const text = syntheticText(firstNumber + at)
        return [text.slug, text.title, text.summary, text.body, `https://bron.example/${text.slug}`, '2026-03-01']
      }),
    ),
  )

/**
 * Reads a list of so many records as the worker does, takes all of it as drafts, and reads the same list again. The organisation is
 * a partner; what was made stays.
 */
async function measureImporting(work: Work, organisation: string, records: number): Promise<Importing> {
  const file = { name: 'lijst.csv', type: 'text/csv', bytes: listOf(records) }
  const facts = { lang: 'nl', type: 'article', themes: ['povertyDebt'], licence: 'CC0-1.0', weekly: false } as const
  const source = await work.transaction((tx) =>
    addSource(tx, { ...facts, name: `Proef ${randomUUID()}`, address: null, organisation }, null, work.now()),
  )
  const timed = async (act: () => Promise<unknown>) => {
    const begun = performance.now()
    await act()
    return (performance.now() - begun) / 1_000
  }
  const start = () => work.transaction((tx) => startRun(tx, work.vault, source, file, { person: null }, work.now()))
  const first = await start()
  const reading = await timed(() => readRun(work, first))
  // What looks alike is asked about; here everything is something else.
  await work.transaction((tx) =>
    tx.updateTable('knowledge_harvest_records').set({ choice: 'take' }).where('run_id', '=', first).execute(),
  )
  await work.transaction((tx) => acceptRun(tx, first, null, work.now()))
  const taking = await timed(() => commitRun(work, first))
  const { done } = await work.transaction((tx) =>
    tx.selectFrom('knowledge_harvest_runs').select('done').where('id', '=', first).executeTakeFirstOrThrow(),
  )
  if (done !== records) throw new Error(`${done} of ${records} records were taken`)
  const second = await start()
  const again = await timed(() => readRun(work, second))
  return {
    records,
    reading: rounded(reading),
    taking: rounded(taking),
    total: rounded(reading + taking),
    again: rounded(again),
  }
}

const organisation = '00000000-0000-4000-8000-00000000be0c'
const origin = 'http://localhost'

/** Brings so many records in beside the items of the bench, and takes everything away again. */
export async function importOn({ urls, keys }: Opened, records: number, say: (line: string) => void) {
  say(`Bringing in a list of ${records} records …`)
  const database = openDatabase(urls, async () => {})
  const admin = new Client({ connectionString: urls.admin })
  const clean = () =>
    admin.query(
      `truncate house.knowledge_items, house.knowledge_harvest_sources cascade;
       delete from house.platform_data_keys where holder like 'item:%' or holder like 'harvest:%'`,
    )
  try {
    await admin.connect()
    await clean()
    await admin.query(
      `insert into house.accounts_organisations (id, slug, name, type, partner, made_at)
       values ('${organisation}', 'proef', 'Proef', 'knowledgeInstitute', true, now()) on conflict do nothing`,
    )
    const vault = openVault(keys)
    const work: Work = {
      now: () => new Date(),
      transaction: (act) => asOperator(database, 'bench', act),
      vault,
      mail: openMailRoom({ vault, origin, smtpUrl: undefined }),
      origin,
    }
    return await measureImporting(work, organisation, records)
  } finally {
    await clean().catch(() => {})
    await database.close()
    await admin.end().catch(() => {})
  }
}
