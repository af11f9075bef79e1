import type { ColumnType, JSONColumnType } from 'kysely'
import type { StartKey, StartPage } from './start-pages.rules.ts'

type PageTexts = { title_nl: string; title_en: string; lead_nl: string; lead_en: string }
type SectionRow = {
  key: StartKey
  position: number
  heading_nl: string
  heading_en: string
  sentence_nl: string
  sentence_en: string
  item_ids: string[]
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    knowledge_start_pages: PageTexts & { key: StartKey; version: number; changed_at: Date }
    knowledge_start_sections: SectionRow
    knowledge_start_changes: {
      key: StartKey
      version: number
      content: JSONColumnType<StartPage>
      reason: string
      changed_by: string | null
      changed_for: ColumnType<string | null, string | null, never>
      changed_at: Date
    }
    'square.start_pages': PageTexts & { key: StartKey; changed_at: Date }
    'square.start_sections': SectionRow
  }
}
