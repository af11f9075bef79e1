import { describe, expect, it } from 'vitest'
import { calibrateWithin } from './calibration.ts'
import { rake } from './raking.ts'
import { raoScott } from './rao-scott.ts'
import { expectAllAsked, outsideAbsent, outsideSet } from './reference.testing.ts'
import type { Interval } from './tally.ts'
import { type Answers, type WeightedWave, influence, varianceOf, weighWave } from './waves.design.ts'
import { medianOf, otherIntervals, perGroup, weightedAmount, weightedShare } from './waves.estimates.ts'
import { itemsOfSet } from './waves.sets.ts'
import {
  type Estimate,
  type TestValues,
  expectInterval,
  expectNear,
  items,
  outsideFolder,
  rowsOf,
  untrimmed,
  waveOf,
} from './waves.testing.ts'
import { inequality, postStratify } from './weights.ts'

type Intervals = Record<'logit' | 'xlogit' | 'asin' | 'beta' | 'mean', Interval>

type WaveValues = {
  n: number
  n_answered: number
  x: number
  p_unweighted: number
  srs_fpc: Estimate & { ci: Intervals }
  srs_nofpc: Estimate
  poststratified_type: Estimate
  raking: Record<
    | 'ipf_iterations'
    | 'ipf_tolerance'
    | 'ipf_max_rel_error'
    | 'kish_deff'
    | 'n_eff_kish'
    | 'weight_min'
    | 'weight_max'
    | 'weight_ratio_max_mean',
    number
  >
  raked_fpc: Estimate & {
    ci: Intervals
    wilson_eff: Interval & { n_eff: number }
    wilson_eff_t: Interval & { n_eff: number; df: number }
    deff_vs_srs: number
  }
  raked_nofpc: Estimate
  raked_closed_form_linearised: Record<'estimate' | 'se_nofpc_B_base' | 'se_fpc_B_base' | 'se_fpc_B_final', number>
  bounded_logit_calibration: { bounds_on_g: [number, number] } & Record<
    'g_min' | 'g_max' | 'kish_deff' | 'estimate',
    number
  >
  trimmed: Record<'cap_times_mean' | 'loop_iterations' | 'max_ratio' | 'kish_deff' | 'estimate', number> & {
    cap_reached: boolean
  }
  rao_scott: Record<'type_F' | 'type_Chisq' | 'size_F' | 'region_F' | 'type_F_unweighted_nofpc', TestValues>
  domains_type_raked_fpc: (Estimate & { type: string; n_answered: number; x: number })[]
  multi_answer: {
    item: string
    x: number
    base_n: number
    p: number
    wilson: Interval
    wilson_fpc_domain: Interval
    share_of_answers: number
    weighted: Estimate
    weighted_wilson_eff: Interval & { n_eff: number }
  }[]
  aantal: { n: number; mean_raked_fpc: Estimate; total_raked_fpc: Estimate; median_unweighted: number }
}

type SurveyWaves = { N: number; wave1: WaveValues; wave2: WaveValues }

const linearised = { variance: 'linearised' } as const

const both = (actual: { estimate: number; standardError: number | null } | null, expected: Estimate, what: string) => {
  expectNear(actual?.estimate, expected.estimate, what)
  expectNear(actual?.standardError, expected.se, `standard error of ${what}`)
}
const shareOf = (wave: WeightedWave, answers: Answers, finite = true) => {
  const found = weightedShare(wave, answers, { ...linearised, finite })
  return found && { ...found, estimate: found.share }
}

