import { coarsen } from '../../../lib/disclosure/coarsening.ts'
import type { Place } from '../../../lib/disclosure/joint.ts'
import { thresholds } from '../../../lib/disclosure/thresholds.ts'
import type { Definition, Question } from '../../../lib/questionnaire/definition.ts'
import { inClasses } from './package.classes.rules.ts'
import { missing, type Column } from './package.columns.rules.ts'
import type { PackageGiven } from './package.rules.ts'
import type { PackagedTable } from './package.tables.rules.ts'

/** What became of the data on its way out, by the names of variables and questions. */
export type Kept = {
  readonly backgrounds: readonly { readonly name: string; readonly steps: number; readonly smallest: number }[]
  readonly weight: boolean
  /** Questions of which nothing is in the data. */
  readonly leftOut: readonly string[]
  /** Questions of which some answers are put together, or some options are left out. */
  readonly joined: readonly string[]
}

const { cell: least, openGroup, sensitiveGroup, backgrounds: mostBackgrounds } = thresholds.polls

/**
 * The variables that may leave the house. Whoever counts them finds no number that the tables hide:
 * - own words never; numbers in classes, when their question went out at all; amounts that somebody knew in a range, only within one class;
 * - a question is there when its table went out as counted; what that table hides, and what fewer than five chose, is put
 *   together under one code, at least five of at least two answers;
 * - whether somebody was asked tells an answer to another question: it is hidden where that answer is;
 * - of the background variables at most one at a time, as coarse as it takes for groups of five in the whole frame, and only
 *   when every table by it went out whole and no answer by it has a number from one to four;
 * - a weight tells the background: it stays only when it says no more than the background that stays.
 */
export function openColumns(
  all: readonly Column[],
  given: PackageGiven,
): { readonly columns: readonly Column[]; readonly kept: Kept } {
  const answers: Column[] = []
  const joined = new Set<string>()
  const leftOut: string[] = []
  for (const question of given.definition.sections.flatMap(({ questions }) => questions)) {
    if (question.type === 'info') continue
    const whole = all.filter((column) => column.question === question.key)
    const unseen = unseenFor(question, given.definition, all, answers)
    const own = whole
      .map((column) => hiding(column, unseen))
      .flatMap((column): Column[] => {
        if (column.ends) return given.shown.includes(keyOf(column)) ? inClasses(column, least) : []
        const table = tableOf(given.tables, column, null)
        const safe = table && mayShow(table) ? withoutSmall(column, hiddenRows(table)) : null
        return safe ? [safe] : []
      })
    const shown = whole[0]?.set ? withoutSmallTicks(own, whole.length) : own
    if (shown.length === 0) leftOut.push(question.key)
    else if (shown.length < whole.length || shown.some(hasHidden)) joined.add(question.key)
    answers.push(...shown)
  }

  const kept: Column[] = []
  const backgrounds: Kept['backgrounds'][number][] = []
  for (const [index, background] of given.backgrounds.entries()) {
    const column = all.filter(({ role }) => role === 'background')[index]
    if (!column || kept.length === mostBackgrounds) continue
    const ofThis = (place: Place): Place => [place[index] ?? '']
    const choice = coarsen([background], given.population.map(ofThis), openGroup)
    if (!choice || choice.steps[0] === background.levels.length + 1) continue
    const keys = background.categories.map(({ key }) => key)
    const cells = column.cells.map((cell) => {
      const coarse = choice.coarse([keys[Number(cell) - 1] ?? ''])[0]
      return keys.indexOf(coarse ?? '') + 1
    })
    const wholeTables = answers.every((answer) => {
      const table = answer.ends ? null : tableOf(given.tables, answer, background.name)
      return answer.ends !== undefined || (table && mayShow(table) && hiddenRows(table).size === 0)
    })
    if (!wholeTables || !tellsNothing(cells, answers)) continue
    kept.push({ ...column, cells })
    backgrounds.push({ name: background.name, steps: choice.steps[0] ?? 0, smallest: choice.smallest })
  }
  const weight = all.find(({ role }) => role === 'weight')
  const keepsWeight = weight !== undefined && saysNoMore(weight, kept)
  return {
    columns: [...all.filter(({ role }) => role === 'number'), ...kept, ...(keepsWeight ? [weight] : []), ...answers],
    kept: { backgrounds, weight: keepsWeight, leftOut, joined: [...joined] },
  }
}

const keyOf = ({ question, part }: Column) => (part === null ? (question ?? '') : `${question}:${part}`)
const hasHidden = ({ cells }: Column) => cells.includes(missing.notShown)
const mayShow = ({ roundedTo }: PackagedTable) => roundedTo === null
const tableOf = (tables: readonly PackagedTable[], { question, part, set }: Column, background: string | null) =>
  tables.find(
    (table) => table.question === question && table.background === background && (set !== null || table.part === part),
  )
