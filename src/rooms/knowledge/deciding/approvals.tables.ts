import type { AgreementRule } from './approvals.rules.ts'

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    knowledge_rule_changes: {
      id: string
      item_id: string
      rule: AgreementRule
      silence_days: number | null
      organisation_id: string
      proposed_by: string | null
      proposed_at: Date
      reason_sealed: Buffer
      outcome: 'agreed' | 'refused' | 'replaced' | null
      decided_at: Date | null
    }
    knowledge_approvals: {
      id: string
      item_id: string
      version: number | null
      rule_change_id: string | null
      organisation_id: string
      asked_at: Date
      told_at: Date | null
      answer: 'yes' | 'no' | null
      how: 'answer' | 'link' | 'press' | 'silence' | null
      by_person: string | null
      answered_at: Date | null
      reason_sealed: Buffer | null
      set_aside_at: Date | null
    }
    knowledge_deciding_letters: { id: string; organisation_id: string; day: string; made_at: Date }
  }
}
