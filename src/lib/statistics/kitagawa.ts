import type { Answers } from './waves.design.ts'

/** A change between two waves, split into what other participants bring and what answers bring. */
export type Split = {
  /** The unweighted change; composition + rate. */
  readonly total: number
  /** What comes from other participants: sum of (share2 - share1) x (p1 + p2) / 2. */
  readonly composition: number
  /** What comes from other answers: sum of (share1 + share2) / 2 x (p2 - p1). */
  readonly rate: number
  readonly categories: readonly {
    readonly category: string
    /** The part of the answering organisations in this category, per wave. */
    readonly share1: number
    readonly share2: number
    /** The share of yes, or mean, within the category. */
    readonly p1: number
    readonly p2: number
  }[]
}

/**
 * Kitagawa's decomposition: how much of a change in an unweighted share (or mean) comes from a different mix of
 * participants on one background variable.
 *
 * @param first answers of the first wave (null for no answer) with the category of each respondent.
 * @returns null when it is not defined: a category is answered in one wave and not in the other. Merge first. Also when
 *   nobody answered at all.
 * @throws {RangeError} when there is not one category per answer.
 * Source: Kitagawa (1955), Components of a difference between two rates, JASA 50.
 */
export function kitagawa(
  first: { readonly answers: Answers; readonly of: readonly string[] },
  second: { readonly answers: Answers; readonly of: readonly string[] },
): Split | null {
  const [before, after] = [perCategory(first), perCategory(second)]
  const names = new Set([...before.sums.keys(), ...after.sums.keys()])
  if (names.size === 0) return null
  const categories: Split['categories'][number][] = []
  let [composition, rate] = [0, 0]
  for (const category of names) {
    const [one, two] = [before.sums.get(category), after.sums.get(category)]
    if (!one || !two) return null
    const [share1, share2] = [one.answered / before.answered, two.answered / after.answered]
    const [p1, p2] = [one.sum / one.answered, two.sum / two.answered]
    composition += ((share2 - share1) * (p1 + p2)) / 2
    rate += ((share1 + share2) / 2) * (p2 - p1)
    categories.push({ category, share1, share2, p1, p2 })
  }
  return { total: composition + rate, composition, rate, categories }
}

function perCategory({ answers, of }: { readonly answers: Answers; readonly of: readonly string[] }) {
  if (answers.length !== of.length)
    throw new RangeError(`${of.length} categories do not fit ${answers.length} answers.`)
  const sums = new Map<string, { sum: number; answered: number }>()
  let answered = 0
  for (const [at, category] of of.entries()) {
    const answer = answers[at] ?? null
    if (answer === null) continue
    const known = sums.get(category) ?? { sum: 0, answered: 0 }
    sums.set(category, { sum: known.sum + answer, answered: known.answered + 1 })
    answered += 1
  }
  return { sums, answered }
}
