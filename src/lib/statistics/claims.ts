import type { ChangeVerdict, Direction } from './verdicts.ts'

/** What somebody wants to write about a change: a larger or smaller share than before, or hardly any difference. */
export type Claim = Direction | 'hardly-changed'

/** Why a claim may not be made. */
export type ClaimRefusal =
  | 'no-figure'
  | 'too-few'
  | 'not-comparable'
  | 'groups-differ'
  | 'may-be-chance'
  | 'too-uncertain'
  | 'about-equal'
  | 'other-way'
  | 'real-change'

/**
 * Holds a claim in somebody's text against the verdict.
 *
 * @param verdict null when one of the waves has no figure at all
 * @returns null when it may be said; otherwise why not. `too-uncertain`: that nothing was demonstrated does not show that
 *   nothing changed.
 */
export function whyNotClaim(claim: Claim, verdict: ChangeVerdict | null): ClaimRefusal | null {
  switch (verdict?.code) {
    case undefined:
      return 'no-figure'
    case 'S0':
    case 'S1':
      return 'too-few'
    case 'C0':
      return 'not-comparable'
    case 'C1':
      return 'groups-differ'
    case 'C2':
      if (claim === 'hardly-changed') return verdict.small ? null : 'real-change'
      return claim === verdict.direction ? null : 'other-way'
    case 'C3':
      return claim === 'hardly-changed' ? null : 'about-equal'
    case 'C4':
      return claim === 'hardly-changed' ? 'too-uncertain' : 'may-be-chance'
  }
}

/**
 * The verdict that holds whichever of several possible counts is the true one, as with an old poll of which only
 * percentages are left.
 *
 * @param verdicts one for each possibility
 * @returns the first of them when all give the same code and direction; otherwise the first that claims nothing, and when each
 *   claims something else, that it may be chance, with the numbers of the first
 * @throws RangeError when there is none
 */
export function verdictOfAll(verdicts: readonly ChangeVerdict[]): ChangeVerdict {
  const [first] = verdicts
  if (first === undefined)
    throw new RangeError('No counts are possible, so there is no verdict: show the contradiction.')
  const says = (verdict: ChangeVerdict) => (verdict.code === 'C2' ? `C2 ${verdict.direction}` : verdict.code)
  if (verdicts.every((each) => says(each) === says(first))) return first
  const silent = verdicts.find((each) => each.code !== 'C2' && each.code !== 'C3')
  if (silent) return silent
  if (first.code !== 'C2' && first.code !== 'C3') return first
  const { scope, comparability, weighted, change, interval, p, smallestVisible, second } = first
  return {
    code: 'C4',
    scope,
    comparability,
    first: first.first,
    second,
    weighted,
    change,
    interval,
    p,
    smallestVisible,
  }
}
