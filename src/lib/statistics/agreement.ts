/** What each coder made of one answer: one code for each coder, or null for a coder who left it. */
export type CodedUnit = readonly (string | null)[]

/**
 * How far coders agree beyond chance, for codes without order: Krippendorff's alpha, 1 less the observed over the expected
 * disagreement. Observed: of all pairs of codes given to the same answer, the share that differs, where an answer with m codes
 * weighs m. Expected: the share that differs among all pairs of codes in the whole set. Answers that fewer than two
 * coders coded count for nothing. Source: Krippendorff (2019), Content Analysis, 4th edition, chapter 12.
 *
 * @param units one for each answer; the number of coders may differ from one to the next
 * @returns 1 when all agree, about 0 when they agree as chance would, below 0 when less; null when it is not defined: no answer
 *   has two codes, or one code is all that was ever given
 */
export function krippendorffAlpha(units: readonly CodedUnit[]): number | null {
  const totals = new Map<string, number>()
  let pairable = 0
  let observed = 0
  for (const unit of units) {
    const codes = unit.filter((code) => code !== null)
    if (codes.length < 2) continue
    const here = new Map<string, number>()
    for (const code of codes) {
      here.set(code, (here.get(code) ?? 0) + 1)
      totals.set(code, (totals.get(code) ?? 0) + 1)
    }
    pairable += codes.length
    observed += differingPairs(here, codes.length) / (codes.length - 1)
  }
  const expected = differingPairs(totals, pairable)
  return expected === 0 ? null : 1 - ((pairable - 1) * observed) / expected
}

/** Ordered pairs of different codes among `size` of them. */
const differingPairs = (counts: ReadonlyMap<string, number>, size: number): number =>
  [...counts.values()].reduce((sum, count) => sum + count * (size - count), 0)
