import type { ColumnType, Generated } from 'kysely'
import type { Findings } from '../findings/findings.ts'
import type { Progress } from '../findings/findings.rules.ts'

/** not-cleaned: the answers of the wave are not final yet. no-plan: nothing was fixed to reckon by. */
export type AnalysisFailure = 'too-slow' | 'too-large' | 'broken' | 'not-cleaned' | 'no-plan'

export type AnalysisState = 'asked' | 'running' | 'found' | 'failed'

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    surveys_analyses: {
      id: string
      wave_id: string
      state: AnalysisState
      step: Progress['step'] | null
      done: Generated<number>
      steps: Generated<number>
      failure: AnalysisFailure | null
      version: string | null
      input_hash: string | null
      result: ColumnType<Findings | null, string | null, string | null>
      asked_by: string | null
      asked_at: Date
      ended_at: Date | null
    }
  }
}
