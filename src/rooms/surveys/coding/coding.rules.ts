import { thresholds } from '../../../lib/disclosure/thresholds.ts'
import { krippendorffAlpha } from '../../../lib/statistics/agreement.ts'

/** What one coder made of an answer; empty: no code fits. */
export type Codes = readonly string[]

/** One answer as both coders saw it, and what they settled on afterwards. null: not yet. */
export type CodedAnswer = {
  readonly id: string
  readonly first: Codes | null
  readonly second: Codes | null
  readonly settled: Codes | null
}

const sameCodes = (one: Codes, other: Codes) => one.toSorted().join('\n') === other.toSorted().join('\n')

/** Whether two coders made something else of an answer. What one has not coded yet differs from nothing. */
export const differs = ({ first, second }: CodedAnswer): boolean =>
  first !== null && second !== null && !sameCodes(first, second)

/** The codes that count: what was settled, or what both gave; null while neither is there. */
export function codesOf(answer: CodedAnswer): Codes | null {
  if (answer.settled !== null) return answer.settled
  return answer.first !== null && answer.second !== null && !differs(answer) ? answer.first : null
}

/** How two coders agree, beyond chance. */
export type Agreement = {
  /** All codes of an answer as one choice. */
  readonly whole: number | null
  /** Per code: given or not. */
  readonly perCode: readonly { readonly code: string; readonly alpha: number | null }[]
}

/** Krippendorff's alpha over the answers that both coded, as they were before anything was settled. */
export function agreementOn(answers: readonly CodedAnswer[], codes: readonly string[]): Agreement {
  const both = answers.flatMap(({ first, second }) => (first && second ? [[first, second] as const] : []))
  return {
    whole: krippendorffAlpha(both.map((pair) => pair.map((given) => given.toSorted().join('\n')))),
    perCode: codes.map((code) => ({
      code,
      alpha: krippendorffAlpha(both.map((pair) => pair.map((given) => (given.includes(code) ? 'yes' : 'no')))),
    })),
  }
}

/** Words for an alpha. The limits are those of Krippendorff (2019), chapter 12: 0.800 to rely on, 0.667 to be careful with. */
export function agreementWord(alpha: number | null): 'unknown' | 'too-low' | 'careful' | 'good' {
  if (alpha === null) return 'unknown'
  if (alpha >= 0.8) return 'good'
  return alpha >= 0.667 ? 'careful' : 'too-low'
}

/** How many organisations gave an answer with this code; null where it may not be shown. */
export type CodeCount = { readonly code: string; readonly count: number | null }

/**
 * Counts of settled codes as they may be shown: from five, and only where those without the code are five or none.
 * @returns null while an answer has no settled code yet: a count of half the answers says nothing.
 */
export function codeCounts(
  answers: readonly CodedAnswer[],
  codes: readonly string[],
): { readonly base: number; readonly counts: readonly CodeCount[] } | null {
  const settled = answers.map(codesOf)
  if (settled.some((given) => given === null)) return null
  const base = settled.length
  const { cell } = thresholds.polls
  const small = (count: number) => count > 0 && count < cell
  return {
    base,
    counts: codes.map((code) => {
      const count = settled.filter((given) => given?.includes(code)).length
      // Nobody and a few look alike: whether a code was given at all is not told.
      return { code, count: count < cell || small(base - count) ? null : count }
    }),
  }
}

/** Why these codes cannot be given to an answer; null means they can. */
export const whyNotCodes = (given: Codes, known: readonly string[]): 'code-unknown' | null =>
  new Set(given).size < given.length || given.some((code) => !known.includes(code)) ? 'code-unknown' : null
