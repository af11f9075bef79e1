import { describe, expect, it } from 'vitest'
import { krippendorffAlpha } from './agreement.ts'
import { exactCountRange, midPCountRange } from './count-range.ts'
import * as two from './difference.ts'
import type { Populations } from './difference.ts'
import { benjaminiHochberg, holm } from './multiplicity.ts'
import * as paired from './paired.ts'
import type { Panel } from './paired.ts'
import type { Certainty, PlannedWave } from './power.ts'
import { powerOfWaves, smallestVisibleChange, smallestVisibleChangeInPanel } from './power.ts'
import * as one from './proportion.ts'
import { feasibleBases } from './published.ts'
import { expectClose, ownSet } from './reference.testing.ts'
import type { Tally } from './tally.ts'

type Values = Record<string, number | null | Record<string, number | null>>
type Set = {
  single: (Tally & { population: number | null; level: number; values: Values })[]
  double: { first: Tally; second: Tally; populations: Populations | null; level: number; values: Values }[]
  paired: { panel: Panel; level: number; values: Values }[]
  visible: {
    share: number
    first: PlannedWave
    second: PlannedWave
    certainty: Certainty
    designEffect: number
    direction: 'rise' | 'fall'
    value: number | null
  }[]
  visiblePanel: { answered: number; changing: number; certainty: Certainty; value: number | null }[]
  power: { answered: number; shares: [number, number]; alpha: number; value: number }[]
  agreement: { coders: string[]; value: number }[]
  multiplicity: { ps: number[]; holm: number[]; benjaminiHochberg: number[] }[]
  published: { percentages: number[]; from: number; to: number; bases: { base: number; counts: number[][] }[] }[]
}

// Solved numerically on both sides; the others are closed forms.
const solved = new Set(['clopperPearsonMidP', 'miettinenNurminen', 'tango'])

/** Every value that the script made, by the name of the function here. */
function expectAll(made: Values, actual: Record<string, unknown>, what: string) {
  for (const [name, expected] of Object.entries(made)) {
    const tolerance = solved.has(name) ? 1e-7 : 1e-9
    expect(actual, `${what} ${name}`).toHaveProperty(name)
    if (expected === null || typeof expected === 'number')
      expectClose(actual[name] as number | null, expected, tolerance, `${what} ${name}`)
    else
      for (const [end, value] of Object.entries(expected))
        expectClose(
          (actual[name] as Record<string, number | null>)[end] ?? null,
          value,
          tolerance,
          `${what} ${name} ${end}`,
        )
  }
}

describe('the values that test/reference makes with R', () => {
  const set = ownSet<Set>('proportions.json')

  it.each(set.single)('one share: $yes of $answered', ({ yes, answered, population, level, values }) => {
    const tally = { yes, answered }
    expectAll(
      values,
      {
        waldForTeachingOnly: one.waldForTeachingOnly(tally, level),
        wilson: one.wilson(tally, level),
        wilsonCorrected: one.wilsonCorrected(tally, level),
        clopperPearson: one.clopperPearson(tally, level),
        clopperPearsonMidP: one.clopperPearsonMidP(tally, level),
        agrestiCoull: one.agrestiCoull(tally, level),
        jeffreys: one.jeffreys(tally, level),
        ...(population !== null && {
          wilsonInPopulation: one.wilsonInPopulation(tally, population, level),
          exactCountRange: exactCountRange(tally, population, level),
          midPCountRange: midPCountRange(tally, population, level),
          worstCase: one.worstCase(tally, population),
          error: one.standardError(tally, population),
        }),
      },
      `${yes} of ${answered}`,
    )
  })

  it.each(set.double)('two shares: $first, then $second', ({ first, second, populations, level, values }) => {
    expectAll(
      values,
      {
        newcombe: two.newcombe(first, second, level),
        newcombeCorrected: two.newcombeCorrected(first, second, level),
        agrestiCaffo: two.agrestiCaffo(first, second, level),
        miettinenNurminen: two.miettinenNurminen(first, second, level),
        waldDifferenceForTeachingOnly: two.waldDifferenceForTeachingOnly(first, second, level),
        pearson: two.pearson(first, second).p,
        nMinusOne: two.nMinusOne(first, second).p,
        fisher: two.fisher(first, second),
        smallestExpected: two.smallestExpected(first, second),
        ...(populations && { newcombeInPopulation: two.newcombeInPopulation(first, second, populations, level) }),
      },
      `${first.yes}/${first.answered}`,
    )
  })

  it.each(set.paired)('a panel: $panel', ({ panel, level, values }) => {
    const asymptotic = paired.mcnemarAsymptotic(panel)
    expectAll(
      values,
      {
        newcombePaired: paired.newcombePaired(panel, level),
        tango: paired.tango(panel, level),
        bonettPrice: paired.bonettPrice(panel, level),
        mcnemarExact: paired.mcnemarExact(panel),
        mcnemarMidP: paired.mcnemarMidP(panel),
        mcnemarAsymptotic: asymptotic?.p ?? null,
        mcnemarCorrected: asymptotic?.corrected ?? null,
        startersPerStopper: paired.startersPerStopper(panel, level),
      },
      'panel',
    )
  })

  it('what can be seen', () => {
    for (const { share, first, second, direction, certainty, designEffect, value } of set.visible)
      expectClose(
        smallestVisibleChange(share, first, second, direction, certainty, designEffect),
        value,
        1e-7,
        `${share} ${direction}`,
      )
    for (const { answered, changing, certainty, value } of set.visiblePanel)
      expectClose(smallestVisibleChangeInPanel(answered, changing, certainty), value, 1e-7, `panel of ${answered}`)
    for (const { answered, shares, alpha, value } of set.power) {
      const wave = { answered, population: null }
      expectClose(powerOfWaves(shares, wave, wave, alpha), value, 1e-9, `power at ${answered}`)
    }
  })

  it('agreement, several tests, and published percentages', () => {
    for (const { coders, value } of set.agreement) {
      const units = Array.from(coders[0] ?? '', (_, at) =>
        coders.map((row) => (row[at] === '.' ? null : (row[at] ?? null))),
      )
      expectClose(krippendorffAlpha(units), value, 1e-12, coders.join(' '))
    }
    for (const each of set.multiplicity) {
      for (const [at, expected] of each.holm.entries()) expectClose(holm(each.ps)[at] ?? NaN, expected, 1e-12, 'Holm')
      for (const [at, expected] of each.benjaminiHochberg.entries())
        expectClose(benjaminiHochberg(each.ps)[at] ?? NaN, expected, 1e-12, 'Benjamini-Hochberg')
    }
    for (const { percentages, from, to, bases } of set.published)
      expect(feasibleBases({ percentages }, from, to)).toEqual(bases)
  })
})
