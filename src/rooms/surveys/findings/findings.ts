import type { Answers, Definition, FixedMeaning, Said } from '../../../lib/questionnaire/definition.ts'
import type { ChangeVerdict, LevelVerdict, Limits, PanelVerdict } from '../../../lib/statistics/verdicts.ts'
import type { Interval, Tally } from '../../../lib/statistics/tally.ts'
import type { RefusedWeighting } from '../../../lib/statistics/weights.ts'

// Waves in, findings out. What goes in holds answers under pseudonyms and never leaves the house. What comes out holds only
// what may be published: small numbers are gone before it exists, so that no page, chart, file or sentence can give one away.
// Both are plain JSON. Shares run from 0 to 1 and changes from -1 to 1; null means that there is no figure, never 0.

/** Known of every organisation beforehand. A size is a class of the series, a region a province. */
export const backgrounds = ['type', 'size', 'region'] as const
export type Background = (typeof backgrounds)[number]
/** What is not known of an organisation, as a category of its own. */
export const notKnown = '?'
type Place = Readonly<Record<Background, string>>

/** One organisation that answered. The pseudonym is the same in every wave of the series. */
export type Respondent = Place & {
  readonly pseudonym: string
  readonly answers: Answers
  /** What was settled about answers in own words, by question; empty where no code fits. Only of questions in `codings`. */
  readonly codes?: Readonly<Record<string, readonly string[]>>
}

/** How answers in own words were sorted. `alpha` is Krippendorff's; null when it cannot be told. */
export type Coding = { readonly coders: number; readonly alpha: number | null }

/** How many organisations of the population share a type, a size and a region, when the wave was opened. */
export type FrameCount = Place & { readonly organisations: number }

/** What was fixed before the wave opened. */
export type Plan = {
  /** Keys of figures: `question` or `question:row` with all its answers, or `question/option` for one answer alone. */
  readonly mainQuestions: readonly string[]
  readonly limits: Limits
  /** Empty: nothing is weighted. */
  readonly weightingMargins: readonly Background[]
  /** Weights above this many times their mean are trimmed; null: none are. */
  readonly weightCap: number | null
  /** The variables by which tables are made, one at a time. */
  readonly tablesBy: readonly Background[]
  /** Questions whose "nobody" says something sensitive about everybody in a small group. */
  readonly sensitive: readonly string[]
  /** Such as 0.95. */
  readonly confidence: number
}

/** How far a wave can be compared with an earlier one, as declared with a reason. */
export type Comparability = {
  /** The `id` of the earlier wave. */
  readonly wave: string
  readonly level: 'full' | 'limited' | 'none'
  readonly reason: Said
  /** Per question that changed: why the answers still mean the same. Without one a changed question is not compared. */
  readonly bridges: Readonly<Record<string, Said>>
}

/** One wave of a poll, as the analysis sees it. */
export type PollWave = {
  readonly id: string
  /** What people call it: "2020". */
  readonly label: string
  readonly year: number
  readonly definition: Definition
  /** What its terms meant to respondents; absent when it explains none. */
  readonly meanings?: readonly FixedMeaning[]
  /** null when nobody counted the population: then nothing is said about all members. */
  readonly frame: readonly FrameCount[] | null
  readonly respondents: readonly Respondent[]
  readonly plan: Plan
  /** Questions in own words of which every answer has settled codes; absent when there are none. */
  readonly codings?: Readonly<Record<string, Coding>>
  /** One for each earlier wave that it may be held against. */
  readonly comparability: readonly Comparability[]
}

/**
 * What was let out before about the same wave, with those who were in it and are still here. Who was in it and is gone is seen
 * from its bases; when it is not known who was, nobody is here.
 */
export type EarlierRelease = { readonly findings: Findings; readonly respondents: readonly Respondent[] }

/** Everything an analysis looks at. */
export type AnalysisInput = {
  readonly wave: PollWave
  /** Oldest first; `released` is what the public knows of each, and then its respondents are those of that; null when nothing. */
  readonly earlier: readonly { readonly wave: PollWave; readonly released: Findings | null }[]
  /** Earlier releases of this wave itself: a correction is audited together with them. */
  readonly released: readonly EarlierRelease[]
}

