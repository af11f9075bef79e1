import type { ColumnType, Generated } from 'kysely'
import type { Released, Version } from './releases.document.ts'

/**
 * Why the files of a release could not be made. input-changed: the sheets, the plan, or what is out of the series are not any more
 * what was analysed.
 */
export type PackageFailure = 'input-changed' | 'too-slow' | 'too-large' | 'broken'

/** Sent as JSON text, read as what it says, and never changed. */
type Fixed<T> = ColumnType<T, string, never>

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    surveys_releases: {
      id: string
      series: string
      wave: string
      wave_id: string | null
      number: number
      document: Fixed<Released>
      reason: string
      proposed_by: string | null
      proposed_at: Date
      outcome: 'released' | 'refused' | null
      decided_by: string | null
      decided_at: Date | null
      decision_reason: string | null
      withdrawn_by: string | null
      withdrawn_at: Date | null
      withdrawal_reason: string | null
    }
    surveys_release_files: {
      release_id: string
      position: number
      name: string
      type: string
      content: Buffer
    }
    surveys_release_sheets: {
      release_id: string
      sheet_id: string
    }
    surveys_release_packages: {
      release_id: string
      state: Generated<'making' | 'made' | 'failed'>
      failure: PackageFailure | null
      /** How many sheets they were made of. */
      sheets: number | null
      ended_at: Date | null
    }
    'square.poll_releases': {
      id: string
      series: string
      wave: string
      number: number
      document: ColumnType<Released, string, string>
      versions: ColumnType<readonly Version[], string, string>
      released_at: Date
    }
    'square.poll_files': {
      release_id: string
      position: number
      name: string
      type: string
      content: Buffer
      sha256: string
    }
  }
}
