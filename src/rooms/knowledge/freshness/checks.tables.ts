import type { Answer, Standing } from './checks.rules.ts'
import '../tables.ts'

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    knowledge_checks: {
      id: string
      item_id: string
      organisation_id: string
      outcome: Answer
      kind: 'session' | 'link' | 'publication'
      by_person: string | null
      at: Date
      done_at: Date | null
    }
    knowledge_check_batches: { id: string; organisation_id: string; week: string; made_at: Date }
    knowledge_check_batch_items: { batch_id: string; item_id: string; state: Standing }
    knowledge_link_checks: {
      item_id: string
      link: string
      seen_on: string
      failed_days: number
      failed_since: string | null
      last_failed: string | null
      broken_at: Date | null
    }
  }
}
