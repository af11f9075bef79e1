import { describe, expect, it } from 'vitest'
import { newcombe } from './difference.ts'
import { fUpper } from './distributions.ts'
import { kitagawa } from './kitagawa.ts'
import { moverDifference } from './mover.ts'
import { benjaminiHochberg, holm } from './multiplicity.ts'
import { correctedPhi, mcnemarExact, mcnemarMidP, newcombePaired, panelChange, tango } from './paired.ts'
import { standardError, wilson } from './proportion.ts'
import { raoScottBetweenWaves } from './rao-scott.ts'
import { expectAllAsked, outsideAbsent, outsideSet } from './reference.testing.ts'
import type { Interval } from './tally.ts'
import { compareWaves } from './waves.comparison.ts'
import { compositionShift } from './waves.composition.ts'
import { type Variance, weighWave } from './waves.design.ts'
import { compareUnweighted, partsOf } from './waves.parts.ts'
import { changesOfSet } from './waves.sets.ts'
import {
  type TestValues,
  type WaveFile,
  expectInterval,
  expectNear,
  items,
  outsideFolder,
  untrimmed,
  waveOf,
} from './waves.testing.ts'

type Comparison = {
  N: number
  n1_answered: number
  n2_answered: number
  n_panel_answered: number
  panel: {
    a: number
    b: number
    c: number
    d: number
    diff: number
    p_exact: number
    p_midp: number
    newcombe_paired: Interval & { phi: number }
    tango_score: Interval
  }
  fresh_only: { x1: number; n1: number; x2: number; n2: number; diff: number; newcombe: Interval }
  all_unweighted: Record<
    | 'p1'
    | 'p2'
    | 'diff'
    | 'S1sq'
    | 'S2sq'
    | 'S12'
    | 'se_if_independent'
    | 'se_overlap'
    | 'se_overlap_fpc'
    | 'rho'
    | 'rho_fpc'
    | 'p_overlap_fpc'
    | 'z_overlap_fpc',
    number
  > &
    Record<'newcombe_if_independent' | 'newcombe_overlap' | 'newcombe_overlap_fpc', Interval>
  weighted_overlap_fpc: Record<
    'linearised' | 'linearised_df_corrected' | 'jackknife',
    { q?: number } & Record<
      'p1' | 'p2' | 'diff' | 'n_both_waves' | 'se1' | 'se2' | 'df1' | 'df2' | 'cov' | 'rho' | 'se_diff' | 'p_value',
      number
    > &
      Record<'ci1' | 'ci2' | 'mover_wilson', Interval>
  >
  stacked_cluster_unweighted: Stacked
  stacked_cluster_raked: Stacked
  composition_shift: (Record<
    'chi2' | 'df' | 'p' | 'cramers_v' | 'min_expected' | 'dissimilarity_index' | 'p_fisher_freeman_halton',
    number
  > & {
    variable: string
    counts1: number[]
    counts2: number[]
  })[]
  kitagawa: {
    variable: string
    defined: boolean
    total: number
    composition: number
    rate: number
    by_category: { category: string; share1: number; share2: number; p1: number; p2: number }[]
  }[]
  multi_answer_change: {
    items: { item: string; x1: number; n1: number; x2: number; n2: number; diff: number; p_n_minus_1: number }[]
    holm: number[]
    benjamini_hochberg: number[]
  }
}
type Stacked = Record<'p1' | 'p2' | 'diff' | 'se' | 'se1' | 'se2' | 'cov', number> & { rao_scott_F: TestValues }

