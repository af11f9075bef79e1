import type { ColumnType } from 'kysely'
import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { Lang } from '../../../lib/words.ts'
import type { InterviewState } from './interviews.states.rules.ts'

/** What somebody's name and address may be used for. */
export const interviewUses = ['interview', 'project'] as const
export type InterviewUse = (typeof interviewUses)[number]

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    surveys_interview_rounds: {
      wave_id: string
      about: ColumnType<Said, string, string>
      set_by: string | null
      set_at: Date
    }
    surveys_interview_proposals: {
      id: string
      wave_id: string
      moment: string
      place: string
      minutes: number
      /** A form of reward, or `none`. */
      reward_form: string
      reward_cents: number
      /** The last day to answer, "2026-11-22". */
      reply_by: string
      made_by: string | null
      made_at: Date
    }
    surveys_interviews: {
      id: string
      wave_id: string
      state: InterviewState
      /** Null while the wave is open, like `until`. */
      state_on: string | null
      uses: InterviewUse[]
      /** Not granted to the house, like `address_sealed` and `address_index`. */
      months: number
      until: string | null
      lang: Lang
      text_version: number
      /** Null once the person is out, or held it and withdrew. */
      name_sealed: Buffer | null
      address_sealed: Buffer | null
      address_index: Buffer | null
      proposal_id: string | null
      invited_on: string | null
    }
    surveys_interview_items: {
      wave_id: string
      item_id: string
      linked_by: string | null
      linked_at: Date
    }
    'square.poll_interviews': {
      series: string
      wave: string
      /** Null under five. */
      interviews: number | null
      items: string[]
    }
  }
}
