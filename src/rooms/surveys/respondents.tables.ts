import type { ColumnType, Generated } from 'kysely'
import type { Lang } from '../../lib/words.ts'

/** How far somebody is who was asked. `double`: sent, and another sheet of the same organisation was sent before. */
export type RespondentState = 'invited' | 'begun' | 'sent' | 'double' | 'set-aside'

/** What counts when an organisation sends two sheets: the latest complete one, or a choice per section. */
export type DoublesRule = 'latest' | 'merge'

declare module '../../platform/db/tables.ts' {
  interface Tables {
    surveys_fillings: {
      wave_id: string
      doubles: DoublesRule
      open_link: boolean
      set_by: string | null
      set_at: Date
    }
    surveys_respondents: {
      id: string
      wave_id: string
      sheet_id: string
      pseudonym: string
      type: string | null
      size: string | null
      province_code: string | null
      trial: boolean
      name_sealed: Buffer | null
      state: RespondentState
      state_since: Date
    }
    surveys_parts: {
      id: string
      sheet_id: string
      section: string
      label_sealed: Buffer
      link_sealed: Buffer
      made_at: Date
      done_at: Date | null
      ended_at: Date | null
    }
    surveys_invitations: {
      id: string
      place_id: string
      made_at: Date
      /** Not granted to the house, like `reminded_at`, `answered` and `declined`. */
      reminders: Generated<number>
      reminded_at: Date | null
      bounced_at: Date | null
      answered: Generated<boolean>
      declined: Generated<boolean>
    }
    surveys_open_answers: {
      id: string
      wave_id: string
      /** Not granted to the house. */
      sheet_id: string
      claimed_sealed: Buffer
      made_at: Date
      sent: Generated<boolean>
      place_id: string | null
      decision: 'matched' | 'dropped' | null
      decided_by: string | null
      decided_at: Date | null
    }
    surveys_doubles: {
      id: string
      wave_id: string
      pseudonym: string
      rule: DoublesRule
      sections: ColumnType<Readonly<Record<string, string>>, string, string>
      reason: string | null
      decided_by: string | null
      decided_at: Date
      settled_at: Date | null
    }
    surveys_copies: {
      id: string
      sheet_id: string
      address_sealed: Buffer
      lang: Lang
      asked_at: Date
    }
  }
}