describe.skipIf(outsideAbsent).each([1, 2] as const)('the outside reference, wave %i', (number) => {
  const all = outsideAbsent ? undefined : outsideSet<SurveyWaves>('04_survey_waves.json')
  const expected = (number === 1 ? all?.wave1 : all?.wave2) as WaveValues
  const file = outsideAbsent ? (undefined as never) : waveOf(outsideFolder, number)
  const { organisations, margins } = file ?? {}
  const weights = outsideAbsent ? [] : rowsOf(outsideFolder, `wave${number}_weights.csv`)
  const wave = outsideAbsent ? (undefined as never) : weighWave({ organisations, population: 400, margins }, untrimmed)
  const equal = outsideAbsent
    ? (undefined as never)
    : weighWave({ organisations, population: 400, margins: [] }, untrimmed)
  const answers = outsideAbsent ? [] : file.answers('werkt_met')

  it('weights every organisation as R does', () => {
    const [type] = margins
    const [least, most] = expected.bounded_logit_calibration.bounds_on_g
    const bounded = calibrateWithin(margins, { least, most })
    const columns: [string, readonly number[]][] = [
      ['base', equal.weights],
      ['poststrat_type', type ? postStratify(type) : []],
      ['raked', rake(margins, untrimmed).weights],
      ['raked_trimmed', rake(margins, { ...untrimmed, cap: expected.trimmed.cap_times_mean }).weights],
      ['bounded_logit', bounded],
    ]
    for (const [column, own] of columns) {
      expect(own).toHaveLength(weights.length)
      for (const [at, row] of weights.entries()) expectNear(own[at], Number(row[column]), `${column} of ${row.org_id}`)
    }
  })

  it('needs as many sweeps, and describes the weights alike', () => {
    const raked = rake(margins, untrimmed)
    expect(raked.sweeps).toBe(expected.raking.ipf_iterations)
    expect(raked.largestError).toBeCloseTo(expected.raking.ipf_max_rel_error, 12)
    expect(raked.largestError).toBeLessThan(expected.raking.ipf_tolerance)
    expectNear(raked.inequality.designEffect, expected.raking.kish_deff, 'design effect')
    expectNear(raked.inequality.effectiveSize, expected.raking.n_eff_kish, 'effective size')
    expectNear(raked.inequality.least, expected.raking.weight_min, 'least weight')
    expectNear(raked.inequality.largest, expected.raking.weight_max, 'largest weight')
    expectNear(raked.inequality.largestToMean, expected.raking.weight_ratio_max_mean, 'largest to mean')
  })

  it('trims in as many rounds', () => {
    const { cap_times_mean: cap, loop_iterations, cap_reached, max_ratio, kish_deff, estimate } = expected.trimmed
    expect(cap_reached).toBe(true)
    const trimmed = rake(margins, { ...untrimmed, cap })
    // The set also counts the first raking.
    expect(trimmed.trimmings + 1).toBe(loop_iterations)
    expectNear(trimmed.inequality.largestToMean, max_ratio, 'largest to mean')
    expectNear(trimmed.inequality.designEffect, kish_deff, 'design effect')
    const weighed = weighWave({ organisations, population: 400, margins }, { ...untrimmed, cap })
    expectNear(weightedShare(weighed, answers)?.share, estimate, 'share with trimmed weights')
  })

  it('keeps weights within bounds', () => {
    const { bounds_on_g: bounds, g_min, g_max, kish_deff, estimate } = expected.bounded_logit_calibration
    const own = calibrateWithin(margins, { least: bounds[0], most: bounds[1] })
    const unequal = inequality(own)
    const base = 400 / own.length
    expectNear((unequal?.least ?? 0) / base, g_min, 'least')
    expectNear((unequal?.largest ?? 0) / base, g_max, 'most')
    expectNear(unequal?.designEffect, kish_deff, 'design effect')
    const sums = answers.reduce<{ yes: number; all: number }>(
      ({ yes, all }, answer, at) =>
        answer === null ? { yes, all } : { yes: yes + answer * (own[at] ?? 0), all: all + (own[at] ?? 0) },
      { yes: 0, all: 0 },
    )
    expectNear(sums.yes / sums.all, estimate, 'share')
  })

  it('estimates shares with their standard errors', () => {
    expect(wave.weights).toHaveLength(expected.n)
    expect(file.population).toBe(all?.N)
    expectNear(expected.x / expected.n_answered, expected.p_unweighted, 'unweighted share')
    both(shareOf(equal, answers), expected.srs_fpc, 'equal weights')
    both(shareOf(equal, answers, false), expected.srs_nofpc, 'equal weights, endless population')
    const [type] = margins
    const stratified = weighWave({ organisations, population: 400, margins: type ? [type] : [] }, untrimmed)
    both(shareOf(stratified, answers), expected.poststratified_type, 'post-stratified')
    both(shareOf(wave, answers), expected.raked_fpc, 'raked')
    both(shareOf(wave, answers, false), expected.raked_nofpc, 'raked, endless population')
    const closed = expected.raked_closed_form_linearised
    both(shareOf(wave, answers), { estimate: closed.estimate, se: closed.se_fpc_B_base }, 'closed form')
    both(
      shareOf(wave, answers, false),
      { estimate: closed.estimate, se: closed.se_nofpc_B_base },
      'closed form, endless',
    )
    // Least squares with the final weights instead of the equal ones says less than the truth; it is in the set as a warning.
    expect(shareOf(wave, answers)?.standardError).toBeGreaterThan(closed.se_fpc_B_final)
    expect(shareOf(wave, answers)).toMatchObject({ answered: expected.n_answered, yes: expected.x })
  })

  it('puts intervals around them: Wilson with t, and the others as a check', () => {
    const share = shareOf(wave, answers)
    if (!share) throw new Error('Nobody answered.')
    const { wilson_eff_t, wilson_eff, ci } = expected.raked_fpc
    expectNear(share.effectiveSize, wilson_eff_t.n_eff, 'effective size')
    expectNear(share.effectiveSize, wilson_eff.n_eff, 'effective size')
    expect(share.degreesOfFreedom).toBe(wilson_eff_t.df)
    expectInterval(share.interval, wilson_eff_t, 'Wilson with t')
    const other = otherIntervals(share, expected.n)
    expectInterval(other?.wilsonNormal, wilson_eff, 'Wilson')
    expectInterval(other?.logit, ci.logit, 'logit')
    expectInterval(other?.logit, ci.xlogit, 'xlogit')
    expectInterval(other?.arcsine, ci.asin, 'arcsine')
    expectInterval(other?.kornGraubard, ci.beta, 'Korn-Graubard')
    expectInterval(weightedAmount(wave, answers, 'mean', linearised)?.interval, ci.mean, 'mean')

    const plain = shareOf(equal, answers)
    if (!plain) throw new Error('Nobody answered.')
    // R forgets who did not answer when the weights are equal, and remembers them when they are raked.
    const without = otherIntervals(plain, expected.n_answered)
    expectInterval(without?.logit, expected.srs_fpc.ci.logit, 'logit, equal weights')
    expectInterval(without?.logit, expected.srs_fpc.ci.xlogit, 'xlogit, equal weights')
    expectInterval(without?.arcsine, expected.srs_fpc.ci.asin, 'arcsine, equal weights')
    expectInterval(without?.kornGraubard, expected.srs_fpc.ci.beta, 'Korn-Graubard, equal weights')
    expectInterval(weightedAmount(equal, answers, 'mean', linearised)?.interval, expected.srs_fpc.ci.mean, 'mean')
  })

  it('knows what raking costs or gains beside an equal draw', () => {
    const found = influence(wave, answers, 'mean', 'linearised')
    if (!found) throw new Error('Nobody answered.')
    const { estimate, answered } = found
    const drawn = ((estimate * (1 - estimate)) / (answered - 1)) * (1 - wave.fraction)
    expectNear((varianceOf(wave, found) ?? 0) / drawn, expected.raked_fpc.deff_vs_srs, 'design effect of the estimate')
  })

  it('tests tables as svychisq does', () => {
    const labels = answers.map((answer) => (answer === null ? null : String(answer)))
    const check = (variable: string, table: TestValues, of = wave, finite = true) => {
      const { f } = raoScott(of, file.category(variable), labels, finite) ?? {}
      expectNear(f?.statistic, table.statistic, `F for ${variable}`)
      expectNear(f?.ndf, table.parameter[0] ?? 0, `ndf for ${variable}`)
      expectNear(f?.ddf, table.parameter[1] ?? 0, `ddf for ${variable}`)
      expectNear(f?.pValue, table.p, `p for ${variable}`)
    }
    const values = expected.rao_scott
    check('type', values.type_F)
    check('size', values.size_F)
    check('region', values.region_F)
    check('type', values.type_F_unweighted_nofpc, equal, false)
    const { chiSquare } = raoScott(wave, file.category('type'), labels) ?? {}
    expectNear(chiSquare?.statistic, values.type_Chisq.statistic, 'chi-square')
    expect(chiSquare?.df).toBe(values.type_Chisq.parameter[0])
    expectNear(chiSquare?.pValue, values.type_Chisq.p, 'p of chi-square')
  })

  it('estimates within types', () => {
    const groups = perGroup(answers, file.category('type'))
    expect(groups.size).toBe(expected.domains_type_raked_fpc.length)
    for (const domain of expected.domains_type_raked_fpc) {
      const found = shareOf(wave, groups.get(domain.type) ?? [])
      both(found, domain, domain.type)
      expect(found).toMatchObject({ answered: domain.n_answered, yes: domain.x })
    }
  })

  it('estimates the items of a question with more answers', () => {
    const found = itemsOfSet(wave, new Map(items.map((item) => [item, file.answers(item)])), linearised)
    expect(found?.map(({ item }) => item)).toEqual(expected.multi_answer.map(({ item }) => item))
    for (const [at, values] of expected.multi_answer.entries()) {
      const own = found?.[at]
      if (!own) throw new Error('An item is missing.')
      expect(own.ticked).toEqual({ yes: values.x, answered: values.base_n })
      expectNear(own.share, values.p, `share of ${values.item}`)
      expectInterval(own.interval, values.wilson, `Wilson of ${values.item}`)
      expectInterval(own.intervalInPopulation, values.wilson_fpc_domain, `Wilson in the population of ${values.item}`)
      expectNear(own.shareOfTicks, values.share_of_answers, `share of ticks of ${values.item}`)
      both({ ...own.weighted, estimate: own.weighted.share }, values.weighted, `weighted share of ${values.item}`)
      expectNear(own.weighted.effectiveSize, values.weighted_wilson_eff.n_eff, `effective size of ${values.item}`)
      expectInterval(
        otherIntervals(own.weighted, expected.n)?.wilsonNormal,
        values.weighted_wilson_eff,
        `weighted ${values.item}`,
      )
    }
  })

  it('estimates numbers', () => {
    const amounts = file.answers('aantal')
    both(weightedAmount(wave, amounts, 'mean', linearised), expected.aantal.mean_raked_fpc, 'mean')
    both(weightedAmount(wave, amounts, 'total', linearised), expected.aantal.total_raked_fpc, 'total')
    expect(weightedAmount(wave, amounts, 'mean')?.answered).toBe(expected.aantal.n)
    expect(medianOf(amounts)?.median).toBe(expected.aantal.median_unweighted)
  })
})

describe.skipIf(outsideAbsent)('the outside reference of one wave', () => {
  it('was asked as a whole', () =>
    expectAllAsked('04_survey_waves.json', { likelihood: 'the set itself says that it is not needed' }))
})
