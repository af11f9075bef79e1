import type { ColumnType, Generated } from 'kysely'
import type { Lang } from '../../lib/words.ts'
import type { Doing, State } from './states.rules.ts'
import type { Audience, AuthorKind, Form, SessionForm, SessionKind, Size, Voice } from './request.rules.ts'

/** A day without a clock: `2026-11-21`. */
type Day = ColumnType<string, string, string>

export type AdviceRequestsTable = {
  id: string
  number: string
  lang: Lang
  question_sealed: Buffer
  context_sealed: Buffer | null
  requester_name_sealed: Buffer
  organisation_kind: string | null
  organisation_name_sealed: Buffer | null
  municipality_code: string | null
  province_code: string | null
  theme_ids: string[]
  question_kind: string | null
  size: Size | null
  form: Form | null
  state: State
  state_since: Date
  state_by: Doing
  state_by_person: string | null
  waiting_from: State | null
  reminded_at: Date | null
  held_by: string | null
  version: Generated<number>
  referral_sealed: Buffer | null
  close_reason_sealed: Buffer | null
  merged_into: string | null
  /** How much say people get, and (sealed) what can still change; both asked when the desk divides. */
  participation_level: string | null
  can_change_sealed: Buffer | null
  asked_at: Date
  confirmed_at: Date | null
  answered_at: Date | null
  feedback_at: Date | null
  ended_at: Date | null
  /** Null while the request runs. */
  forget_after: Date | null
}

type Written = {
  text_sealed: Buffer
  voice: Voice | null
  behalf_sealed: Buffer
  saved_by: string | null
  saved_at: Date
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    advice_requests: AdviceRequestsTable
    advice_contacts: { request_id: string; email_sealed: Buffer; email_index: Buffer }
    /** Somebody lost a link; gone once the letter is written. */
    advice_link_askings: { id: string; number: string | null; email_index: Buffer | null; asked_at: Date }
    advice_moves: {
      id: Generated<string>
      request_id: string
      from_state: State | null
      to_state: State
      by_kind: Doing
      by_person: string | null
      at: Date
    }
    advice_messages: {
      id: string
      request_id: string
      audience: Audience
      author_kind: AuthorKind
      author_person: string | null
      author_name_sealed: Buffer | null
      body_sealed: Buffer
      lang: Lang
      sent_at: Date
    }
    advice_team: {
      id: string
      request_id: string
      person_id: string | null
      place: 1 | 2
      shown_name_sealed: Buffer
      reward_form: string
      reward_cents: number
      invited_at: Date
      invited_by: string | null
      accepted_at: Date | null
      ended_at: Date | null
      finished_at: Date | null
    }
    advice_not_again: { request_id: string; trace: Buffer }
    advice_drafts: Written & { request_id: string; version: number }
    advice_draft_revisions: Written & { id: string; request_id: string; version: number; aside: boolean }
    advice_answers: {
      request_id: string
      text_sealed: Buffer
      voice: Voice
      behalf_sealed: Buffer
      authors_sealed: Buffer
      given_by: string | null
      given_at: Date
    }
    advice_sessions: {
      id: string
      request_id: string
      held_on: Day
      kind: SessionKind
      form: SessionForm
      minutes: number
      notes_sealed: Buffer
      written_by: string | null
      written_at: Date
    }
    advice_feedback: { request_id: string; done_sealed: Buffer; not_done_sealed: Buffer | null; given_at: Date }
    advice_evaluations: {
      id: string
      request_id: string
      by_kind: 'requester' | 'expert'
      person_id: string | null
      usefulness: number | null
      realism: number | null
      support: number | null
      equality: number | null
      load: number | null
      text_sealed: Buffer | null
      given_at: Date
      anonymised_at: Date | null
    }
    advice_own_answers: { id: string; item: string; found_on: Day }
  }
}