describe.skipIf(outsideAbsent)('the outside reference, both waves', () => {
  const expected = outsideAbsent ? (undefined as never) : outsideSet<Comparison>('05_wave_comparison.json')
  const file = outsideAbsent
    ? (undefined as never)
    : { first: waveOf(outsideFolder, 1), second: waveOf(outsideFolder, 2) }
  const unweighted = (one: WaveFile, population: number | null) => ({
    organisations: one.organisations,
    answers: one.answers('werkt_met'),
    population,
  })
  const asked = (one: WaveFile, weighted = true) => ({
    wave: weighWave(
      { organisations: one.organisations, population: 400, margins: weighted ? one.margins : [] },
      untrimmed,
    ),
    answers: one.answers('werkt_met'),
  })

  it('takes apart panel, fresh respondents and all', () => {
    expect(file.first.population).toBe(expected.N)
    const { panel, fresh, all } = partsOf(unweighted(file.first, 400), unweighted(file.second, 400))
    const { a, b, c, d, diff, p_exact, p_midp, newcombe_paired, tango_score } = expected.panel
    expect(panel).toEqual({ stayed: a, stopped: b, started: c, never: d })
    expect(a + b + c + d).toBe(expected.n_panel_answered)
    expectNear(panelChange(panel), diff, 'change of the panel')
    expectNear(mcnemarExact(panel), p_exact, 'McNemar')
    expectNear(mcnemarMidP(panel), p_midp, 'McNemar mid-p')
    expectInterval(newcombePaired(panel), newcombe_paired, 'Newcombe paired')
    expectNear(correctedPhi(panel), newcombe_paired.phi, 'phi')
    expectInterval(tango(panel), tango_score, 'Tango')
    const { x1, n1, x2, n2 } = expected.fresh_only
    expect(fresh).toEqual({ first: { yes: x1, answered: n1 }, second: { yes: x2, answered: n2 } })
    expectNear(x2 / n2 - x1 / n1, expected.fresh_only.diff, 'change among the fresh')
    expectInterval(newcombe(fresh.first, fresh.second), expected.fresh_only.newcombe, 'Newcombe')
    expect([all.first.answered, all.second.answered]).toEqual([expected.n1_answered, expected.n2_answered])
  })

  it('compares all without weights, with the overlap', () => {
    const values = expected.all_unweighted
    const finite = compareUnweighted(unweighted(file.first, 400), unweighted(file.second, 400))
    expectNear(finite?.change, values.diff, 'change')
    expectNear(finite?.standardError, values.se_overlap_fpc, 'standard error')
    expectNear(finite?.correlation, values.rho_fpc, 'correlation')
    expectInterval(finite?.interval, values.newcombe_overlap_fpc, 'interval')
    expectNear(finite?.pValue, values.p_overlap_fpc, 'p')
    expectNear((finite?.change ?? 0) / (finite?.standardError ?? 1), values.z_overlap_fpc, 'z')
    expect(finite?.answeredBoth).toBe(expected.n_panel_answered)

    const endless = compareUnweighted(unweighted(file.first, null), unweighted(file.second, null))
    expectNear(endless?.standardError, values.se_overlap, 'standard error, endless')
    expectNear(endless?.correlation, values.rho, 'correlation, endless')
    expectInterval(endless?.interval, values.newcombe_overlap, 'interval, endless')

    const { all } = partsOf(unweighted(file.first, null), unweighted(file.second, null))
    const [one, two] = [(standardError(all.first) ?? 0) ** 2, (standardError(all.second) ?? 0) ** 2]
    expectNear(all.first.yes / all.first.answered, values.p1, 'first share')
    expectNear(all.second.yes / all.second.answered, values.p2, 'second share')
    expectNear(one * all.first.answered, values.S1sq, 'variance of the first answers')
    expectNear(two * all.second.answered, values.S2sq, 'variance of the second answers')
    const together = (endless?.correlation ?? 0) * Math.sqrt(one * two)
    expectNear(
      (together * all.first.answered * all.second.answered) / expected.n_panel_answered,
      values.S12,
      'covariance of the answers',
    )

    const others = {
      ...unweighted(file.second, null),
      organisations: file.second.organisations.map((each) => `other ${each}`),
    }
    const apart = compareUnweighted(unweighted(file.first, null), others)
    expectNear(apart?.standardError, values.se_if_independent, 'standard error, apart')
    expectInterval(apart?.interval, values.newcombe_if_independent, 'interval, apart')
    const around = (tally = { yes: 0, answered: 1 }) => ({ ...wilson(tally), estimate: tally.yes / tally.answered })
    expectInterval(
      moverDifference(around(apart?.first), around(apart?.second)),
      values.newcombe_if_independent,
      'MOVER',
    )
  })

  const variants: [keyof Comparison['weighted_overlap_fpc'], Variance][] = [
    ['linearised', 'linearised'],
    ['linearised_df_corrected', 'linearised-corrected'],
    ['jackknife', 'jackknife'],
  ]
  it.each(variants)('compares raked shares: %s', (name, variance) => {
    const values = expected.weighted_overlap_fpc[name]
    const found = compareWaves(asked(file.first), asked(file.second), { variance })
    if (!found) throw new Error('Nobody answered.')
    if (values.q !== undefined) expect(asked(file.first).wave.fit.rank).toBe(values.q)
    expectNear(found.first.share, values.p1, 'first share')
    expectNear(found.second.share, values.p2, 'second share')
    expectNear(found.change, values.diff, 'change')
    expect(found.organisationsInBoth).toBe(values.n_both_waves)
    expectNear(found.first.standardError, values.se1, 'first standard error')
    expectNear(found.second.standardError, values.se2, 'second standard error')
    expect([found.first.degreesOfFreedom, found.second.degreesOfFreedom]).toEqual([values.df1, values.df2])
    expectInterval(found.first.interval, values.ci1, 'first interval')
    expectInterval(found.second.interval, values.ci2, 'second interval')
    expectNear(found.covariance, values.cov, 'covariance')
    expectNear(found.correlation, values.rho, 'correlation')
    expectNear(found.standardError, values.se_diff, 'standard error')
    expectNear(found.pValue, values.p_value, 'p')
    expectInterval(found.interval, values.mover_wilson, 'interval')
  })

  it('tests answer against wave with organisations as clusters', () => {
    const labelled = (one: WaveFile, weighted: boolean) => {
      const { wave, answers } = asked(one, weighted)
      return { wave, labels: answers.map((answer) => (answer === null ? null : String(answer))) }
    }
    for (const weighted of [true, false]) {
      const values = weighted ? expected.stacked_cluster_raked : expected.stacked_cluster_unweighted
      const found = raoScottBetweenWaves(labelled(file.first, weighted), labelled(file.second, weighted))
      if (!found) throw new Error('Nothing was found.')
      expectNear(found.shares[0]?.[1], values.p1, 'first share')
      expectNear(found.shares[1]?.[1], values.p2, 'second share')
      expectNear((found.shares[1]?.[1] ?? 0) - (found.shares[0]?.[1] ?? 0), values.diff, 'change')
      const [one = 0, two = 0, joint = 0] = [
        found.covariance[1]?.[1],
        found.covariance[3]?.[3],
        found.covariance[1]?.[3],
      ]
      expectNear(Math.sqrt(one), values.se1, 'first standard error')
      expectNear(Math.sqrt(two), values.se2, 'second standard error')
      expectNear(joint, values.cov, 'covariance')
      expectNear(Math.sqrt(one + two - 2 * joint), values.se, 'standard error')
      const [ndf = 0, ddf = 0] = values.rao_scott_F.parameter
      expectNear(found.f.statistic, values.rao_scott_F.statistic, 'F')
      expectNear(found.f.ndf, ndf, 'ndf')
      // Without weights R counts the organisations that answered this question; we count all that took part.
      if (weighted) expectNear(found.f.ddf, ddf, 'ddf')
      expectNear(fUpper(found.f.statistic, found.f.ndf, ddf), values.rao_scott_F.p, 'p')
    }
  })

  it('sees how the mix of participants moved', () => {
    for (const values of expected.composition_shift) {
      const found = compositionShift(file.first.category(values.variable), file.second.category(values.variable))
      if (!found) throw new Error('Nothing can have shifted.')
      const byName = new Map(found.categories.map((each) => [each.category, each]))
      const names = [
        ...(file.first.margins.find(({ variable }) => variable === values.variable)?.population.keys() ?? []),
      ]
      expect(names.map((name) => byName.get(name)?.first)).toEqual(values.counts1)
      expect(names.map((name) => byName.get(name)?.second)).toEqual(values.counts2)
      expectNear(found.chiSquare, values.chi2, `chi-square of ${values.variable}`)
      expect(found.df).toBe(values.df)
      expectNear(found.pValue, values.p, `p of ${values.variable}`)
      expectNear(found.exactPValue, values.p_fisher_freeman_halton, `exact p of ${values.variable}`)
      expectNear(found.cramersV, values.cramers_v, `Cramer's V of ${values.variable}`)
      expectNear(found.leastExpected, values.min_expected, `least expected of ${values.variable}`)
      expectNear(found.dissimilarity, values.dissimilarity_index, `dissimilarity of ${values.variable}`)
    }
  })

  it('splits the change into mix and answers', () => {
    for (const values of expected.kitagawa) {
      const side = (one: WaveFile) => ({ answers: one.answers('werkt_met'), of: one.category(values.variable) })
      const found = kitagawa(side(file.first), side(file.second))
      expect(found !== null).toBe(values.defined)
      expectNear(found?.total, values.total, 'total')
      expectNear(found?.composition, values.composition, `composition by ${values.variable}`)
      expectNear(found?.rate, values.rate, `rate by ${values.variable}`)
      for (const category of values.by_category) {
        const own = found?.categories.find((each) => each.category === category.category)
        for (const part of ['share1', 'share2', 'p1', 'p2'] as const)
          expectNear(own?.[part], category[part], `${category.category} ${part}`)
      }
    }
  })

  it('compares the items of a set', () => {
    const set = (one: WaveFile) => new Map(items.map((item) => [item, one.answers(item)]))
    const values = expected.multi_answer_change
    const adjustments = [
      { adjust: holm, wanted: values.holm },
      { adjust: benjaminiHochberg, wanted: values.benjamini_hochberg },
    ]
    for (const { adjust, wanted } of adjustments) {
      const found = changesOfSet(set(file.first), set(file.second), adjust)
      expect(found?.map(({ item }) => item)).toEqual(values.items.map(({ item }) => item))
      for (const [at, { x1, n1, x2, n2, diff, p_n_minus_1 }] of values.items.entries()) {
        expect([found?.[at]?.first, found?.[at]?.second]).toEqual([
          { yes: x1, answered: n1 },
          { yes: x2, answered: n2 },
        ])
        expectNear(found?.[at]?.change, diff, 'change')
        expectNear(found?.[at]?.pValue, p_n_minus_1, 'p')
        expectNear(found?.[at]?.adjusted, wanted[at] ?? 0, 'adjusted p')
      }
    }
  })

  it('was asked as a whole', () => expectAllAsked('05_wave_comparison.json'))
})
