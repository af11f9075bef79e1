import type { ColumnType } from 'kysely'

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    knowledge_successions: {
      id: string
      item_id: string
      organisation_id: string
      cause: 'not-ours' | 'ended' | 'no-editor'
      reason_sealed: Buffer | null
      opened_by: string | null
      opened_at: Date
      told_at: Date | null
      taken_by_organisation: string | null
      taken_by: string | null
      taken_at: Date | null
      takes_over_on: ColumnType<string | null, string | null, string | null>
      outcome: 'others-stay' | 'taken' | 'stays' | 'withdrawn' | null
      closed_at: Date | null
    }
    'square.stewards_wanted': { item_id: string; cause: 'leaving' | 'ended'; since: Date }
  }
}
