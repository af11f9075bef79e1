import { thresholds } from '../../../lib/disclosure/thresholds.ts'
import type { Definition, Said } from '../../../lib/questionnaire/definition.ts'
import { questionsOf } from '../../../lib/questionnaire/routing.ts'
import { usualLimits } from '../../../lib/statistics/verdicts.ts'
import { backgrounds, type Background, type Plan } from '../findings/findings.ts'

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
  readonly before: PlanTerms
  readonly after: PlanTerms
  readonly reason: string
  readonly at: Date
  /** Who changed it, by id; null when that person was forgotten. */
  readonly by: string | null
}

/** What the questions of a plan can be, with their words: a question, a row of a matrix, or one answer alone. */
export function mainKeysOf(definition: Definition): ReadonlyMap<string, Said> {
  const joined = (one: Said, two: Said): Said =>
    one.en !== undefined && two.en !== undefined
      ? { nl: `${one.nl} – ${two.nl}`, en: `${one.en} – ${two.en}` }
      : { nl: `${one.nl} – ${two.nl}` }
  return new Map(
    questionsOf(definition).flatMap((question): (readonly [string, Said])[] => {
      const { key, text } = question
      switch (question.type) {
        case 'info':
        case 'text':
          return []
        case 'single':
        case 'multiple':
          return [
            [key, text],
            ...question.options.map((option) => [`${key}/${option.key}`, joined(text, option.label)] as const),
          ]
        case 'matrix':
          return question.rows.map((row) => [`${key}:${row.key}`, joined(text, row.label)] as const)
        default:
          return [[key, text]]
      }
    }),
  )
}

/** Whether two plans say the same. */
export const isSamePlan = (one: PlanTerms, two: PlanTerms): boolean =>
  JSON.stringify(asKept(one)) === JSON.stringify(asKept(two))

/** The terms as the database keeps them. */
export const asKept = (terms: PlanTerms): KeptTerms => ({
  main_questions: terms.mainQuestions,
  cells_from: terms.cellsFrom,
  base_from: terms.baseFrom,
  margin: terms.margin,
  weighting: terms.weighting,
  weight_cap: terms.weightCap,
  tables_by: terms.tablesBy,
  sensitive: terms.sensitive,
})

/** The terms as the pages know them. */
export const fromKept = (kept: KeptTerms): PlanTerms => ({
  mainQuestions: kept.main_questions,
  cellsFrom: kept.cells_from,
  baseFrom: kept.base_from,
  margin: kept.margin,
  weighting: kept.weighting,
  weightCap: kept.weight_cap,
  tablesBy: kept.tables_by,
  sensitive: kept.sensitive,
})

/** Which terms differ, in the order of the page. */
export const changedTerms = (before: PlanTerms, after: PlanTerms): readonly (keyof PlanTerms)[] =>
  (Object.keys(before) as (keyof PlanTerms)[]).filter(
    (term) => JSON.stringify(before[term]) !== JSON.stringify(after[term]),
  )

/** The plan as the analysis takes it: points become shares, and what nobody chooses is as usual. */
export const planForAnalysis = (terms: PlanTerms): Plan => ({
  mainQuestions: terms.mainQuestions,
  limits: {
    ...usualLimits,
    fewest: terms.cellsFrom,
    percentagesFrom: terms.baseFrom,
    equalWithin: terms.margin / 100,
  },
  weightingMargins: terms.weighting,
  weightCap: terms.weightCap,
  tablesBy: terms.tablesBy,
  sensitive: terms.sensitive,
  confidence: 1 - usualLimits.alpha,
})
