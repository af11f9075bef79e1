import { readCsv } from '../csv/csv-reader.ts'
import { ownSet } from './reference.testing.ts'
import type { Interval } from './tally.ts'
import { type Answers, weighWave } from './waves.design.ts'
import { type Estimate, type TestValues, untrimmed } from './waves.testing.ts'

type OwnWave = {
  data: string
  values: {
    bounds: [number, number]
    weights: Record<'poststratified' | 'raked' | 'trimmed' | 'bounded', number[]>
    sweeps: number
    trimmings: number
    kish: number
    kish_trimmed: number
    poststratified: Estimate
    raked: Estimate
    raked_endless: Estimate
    wilson: Interval & { effective: number; df: number }
    wilson_90: Interval
    logit: Interval
    arcsine: Interval
    korn_graubard: Interval
    domains: (Estimate & { category: string; answered: number })[]
    rao_scott: Record<string, TestValues>
    rao_scott_chisq: { statistic: number; parameter: number; p: number }
    mean: Estimate
    total: Estimate
    items: Record<string, Estimate>
    jackknife_se: number
    jackknife_se_trimmed: number
    jackknife_se_amount: number
  }
  nonresponse: {
    coefficients: Record<string, number>
    spread: number
    indicator: number
    variation: number
    partial: Record<string, number>
    against: Record<string, { chisq: number; corrected: number; p: number }>
  }
}
type Weighted = Record<'change' | 'both' | 'se1' | 'se2' | 'covariance' | 'correlation' | 'se' | 'p', number> & {
  interval: Interval
}
type Plain = Record<'change' | 'both' | 'correlation' | 'se' | 'p', number> & { interval: Interval }
type Own = {
  sets: {
    name: string
    N: number
    cap: number
    margins: Record<string, Record<string, number>>
    frame: string
    waves: [OwnWave, OwnWave]
    change: {
      jackknife: Weighted
      jackknife_trimmed: Weighted
      unweighted: Plain
      unweighted_endless: Plain
      stacked: { shares: number[]; covariance: number[][]; F: TestValues }
      composition: Record<string, Record<'chisq' | 'p' | 'exact' | 'least' | 'cramer' | 'dissimilarity', number>>
      kitagawa: Record<string, Record<'total' | 'composition' | 'rate', number>>
    }
  }[]
}

const own = ownSet<Own>('waves.json')

/** The columns of a table that the reference holds as CSV. */
export function columnsOf(csv: string) {
  const [header = [], ...rows] = readCsv(csv)
  const column = (name: string) => rows.map((row) => row[header.indexOf(name)] ?? '')
  return { column, answers: (name: string): Answers => column(name).map((text) => (text === '' ? null : Number(text))) }
}

/** Every made-up population of the reference, with its waves ready for use. */
export const ownPopulations = own.sets.map((values) => {
  const sides = values.waves.map((wave) => {
    const { column, answers } = columnsOf(wave.data)
    const margins = Object.entries(values.margins).map(([variable, sizes]) => ({
      variable,
      of: column(variable),
      population: new Map(Object.entries(sizes)),
    }))
    const organisations = column('organisation')
    const weighed = (cap: number | null) =>
      weighWave({ organisations, population: values.N, margins }, { ...untrimmed, cap })
    return { ...wave, column, answers, margins, organisations, weighed }
  })
  return { name: values.name, values, sides }
})