/** Why a number is not shown. `few`: too few organisations, or it would give away another number; never which of the two. */
export type WhyHidden =
  | 'few'
  | 'small-base'
  | 'merge-categories'
  | 'too-close-to-earlier'
  | 'attack-succeeds'
  | 'routing'
  | 'one-dominates'
  | 'personal'

/** What is known of one answer among those who answered the question. */
export type Level =
  | { readonly status: 'hidden'; readonly why: WhyHidden }
  | {
      readonly status: 'shown' | 'zero'
      readonly count: number
      readonly base: number
      /** Of those who answered; null below the limit for percentages. */
      readonly share: number | null
      /** For all members, through weights, in whole hundredths; null without weights. */
      readonly weighted: number | null
      /** For all members, ends rounded outwards to whole hundredths; null when nothing may be said about them. */
      readonly interval: Interval | null
      /** The same as numbers of organisations; only without weights and with a known population. */
      readonly members: { readonly fewest: number; readonly most: number } | null
      readonly verdict: LevelVerdict
    }

/** How this share moved since an earlier wave. Panel and everybody are never mixed. */
export type Change = {
  /** The `id` and `label` of the earlier wave. */
  readonly since: string
  readonly sinceLabel: string
  readonly comparability: 'full' | 'limited' | 'none'
  /** Why it is not full. */
  readonly reason: Said | null
  /** What was written about words or answers that changed. */
  readonly bridge: Said | null
  /** Changed words, answers, routing or base without a bridge: then nothing is compared. */
  readonly questionChanged: boolean
  /** One of the questions fixed beforehand; its p-value is adjusted for all of those. */
  readonly main: boolean
  readonly verdict: ChangeVerdict
  /** Points of the change that come from other participants, per background variable; none when the groups are alike. */
  readonly composition: readonly CompositionPart[]
  readonly fresh: { readonly first: Tally; readonly second: Tally } | null
  readonly panel: PanelChange
}

/** `points` is a part of the change (-1 to 1), null when it cannot be told; `more` took part more often than before. */
export type CompositionPart = {
  readonly by: Background
  readonly points: number | null
  readonly more: string | null
}

/** The organisations that answered both times, and nobody else. */
export type PanelChange = {
  readonly verdict: PanelVerdict
  /** null when one of the four is too small to show. */
  readonly cells: {
    readonly stayed: number
    readonly stopped: number
    readonly started: number
    readonly never: number
  } | null
  readonly interval: Interval | null
}

/** One answer of a question, one step of a scale, or one place in an order. */
export type OptionFinding = {
  readonly key: string
  readonly label: Said
  /** A code that coders gave to answers in own words, and no answer that could be chosen. */
  readonly coded?: true
  readonly level: Level
  readonly changes: readonly Change[]
}

/** The question against one background variable. Rows are answers, columns are groups. */
export type TableFinding = {
  readonly id: string
  readonly by: Background
  /** Counts are multiples of this; null: they are as counted. */
  readonly roundedTo: number | null
  readonly groups: readonly {
    readonly key: string
    /** The categories in it; more than one where small ones were put together. */
    readonly of: readonly string[]
    readonly base: number | null
  }[]
  readonly rows: readonly { readonly option: string; readonly cells: readonly Cell[] }[]
}

export type Cell =
  | { readonly status: 'shown' | 'zero'; readonly count: number; readonly share: number | null }
  | { readonly status: 'hidden' }

/** A table that was approved and is not shown, or an answer that is not. */
export type Withheld = {
  readonly what: 'question' | 'table' | 'option' | 'amount'
  readonly key: string
  readonly why: WhyHidden
}

/** Unknown, not answered and not asked are three different things, and none of them is 0. null: may not be known. */
export type Counted = {
  readonly respondents: number
  readonly asked: number | null
  readonly notAsked: number | null
  readonly answered: number | null
  readonly notAnswered: number | null
  readonly unknown: number | null
}

/** Numbers that organisations gave, in the unit of the question, without more digits than are known. */
export type AmountFinding = {
  readonly unit: Said | null
  readonly decimals: number
  /** How well they knew it; null where that may not be known. */
  readonly known: { readonly exact: number | null; readonly estimate: number | null; readonly range: number | null }
  readonly median: number | null
  /** Half of the answers lie between these. */
  readonly middle: Interval | null
  /** Of all organisations that answered; weighted when there are weights. Two digits that count. */
  readonly mean: { readonly value: number; readonly interval: Interval | null } | null
  /** What the respondents gave together, unweighted. */
  readonly total: number | null
  /** What all members together have, with its interval; null without a known population. */
  readonly membersTotal: { readonly value: number; readonly interval: Interval | null } | null
  readonly why: WhyHidden | null
}

