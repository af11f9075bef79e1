import type { ColumnType } from 'kysely'

declare module '../../platform/db/tables.ts' {
  interface Tables {
    questionnaires_sheets: {
      id: string
      version_id: string
      made_at: ColumnType<Date, Date, never>
      saved_at: Date | null
      sent_at: Date | null
      /** When a draft goes; null: it may still be sent. */
      keep_until: Date | null
    }
    questionnaires_answers: {
      sheet_id: string
      question: string
      sealed: Buffer
      saved_at: Date
      part_id: string | null
    }
  }
}
