import type { Browsing, Fields } from '../../../../test/browsing.ts'
import { testOrigin, type House } from '../../../../test/house.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Work } from '../../../platform/jobs/work.ts'
import { openMailRoom } from '../../../platform/mail/mail.ts'
import './harvests.tables.ts'

type Bytes = string | Uint8Array<ArrayBuffer>

/** Adds a source with its first file, as an editor does. @returns the id of the run. */
export async function sendFile(
  house: House,
  editor: Browsing,
  bytes: Bytes,
  more: Fields & { fileName?: string } = {},
): Promise<string> {
  const { fileName = 'lijst.csv', ...fields } = more
  const seen = await editor.upload(
    '/redactie/bronnen/nieuw',
    {
      name: 'Onze website',
      organisation: house.people.organisations.a,
      type: 'article',
      lang: 'nl',
      themes: ['povertyDebt'],
      licence: 'CC-BY-4.0',
      ...fields,
    },
    bytes === '' ? {} : { file: { name: fileName, bytes } },
  )
  const run = /\/redactie\/inlezen\/([0-9a-f-]{36})$/.exec(seen.location ?? '')?.[1]
  if (run === undefined) throw new Error(`no run: ${seen.status} ${seen.text.replace(/<[^>]+>/g, ' ').slice(0, 2_000)}`)
  return run
}

/** Sends a newer file to the source of a run. @returns the id of the new run. */
export async function sendAgain(house: House, editor: Browsing, run: string, bytes: Bytes): Promise<string> {
  const { source_id } = await runRow(house, run)
  const seen = await editor.upload(`/redactie/bronnen/${source_id}`, {}, { file: { name: 'lijst.csv', bytes } })
  const next = /\/redactie\/inlezen\/([0-9a-f-]{36})$/.exec(seen.location ?? '')?.[1]
  if (next === undefined) throw new Error(`no run: ${seen.status} ${seen.text.slice(0, 500)}`)
  return next
}

export const runRow = (house: House, run: string) =>
  house.peek((tx: Tx) =>
    tx.selectFrom('knowledge_harvest_runs').selectAll().where('id', '=', run).executeTakeFirstOrThrow(),
  )

/** What became of each record of a run, in the order of the source. */
export const recordRows = (house: House, run: string) =>
  house.peek((tx: Tx) =>
    tx.selectFrom('knowledge_harvest_records').selectAll().where('run_id', '=', run).orderBy('position').execute(),
  )

/** The hands of the worker, for a job that is run by itself. */
export const handsOf = (house: House): Work => ({
  now: () => house.platform.now(),
  transaction: (fn) => house.operate(fn),
  vault: house.platform.vault,
  mail: openMailRoom({ vault: house.platform.vault, origin: testOrigin, smtpUrl: undefined }),
  origin: testOrigin,
})

/** Lines of CSV with the columns that the tests use. */
export const csv = (...rows: readonly (readonly string[])[]): string =>
  [
    'id;titel;samenvatting;tekst;link;datum',
    ...rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(';')),
  ].join('\n')
