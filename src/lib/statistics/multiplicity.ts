// Several tests at once: the more questions are asked, the likelier that one of them seems to show something by chance.

function ascending(ps: readonly number[]): { readonly p: number; readonly at: number }[] {
  for (const p of ps)
    if (!(p >= 0 && p <= 1))
      throw new RangeError(`A p-value must lie from 0 to 1; got ${p}. Leave out what has no test.`)
  return ps.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p)
}

/**
 * Holm's adjustment: from the smallest p-value up, times the number of tests that are left (m, m - 1, ...), and never less
 * than the one before, at most 1. Below 0.05 after it: the chance of any false claim in the whole set stays under 5 %. For
 * the main questions fixed beforehand and inside one set of answers. Source: Holm (1979), Scandinavian Journal of
 * Statistics 6.
 *
 * @param ps p-values from 0 to 1, one for each test of the family, in any order; none gives none
 * @returns the adjusted p-values, in the same order
 * @throws RangeError when one is not a number from 0 to 1
 */
export function holm(ps: readonly number[]): number[] {
  const adjusted = ps.map(() => 1)
  let before = 0
  for (const [rank, { p, at }] of ascending(ps).entries()) {
    before = Math.max(before, Math.min(1, p * (ps.length - rank)))
    adjusted[at] = before
  }
  return adjusted
}

/**
 * The adjustment of Benjamini and Hochberg: from the largest p-value down, times m over its rank, and never more than the
 * one after, at most 1. Below 0.05 after it: of all that is called a finding some 5 % is false. For looking around in
 * subgroups only, and labelled as such. Source: Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57.
 *
 * @param ps p-values from 0 to 1, one for each test, in any order; none gives none
 * @returns the adjusted p-values, in the same order
 * @throws RangeError when one is not a number from 0 to 1
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const adjusted = ps.map(() => 1)
  let after = 1
  for (const [fromEnd, { p, at }] of ascending(ps).toReversed().entries()) {
    after = Math.min(after, p * (ps.length / (ps.length - fromEnd)))
    adjusted[at] = after
  }
  return adjusted
}
