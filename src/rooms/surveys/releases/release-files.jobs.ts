import { dayAt } from '../../../lib/days.ts'
import { record } from '../../../platform/diary.ts'
import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { gatherAnalysis, listCountedSheets } from '../analyses/analyses.sql.ts'
import { hashOf } from '../analyses/analysis.ts'
import { doneApart } from '../analyses/apart.ts'
import type { PackageFile } from '../package/package.rules.ts'
import type { Answered } from '../package/package.release.rules.ts'
import { addFiles, keepSheets } from './release-files.sql.ts'
import type { PackageFailure } from './releases.tables.ts'

type Ended =
  | { readonly state: 'made'; readonly files: readonly PackageFile[]; readonly sheets: readonly string[] }
  | { readonly state: 'failed'; readonly failure: PackageFailure }

/** Once: who comes second finds that it was done, and changes nothing. */
const end = (work: Work, release: string, ended: Ended): Promise<void> =>
  work.transaction(async (tx) => {
    const waiting = await tx
      .selectFrom('surveys_release_packages')
      .select('release_id')
      .where('release_id', '=', release)
      .where('state', '=', 'making')
      .forUpdate()
      .executeTakeFirst()
    if (waiting === undefined) return
    const now = work.now()
    const { state } = ended
    const failure = state === 'failed' ? ended.failure : null
    const sheets = state === 'made' ? ended.sheets.length : null
    if (state === 'made') {
      await addFiles(tx, release, ended.files)
      await keepSheets(tx, release, ended.sheets)
    }
    await tx
      .updateTable('surveys_release_packages')
      .set({ state, failure, sheets, ended_at: now })
      .where('release_id', '=', release)
      .execute()
    await record(tx, `surveys.release-files-${state}`, release, now)
  })

type Gathered = { readonly answered: Answered; readonly sheets: readonly string[] }

/** Reads the sheets as the analysis did. What it read must be what was analysed, or the files would tell something else. */
const gather = (work: Work, release: string): Promise<Gathered | 'input-changed' | null> =>
  work.transaction(async (tx) => {
    const asked = await tx
      .selectFrom('surveys_release_packages as p')
      .innerJoin('surveys_releases as r', 'r.id', 'p.release_id')
      .select(['r.wave_id', 'r.document', 'r.number', 'r.proposed_at'])
      .where('p.release_id', '=', release)
      .where('p.state', '=', 'making')
      .where('r.outcome', 'is', null)
      .executeTakeFirst()
    if (asked === undefined || asked.wave_id === null) return null
    const { document, number, proposed_at: proposedAt } = asked
    const input = await gatherAnalysis(tx, work.vault, asked.wave_id)
    if (typeof input === 'string' || hashOf(input) !== document.findings.method.input) return 'input-changed'
    const on = dayAt(proposedAt)
    return {
      answered: { released: document, number, on, origin: work.origin, wave: input.wave },
      sheets: await listCountedSheets(tx, asked.wave_id),
    }
  })

/** Reads, makes the files without a transaction, and writes all of them at once. Begun again after a crash it begins anew. */
export async function makeFiles(work: Work, release: string): Promise<void> {
  const gathered = await gather(work, release)
  if (gathered === null) return
  if (gathered === 'input-changed') return end(work, release, { state: 'failed', failure: gathered })
  const { answered, sheets } = gathered
  const made = await doneApart({ kind: 'make-files', answered })
  if (made.kind === 'made') return end(work, release, { state: 'made', files: made.files, sheets })
  await end(work, release, { state: 'failed', failure: made.kind === 'failed' ? made.why : 'broken' })
}

export const releaseFileJobs: RoomJobs = {
  on: {
    'surveys.release-proposed': {
      'make-files': async (work, { subject }) => {
        if (subject !== null) await makeFiles(work, subject)
      },
    },
  },
}
