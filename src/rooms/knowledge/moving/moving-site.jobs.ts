import type { Refusal, RefusalReason, Remark, RemarkReason, Taken } from '../../../lib/feeds/harvested.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Fetcher } from '../../../platform/fetching/fetching.ts'
import type { Work } from '../../../platform/jobs/work.ts'
import type { Sealer } from '../../../platform/vault/vault.ts'
import type { Reading } from '../harvests/harvest-readers.ts'
import { findPages, meetSite, readSitePage, type PageOutcome, type Rest, type SitePage } from './site-asking.ts'
import './moving.tables.ts'

/** A run over a site in the hands of a job. `write` does nothing and says false once another job has it. */
export type SiteRun = {
  readonly id: string
  readonly address: string
  readonly sealer: Sealer
  readonly write: (work: (tx: Tx) => Promise<void>) => Promise<boolean>
}

// A job gets a quarter of an hour. A site of hundreds of pages takes longer: the next job goes on.
const longest = 5 * 60_000
// A site that gave no answer so often in a row is down, or has had enough of us.
const mostSilent = 20
const batchSize = 500

const fields = {
  page: (position: number) => `knowledge_moving_pages.page:${position}`,
  outcome: (position: number) => `knowledge_moving_pages.outcome:${position}`,
  remarks: 'knowledge_moving_pages.remarks',
} as const
// Before the pages themselves: what was noticed about the whole.
const ofAll = -1

async function listNext(work: Work, { id, sealer }: SiteRun, most: number) {
  const rows = await work.transaction((tx) =>
    tx
      .selectFrom('knowledge_moving_pages')
      .select(['position', 'page_sealed'])
      .where('run_id', '=', id)
      .where('outcome_sealed', 'is', null)
      .where('position', '>', ofAll)
      .orderBy('position')
      .limit(most)
      .execute(),
  )
  return rows.map((row) => ({
    position: row.position,
    page: JSON.parse(sealer.open(fields.page(row.position), row.page_sealed)) as SitePage,
  }))
}

const countPages = (work: Work, run: string) =>
  work.transaction((tx) =>
    tx
      .selectFrom('knowledge_moving_pages')
      .select((each) => [
        each.cast<number>(each.fn.countAll(), 'integer').as('all'),
        each.cast<number>(each.fn.count('outcome_sealed'), 'integer').as('read'),
      ])
      .where('run_id', '=', run)
      .where('position', '>', ofAll)
      .executeTakeFirstOrThrow(),
  )

const noteProgress = (tx: Tx, run: string, done: number, total: number) =>
  tx.updateTable('knowledge_harvest_runs').set({ done, total }).where('id', '=', run).execute()

/** Writes the list of pages down, once. */
async function listPages(site: Parameters<typeof findPages>[0], run: SiteRun, now: Date): Promise<Reading | null> {
  const found = await findPages(site, run.address, now)
  if (!found.ok) return found
  const counted: readonly (readonly [RemarkReason, number])[] = [
    ['pages-forbidden', found.forbidden],
    ['attachments-skipped', found.files],
    ['pages-cut', found.cut ? found.pages.length : 0],
  ]
  const remarks = counted
    .filter(([, n]) => n > 0)
    .map(([reason, n]): Remark => ({ place: { path: run.address }, field: 'document', reason, found: String(n) }))
  await run.write(async (tx) => {
    const row = (position: number, sealed: string, text: string) => ({
      run_id: run.id,
      position,
      page_sealed: run.sealer.seal(sealed, text),
    })
    await tx
      .insertInto('knowledge_moving_pages')
      .values(row(ofAll, fields.remarks, JSON.stringify(remarks)))
      .execute()
    for (let at = 0; at < found.pages.length; at += batchSize)
      await tx
        .insertInto('knowledge_moving_pages')
        .values(
          found.pages
            .slice(at, at + batchSize)
            .map((page, offset) => row(at + offset, fields.page(at + offset), JSON.stringify(page))),
        )
        .execute()
    await noteProgress(tx, run.id, 0, found.pages.length)
  })
  return null
}

