import { readFileSync } from 'node:fs'
import { readCsv } from '../csv/csv-reader.ts'
import { expectClose } from './reference.testing.ts'
import type { Interval } from './tally.ts'
import type { Answers } from './waves.design.ts'
import type { Margin } from './weights.ts'

const shared = process.env.SHARED ? `file://${process.env.SHARED}/` : new URL('../../../../shared/', import.meta.url)
/** Where reference waves lie: those from outside, and those of our own R script. */
export const outsideFolder = new URL('data/survey_reference/', shared)
export const ownFolder = new URL('../../../test/reference/', import.meta.url)

type Row = Record<string, string>

export function rowsOf(folder: URL, name: string): Row[] {
  const [header = [], ...rows] = readCsv(readFileSync(new URL(name, folder), 'utf8'))
  return rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at] ?? ''])))
}

export type WaveFile = {
  readonly organisations: string[]
  readonly margins: Margin[]
  readonly population: number
  category(variable: string): string[]
  answers(question: string): Answers
}

/** Reads `prefix`wave1.csv and `prefix`margins.csv as the functions want them. */
export function waveOf(folder: URL, wave: 1 | 2, prefix = ''): WaveFile {
  const rows = rowsOf(folder, `${prefix}wave${wave}.csv`)
  const sizes = rowsOf(folder, `${prefix}margins.csv`)
  const category = (variable: string) => rows.map((row) => row[variable] ?? '')
  const margins = [...new Set(sizes.map((row) => row.variable ?? ''))].map((variable) => ({
    variable,
    of: category(variable),
    population: new Map(
      sizes.flatMap((row) => (row.variable === variable ? [[row.category ?? '', Number(row.N)]] : [])),
    ),
  }))
  const [first] = margins
  return {
    organisations: category('org_id'),
    margins,
    population: [...(first?.population.values() ?? [])].reduce((sum, each) => sum + each, 0),
    category,
    answers: (question) =>
      rows.map((row) => (row[question] === '' || row[question] === undefined ? null : Number(row[question]))),
  }
}

/** Difference as a share of the value itself, however small it is. */
export function expectNear(actual: number | null | undefined, expected: number, what: string, relative = 1e-6): void {
  const size = Math.abs(expected)
  if (actual === null || actual === undefined || size === 0) return expectClose(actual ?? null, expected, 1e-9, what)
  expectClose(actual / size, expected / size, relative, what)
}

export type Estimate = { readonly estimate: number; readonly se: number }
export type TestValues = { readonly statistic: number; readonly parameter: readonly number[]; readonly p: number }

export const untrimmed = { cap: null, rules: 'small-sample' } as const
/** The items of the question with more answers. */
export const items = ['rol_sociaal_team', 'rol_individueel', 'rol_cobegeleider', 'rol_beleid']

export function expectInterval(actual: Interval | null | undefined, expected: Interval, what: string): void {
  expectNear(actual?.lower, expected.lower, `${what}, lower`)
  expectNear(actual?.upper, expected.upper, `${what}, upper`)
}
