import {
  formats,
  lowest,
  piecesOf,
  plainFormat,
  systemMissing,
  widestText,
  type SavAttribute,
  type SavCell,
  type SavFile,
  type SavFormat,
  type SavNumber,
  type SavSet,
  type SavText,
  type SavValueLabel,
  type SavVariable,
} from './dictionary.ts'
import { legalNames, nameKey, shortNames } from './names.ts'
import { bytesOf, cutAt, oneLine, withoutFilling } from './text.ts'

type Given<Variable extends SavVariable> = Pick<Variable, 'kind' | 'name'> & Partial<Variable>

/**
 * What a caller gives. Absent: no label, no meaning of values, no missing values, shown as F8.2, measured as nominal (texts)
 * or scale (numbers), and room in a text variable for its longest text.
 */
export type SavGiven = Pick<SavFile, 'cases'> &
  Partial<Omit<SavFile, 'variables' | 'created'>> & {
    readonly created: Date
    readonly variables: readonly (Given<SavNumber> | Given<SavText>)[]
  }

/**
 * A text that had to lose its end to fit. variable: as the caller named it, absent for the file and for a set;
 * index of the case, from 0, for a cell.
 */
export type SavShortened = {
  readonly what: 'file-label' | 'label' | 'value-label' | 'set-label' | 'cell'
  readonly variable?: string
  readonly case?: number
  readonly text: string
}

/** A variable with everything decided: its names in the file, and the pieces it takes in every case. */
export type Column = SavVariable & {
  readonly shortNames: readonly string[]
  /** Bytes of each piece; empty for a number. */
  readonly pieces: readonly number[]
  /** Where its first element of eight bytes stands in a case, from 1. */
  readonly start: number
}

export type Plan = Omit<SavFile, 'variables' | 'created'> & {
  readonly created: Date
  readonly columns: readonly Column[]
  /** From the name the caller gave to the name in the file. */
  readonly names: ReadonlyMap<string, string>
  readonly shortened: readonly SavShortened[]
}

/** How many elements of eight bytes a column takes in each case. A full piece has a byte over. */
export const elementsOf = (pieces: readonly number[]): number =>
  pieces.length === 0 ? 1 : pieces.reduce((sum, bytes) => sum + Math.ceil(bytes / 8), 0)

/**
 * Decides everything about a file before a byte is written.
 * @throws {RangeError} for what no such file can hold and cutting a text cannot mend.
 */
export function planOf(given: SavGiven): Plan {
  const { variables, cases } = given
  if (variables.length === 0) throw new RangeError('A file of SPSS needs a variable.')
  const wished = variables.map(({ name }) => name)
  if (new Set(wished).size < wished.length) throw new RangeError('Two variables have the same name.')
  for (const [n, each] of cases.entries())
    if (each.length !== variables.length)
      throw new RangeError(`Case ${n} has ${each.length} cells instead of ${variables.length}.`)

  const shortened: SavShortened[] = []
  const cut: Cut = (text, most, where) => {
    const kept = cutAt(text, most)
    if (kept.length < text.length) shortened.push({ ...where, text })
    return kept
  }
  const legal = legalNames(wished)
  const settled = variables.map((variable, index): SavVariable => {
    const column = cases.map((cells) => cells[index] ?? null)
    const name = legal[index] ?? ''
    return variable.kind === 'number'
      ? settledNumber(variable, name, column, cut)
      : settledText(variable, name, column, cut)
  })
  const pieces = settled.map((variable) => (variable.kind === 'text' ? piecesOf(variable.bytes) : []))
  const short = shortNames(
    legal,
    pieces.map(({ length }) => Math.max(1, length)),
  )
  let start = 1
  const columns = settled.map((variable, index): Column => {
    const own = pieces[index] ?? []
    const column = { ...variable, pieces: own, shortNames: short[index] ?? [], start }
    start += elementsOf(own)
    return column
  })

  const names = new Map(wished.map((name, index) => [name, legal[index] ?? '']))
  const called = (name: string): Column => {
    const column = columns[wished.indexOf(name)]
    if (!column) throw new RangeError(`There is no variable ${JSON.stringify(name)}.`)
    return column
  }
  const weight = given.weight ?? null
  if (weight !== null && called(weight).kind !== 'number') throw new RangeError('The weight of a case is a number.')
  return {
    label: cut(oneLine(given.label ?? ''), 64, { what: 'file-label' }),
    product: cutAt(oneLine(given.product ?? 'Ervaringsplein'), 60 - productMark.length),
    created: checkedMoment(given.created),
    notes: (given.notes ?? []).flatMap(linesOf80),
    attributes: checkedAttributes(given.attributes ?? []),
    columns,
    sets: settledSets(given.sets ?? [], called, cut),
    weight: weight === null ? null : called(weight).name,
    cases,
    names,
    shortened,
  }
}

