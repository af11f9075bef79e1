import type { Codes } from './coding.rules.ts'

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    surveys_coded_answers: {
      id: string
      wave_id: string
      question: string
      /** In an order that says nothing. */
      place: number
      sealed: Buffer
      /** Whose words they are; only work reads it. null: from before that was kept. */
      sheet_id: string | null
    }
    surveys_coders: { wave_id: string; question: string; seat: 1 | 2; person_id: string | null; took_at: Date }
    surveys_codings: { answer_id: string; seat: 1 | 2; codes: Codes; coded_at: Date }
    surveys_settlements: { answer_id: string; codes: Codes; settled_by: string | null; settled_at: Date }
  }
}
