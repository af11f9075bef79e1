import { type Day, dayAt, daysLater, monthsLater } from '../../../lib/days.ts'

/**
 * Months between two checks, by kind of item: what ages fast is looked at often. A kind that is not here is looked at after
 * `usualMonths`. A steward may choose another rhythm for one item.
 */
const monthsOfKind: Readonly<Record<string, number>> = {
  fundingSource: 6,
  training: 6,
  event: 6,
  factsheet: 12,
  faq: 12,
  initiative: 12,
  jobProfile: 12,
  project: 12,
  researchQuestion: 12,
  tool: 12,
  article: 36,
  book: 36,
  eventReport: 36,
  interview: 36,
  podcast: 36,
  report: 36,
  video: 36,
}
const usualMonths = 24

/** The rhythms that a steward chooses from, in months. */
export const rhythms = [3, 6, 12, 18, 24, 36] as const

/** The months between two checks of an item: its own rhythm, else that of its kind. */
export const monthsBetween = (item: { readonly type: string | null; readonly reviewMonths: number | null }): number =>
  item.reviewMonths ?? monthsOfKind[item.type ?? ''] ?? usualMonths

/** Where an item stands: its check may wait, is asked for, is late, or is so late that nobody should lean on it. */
export const standings = ['in-time', 'due', 'overdue', 'stale'] as const
export type Standing = (typeof standings)[number]

/** Days before its date on which a check is asked for. */
const daysAhead = 30

/** The last day on which a check is still in time. */
export const reviewByOf = (checkedAt: Date, months: number): Day => monthsLater(dayAt(checkedAt), months)

/** The first day on which an item is stale: half a rhythm after its date, at least three months and at most a year. */
const staleFrom = (reviewBy: Day, months: number): Day =>
  monthsLater(reviewBy, Math.min(12, Math.max(3, Math.ceil(months / 2))))

/** Where an item stands on a day. On its date itself it is still in time to look. */
export function standingOn(item: { readonly reviewBy: Day; readonly months: number }, today: Day): Standing {
  if (today >= staleFrom(item.reviewBy, item.months)) return 'stale'
  if (today > item.reviewBy) return 'overdue'
  return daysLater(today, daysAhead) >= item.reviewBy ? 'due' : 'in-time'
}

/** The last date of those that are asked for on a day. */
export const askedUntil = (today: Day): Day => daysLater(today, daysAhead)

/** How far on the ladder: a steward hears of an item once for each step up. */
export const step = (standing: Standing): number => standings.indexOf(standing)

/** The Monday of a day's week: a steward gets at most one letter a week. */
export const weekOf = (day: Day): Day => daysLater(day, -((new Date(day).getUTCDay() + 6) % 7))

/** What a steward says of an item. */
export const answers = ['still-right', 'needs-work', 'retire', 'not-ours'] as const
export type Answer = (typeof answers)[number]

/**
 * When an item counts as checked once it is published: now, when the editor says that all of it was looked at, and at
 * its first publication. Else other words leave the clock as it was: a spelling fix is no check.
 */
export const checkedAtPublication = (
  item: { readonly checkedAt: Date; readonly publishedAt: Date | null },
  saysChecked: boolean,
  now: Date,
): Date => (saysChecked || item.publishedAt === null ? now : item.checkedAt)

/** How many items were checked in time: until its date an item is, also when its check is asked for. */
export const inTime = (items: Readonly<Record<Standing, number>>): number => items['in-time'] + items.due
