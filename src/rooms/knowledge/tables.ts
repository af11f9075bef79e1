import type { ColumnType, Generated } from 'kysely'
import type { MarkKind } from '../../lib/redaction/marks.ts'
import type { Lang } from '../../lib/words.ts'
import type { AgreementRule } from './deciding/approvals.rules.ts'
import type { LinkKind } from './kinds/kinds.rules.ts'
import type { Provenance } from './square.tables.ts'
import type { State } from './items/states.rules.ts'
import type { Whose } from './items/texts.rules.ts'

type MarkRow = {
  id: string
  item_id: string
  part_key: string
  kind: MarkKind
  choice: 'replace' | 'keep' | 'edit'
  starts: number | null
  ends: number | null
  reason_sealed: Buffer | null
  decided_by: string | null
  decided_at: Date
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    knowledge_items: {
      id: string
      slug: string | null
      state: State
      state_since: Date
      lang: Lang
      type: string | null
      title_sealed: Buffer
      summary_sealed: Buffer
      source_sealed: Buffer | null
      details_sealed: Buffer | null
      themes: string[]
      roles: string[]
      audiences: string[]
      regions: Generated<string[]>
      provenance: Provenance
      licence: string
      written_on: ColumnType<string | null, string | null, string | null>
      version: Generated<number>
      shelf_version: number | null
      open_marks: Generated<number>
      started_by: string | null
      made_at: Date
      changed_at: Date
      checked_at: Date
      published_at: Date | null
      withdrawn_reason_sealed: Buffer | null
      request_index: Buffer | null
      request_sealed: Buffer | null
      context_sealed: Buffer | null
      file_index: Buffer | null
      held_sealed: Buffer | null
      review_months: number | null
      review_by: ColumnType<string | null, string | null | undefined, string | null>
      needs_work_since: Date | null
      links_seen_at: Date | null
      rule: Generated<AgreementRule>
      silence_days: number | null
    }
    knowledge_item_stewards: {
      item_id: string
      organisation_id: string
      added_by: string | null
      added_at: Date
      accepted_at: Date | null
    }
    knowledge_item_parts: {
      item_id: string
      key: string
      position: number
      whose: Whose
      author_id: string | null
      text_sealed: Buffer
    }
    knowledge_item_marks: MarkRow
    knowledge_item_revisions: {
      item_id: string
      version: number
      saved_by: string | null
      saved_at: Date
      reason_sealed: Buffer | null
      text_sealed: Buffer | null
      restored_from: number | null
    }
    knowledge_item_moves: {
      id: Generated<string>
      item_id: string
      from_state: State | null
      to_state: State
      by_kind: string
      by_person: string | null
      at: Date
    }
    knowledge_item_givers: {
      id: string
      item_id: string
      kind: 'requester' | 'author'
      person_id: string | null
      text_version: Buffer | null
    }
    knowledge_item_yeses: {
      id: string
      giver_id: string
      item_id: string
      text_version: Buffer
      asked_by: string | null
      asked_at: Date
      answer: 'yes' | 'no' | null
      answered_at: Date | null
      withdrawn_at: Date | null
      consent_id: string | null
      shown_as_sealed: Buffer | null
    }
    knowledge_item_links: {
      item_id: string
      to_item_id: string
      kind: LinkKind
      position: number | null
      made_at: Date
    }
    knowledge_item_supports: {
      item_id: string
      person_id: string
      kind: 'supports' | 'joins'
      at: Date
      contact_sealed: Buffer | null
    }
    knowledge_training_acceptances: { item_id: string; organisation_id: string; made_at: Date }
    knowledge_item_contacts: { item_id: string; email_sealed: Buffer; lang: Lang }
  }
}
