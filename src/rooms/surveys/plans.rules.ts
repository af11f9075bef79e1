import { thresholds } from '../../lib/disclosure/thresholds.ts'
import { backgrounds, type Background } from './findings.ts'

/** What is agreed before the first answer comes in. */
export type PlanTerms = {
  /** `question` or `question:row` with all its answers, or `question/option` for one answer alone. */
  readonly mainQuestions: readonly string[]
  /** From how many organisations a cell is shown. */
  readonly cellsFrom: number
  /** From how many organisations in the base a percentage is shown. */
  readonly baseFrom: number
  /** Within how many percentage points two waves count as about equal. */
  readonly margin: number
  /** What answers are weighted on. Empty: nothing is. */
  readonly weighting: readonly Background[]
  /** Weights above this many times their mean are trimmed; null: none are. */
  readonly weightCap: number | null
  /** By what tables are made, one at a time. */
  readonly tablesBy: readonly Background[]
  /** Keys of questions whose "nobody" says something sensitive about everybody in a small group. */
  readonly sensitive: readonly string[]
}

/** What a plan begins as: the agreement of this plein, five points, and weights on everything that the frame knows. */
export const usualPlan: PlanTerms = {
  mainQuestions: [],
  cellsFrom: thresholds.polls.cell,
  baseFrom: thresholds.polls.percentageBase,
  margin: 5,
  weighting: backgrounds,
  weightCap: 3,
  tablesBy: backgrounds,
  sensitive: [],
}

/** The terms as the database keeps them. */
export type KeptTerms = {
  readonly main_questions: readonly string[]
  readonly cells_from: number
  readonly base_from: number
  readonly margin: number
  readonly weighting: readonly Background[]
  readonly weight_cap: number | null
  readonly tables_by: readonly Background[]
  readonly sensitive: readonly string[]
}

/** A change of a plan after it was fixed, with what was and what became. */
export type PlanChange = {
  readonly before: KeptTerms
  readonly after: KeptTerms
  readonly reason: string
  readonly at: Date
}
