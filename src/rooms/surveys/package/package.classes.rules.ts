import type { Said } from '../../../lib/questionnaire/definition.ts'
import { missing, type Column } from './package.columns.rules.ts'
import { packageWords } from './package.text.ts'

// Where classes may begin: 1, 2, 3, 6, 11, 26, 51, 101, 251, 501 and so on. Years go by five.
const firstBreaks = [0, 1, 2, 3, 6, 11, 26, 51]
const breaks = [
  ...firstBreaks,
  ...[100, 1000, 10_000, 100_000, 1_000_000].flatMap((ten) => [1, 2.5, 5].map((by) => by * ten + 1)),
]

/**
 * A question for a number in classes of at least `least` respondents each; who knew it as a range gets a class when both
 * ends are in the same one.
 * @returns no column when there are not two such classes.
 */
export function inClasses(column: Column, least: number): Column[] {
  const ends = column.ends ?? []
  const given = ends.filter((each) => each !== null)
  const middle = ({ from, to }: { readonly from: number; readonly to: number }) => (from + to) / 2
  const values = given.map(middle)
  if (values.length === 0) return []
  const begins: number[] = []
  const candidates = values.every((value) => value >= 1500 && value <= 2200) ? decades(values) : breaks
  // From below: a class ends as soon as it is large enough, and what is left at the end joins the last.
  let begun = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    const here = values.filter((value) => value >= begun && value < candidate).length
    const above = values.filter((value) => value >= candidate).length
    if (here >= least && above >= least) {
      begins.push(candidate)
      begun = candidate
    }
  }
  if (begins.length === 0) return []
  const classOf = (value: number) => begins.filter((begin) => value >= begin).length
  const cells = column.cells.map((cell, at) => {
    const own = ends[at]
    if (!own) return cell
    return classOf(own.from) === classOf(own.to) ? classOf(middle(own)) + 1 : missing.notShown
  })
  const counts = new Map<number | string, number>()
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  // A class can lose those who gave a range.
  const small = [...counts].some(
    ([value, count]) => typeof value === 'number' && (value > 0 || value === missing.notAsked) && count < least,
  )
  if (small) return []
  return [
    {
      ...column,
      holds: 'codes',
      measure: 'ordinal',
      decimals: 0,
      rows: [],
      categories: [...begins, null].map((end, at) => ({
        value: at + 1,
        label: labelOf(at === 0 ? null : (begins[at - 1] ?? 0), end, column.decimals),
      })),
      cells,
    },
  ]
}

const decades = (values: readonly number[]) => {
  const first = Math.floor(Math.min(...values) / 5) * 5
  return Array.from({ length: Math.ceil((Math.max(...values) - first) / 5) + 1 }, (_, at) => first + at * 5)
}

function labelOf(begin: number | null, end: number | null, decimals: number): Said {
  const step = 10 ** -decimals
  const written = (number: number) => number.toFixed(decimals)
  const said = (words: (typeof packageWords)['nl']) => {
    if (begin === null) return words.below(written((end ?? 0) - step))
    if (end === null) return words.fromOn(written(begin))
    return words.classOf(written(begin), written(end - step))
  }
  return { nl: said(packageWords.nl), en: said(packageWords.en) }
}