export type QuestionKind = 'one' | 'several' | 'scale' | 'amount' | 'order' | 'text' | 'date'

export type QuestionFinding = {
  /** `question`, or `question:row` for a row of a matrix. */
  readonly key: string
  readonly kind: QuestionKind
  readonly text: Said
  /** The words of the row of a matrix. */
  readonly row: Said | null
  /** The terms beside it, as respondents read them; absent when there are none. */
  readonly meanings?: readonly FixedMeaning[]
  /** Whom the percentages are of: everybody, who got the question, or who answered it. */
  readonly base: { readonly rule: 'all' | 'asked' | 'answered'; readonly words: Said; readonly count: number | null }
  readonly counted: Counted
  readonly main: boolean
  /** Organisations could choose more than one answer: shares add to more than 1. */
  readonly several: boolean
  /** How answers in own words became codes; absent for questions that were not coded. */
  readonly coding?: Coding
  /** Counts are multiples of this; null: they are as counted. */
  readonly roundedTo: number | null
  /** Whole rows hidden as the search was out of time; counts rounded; or no table by a background variable. null: neither. */
  readonly coarsened: 'whole-lines' | 'rounded' | 'without-background' | null
  readonly options: readonly OptionFinding[]
  readonly amount: AmountFinding | null
  readonly tables: readonly TableFinding[]
  readonly withheld: readonly Withheld[]
}

/** Who took part, out of whom. */
export type ResponseFinding = {
  readonly respondents: number
  readonly population: number | null
  readonly rate: number | null
  /** Per background variable and category; `respondents` null where it is too small to show. */
  readonly by: readonly {
    readonly by: Background
    /** `of`: the categories in it; more than one where small ones were put together. */
    readonly groups: readonly {
      readonly key: string
      readonly of: readonly string[]
      readonly population: number | null
      readonly respondents: number | null
    }[]
  }[]
  /** 1 when all groups answered equally; null without a frame or when everybody answered. */
  readonly indicator: number | null
  /** The most that a share can be off through uneven answering, if the background says it all. */
  readonly largestBias: number | null
  /** Per main question and answer: if all who kept silent had said no, or yes. */
  readonly worstCases: readonly { readonly key: string; readonly option: string; readonly interval: Interval }[]
  /** Which groups took part more often than others; empty when none. */
  readonly more: readonly { readonly by: Background; readonly key: string }[]
}

export type WeightingFinding =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'weighted'
      readonly margins: readonly Background[]
      readonly cap: number | null
      readonly designEffect: number
      readonly doubtful: boolean
      readonly variance: 'jackknife' | 'linearised' | 'linearised-corrected'
    }
  | {
      readonly kind: 'refused'
      readonly reason: RefusedWeighting
      readonly by: string | null
      readonly category: string | null
    }

/** Every setting that leads to a number, so that anybody can reckon it again. */
export type Method = {
  /** Of the analysis; another version may give other numbers. */
  readonly version: string
  /** SHA-256 of the input as JSON. */
  readonly input: string
  readonly plan: Plan
  readonly weighting: WeightingFinding
  readonly thresholds: { readonly cell: number; readonly percentageBase: number; readonly roundTo: number }
  /**
   * The attack that the figures withstood: how many answers of organisations with a background of their own were tried, and
   * the limit of how many more may be found than by guessing the answer given most (0.05: five points). What was found is no
   * figure: with few tried it would tell their answers.
   */
  readonly attack: { readonly tried: number; readonly margin: number }
  /** By name, in a fixed order: exact-hypergeometric, jackknife, mcnemar-mid-p, holm… */
  readonly methods: readonly string[]
}

export type Findings = {
  readonly format: 1
  readonly wave: { readonly id: string; readonly label: string; readonly year: number }
  readonly earlier: readonly { readonly id: string; readonly label: string; readonly year: number }[]
  readonly response: ResponseFinding
  /** In the order of the questionnaire. */
  readonly questions: readonly QuestionFinding[]
  readonly method: Method
}
