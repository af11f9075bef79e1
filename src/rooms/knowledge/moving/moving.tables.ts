import type { ColumnType } from 'kysely'

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    knowledge_moving_sections: {
      source_id: string
      section: string
      leaves: boolean
      type: string | null
      themes: ColumnType<string[], readonly string[], readonly string[]>
    }
    knowledge_moving_pages: { run_id: string; position: number; page_sealed: Buffer; outcome_sealed: Buffer | null }
    knowledge_old_addresses: { address: string; item_id: string; organisation_id: string; noted_at: Date }
    'square.old_addresses': { address: string; host: string; item_id: string }
  }
}
