import { record } from '../../../platform/diary.ts'
import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { askAnalysis } from './analyses.actions.ts'
import { findReckoned, gatherAnalysis } from './analyses.sql.ts'
import type { AnalysisFailure } from './analyses.tables.ts'
import { analyse, hashOf } from './analysis.ts'
import type { AnalysisInput, Findings } from '../findings/findings.ts'
import type { Progress } from '../findings/findings.rules.ts'
import { version } from '../findings/methods.rules.ts'

type Ended =
  | { readonly state: 'found'; readonly result: string; readonly version: string; readonly input_hash: string }
  | { readonly state: 'failed'; readonly failure: AnalysisFailure }

async function end(work: Work, id: string, ended: Ended): Promise<void> {
  await work.transaction(async (tx) => {
    const now = work.now()
    const done = await tx
      .updateTable('surveys_analyses')
      .set({ ...ended, ended_at: now })
      .where('id', '=', id)
      .where('state', 'in', ['asked', 'running'])
      .executeTakeFirst()
    if (done.numUpdatedRows > 0n) await record(tx, `surveys.analysis-${ended.state}`, id, now)
  })
}

const foundFrom = (input: string, findings: Findings): Ended => ({
  state: 'found',
  result: JSON.stringify(findings),
  version,
  input_hash: input,
})

/** Notes how far it is. The analysis goes on meanwhile; a note that comes late is a note of an earlier step, and is dropped. */
function noteOf(work: Work, id: string) {
  let last: Promise<void> = Promise.resolve()
  const note = ({ step, done, all }: Progress) => {
    last = last.then(() =>
      work.transaction(async (tx) => {
        await tx
          .updateTable('surveys_analyses')
          .set({ state: 'running', step, done, steps: all })
          .where('id', '=', id)
          .where('state', 'in', ['asked', 'running'])
          .execute()
      }),
    )
  }
  return { note, noted: () => last }
}

async function reckon(work: Work, id: string, input: AnalysisInput): Promise<Ended> {
  const { note, noted } = noteOf(work, id)
  const outcome = await analyse(input, note)
  await noted()
  return outcome.kind === 'found'
    ? foundFrom(hashOf(input), outcome.findings)
    : { state: 'failed', failure: outcome.why }
}

/** Gathers, reckons without a transaction, and writes. Begun again after a crash it begins anew. */
export async function runAnalysis(work: Work, id: string): Promise<void> {
  const gathered = await work.transaction(async (tx) => {
    const asked = await tx
      .selectFrom('surveys_analyses')
      .select('wave_id')
      .where('id', '=', id)
      .where('state', 'in', ['asked', 'running'])
      .executeTakeFirst()
    if (asked === undefined) return null
    const input = await gatherAnalysis(tx, work.vault, asked.wave_id)
    if (typeof input === 'string') return { kind: 'refused', failure: input } as const
    const known = await findReckoned(tx, asked.wave_id, hashOf(input), version)
    return { kind: 'gathered', input, known: known?.result ?? null } as const
  })
  if (gathered === null) return
  if (gathered.kind === 'refused') return end(work, id, { state: 'failed', failure: gathered.failure })
  const { input, known } = gathered
  await end(work, id, known === null ? await reckon(work, id, input) : foundFrom(hashOf(input), known))
}

export const analysisJobs: RoomJobs = {
  on: {
    'surveys.wave-cleaned': {
      'ask-analysis': async (work, { subject }) => {
        if (subject !== null)
          await work.transaction(async (tx) => void (await askAnalysis(tx, subject, null, work.now())))
      },
    },
    'surveys.analysis-asked': {
      'run-analysis': async (work, { subject }) => {
        if (subject !== null) await runAnalysis(work, subject)
      },
    },
  },
}
