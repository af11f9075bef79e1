import { binomialCdf, binomialPmf, normalTwoSided } from './distributions.ts'
import { clopperPearson, reachOf, wilson } from './proportion.ts'
import { scoreLimits } from './score-limits.ts'
import type { Interval } from './tally.ts'

// The panel: organisations that answered both times. Every change is the second share less the first, (c - b)/n: a rise is
// positive. Every function throws RangeError for a table that cannot be.

/**
 * How the panel answered both times: how many said yes twice, stopped (yes, then no), started (no, then yes), and said no
 * twice. Counts of organisations.
 */
export type Panel = {
  readonly stayed: number
  readonly stopped: number
  readonly started: number
  readonly never: number
}

/**
 * Refuses a table that cannot be and counts its organisations.
 *
 * @returns the number of organisations in the panel, 1 or more
 * @throws RangeError when a count is not a whole number of 0 or more, or the panel is empty
 */
export function panelSize({ stayed, stopped, started, never }: Panel): number {
  for (const count of [stayed, stopped, started, never])
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`Counts of organisations must be whole numbers, 0 or more; got ${count}.`)
  const size = stayed + stopped + started + never
  if (size === 0)
    throw new RangeError('No organisation answered both times, so the panel has no change: show no figure.')
  return size
}

/**
 * How much larger the share in the panel was the second time: (started - stopped)/n.
 *
 * @returns from -1 to 1
 * @throws RangeError when the table cannot be
 */
export const panelChange = (panel: Panel): number => (panel.started - panel.stopped) / panelSize(panel)

/**
 * McNemar's exact test, two-sided: if stopping and starting were equally likely, the chance that the smaller of the two is
 * as small as it was, doubled. Source: McNemar (1947), Psychometrika 12; the exact form with the binomial distribution.
 * Cannot come under 0.05 with fewer than six that changed.
 *
 * @returns a p-value from 0 to 1; 1 when nobody changed
 * @throws RangeError when the table cannot be
 */
export function mcnemarExact(panel: Panel): number {
  panelSize(panel)
  const changed = panel.stopped + panel.started
  return Math.min(1, 2 * binomialCdf(Math.min(panel.stopped, panel.started), changed, 0.5))
}

/**
 * McNemar's test with half the chance of the table itself: the exact p-value less the chance of that smaller count. The
 * default. Source: Fagerland, Lydersen & Laake (2013), BMC Medical Research Methodology 13.
 *
 * @returns a p-value from 0 to 1; 1 when nobody changed, and when as many stopped as started
 * @throws RangeError when the table cannot be
 */
export function mcnemarMidP(panel: Panel): number {
  panelSize(panel)
  const changed = panel.stopped + panel.started
  const fewer = Math.min(panel.stopped, panel.started)
  if (panel.stopped === panel.started) return 1
  return Math.min(1, 2 * binomialCdf(fewer, changed, 0.5) - binomialPmf(fewer, changed, 0.5))
}

/**
 * McNemar's chi-square test: (stopped - started)²/(stopped + started), and the p-value of the same less 1 before squaring
 * (Edwards' correction). Kept to check others by: with few changes both are off.
 *
 * @returns null when nobody changed
 * @throws RangeError when the table cannot be
 */
export function mcnemarAsymptotic(
  panel: Panel,
): { readonly chiSquare: number; readonly p: number; readonly corrected: number } | null {
  panelSize(panel)
  const changed = panel.stopped + panel.started
  if (changed === 0) return null
  const apart = Math.abs(panel.stopped - panel.started)
  const z = apart / Math.sqrt(changed)
  return {
    chiSquare: z ** 2,
    p: normalTwoSided(z),
    corrected: normalTwoSided(Math.max(0, apart - 1) / Math.sqrt(changed)),
  }
}

/**
 * How strongly the two answers of an organisation go together: phi, with n/2 taken off the product of the diagonals where
 * that is the larger one (down to 0), as Newcombe's interval wants it.
 *
 * @returns from -1 to 1; 0 when all answered alike at one of the times
 * @throws RangeError when the table cannot be
 */
