import { normalTwoSided } from '../../../lib/statistics/distributions.ts'
import { moverDifference } from '../../../lib/statistics/mover.ts'
import type { Interval } from '../../../lib/statistics/tally.ts'
import type { ChangeVerdict, Estimate, PanelVerdict } from '../../../lib/statistics/verdicts.ts'
import { compareCounts, type Parts } from '../../../lib/statistics/waves.parts.ts'
import { inHundredths, outwards } from './levels.rules.ts'
import { hidesPanel, inFives } from './overlap.rules.ts'
import { askedBoth, sizeOf, weightedChange, type Compared, type Pair } from './pairs.rules.ts'

// A comparison is printed with no more digits than keep hidden what its counts hide.

/** A change as it may be judged and told: `rounded` is how its interval is printed, `p` whether a p-value is. */
export type Tellable = {
  readonly weighted: Estimate | null
  readonly unweighted: Estimate
  readonly rounded: (interval: Interval) => Interval
  readonly p: boolean
}

const nobodyTwice: Parts['panel'] = { stayed: 0, stopped: 0, started: 0, never: 0 }

/**
 * Where counts of who answered twice may be shown, or nobody did, everything follows from counts that are shown. Elsewhere the
 * interval rests on hidden counts: it has whole hundredths, or goes by fives, as long as that keeps them hidden; and when
 * neither does, the waves are looked at as if other organisations had answered: a wider interval, from shown counts alone.
 *
 * @returns null when nobody answered in one of the waves
 */
export function tellableChange(pair: Pair, compared: Compared, parts: Parts, showable: boolean): Tellable | null {
  const { confidence, limits } = pair.now.wave.plan
  const [first, second] = askedBoth(pair, compared)
  const known = first.population !== null && second.population !== null
  const populations = known ? ([first.population ?? 0, second.population ?? 0] as const) : null
  const alike = (panel: Parts['panel']) => compareCounts(parts.all, panel, populations, confidence)
  const [real, apart] = [alike(parts.panel), alike(nobodyTwice)]
  if (!real || !apart) return null
  const weighted = weightedChange(pair, compared)
  const unweighted = { change: real.change, interval: real.interval, p: real.pValue }
  const follows = showable || sizeOf(parts.panel) === 0
  const whole = { weighted, unweighted, p: follows && weighted === null }
  if (follows) return { ...whole, rounded: outwards }
  const [one, two] = [
    pair.before.exact(compared.was, compared.option),
    pair.now.exact(compared.column, compared.option),
  ]
  // With weights: what another panel would do to how far the shares go together, as if everybody counted alike.
  const weightedWith = (correlation: number): Interval | null =>
    one?.interval && two?.interval
      ? moverDifference(
          { ...one.interval, estimate: one.share },
          { ...two.interval, estimate: two.share },
          Math.min(1, Math.max(-1, correlation)),
        )
      : null
  const asIf = (panel: Parts['panel']): Interval | null => {
    const found = alike(panel)
    return found && weighted
      ? weightedWith(weighted.correlation + found.correlation - real.correlation)
      : (found?.interval ?? null)
  }
  for (const rounded of [outwards, inFives])
    if (
      hidesPanel(parts, limits.fewest, (panel) => {
        const found = asIf(panel)
        return found && rounded(found)
      })
    )
      return { ...whole, rounded }
  const spread = Math.hypot(one?.spread ?? 0, two?.spread ?? 0)
  return {
    weighted: weighted && {
      change: weighted.change,
      interval: weightedWith(0) ?? weighted.interval,
      p: spread > 0 ? normalTwoSided(weighted.change / spread) : null,
    },
    unweighted: { change: apart.change, interval: apart.interval, p: apart.pValue },
    rounded: outwards,
    p: weighted === null,
  }
}

const inThousandths = (p: number | null) => (p === null ? null : Math.round(p * 1000) / 1000)

/** A verdict about a panel with its numbers as they are printed. */
export const printedPanel = (verdict: PanelVerdict): PanelVerdict =>
  verdict.code === 'P0' || verdict.code === 'P1' ? { ...verdict, p: inThousandths(verdict.p) } : verdict

/** A verdict about everybody with its numbers as they are printed. */
export function printedChange(verdict: ChangeVerdict, { rounded, p }: Pick<Tellable, 'rounded' | 'p'>): ChangeVerdict {
  if (!('change' in verdict)) return verdict
  const level = <T extends { share: number; interval: Interval | null }>(own: T): T => ({
    ...own,
    share: verdict.weighted ? inHundredths(own.share) : own.share,
    interval: own.interval && outwards(own.interval),
  })
  return {
    ...verdict,
    first: level(verdict.first),
    second: level(verdict.second),
    change: verdict.weighted ? inHundredths(verdict.change) : verdict.change,
    interval: rounded(verdict.interval),
    p: p ? inThousandths(verdict.p) : null,
    smallestVisible: verdict.smallestVisible === null ? null : Math.ceil(verdict.smallestVisible * 100 - 1e-9) / 100,
  }
}
