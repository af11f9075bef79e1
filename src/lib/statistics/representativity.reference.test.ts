import { describe, expect, it } from 'vitest'
import { worstCase } from './proportion.ts'
import { expectAllAsked, outsideAbsent, outsideSet } from './reference.testing.ts'
import {
  largestBias,
  propensities,
  representativity,
  respondentsAgainstPopulation,
  tippingPoint,
} from './representativity.ts'
import type { Interval } from './tally.ts'
import { partsOf } from './waves.parts.ts'
import { expectInterval, expectNear, outsideFolder, rowsOf, waveOf } from './waves.testing.ts'

type Nonresponse = {
  response_rate: number
  logit_coefficients: Record<string, number>
  propensity_mean: number
  propensity_sd: number
  R_indicator: number
  CV: number
  partial_unconditional: Record<string, number>
  max_abs_bias_proportion_y_half: number
  max_abs_bias_observed_sd: number
  worst_case_bounds: Interval
  nonrespondent_p_needed_for_half: number
  respondents_vs_population: {
    variable: string
    observed: number[]
    expected: number[]
    chi2: number
    chi2_fpc: number
    df: number
    p_fpc: number
  }[]
}

describe.skipIf(outsideAbsent).each([1, 2] as const)('the outside reference, who did not answer wave %i', (number) => {
  const all = outsideAbsent
    ? undefined
    : outsideSet<{ N: number; wave1: Nonresponse; wave2: Nonresponse }>('06_nonresponse.json')
  const expected = (number === 1 ? all?.wave1 : all?.wave2) as Nonresponse
  const file = outsideAbsent ? (undefined as never) : waveOf(outsideFolder, number)
  const register = outsideAbsent ? [] : rowsOf(outsideFolder, 'population.csv')
  const took = new Set(file?.organisations)
  const variables = (file?.margins ?? []).map(({ variable, population }) => ({
    variable,
    of: register.map((row) => row[variable] ?? ''),
    categories: [...population.keys()],
  }))

  it('models the chance of answering', () => {
    const found = propensities(
      register.map((row) => took.has(row.org_id ?? '')),
      variables,
    )
    if (!found) throw new Error('There is nothing to explain.')
    const own = Object.fromEntries(
      found.coefficients.map(({ variable, category, value }) => [
        variable === null ? '(Intercept)' : `${variable}${category}`,
        value,
      ]),
    )
    expect(Object.keys(own).sort()).toEqual(Object.keys(expected.logit_coefficients).sort())
    for (const [name, value] of Object.entries(expected.logit_coefficients)) expectNear(own[name], value, name)
    expect(found.separated).toBe(false)

    expect(register).toHaveLength(all?.N ?? 0)
    const indicators = representativity(found.chances, variables)
    expectNear(indicators?.responseRate, expected.response_rate, 'response rate')
    expectNear(indicators?.responseRate, expected.propensity_mean, 'mean of the chances')
    expectNear(indicators?.spread, expected.propensity_sd, 'spread')
    expectNear(indicators?.indicator, expected.R_indicator, 'R-indicator')
    expectNear(indicators?.variation, expected.CV, 'variation')
    expectNear(indicators?.largestBias, expected.max_abs_bias_proportion_y_half, 'largest bias')
    for (const [variable, value] of Object.entries(expected.partial_unconditional))
      expectNear(indicators?.partial.get(variable), value, variable)
    const p = partsOf(
      { organisations: file.organisations, answers: file.answers('werkt_met'), population: 400 },
      { organisations: [], answers: [], population: 400 },
    ).all.first
    const share = p.yes / p.answered
    expectNear(
      largestBias(indicators?.variation ?? 0, Math.sqrt(share * (1 - share))),
      expected.max_abs_bias_observed_sd,
      'largest bias of the share',
    )
    expectInterval(worstCase(p, 400), expected.worst_case_bounds, 'worst case')
    expectNear(tippingPoint(p, 400), expected.nonrespondent_p_needed_for_half, 'tipping point')
  })

  it('compares respondents with the population', () => {
    for (const values of expected.respondents_vs_population) {
      const margin = file.margins.find(({ variable }) => variable === values.variable)
      const found = respondentsAgainstPopulation(margin?.of ?? [], margin?.population ?? new Map())
      expect(found?.categories.map(({ observed }) => observed)).toEqual(values.observed)
      for (const [at, each] of values.expected.entries()) expectNear(found?.categories[at]?.expected, each, 'expected')
      expectNear(found?.chiSquare, values.chi2, `chi-square of ${values.variable}`)
      expectNear(found?.chiSquareFinite, values.chi2_fpc, `corrected chi-square of ${values.variable}`)
      expect(found?.df).toBe(values.df)
      expectNear(found?.pValue, values.p_fpc, `p of ${values.variable}`)
    }
  })
})

describe.skipIf(outsideAbsent)('the outside reference of who did not answer', () => {
  it('was asked as a whole', () => expectAllAsked('06_nonresponse.json'))
})
