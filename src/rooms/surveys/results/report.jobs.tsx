import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { tryEach } from '../../../lib/try-each.ts'
import { languages, type Lang } from '../../../lib/words.ts'
import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { ReportPaper } from './report.views.tsx'
import '../releases/releases.tables.ts'
import { printedName } from './results.rules.ts'

/** What is on the square and has no report as PDF yet, in this language. */
const listUnprinted = (work: Work, lang: Lang) =>
  work.transaction((tx) =>
    tx
      .selectFrom('square.poll_releases as r')
      .select(['id', 'document', 'versions'])
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('square.poll_files as f')
              .select('f.name')
              .whereRef('f.release_id', '=', 'r.id')
              .where('f.name', '=', printedName(lang)),
          ),
        ),
      )
      .execute(),
  )

/** Adds a file to a release, unless it was taken back meanwhile or has it already. */
const addFile = (work: Work, release: string, name: string, content: Buffer) =>
  work.transaction(async (tx) => {
    const out = await tx
      .selectFrom('square.poll_releases')
      .select('id')
      .where('id', '=', release)
      .forShare()
      .executeTakeFirst()
    if (out === undefined) return
    const { position } = await tx
      .selectFrom('square.poll_files')
      .select(sql<number>`coalesce(max(position), 0) + 1`.as('position'))
      .where('release_id', '=', release)
      .executeTakeFirstOrThrow()
    const sha256 = createHash('sha256').update(content).digest('hex')
    await tx
      .insertInto('square.poll_files')
      .values({ release_id: release, position, name, type: 'application/pdf', content, sha256 })
      .onConflict((conflict) => conflict.columns(['release_id', 'name']).doNothing())
      .execute()
    await sql`select pg_notify('square', '')`.execute(tx)
  })

/** Where there is a Chromium, each release gets its report as PDF, in both languages. What is there already stays. */
async function printReports(work: Work): Promise<void> {
  const { press, origin } = work
  if (press === undefined) return
  await tryEach(languages, async (lang) =>
    tryEach(await listUnprinted(work, lang), async ({ id, document, versions }) => {
      const [newest, ...older] = versions
      if (newest === undefined) return
      const paper = (
        <ReportPaper
          released={document}
          versions={[newest, ...older]}
          lang={lang}
          origin={origin}
          style={press.style}
        />
      )
      await addFile(work, id, printedName(lang), Buffer.from(await press.print(String(await paper))))
    }),
  )
}

export const reportJobs: RoomJobs = {
  on: { 'surveys.released': { 'print-report': (work) => printReports(work) } },
  // Also when a Chromium came later.
  daily: { 'print-reports': { cron: '40 4 * * *', run: printReports } },
}