export function correctedPhi(panel: Panel): number {
  const size = panelSize(panel)
  const { stayed, stopped, started, never } = panel
  const totals = (stayed + stopped) * (started + never) * (stayed + started) * (stopped + never)
  if (totals === 0) return 0
  const cross = stayed * never - stopped * started
  return (cross > 0 ? Math.max(cross - size / 2, 0) : cross) / Math.sqrt(totals)
}

/**
 * Newcombe's interval for the change in a panel: from d - √(L2² - 2 phi L2 U1 + U1²) to d + √(U2² - 2 phi U2 L1 + L1²), with
 * L and U the distances from each share to its Wilson limits, and phi corrected.
 * Source: Newcombe (1998), Statistics in Medicine 17, 2635-2650, method 10.
 *
 * @returns changes from -1 to 1, with the change between them
 * @throws RangeError when the table or the level cannot be
 */
export function newcombePaired(panel: Panel, level = 0.95): Interval {
  const answered = panelSize(panel)
  const change = panelChange(panel)
  const phi = correctedPhi(panel)
  const distances = (yes: number) => {
    const { lower, upper } = wilson({ yes, answered }, level)
    return { down: yes / answered - lower, up: upper - yes / answered }
  }
  const one = distances(panel.stayed + panel.stopped)
  const two = distances(panel.stayed + panel.started)
  const joined = (a: number, b: number) => Math.sqrt(Math.max(0, a ** 2 - 2 * phi * a * b + b ** 2))
  return {
    lower: Math.max(-1, change - joined(two.down, one.up)),
    upper: Math.min(1, change + joined(two.up, one.down)),
  }
}

/**
 * Tango's score interval for the change in a panel: every D for which (started - stopped - nD)² is at most
 * z² n (2s + D(1 - D)), with s the likeliest share of stoppers when the change is D. The reference for panels.
 * Source: Tango (1998), Statistics in Medicine 17, 891-908.
 *
 * @returns changes from -1 to 1, with the change between them, to about 1e-12
 * @throws RangeError when the table or the level cannot be
 */
export function tango(panel: Panel, level = 0.95): Interval {
  const size = panelSize(panel)
  const { stopped, started } = panel
  const square = reachOf(level) ** 2
  return scoreLimits(panelChange(panel), (supposed) => {
    const b = (2 * size - started + stopped) * supposed - started - stopped
    const c = -stopped * supposed * (1 - supposed)
    const stoppers = (Math.sqrt(Math.max(0, b ** 2 - 8 * size * c)) - b) / (4 * size)
    const variance = Math.max(0, 2 * stoppers + supposed * (1 - supposed))
    return (started - stopped - size * supposed) ** 2 / size ** 2 - (square * variance) / size
  })
}

/**
 * The interval that can be checked by hand: Wald's, after adding one to those who stopped and to those who started, and two
 * to the panel. Source: Bonett & Price (2012), Journal of Educational and Behavioral Statistics 37.
 *
 * @returns changes from -1 to 1; does not always hold the observed change, as it lies around a smaller one
 * @throws RangeError when the table or the level cannot be
 */
export function bonettPrice(panel: Panel, level = 0.95): Interval {
  const size = panelSize(panel) + 2
  const stopped = (panel.stopped + 1) / size
  const started = (panel.started + 1) / size
  const change = started - stopped
  const spread = reachOf(level) * Math.sqrt((started + stopped - change ** 2) / size)
  return { lower: Math.max(-1, change - spread), upper: Math.min(1, change + spread) }
}

/**
 * How many started for each one that stopped, with exact limits: those of Clopper and Pearson for the share of starters
 * among all that changed, as odds.
 *
 * @returns `odds` and `upper` null when they have no end (nobody stopped); all three null when nobody changed
 * @throws RangeError when the table or the level cannot be
 */
export function startersPerStopper(
  panel: Panel,
  level = 0.95,
): { readonly odds: number | null; readonly lower: number | null; readonly upper: number | null } {
  panelSize(panel)
  const { stopped, started } = panel
  if (stopped + started === 0) return { odds: null, lower: null, upper: null }
  const { lower, upper } = clopperPearson({ yes: started, answered: stopped + started }, level)
  return {
    odds: stopped === 0 ? null : started / stopped,
    lower: lower / (1 - lower),
    upper: upper === 1 ? null : upper / (1 - upper),
  }
}