/** How every file begins that SPSS wants to read; the program's own name comes after it. */
export const productMark = '@(#) SPSS DATA FILE - '

type Cut = (text: string, most: number, where: Omit<SavShortened, 'text'>) => string
type Answers = readonly SavCell[]

function settledNumber(given: Given<SavNumber>, name: string, column: Answers, cut: Cut): SavNumber {
  for (const cell of column) if (cell !== null) checkedNumber(cell, given.name)
  const missing = given.missing ?? { values: [], range: null }
  const { values, range } = missing
  if (values.length > (range ? 1 : 3))
    throw new RangeError(`${given.name}: three missing values at most, or one beside a range.`)
  for (const value of values) checkedNumber(value, given.name)
  if (range && !(range.from <= range.to && range.from < Infinity && range.to > -Infinity))
    throw new RangeError(`${given.name}: the range of missing values is empty.`)
  for (const end of range ? [range.from, range.to] : []) if (Math.abs(end) !== Infinity) checkedNumber(end, given.name)
  const format = given.format ?? plainFormat
  if (!isShown(format)) throw new RangeError(`${given.name}: ${JSON.stringify(format)} is no format of SPSS.`)
  const labels = given.valueLabels ?? []
  for (const { value } of labels) checkedNumber(value, given.name)
  return {
    kind: 'number',
    ...described(given, name, 'scale', 'right', cut),
    format,
    missing,
    valueLabels: meant(given.name, labels, cut),
  }
}

function isShown({ type, width, decimals }: SavFormat): boolean {
  const { least, before } = formats[type]
  const most = before === null ? 0 : Math.max(0, Math.min(16, width - before))
  return [width, decimals].every(Number.isInteger) && width >= least && width <= 40 && decimals >= 0 && decimals <= most
}

function settledText(given: Given<SavText>, name: string, column: Answers, cut: Cut): SavText {
  const labels = (given.valueLabels ?? []).map(({ value, label }) => ({ value: withoutFilling(value), label }))
  const missing = (given.missing ?? []).map(withoutFilling)
  const texts = column.map((cell) => {
    if (typeof cell === 'number') throw new RangeError(`${given.name} holds texts, not ${cell}.`)
    return withoutFilling(cell ?? '')
  })
  const needed = [...texts, ...labels.map(({ value }) => value), ...missing].reduce(
    (most, text) => Math.max(most, bytesOf(text)),
    1,
  )
  const bytes = given.bytes ?? Math.min(needed, widestText)
  if (!Number.isInteger(bytes) || bytes < 1 || bytes > widestText)
    throw new RangeError(`${given.name}: a text takes 1 to 32,767 bytes.`)
  for (const [n, text] of texts.entries()) cut(text, bytes, { what: 'cell', variable: given.name, case: n })
  if (missing.length > 3) throw new RangeError(`${given.name}: three missing values at most.`)
  if (missing.some((value) => bytesOf(value) > Math.min(8, bytes)))
    throw new RangeError(`${given.name}: a missing value of a text has room for 8 bytes.`)
  if (labels.some(({ value }) => bytesOf(value) > bytes))
    throw new RangeError(`${given.name}: a value with a label is longer than the ${bytes} bytes of the variable.`)
  return {
    kind: 'text',
    ...described(given, name, 'nominal', 'left', cut),
    bytes,
    missing,
    valueLabels: meant(given.name, labels, cut),
  }
}

