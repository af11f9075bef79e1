import type { Panel } from '../../../lib/statistics/paired.ts'
import type { Interval } from '../../../lib/statistics/tally.ts'
import type { Parts } from '../../../lib/statistics/waves.parts.ts'

// How wide the interval of a change is rests on how many answered the same both times. Where those counts are hidden, an
// interval with enough digits would tell them.

/** How far from what is true an attacker is let look: further away is only less alike. */
const reach = 12

/** The counts of a comparison, each a sum of organisations: who answered twice, and who answered once. */
const countsOf = ({ stayed, stopped, started, never }: Panel, { first, second }: Parts['all']): number[] => [
  stayed,
  stopped,
  started,
  never,
  first.yes - stayed - stopped,
  first.answered - first.yes - started - never,
  second.yes - stayed - started,
  second.answered - second.yes - stopped - never,
]

/**
 * Whether every small count keeps a range of at least `fewest`, for who knows how many answered and said yes in each wave,
 * how many answered both, and what was printed. Every panel is tried that lies near the true one.
 *
 * @param printed the ends as they would be printed for such a panel; null when it could not be
 */
export function hidesPanel(
  { panel, all }: Pick<Parts, 'panel' | 'all'>,
  fewest: number,
  printed: (panel: Panel) => Interval | null,
): boolean {
  const truth = countsOf(panel, all)
  const secret = [...truth.keys()].filter((at) => (truth[at] ?? 0) > 0 && (truth[at] ?? 0) < fewest)
  if (secret.length === 0) return true
  const real = printed(panel)
  if (real === null) return false
  const [least, most] = [[...truth], [...truth]]
  const isSafe = () => secret.every((at) => (most[at] ?? 0) - (least[at] ?? 0) >= fewest)
  const size = panel.stayed + panel.stopped + panel.started + panel.never
  for (let stopped = panel.stopped - reach; stopped <= panel.stopped + reach; stopped += 1)
    for (let started = panel.started - reach; started <= panel.started + reach; started += 1)
      for (let stayed = panel.stayed - reach; stayed <= panel.stayed + reach; stayed += 1) {
        const other = { stayed, stopped, started, never: size - stayed - stopped - started }
        const counts = countsOf(other, all)
        if (counts.some((count) => count < 0)) continue
        if (!secret.some((at) => (counts[at] ?? 0) < (least[at] ?? 0) || (counts[at] ?? 0) > (most[at] ?? 0))) continue
        const found = printed(other)
        if (found === null || found.lower !== real.lower || found.upper !== real.upper) continue
        for (const at of secret) {
          least[at] = Math.min(least[at] ?? 0, counts[at] ?? 0)
          most[at] = Math.max(most[at] ?? 0, counts[at] ?? 0)
        }
        if (isSafe()) return true
      }
  return isSafe()
}

/** Both ends to whole multiples of five hundredths, away from the middle. */
export const inFives = ({ lower, upper }: Interval): Interval => ({
  lower: Math.floor(lower * 20 + 1e-9) / 20,
  upper: Math.ceil(upper * 20 - 1e-9) / 20 + 0,
})
