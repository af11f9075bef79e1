import { weighWave, weightsOrRefusal, type WeightedWave } from '../../../lib/statistics/waves.design.ts'
import type { Background, PollWave, WeightingFinding } from './findings.ts'

/** A wave with its weights; without them everybody counts alike. */
export type Weighed = {
  readonly finding: WeightingFinding
  /** null when nothing is weighted: nothing was planned, or weighting was refused. */
  readonly weighted: WeightedWave | null
  /** Everybody alike; null when nobody took part. */
  readonly alike: WeightedWave | null
  /** null when nobody counted it, or the count cannot be: fewer members than took part. */
  readonly population: number | null
}

/** The members of the population, as far as the frame counts them and it can be. */
export function populationOf({ frame, respondents }: PollWave): number | null {
  const counted = frame?.reduce((sum, { organisations }) => sum + organisations, 0) ?? 0
  return Number.isSafeInteger(counted) && counted > 0 && counted >= respondents.length ? counted : null
}

/** How many organisations of the frame each category has. */
export function frameBy({ frame }: PollWave, by: Background): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const count of frame ?? []) sizes.set(count[by], (sizes.get(count[by]) ?? 0) + count.organisations)
  return sizes
}

/**
 * Rakes a wave to the margins of its plan, or says why not: never silently something else. With so many groups that the
 * jackknife would take minutes the corrected linearisation stands in for it, and the finding says so.
 */
export function weigh(wave: PollWave): Weighed {
  const { respondents, plan } = wave
  const population = populationOf(wave)
  if (respondents.length === 0) return { finding: { kind: 'none' }, weighted: null, alike: null, population }
  const organisations = respondents.map(({ pseudonym }) => pseudonym)
  const alike = weighWave({ organisations, population, margins: [] })
  if (plan.weightingMargins.length === 0) return { finding: { kind: 'none' }, weighted: null, alike, population }
  const margins = plan.weightingMargins.map((variable) => ({
    variable,
    of: respondents.map((one) => one[variable]),
    population: frameBy(wave, variable),
  }))
  const outcome = weightsOrRefusal(
    { organisations, population, margins },
    { cap: plan.weightCap, rules: 'small-sample' },
  )
  if (outcome.kind === 'refused') {
    const { reason, variable, category } = outcome
    return { finding: { kind: 'refused', reason, by: variable, category }, weighted: null, alike, population }
  }
  const { designEffect, verdict } = outcome.wave.inequality
  return {
    finding: {
      kind: 'weighted',
      margins: plan.weightingMargins,
      cap: plan.weightCap,
      designEffect: Math.round(designEffect * 100) / 100,
      doubtful: verdict === 'doubtful',
      variance: outcome.wave.bestVariance,
    },
    weighted: outcome.wave,
    alike,
    population,
  }
}