/** How a site is read: how to wait between two questions, and after how many milliseconds the next job goes on. */
export type SitePace = { readonly rest?: Rest; readonly longest?: number }

/**
 * Reads a site page by page, no faster than it wants. What was read stays read when the job is broken off.
 * @returns the whole reading; or 'goes-on': there are more pages, for another job
 */
export async function readSite(
  work: Work,
  run: SiteRun,
  fetcher: Fetcher,
  pace: SitePace = {},
): Promise<Reading | 'goes-on'> {
  const until = performance.now() + (pace.longest ?? longest)
  const site = await meetSite(run.address, fetcher, pace.rest)
  if (!site.ok) return site
  let { all, read } = await countPages(work, run.id)
  if (all === 0) {
    const problem = await listPages(site, run, work.now())
    if (problem !== null) return problem
    ;({ all, read } = await countPages(work, run.id))
  } else await run.write(async (tx) => void (await noteProgress(tx, run.id, read, all)))
  let silent = 0
  for (;;) {
    const pages = await listNext(work, run, 50)
    if (pages.length === 0) return readingOf(work, run)
    for (const { position, page } of pages) {
      const outcome = await readSitePage(site, page, work.now())
      silent = outcome.kind === 'left' && outcome.why === 'no-answer' ? silent + 1 : 0
      if (silent >= mostSilent)
        return { ok: false, problem: 'no-connection', place: { path: page.address }, detail: '' }
      read += 1
      const ours = await run.write(async (tx) => {
        await tx
          .updateTable('knowledge_moving_pages')
          .set({ outcome_sealed: run.sealer.seal(fields.outcome(position), JSON.stringify(outcome)) })
          .where('run_id', '=', run.id)
          .where('position', '=', position)
          .execute()
        await noteProgress(tx, run.id, read, all)
      })
      // At least one page each time, so that it comes to an end.
      if (!ours || performance.now() > until) return 'goes-on'
    }
  }
}

const refusalOf: Readonly<Record<Extract<PageOutcome, { kind: 'left' }>['why'], RefusalReason>> = {
  gone: 'no-answer',
  'no-answer': 'no-answer',
  elsewhere: 'elsewhere',
  'no-page': 'not-a-page',
  unreadable: 'unreadable',
}

/** All pages as one reading. Pages that say that they are the same one, are; its addresses lead to it. */
async function readingOf(work: Work, { id, sealer }: SiteRun): Promise<Reading> {
  const rows = await work.transaction((tx) =>
    tx.selectFrom('knowledge_moving_pages').selectAll().where('run_id', '=', id).orderBy('position').execute(),
  )
  const records = new Map<string, Taken>()
  const refused: Refusal[] = []
  let remarks: readonly Remark[] = []
  for (const { position, page_sealed, outcome_sealed } of rows) {
    if (position === ofAll) remarks = JSON.parse(sealer.open(fields.remarks, page_sealed)) as readonly Remark[]
    if (outcome_sealed === null) continue
    const outcome = JSON.parse(sealer.open(fields.outcome(position), outcome_sealed)) as PageOutcome
    if (outcome.kind === 'left') {
      const { address } = JSON.parse(sealer.open(fields.page(position), page_sealed)) as SitePage
      refused.push({ place: { path: address }, reason: refusalOf[outcome.why], found: address.slice(0, 80) })
      continue
    }
    const { taken } = outcome
    const first = records.get(taken.record.sourceId)
    const otherLinks = [...new Set([...(first?.record.otherLinks ?? []), ...(taken.record.otherLinks ?? [])])]
    const kept = first ?? taken
    records.set(taken.record.sourceId, { ...kept, record: { ...kept.record, otherLinks } })
  }
  return { ok: true, format: 'page', records: [...records.values()], refused, remarks }
}

/** What was read of a site is in the preview now. */
export const forgetPages = async (tx: Tx, run: string): Promise<void> => {
  await tx.deleteFrom('knowledge_moving_pages').where('run_id', '=', run).execute()
}
