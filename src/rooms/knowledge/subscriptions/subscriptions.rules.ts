/** A letter names so many items; of the others it says how many there are. */
export const mostInLetter = 12

/** For as long as an asking is kept that nobody confirms, and the link in its letter works. */
export const daysToConfirm = 7

/** The links of a letter work this long after it: people stop letters that they kept. */
export const daysOfLink = 365

/** What is new on the square, as a letter names it. */
export type NewItem = {
  readonly slug: string
  readonly type: string
  readonly title: string
  readonly summary: string
  readonly themes: readonly string[]
  readonly publishedAt: Date
}
