import { chiSquareUpper } from './distributions.ts'

/** How the mix of participants on one background variable moved between two waves. */
export type CompositionShift = {
  readonly categories: readonly { readonly category: string; readonly first: number; readonly second: number }[]
  readonly chiSquare: number
  readonly df: number
  readonly pValue: number
  /** Fisher-Freeman-Halton; null when there are too many tables to count through (more than two million). */
  readonly exactPValue: number | null
  /** The smallest count that chi-square expects in a cell. Below 5 its p-value is rough: the exact one then counts. */
  readonly leastExpected: number
  readonly cramersV: number
  /** The part of the participants that would have to be of another category: half the sum of |share2 - share1|. */
  readonly dissimilarity: number
  /** p-value below 0.10 or dissimilarity above 0.10: our own limits for saying that the groups differ. */
  readonly differs: boolean
}

/**
 * Wave against one background variable: Pearson's chi-square, the exact p-value, Cramer's V and the index of
 * dissimilarity. All respondents of a wave count, whether or not they answered one question. Organisations in both waves
 * count twice, which makes the p-values careful.
 *
 * @param first the category of each respondent of the first wave. @param second of the second wave.
 * @returns null when a wave is empty or all respondents share one category: nothing can have shifted.
 * Source: Pearson (1900); Freeman & Halton (1951), Biometrika 38; Cramer (1946); Duncan & Duncan (1955).
 */
export function compositionShift(first: readonly string[], second: readonly string[]): CompositionShift | null {
  const names = [...new Set([...first, ...second])]
  if (first.length === 0 || second.length === 0 || names.length < 2) return null
  const count = (of: readonly string[], name: string) => of.reduce((sum, own) => sum + Number(own === name), 0)
  const categories = names.map((category) => ({
    category,
    first: count(first, category),
    second: count(second, category),
  }))
  const all = first.length + second.length
  let [chiSquare, leastExpected, dissimilarity] = [0, Infinity, 0]
  for (const each of categories) {
    const both = each.first + each.second
    for (const [seen, size] of [
      [each.first, first.length],
      [each.second, second.length],
    ] as const) {
      const expected = (both * size) / all
      chiSquare += (seen - expected) ** 2 / expected
      leastExpected = Math.min(leastExpected, expected)
    }
    dissimilarity += Math.abs(each.second / second.length - each.first / first.length) / 2
  }
  const df = names.length - 1
  const pValue = chiSquareUpper(chiSquare, df)
  const exactPValue = fisherFreemanHalton(categories.map((each) => [each.first, each.second]))
  const deciding = leastExpected < 5 ? (exactPValue ?? pValue) : pValue
  return {
    categories,
    chiSquare,
    df,
    pValue,
    exactPValue,
    leastExpected,
    cramersV: Math.sqrt(chiSquare / all),
    dissimilarity,
    differs: deciding < 0.1 || dissimilarity > 0.1,
  }
}

const mostTables = 2_000_000

/** Adds the chances of all tables with the same sums that are at most as likely as this one; R's slack of 1e-7. */
function fisherFreemanHalton(pairs: readonly (readonly [number, number])[]): number | null {
  // The widest category last: it follows from the others and costs nothing.
  const widths = pairs.map(([one, two]) => one + two).sort((left, right) => left - right)
  const drawn = pairs.reduce((sum, [one]) => sum + one, 0)
  const all = widths.reduce((sum, each) => sum + each, 0)
  const tables = widths.slice(0, -1).reduce((product, each) => product * (Math.min(each, drawn) + 1), 1)
  if (tables > mostTables) return null
  const logFactorials = new Float64Array(all + 1)
  for (let at = 1; at <= all; at += 1) logFactorials[at] = (logFactorials[at - 1] ?? 0) + Math.log(at)
  const logChoose = (n: number, k: number) =>
    (logFactorials[n] ?? 0) - (logFactorials[k] ?? 0) - (logFactorials[n - k] ?? 0)
  const scale = logChoose(all, drawn)
  const observed = pairs.reduce((sum, [one, two]) => sum + logChoose(one + two, one), 0) - scale
  const limit = observed + Math.log1p(1e-7)
  const after = widths.map((_, at) => widths.slice(at + 1).reduce((sum, each) => sum + each, 0))
  let total = 0
  const descend = (at: number, left: number, sofar: number) => {
    const width = widths[at] ?? 0
    if (at === widths.length - 1) {
      const chance = sofar + logChoose(width, left) - scale
      if (chance <= limit) total += Math.exp(chance)
      return
    }
    for (let here = Math.max(0, left - (after[at] ?? 0)); here <= Math.min(width, left); here += 1)
      descend(at + 1, left - here, sofar + logChoose(width, here))
  }
  descend(0, drawn, 0)
  return Math.min(1, total)
}
