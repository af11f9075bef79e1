import type { Place } from './joint.ts'

/**
 * A background variable of the frame with its ever coarser forms: each level maps the finest category to a broader one.
 * Level 0 is the variable as it is; after the last declared level comes one that says nothing at all.
 */
export type Coarsenable = {
  readonly name: string
  readonly levels: readonly Readonly<Record<string, string>>[]
}

/** The finest forms that leave nobody in a group that is too small. */
export type Coarsened = {
  /** Per variable: how many steps coarser; one more than the declared levels means that it is left out. */
  readonly steps: readonly number[]
  /** How many different combinations are left, and how many organisations the smallest has. */
  readonly groups: number
  readonly smallest: number
  /** A place in the form in which it may be published; null where the variable is left out. */
  readonly coarse: (place: Place) => readonly (string | null)[]
}

/**
 * Makes background variables so coarse that each combination that occurs is shared by at least `k` organisations of
 * the population (k-anonymity; Sweeney 2002, full-domain generalisation). Every combination of levels is tried; the
 * choice loses least by the discernibility measure (sum of squared group sizes; Bayardo & Agrawal 2005), and among
 * equals coarsens the later variables first.
 * @param population the whole frame, not only who answered: a place (one category per variable) per organisation.
 * @returns null when the population itself has fewer than `k` organisations: then nothing helps.
 * @throws RangeError when a level has no form for a category that occurs, or `k` is below 1.
 */
export function coarsen(variables: readonly Coarsenable[], population: readonly Place[], k: number): Coarsened | null {
  if (!(k >= 1)) throw new RangeError(`${k} is not a size of a group`)
  if (population.length < k) return null
  let best: { choice: Coarsened; loss: number } | null = null
  for (const steps of combinationsOf(variables.map(({ levels }) => levels.length + 2))) {
    const coarse = (place: Place) =>
      variables.map((variable, index) => formOf(variable, steps[index] ?? 0, place[index]))
    const sizes = new Map<string, number>()
    for (const place of population) {
      const key = JSON.stringify(coarse(place))
      sizes.set(key, (sizes.get(key) ?? 0) + 1)
    }
    const smallest = Math.min(...sizes.values())
    const loss = [...sizes.values()].reduce((sum, size) => sum + size * size, 0)
    if (smallest >= k && (best === null || loss < best.loss))
      best = { choice: { steps, groups: sizes.size, smallest, coarse }, loss }
  }
  return best?.choice ?? null
}

function formOf(variable: Coarsenable, step: number, category: string | undefined): string | null {
  if (category === undefined) throw new RangeError(`a place without ${variable.name}`)
  if (step === 0) return category
  const level = variable.levels[step - 1]
  if (!level) return null
  const form = Object.hasOwn(level, category) ? level[category] : undefined
  if (form === undefined) throw new RangeError(`${variable.name} has no form for ${category} at step ${step}`)
  return form
}

/** All rows of steps, the last variable running fastest: the first best one coarsens the last variables first. */
function combinationsOf(lengths: readonly number[]): number[][] {
  return lengths.reduce<number[][]>(
    (begun, length) => begun.flatMap((start) => Array.from({ length }, (_, step) => [...start, step])),
    [[]],
  )
}
