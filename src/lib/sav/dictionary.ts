/** What a file of SPSS holds: who made it, its variables, its sets of answers that belong together, and the cases. */
export type SavFile = {
  /** At most 64 bytes. '' when there is none. */
  readonly label: string
  /** The program that made the file. */
  readonly product: string
  /**
   * In UTC, to the second: the file knows no zone, and two digits of the year (read as 1970 to 2069). null when what was
   * read is no date.
   */
  readonly created: Date | null
  /** Lines of at most 80 bytes, without spaces at their end. */
  readonly notes: readonly string[]
  readonly attributes: readonly SavAttribute[]
  readonly variables: readonly SavVariable[]
  readonly sets: readonly SavSet[]
  /** Name of the variable that weighs the cases; null when they weigh the same. */
  readonly weight: string | null
  /** One list for each case, its cells in the order of the variables. */
  readonly cases: readonly (readonly SavCell[])[]
}

/** A number, a text, or null where a number is absent. A text is never absent in SPSS: at most it is ''. */
export type SavCell = number | string | null

export type SavVariable = SavNumber | SavText

type Described = {
  readonly name: string
  /** At most 255 bytes. '' when there is none. */
  readonly label: string
  /** null when the file does not say. */
  readonly measure: SavMeasure | null
  /** How many letters wide the column is on the screen; nothing about what it holds. */
  readonly columns: number
  readonly align: SavAlign
  readonly attributes: readonly SavAttribute[]
}

export type SavNumber = Described & {
  readonly kind: 'number'
  readonly format: SavFormat
  readonly valueLabels: readonly SavValueLabel<number>[]
  readonly missing: SavMissing
}

export type SavText = Described & {
  readonly kind: 'text'
  /** How many bytes a cell has room for, 1 to 32,767; in UTF-8 when we wrote it. */
  readonly bytes: number
  readonly valueLabels: readonly SavValueLabel<string>[]
  /** At most three, of at most 8 bytes each, whatever the variable has room for. */
  readonly missing: readonly string[]
}

/** What a value means; the label takes at most 120 bytes. */
export type SavValueLabel<Value> = { readonly value: Value; readonly label: string }

/**
 * Numbers that people gave a meaning as "no answer": up to three by themselves, or a range (from and to are in it,
 * -Infinity and Infinity are allowed) with at most one beside it.
 */
export type SavMissing = {
  readonly values: readonly number[]
  readonly range: { readonly from: number; readonly to: number } | null
}

/** Something said of the file or of a variable under a name, with one or more texts. */
export type SavAttribute = { readonly name: string; readonly values: readonly string[] }

/** Variables that are one question with several answers. */
export type SavSet = {
  /** Without the $ that SPSS puts in front. */
  readonly name: string
  readonly label: string
  readonly variables: readonly string[]
} & (
  | { readonly kind: 'categories' }
  /** counted: the value that means "ticked", a whole number or a text. */
  | { readonly kind: 'dichotomies'; readonly counted: number | string }
)

export const measures = ['nominal', 'ordinal', 'scale'] as const
export type SavMeasure = (typeof measures)[number]
export const aligns = ['left', 'right', 'centre'] as const
export type SavAlign = (typeof aligns)[number]

/** How a number is shown, for instance F8.2: in eight letters, two of them after the point. */
export type SavFormat = { readonly type: SavFormatType; readonly width: number; readonly decimals: number }

/** Of each way to show a number: its code in a file, how wide it is at least, and how wide without decimals when it can have any. */
export const formats = {
  COMMA: { code: 3, least: 1, before: 1 },
  DOLLAR: { code: 4, least: 2, before: 2 },
  F: { code: 5, least: 1, before: 1 },
  N: { code: 16, least: 1, before: null },
  E: { code: 17, least: 6, before: 7 },
  DATE: { code: 20, least: 9, before: null },
  TIME: { code: 21, least: 5, before: 9 },
  DATETIME: { code: 22, least: 17, before: 21 },
  ADATE: { code: 23, least: 8, before: null },
  JDATE: { code: 24, least: 5, before: null },
  DTIME: { code: 25, least: 8, before: 12 },
  WKDAY: { code: 26, least: 2, before: null },
  MONTH: { code: 27, least: 3, before: null },
  MOYR: { code: 28, least: 6, before: null },
  QYR: { code: 29, least: 6, before: null },
  WKYR: { code: 30, least: 8, before: null },
  PCT: { code: 31, least: 2, before: 2 },
  DOT: { code: 32, least: 1, before: 1 },
  EDATE: { code: 38, least: 8, before: null },
  SDATE: { code: 39, least: 8, before: null },
  MTIME: { code: 40, least: 5, before: 6 },
  YMDHMS: { code: 41, least: 16, before: 20 },
} as const
export type SavFormatType = keyof typeof formats

/** How SPSS shows a number when nobody said how. */
export const plainFormat: SavFormat = { type: 'F', width: 8, decimals: 2 }
/** A day, as in 22-NOV-2026; the cell holds {@link savSeconds}. */
export const dateFormat: SavFormat = { type: 'DATE', width: 11, decimals: 0 }
/** A day and a time to the second; the cell holds {@link savSeconds}. */
export const momentFormat: SavFormat = { type: 'DATETIME', width: 20, decimals: 0 }

// 14 October 1582, the day before the Gregorian calendar: where SPSS begins to count.
const beginning = Date.UTC(1582, 9, 14)

/**
 * A moment as SPSS counts: seconds since the start of 14 October 1582. The file knows no zone; what is written is UTC,
 * so a caller who wants Dutch days gives midnight UTC of that day.
 * @throws {RangeError} for a date that is none.
 */
export function savSeconds(moment: Date): number {
  const seconds = (moment.getTime() - beginning) / 1000
  if (Number.isNaN(seconds)) throw new RangeError('This is no date: give savSeconds a valid Date.')
  return seconds
}

/** The moment that SPSS counts as so many seconds, in UTC. @returns null when it lies outside what a Date can hold. */
export function dateOfSavSeconds(seconds: number): Date | null {
  const moment = new Date(Math.round(seconds * 1000) + beginning)
  return Number.isNaN(moment.getTime()) ? null : moment
}

/** How many bytes one piece of a text holds, and how many are between two pieces in the dictionary of a very long one. */
const pieceBytes = 255
const pieceStep = 252
export const widestText = 32_767

/**
 * The pieces in which a text variable is laid out: one up to 255 bytes, and beyond that one for every 252 bytes begun.
 * All pieces but the last have room for 255 bytes. Source: the dictionary record of "very long strings" (7, subtype 14).
 */
export function piecesOf(bytes: number): number[] {
  if (bytes <= pieceBytes) return [bytes]
  const count = Math.ceil(bytes / pieceStep)
  return Array.from({ length: count }, (_, n) => (n < count - 1 ? pieceBytes : bytes - pieceStep * (count - 1)))
}

/** The number that stands for "absent" in a file, and those for the lowest and the highest in a range. */
export const systemMissing = -Number.MAX_VALUE
export const highest = Number.MAX_VALUE
// The next number above the lowest that a float can be: all bits of the fraction but the last.
export const lowest = -(2 ** 1023) * (2 - 2 ** -51)
