import { writeCsv } from '../../../lib/csv/csv-writer.ts'
import type { Option, Said } from '../../../lib/questionnaire/definition.ts'
import type { Column } from './package.columns.rules.ts'
import type { PackageFile } from './package.rules.ts'

/**
 * A figure as it went out. `share`, `weighted`, `lower` and `upper` are 0 to 1; null when they are not shown. A hidden figure has no
 * numbers at all. `column`: a category of the background, '' for all together.
 */
export type PackagedFigure = { readonly row: string; readonly column: string } & (
  | {
      readonly status: 'shown' | 'zero'
      readonly n: number
      readonly base: number | null
      readonly share: number | null
      /** For all organisations on the list, through weights; null without weights. */
      readonly weighted: number | null
      readonly lower: number | null
      readonly upper: number | null
    }
  | { readonly status: 'hidden' }
)

/** A table as it went out: one question, or one row of a matrix, by at most one background. */
export type PackagedTable = {
  readonly id: string
  readonly question: string
  /** The row of a matrix; null for a question as a whole. */
  readonly part: string | null
  readonly background: string | null
  readonly title: Said
  /** The whole wording of the question in this wave. */
  readonly wording: Said
  /** Of whom the percentages are; absent: everybody who took part. */
  readonly universe?: Said
  readonly several: boolean
  readonly rows: readonly Option[]
  readonly columns: readonly Option[]
  /** Counts are multiples of this; null: they are as counted. */
  readonly roundedTo: number | null
  readonly figures: readonly PackagedFigure[]
}

/** What an amount says; the last three are counts of how well organisations knew it. */
export type AmountRow = 'median' | 'middle' | 'mean' | 'total' | 'members-total' | 'exact' | 'estimate' | 'range'

/**
 * One number of a question for a number. `value`, `lower` and `upper` are in its unit, `n` is a number of organisations; null
 * where there is none. A hidden one has no numbers at all.
 */
export type PackagedValue = { readonly row: AmountRow } & (
  | {
      readonly status: 'shown'
      readonly n: number | null
      readonly value: number | null
      readonly lower: number | null
      readonly upper: number | null
    }
  | { readonly status: 'hidden' }
)

/** A question for a number, as it went out. */
export type PackagedAmount = {
  readonly id: string
  readonly question: string
  /** The row of a matrix; null for a question as a whole. */
  readonly part: string | null
  readonly title: Said
  readonly wording: Said
  readonly universe: Said
  readonly unit: Said | null
  /** How many answered; null when that did not go out. */
  readonly base: number | null
  readonly values: readonly PackagedValue[]
}

/** A sentence about the figures, the rule that chose it, and every number in it. */
export type Conclusion = {
  readonly question: string | null
  readonly code: string
  readonly sentence: Said
  readonly numbers: Readonly<Record<string, number>>
}

/** The answers, one line per organisation. What is missing has a number below zero; see the codebook. */
export function dataFile(columns: readonly Column[]): PackageFile {
  const length = columns[0]?.cells.length ?? 0
  const rows = Array.from({ length }, (_, at) =>
    columns.map(({ cells, decimals }) => {
      const cell = cells[at] ?? ''
      return typeof cell === 'number' && decimals > 0 && cell >= 0 ? { number: cell, decimals } : cell
    }),
  )
  return csvFile(
    'data.csv',
    columns.map(({ name }) => name),
    rows,
  )
}

const header = 'table row column n base p lower upper status weighted value value_lower value_upper'.split(' ')

/** All figures, one to a line: percentages with one decimal, then amounts in their unit. */
export const tablesFile = (tables: readonly PackagedTable[], amounts: readonly PackagedAmount[]): PackageFile =>
  csvFile('tables.csv', header, [
    ...tables.flatMap(({ id, figures, roundedTo }) =>
      figures.map((figure) => {
        const none = ['', '', '']
        if (figure.status === 'hidden')
          return [id, figure.row, figure.column, '', '', '', '', '', 'hidden', '', ...none]
        const { row, column, n, base, status } = figure
        const [p, lower, upper, weighted] = [figure.share, figure.lower, figure.upper, figure.weighted].map((share) =>
          share === null ? null : { number: share * 100, decimals: 1 },
        )
        const shown = roundedTo === null || status === 'zero' ? status : 'rounded'
        return [id, row, column, n, base, p, lower, upper, shown, weighted, ...none]
      }),
    ),
    ...amounts.flatMap(({ id, base, values }) =>
      values.map((each) =>
        each.status === 'hidden'
          ? [id, each.row, '', '', '', '', '', '', 'hidden', '', '', '', '']
          : [id, each.row, '', each.n, base, '', '', '', 'shown', '', each.value, each.lower, each.upper],
      ),
    ),
  ])

const csvFile = (name: string, header: readonly string[], rows: Parameters<typeof writeCsv>[1]): PackageFile => ({
  name,
  type: 'text/csv; charset=utf-8',
  bytes: new TextEncoder().encode(writeCsv(header, rows, { mark: true })),
})

/** JSON with its names in the order of the alphabet, so that the same content gives the same bytes. */
export const jsonFile = (name: string, content: unknown): PackageFile => ({
  name,
  type: 'application/json',
  bytes: new TextEncoder().encode(`${JSON.stringify(content, inOrder, 2)}\n`),
})

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value
