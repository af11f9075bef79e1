import type { ColumnType } from 'kysely'

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    knowledge_suggestions: {
      id: string
      item_id: string
      person_id: string | null
      base_version: ColumnType<number, number, never>
      made_at: Date
      told_at: Date | null
      text_sealed: Buffer | null
      outcome: 'decided' | 'taken-back' | null
      decided_at: Date | null
      decided_by: string | null
      decided_for: string | null
    }
    knowledge_suggestion_fields: {
      suggestion_id: string
      field: string
      decision: 'accepted' | 'declined' | null
      reason_sealed: Buffer | null
    }
  }
}
