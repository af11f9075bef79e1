import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Choice, Outcome } from './proposals.rules.ts'

/** A vote as everybody may read it. `name` is null when the holder of the seat chose none, or was erased. */
export type ShownVote = {
  readonly name: string | null
  readonly choice: Choice
  readonly reason: string
  readonly at: string
}
/** What a partner says of the vision; `exception` is null when it agrees with all of it. */
export type ShownPosition = { readonly organisation: string; readonly exception: string | null; readonly at: string }

declare module '../../platform/db/tables.ts' {
  interface Tables {
    governance_seats: {
      id: string
      person_id: string | null
      email_sealed: Buffer | null
      shown_name: string | null
      invited_by: string | null
      invited_at: Date
      /** The last day of the term. */
      until: string
      answer: 'yes' | 'no' | null
      answered_at: Date | null
      ended_at: Date | null
    }
    governance_employments: { seat_id: string; organisation_id: string }
    governance_proposals: {
      id: string
      subject_kind: string
      subject_id: string
      subject_version: number
      title: string
      changes: string
      reason: string
      text_sealed: Buffer
      organisation_id: string
      proposed_by: string | null
      opened_at: Date
      deadline: Date
      outcome: ColumnType<Outcome | null, Outcome | null | undefined, Outcome | null>
      decided_at: Date | null
      decided_by: string | null
      decided_for: ColumnType<string | null, never, never>
      decision_reason: string | null
    }
    governance_votes: {
      id: string
      proposal_id: string
      seat_id: string
      asked_at: Date
      choice: Choice | null
      reason: string | null
      voted_at: Date | null
    }
    governance_vision_versions: {
      version: number
      text: string
      why: string
      made_by: string | null
      made_at: Date
    }
    governance_vision_positions: {
      version: number
      organisation_id: string
      exception: string | null
      said_by: string | null
      said_at: Date
    }
    'square.seats': { id: string; name: string | null; since: Date; until: string }
    'square.decisions': {
      id: string
      kind: string
      title: string
      changes: string
      reason: string
      organisation: string
      opened_at: Date
      deadline: Date
      outcome: Outcome | null
      decided_at: Date | null
      decided_for: string | null
      decision_reason: string | null
      votes: JSONColumnType<readonly ShownVote[]>
      waiting: Generated<number>
    }
    'square.vision': {
      version: number
      text: string
      why: string
      made_at: Date
      positions: JSONColumnType<readonly ShownPosition[]>
      silent: string[]
    }
  }
}
