import type { Lang } from '../words.ts'

/** Words of a questionnaire. Dutch is always there; without English, an English reader gets the Dutch. */
export type Said = { readonly nl: string; readonly en?: string }

/** @returns the words in this language, or the Dutch ones with the language that they are in. */
export const saidIn = (said: Said, lang: Lang): { readonly text: string; readonly lang: Lang } =>
  lang === 'en' && said.en !== undefined && said.en !== ''
    ? { text: said.en, lang: 'en' }
    : { text: said.nl, lang: 'nl' }

/**
 * A whole questionnaire as one document: what the builder makes, what is imported and exported as JSON, what the browser
 * and the server both check answers by. It knows no database; texts are plain, never markup.
 */
export type Definition = {
  readonly format: 1
  readonly title: Said
  /** What it is for and what happens with the answers, shown before the first question. */
  readonly intro: Said
  /** Where it comes from when it is not the maker's own, such as a reconstruction of a published poll. */
  readonly source?: Said
  /**
   * Ids of terms that hold for the whole of it; respondents see their working definitions before the first question. These
   * are kept with the wave, so that an old wave never changes.
   */
  readonly terms: readonly string[]
  readonly sections: readonly Section[]
}

/** A term with its working definition on the day that a version was fixed: what respondents of its waves read. */
export type FixedMeaning = { readonly id: string; readonly label: Said; readonly definition: Said }

/** One page of the form. A section can be handed to a colleague. */
export type Section = {
  readonly key: string
  readonly title: Said
  readonly intro?: Said
  readonly questions: readonly Question[]
}

/** One of the answers that can be chosen; the key stays when the words change. */
export type Option = {
  readonly key: string
  readonly label: Said
  readonly hint?: Said
  /** Whoever chooses it is shown, after sending, where to begin. Of single and multiple choice only. */
  readonly leadsTo?: 'beginning'
}

/**
 * A question that must have been answered so: one of the keys in `chosen` was chosen, ticked or given a place. Steps of a
 * scale are '1' to '5', "something else" is 'other'. Of a matrix, `row` says which row. Numbers, texts and dates decide nothing.
 */
export type Test = { readonly question: string; readonly row?: string; readonly chosen: readonly string[] }

/**
 * When a question is asked: every test holds (one of `chosen` was chosen). A question that was not shown itself has no
 * answer, so what hangs on it is not shown either. `not` turns a test round for those who were shown its question, also for
 * those of them who left it open.
 */
export type Condition = { readonly all: readonly ConditionTest[] }

/** One test of a condition. */
export type ConditionTest = Test & { readonly not?: true }

type Asked = {
  /** What the question is, over all versions and waves: letters, digits and hyphens. */
  readonly key: string
  readonly text: Said
  readonly hint?: Said
  /** Ids of terms whose working definition stands beside this question. */
  readonly terms?: readonly string[]
  /** Whom the percentages are of, in words; absent: everybody who filled in the questionnaire. */
  readonly universe?: Said
  readonly when?: Condition
  readonly required?: true
  /** Facts are filled in with the answer of the last wave and confirmed; opinions never are. */
  readonly about: 'fact' | 'opinion'
}

/** A sum, a count or an amount that somebody may know exactly, roughly, between two ends, or not at all. */
export type NumberRange = {
  readonly unit?: Said
  readonly least: number
  readonly most: number
  /** Digits behind the comma, 0 to 3. */
  readonly decimals: number
}

export type Question =
  | { readonly key: string; readonly type: 'info'; readonly text: Said; readonly when?: Condition }
  | (Asked & { readonly type: 'single'; readonly options: readonly Option[]; readonly other?: true })
  | (Asked & {
      readonly type: 'multiple'
      readonly options: readonly Option[]
      readonly other?: true
      /** At most so many ticks. */
      readonly most?: number
      /** The key of the option that goes with no other ("none of these"). */
      readonly alone?: string
    })
  | (Asked & NumberRange & { readonly type: 'number' })
  | (Asked & {
      readonly type: 'text'
      /** Characters, at most 5,000. */
      readonly longest: number
      /** Themes that coders give to the answers, when they are coded. */
      readonly codes?: readonly Option[]
      /** The answer names somebody (a contact, a function): it never reaches those who analyse. */
      readonly personal?: true
    })
  /** From 1 to 5, with words at both ends. */
  | (Asked & { readonly type: 'scale'; readonly low: Said; readonly high: Said })
  | (Asked & { readonly type: 'matrix'; readonly rows: readonly Option[]; readonly each: MatrixCell })
  /** Put in order; `most` says how many places are given out. */
  | (Asked & { readonly type: 'ranking'; readonly options: readonly Option[]; readonly most: number })
  | (Asked & { readonly type: 'date'; readonly precision: 'year' | 'month' | 'day' })

/** What every row of a matrix asks. */
export type MatrixCell =
  | { readonly type: 'single'; readonly options: readonly Option[] }
  | { readonly type: 'scale'; readonly low: Said; readonly high: Said }
  | ({ readonly type: 'number' } & NumberRange)

/** A number as somebody knows it. Unknown is an answer of its own and never 0. */
export type Amount =
  | { readonly known: 'exact' | 'estimate'; readonly value: number }
  | { readonly known: 'range'; readonly from: number; readonly to: number }
  | { readonly known: 'unknown' }

/**
 * One answer. `other` is the text behind "something else". Absence of a question in `Answers` means: not answered; whether
 * it was shown follows from the definition and the other answers.
 */
export type Answer =
  | { readonly type: 'single'; readonly chosen: string; readonly other?: string }
  | { readonly type: 'multiple'; readonly chosen: readonly string[]; readonly other?: string }
  | { readonly type: 'number'; readonly amount: Amount }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'scale'; readonly step: number }
  | { readonly type: 'matrix'; readonly rows: Readonly<Record<string, string | number | Amount>> }
  | { readonly type: 'ranking'; readonly order: readonly string[] }
  /** "2026", "2026-11" or "2026-11-22". */
  | { readonly type: 'date'; readonly on: string }

/** The answers of one respondent by the key of the question. The option key "other" is taken by "something else". */
export type Answers = Readonly<Record<string, Answer>>

/** The questions that ask something. */
export type AskedQuestion = Exclude<Question, { readonly type: 'info' }>

/** How much a questionnaire can hold; lengths are in characters as HTML counts them. */
export const limits = {
  sections: 60,
  questions: 200,
  options: 60,
  rows: 60,
  tests: 10,
  terms: 60,
  key: 40,
  title: 200,
  label: 300,
  words: 2_000,
  intro: 5_000,
  unit: 40,
  /** The text behind "something else". */
  other: 200,
  longest: 5_000,
  decimals: 3,
  /** No number lies further from 0. */
  amount: 1e12,
} as const

/** The option key of "something else, namely". */
export const otherKey = 'other'

/** The steps of every scale. */
export const scaleSteps = [1, 2, 3, 4, 5] as const
