/** How many of the organisations that answered a question said yes. Both are counts: whole, 0 or more, `yes` at most `answered`. */
export type Tally = { readonly yes: number; readonly answered: number }

/** From where to where, with both ends included. Of a share from 0 to 1; of a change from -1 to 1. */
export type Interval = { readonly lower: number; readonly upper: number }

/**
 * Refuses a tally that cannot be.
 *
 * @throws RangeError when a count is not a whole number of 0 or more, more said yes than answered, or nobody answered: then
 *   there is no share, and a caller shows no figure instead of asking for one
 */
export function checkTally({ yes, answered }: Tally): void {
  for (const count of [yes, answered])
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`Counts of answers must be whole numbers, 0 or more; got ${yes} of ${answered}.`)
  if (yes > answered) throw new RangeError(`No more can say yes than answered; got ${yes} of ${answered}.`)
  if (answered === 0) throw new RangeError('Nobody answered, so there is no share: show no figure.')
}

/**
 * Refuses a population that is smaller than the number that answered.
 *
 * @throws RangeError when `population` is not a whole number, or fewer than answered
 */
export function checkPopulation(answered: number, population: number): void {
  if (!Number.isSafeInteger(population) || population < 1)
    throw new RangeError(`The population must be a whole number of organisations, 1 or more; got ${population}.`)
  if (answered > population)
    throw new RangeError(
      `More answered (${answered}) than the population holds (${population}): look for double answers or an old member list.`,
    )
}

/**
 * Refuses a confidence level that is a percentage, or promises nothing or everything.
 *
 * @throws RangeError when the level does not lie between 0 and 1
 */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1))
    throw new RangeError(`The confidence level must lie between 0 and 1, such as 0.95; got ${level}.`)
}
