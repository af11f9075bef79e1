/** A day of the calendar in Amsterdam, such as "2026-11-22". Days compare as text. */
export type Day = string

// Swedes write a day as ISO 8601 does. Making a formatter costs a hundred times as much as using it.
const amsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })

/** The day in Amsterdam at a moment. Between midnight there and midnight in UTC that is another day than UTC has. */
export const dayAt = (moment: Date): Day => amsterdam.format(moment)

const noonOf = (day: Day) => new Date(`${day}T12:00:00Z`)
// oxlint-disable-next-line plein/day-of-moment -- at noon both have the same day
const written = (date: Date): Day => date.toISOString().slice(0, 10)

/** So many days later, or earlier when `days` is below zero. No clock is moved in it: a day is a day. */
export function daysLater(day: Day, days: number): Day {
  const date = noonOf(day)
  date.setUTCDate(date.getUTCDate() + days)
  return written(date)
}

/** The same day of a later month, or the last day of that month when it is shorter. */
export function monthsLater(day: Day, months: number): Day {
  const date = noonOf(day)
  const dayOfMonth = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() + months, 1)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(dayOfMonth, last))
  return written(date)
}