const hiddenRows = ({ figures }: PackagedTable) =>
  new Set(figures.flatMap(({ row, status }) => (status === 'hidden' ? [row] : [])))

/**
 * Of a question that is only asked after certain answers: the respondents for whom that would tell what is hidden of
 * those answers.
 */
function unseenFor(
  question: Question,
  { sections }: Definition,
  all: readonly Column[],
  answers: readonly Column[],
): ReadonlySet<number> {
  const own = all.find((column) => column.question === question.key)
  const asked = (own?.cells ?? []).map((cell, at) => (own?.ends?.[at] ? true : cell !== missing.notAsked))
  const unseen = new Set<number>()
  for (const { question: before } of question.when?.all ?? []) {
    const known = sections.some(({ questions }) => questions.some(({ key }) => key === before))
    const columns = answers.filter((column) => column.question === before)
    const whole = all.filter((column) => column.question === before)
    const group = asked.flatMap((_, at) =>
      !known || columns.length < whole.length || columns.some(({ cells }) => cells[at] === missing.notShown)
        ? [at]
        : [],
    )
    if (new Set(group.map((at) => asked[at])).size > 1) for (const at of group) unseen.add(at)
  }
  return unseen
}

const hiding = (column: Column, unseen: ReadonlySet<number>): Column =>
  unseen.size === 0
    ? column
    : {
        ...column,
        ...(column.ends ? { ends: column.ends.map((ends, at) => (unseen.has(at) ? null : ends)) } : {}),
        cells: column.cells.map((cell, at) => (unseen.has(at) ? missing.notShown : cell)),
      }

/** How often each value occurs. */
function countsOf(cells: readonly (number | string)[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const cell of cells) counts.set(Number(cell), (counts.get(Number(cell)) ?? 0) + 1)
  return counts
}

// Who did not answer, or did not know, is told of every question by its base.
const isTold = (value: number) => value !== missing.notAnswered && value !== missing.unknown
const tooSmall = (count: number) => count > 0 && count < least

/** @returns null when nothing is left to show. */
function withoutSmall(column: Column, hidden: ReadonlySet<string>): Column | null {
  const counts = countsOf(column.cells)
  const there = [...counts].filter(([value]) => isTold(value)).toSorted((one, other) => one[1] - other[1])
  const group = new Set(
    there.flatMap(([value, count]) =>
      value === missing.notShown || tooSmall(count) || hidden.has(rowOf(column, value)) ? [value] : [],
    ),
  )
  if (column.set !== null) return group.size > 0 ? null : column
  const size = () => there.reduce((sum, [value, count]) => sum + (group.has(value) ? count : 0), 0)
  for (const [value] of there) {
    if (group.size === 0 || (group.size > 1 && size() >= least)) break
    group.add(value)
  }
  if (group.size === 0) return column
  if (there.every(([value]) => group.has(value))) return null
  return { ...column, cells: column.cells.map((cell) => (group.has(Number(cell)) ? missing.notShown : cell)) }
}

/** The key of the row of a published table that a value stands for. */
const rowOf = ({ set, part, rows }: Column, value: number): string =>
  set !== null ? (part ?? '') : (rows[value - 1] ?? '')

/**
 * Ticks of one question: one that is missing could be reckoned from the others, because who answered ticked something. So when
 * one is left out, the least chosen one goes with it.
 */
function withoutSmallTicks(own: readonly Column[], options: number): Column[] {
  if (own.length !== options - 1) return [...own]
  const ticks = ({ cells }: Column) => cells.filter((cell) => cell === 1).length
  const fewest = own.toSorted((one, other) => ticks(one) - ticks(other)).find((column) => ticks(column) > 0)
  return own.filter((column) => column !== fewest)
}

/** Whether who has the same in these columns has the same weight. */
function saysNoMore(weight: Column, kept: readonly Column[]): boolean {
  const weights = new Map<string, number | string>()
  return weight.cells.every((cell, at) => {
    const key = JSON.stringify(kept.map(({ cells }) => cells[at]))
    if (!weights.has(key)) weights.set(key, cell)
    return weights.get(key) === cell
  })
}

/** Whether no group of this background is small, and no answer in one of them is. */
function tellsNothing(background: readonly (number | string)[], answers: readonly Column[]): boolean {
  const members = new Map<number | string, number[]>()
  for (const [at, cell] of background.entries()) members.set(cell, [...(members.get(cell) ?? []), at])
  return [...members.values()].every(
    (group) =>
      group.length >= sensitiveGroup &&
      answers.every(({ cells }) =>
        [...countsOf(group.map((at) => cells[at] ?? 0))].every(([value, count]) => !isTold(value) || !tooSmall(count)),
      ),
  )
}