function described(
  given: Given<SavNumber> | Given<SavText>,
  name: string,
  measure: 'nominal' | 'scale',
  align: 'left' | 'right',
  cut: Cut,
) {
  const columns = given.columns ?? 8
  if (!Number.isInteger(columns) || columns < 1 || columns > 255)
    throw new RangeError(`${given.name}: a column is 1 to 255 letters wide.`)
  return {
    name,
    label: cut(oneLine(given.label ?? ''), 255, { what: 'label', variable: given.name }),
    measure: given.measure === undefined ? measure : given.measure,
    columns,
    align: given.align ?? align,
    attributes: checkedAttributes(given.attributes ?? []),
  }
}

function meant<Value>(name: string, labels: readonly SavValueLabel<Value>[], cut: Cut): SavValueLabel<Value>[] {
  if (new Set(labels.map(({ value }) => value)).size < labels.length)
    throw new RangeError(`${name}: a value has two labels.`)
  return labels.map(({ value, label }) => ({
    value,
    label: cut(oneLine(label), 120, { what: 'value-label', variable: name }),
  }))
}

function settledSets(sets: readonly SavSet[], called: (name: string) => Column, cut: Cut): SavSet[] {
  const names = legalNames(
    sets.map(({ name }) => name),
    63,
  )
  return sets.map((set, index) => {
    const columns = set.variables.map(called)
    const kinds = new Set(columns.map(({ kind }) => kind))
    if (columns.length < 2 || kinds.size > 1)
      throw new RangeError(`${set.name}: a set has two variables or more, all numbers or all texts.`)
    if (new Set(set.variables).size < set.variables.length)
      throw new RangeError(`${set.name}: a variable stands in it twice.`)
    if (set.kind === 'dichotomies') checkedCounted(set.name, set.counted, columns)
    return {
      ...(set.kind === 'dichotomies' && typeof set.counted === 'string'
        ? { ...set, counted: withoutFilling(set.counted) }
        : set),
      name: names[index] ?? '',
      label: cut(oneLine(set.label), 255, { what: 'set-label' }),
      variables: columns.map(({ name }) => name),
    }
  })
}

function checkedCounted(name: string, counted: number | string, columns: readonly Column[]): void {
  const fits = columns.every((column) =>
    column.kind === 'number'
      ? Number.isSafeInteger(counted)
      : typeof counted === 'string' && bytesOf(counted) <= column.bytes && withoutFilling(counted) !== '',
  )
  if (!fits) throw new RangeError(`${name}: what is counted is a whole number, or a text that fits in each variable.`)
}

function checkedNumber(cell: SavCell, name: string): void {
  if (typeof cell !== 'number') throw new RangeError(`${name} holds numbers, not ${JSON.stringify(cell)}.`)
  // The two lowest numbers that a float can be mean "absent" and "lowest" in a file.
  if (!Number.isFinite(cell) || cell === systemMissing || cell === lowest)
    throw new RangeError(`${name}: ${cell} is no number that a file can hold; give null for absent.`)
}

function checkedAttributes(attributes: readonly SavAttribute[]): SavAttribute[] {
  const keys = attributes.map(({ name }) => nameKey(name))
  if (new Set(keys).size < keys.length) throw new RangeError('Two attributes have the same name.')
  return attributes.map(({ name, values }) => {
    if (!/^(?:[$@]|\$@)?[A-Za-z][A-Za-z0-9_.]{0,61}$/.test(name) || values.length === 0)
      throw new RangeError(`${JSON.stringify(name)} is no attribute: a name of ASCII letters, and at least one text.`)
    return { name, values: values.map(oneLine) }
  })
}

function checkedMoment(created: Date): Date {
  const year = created.getUTCFullYear()
  if (!(year >= 1970 && year < 2070)) throw new RangeError('A file is made in a year from 1970 to 2069.')
  return created
}

/** A note in lines of at most 80 bytes, between words where there are any. */
function linesOf80(note: string): string[] {
  const lines: string[] = []
  let rest = note.toWellFormed().replace(/\s+/gu, ' ').trimEnd()
  while (bytesOf(rest) > 80) {
    const piece = cutAt(rest, 80)
    const space = piece.lastIndexOf(' ')
    const line = rest[piece.length] === ' ' || space <= 0 ? piece : piece.slice(0, space)
    lines.push(line.trimEnd())
    rest = rest.slice(line.length).trimStart()
  }
  return [...lines, rest]
}
