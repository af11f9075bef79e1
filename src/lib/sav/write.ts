import { GrowingBytes, upTo } from './bytes.ts'
import { bias, putCases } from './cells.ts'
import { aligns, formats, highest, lowest, measures, systemMissing } from './dictionary.ts'
import { elementsOf, planOf, productMark, type Column, type Plan, type SavGiven, type SavShortened } from './plan.ts'
import { encoded } from './text.ts'

export type { SavGiven, SavShortened } from './plan.ts'

export type SavWritten = {
  readonly bytes: Uint8Array
  /** From the name a caller gave a variable to the one in the file, which may differ: SPSS allows less. */
  readonly names: ReadonlyMap<string, string>
  /** Every text that lost its end, because the format has no room for it. Empty when nothing was lost. */
  readonly shortened: readonly SavShortened[]
}

/**
 * Writes a file of SPSS (.sav) in UTF-8, compressed by byte. The same input gives the same bytes.
 *
 * A text loses spaces at its end, and one that is absent is written as '': the format cannot tell. Control characters in
 * labels become spaces; in cells they stay.
 * @throws {RangeError} for what no such file can hold: no variable, a name given twice, a text among numbers, a number that
 *   is not finite, too many missing values, two labels for one value, a set of one variable, a date outside 1970 to 2069.
 */
export function writeSav(given: SavGiven): SavWritten {
  const plan = planOf(given)
  const out = new GrowingBytes()
  putHeader(out, plan)
  for (const column of plan.columns) putVariable(out, column)
  for (const column of plan.columns) putValueLabels(out, column)
  putNotes(out, plan.notes)
  putExtensions(out, plan)
  out.whole(999)
  out.whole(0)
  putCases(out, plan.columns, plan.cases)
  return { bytes: out.all(), names: plan.names, shortened: plan.shortened }
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (number: number) => String(number).padStart(2, '0')

function putHeader(out: GrowingBytes, { product, label, created, columns, weight, cases }: Plan): void {
  out.put(encoded('$FL2'))
  out.put(encoded(productMark + product), 60)
  out.whole(2)
  out.whole(columns.reduce((sum, { pieces }) => sum + elementsOf(pieces), 0))
  out.whole(1)
  out.whole(columns.find(({ name }) => name === weight)?.start ?? 0)
  out.whole(cases.length)
  out.real(bias)
  const day = `${two(created.getUTCDate())} ${months[created.getUTCMonth()] ?? ''} ${two(created.getUTCFullYear() % 100)}`
  out.put(encoded(day), 9)
  out.put(encoded([created.getUTCHours(), created.getUTCMinutes(), created.getUTCSeconds()].map(two).join(':')), 8)
  out.put(encoded(label), 64)
  out.put(new Uint8Array(3))
}

const textCode = 1

function putVariable(out: GrowingBytes, column: Column): void {
  for (const [n, shortName] of column.shortNames.entries()) {
    const bytes = column.pieces[n] ?? 0
    const label = n === 0 ? encoded(column.label) : new Uint8Array()
    const { code, values } = n === 0 ? missingOf(column) : { code: 0, values: [] }
    const format =
      column.kind === 'number'
        ? (formats[column.format.type].code << 16) | (column.format.width << 8) | column.format.decimals
        : (textCode << 16) | (bytes << 8)
    out.whole(2)
    out.whole(bytes)
    out.whole(label.length > 0 ? 1 : 0)
    out.whole(code)
    out.whole(format)
    out.whole(format)
    out.put(encoded(shortName), 8)
    if (label.length > 0) {
      out.whole(label.length)
      out.put(label, upTo(4, label.length))
    }
    for (const value of values)
      if (typeof value === 'number') out.real(value)
      else out.put(encoded(value), 8)
    for (let element = 1; element < Math.ceil(bytes / 8); element += 1) {
      for (const field of [2, -1, 0, 0, 0, 0]) out.whole(field)
      out.put(new Uint8Array(), 8)
    }
  }
}

function missingOf(column: Column): { code: number; values: readonly (number | string)[] } {
  if (column.kind === 'text') {
    return column.bytes > 8 ? { code: 0, values: [] } : { code: column.missing.length, values: column.missing }
  }
  const { values, range } = column.missing
  if (!range) return { code: values.length, values }
  const from = range.from === -Infinity ? lowest : range.from
  const to = range.to === Infinity ? highest : range.to
  return { code: -2 - values.length, values: [from, to, ...values] }
}

/** Labels for numbers and texts of up to eight bytes; those for longer texts have a record of their own. */
function putValueLabels(out: GrowingBytes, column: Column): void {
  if (column.valueLabels.length === 0 || (column.kind === 'text' && column.bytes > 8)) return
  out.whole(3)
  out.whole(column.valueLabels.length)
  for (const { value, label } of column.valueLabels) {
    if (typeof value === 'number') out.real(value)
    else out.put(encoded(value), 8)
    const text = encoded(label)
    out.byte(text.length)
    out.put(text, upTo(8, text.length + 1) - 1)
  }
  out.whole(4)
  out.whole(1)
  out.whole(column.start)
}

function putNotes(out: GrowingBytes, notes: readonly string[]): void {
  if (notes.length === 0) return
  out.whole(6)
  out.whole(notes.length)
  for (const note of notes) out.put(encoded(note), 80)
}

function putExtensions(out: GrowingBytes, { columns, sets, attributes, cases }: Plan): void {
  const utf8 = 65_001
  const numbers = (subtype: number, fields: readonly number[]) => {
    putExtensionHead(out, subtype, 4, fields.length)
    for (const field of fields) out.whole(field)
  }
  const text = (subtype: number, content: string) => {
    if (content === '') return
    const bytes = encoded(content)
    putExtensionHead(out, subtype, 1, bytes.length)
    out.put(bytes)
  }
  // Version of the format, machine, IEEE 754, compressed by byte, lowest byte first, code page.
  numbers(3, [1, 0, 0, -1, 1, 1, 2, utf8])
  putExtensionHead(out, 4, 8, 3)
  for (const value of [systemMissing, highest, lowest]) out.real(value)
  text(7, sets.map((set) => setLine(set, columns)).join(''))
  numbers(
    11,
    columns.flatMap((column) =>
      column.shortNames.flatMap(() => [
        column.measure === null ? 0 : measures.indexOf(column.measure) + 1,
        column.columns,
        aligns.indexOf(column.align),
      ]),
    ),
  )
  text(13, columns.map(({ shortNames, name }) => `${shortNames[0]}=${name}`).join('\t'))
  text(
    14,
    columns
      .filter(({ pieces }) => pieces.length > 1)
      .map((column) => `${column.shortNames[0]}=${String('bytes' in column ? column.bytes : 0).padStart(5, '0')}\0\t`)
      .join(''),
  )
  putExtensionHead(out, 16, 8, 2)
  out.longWhole(1)
  out.longWhole(cases.length)
  text(17, attributesText(attributes))
  const described = columns.filter((column) => column.attributes.length > 0)
  text(18, described.map((column) => `${column.name}:${attributesText(column.attributes)}`).join('/'))
  text(20, 'UTF-8')
  putLongLabels(out, columns)
  putLongMissing(out, columns)
}

function putExtensionHead(out: GrowingBytes, subtype: number, size: number, count: number): void {
  for (const field of [7, subtype, size, count]) out.whole(field)
}

function setLine(set: Plan['sets'][number], columns: readonly Column[]): string {
  const counted = (text: string) => `${encoded(text).length} ${text}`
  const members = set.variables.map((name) => columns.find((column) => column.name === name)?.shortNames[0] ?? '')
  const kind = set.kind === 'categories' ? 'C' : `D${counted(String(set.counted))}`
  return `$${set.name}=${kind} ${counted(set.label)} ${members.join(' ').toLowerCase()}\n`
}

const attributesText = (attributes: Plan['attributes']) =>
  attributes.map(({ name, values }) => `${name}(${values.map((value) => `'${value}'\n`).join('')})`).join('')

type LongText = Column & { kind: 'text' }
const longTexts = (columns: readonly Column[]) =>
  columns.filter((column): column is LongText => column.kind === 'text' && column.bytes > 8)

function putLongLabels(out: GrowingBytes, columns: readonly Column[]): void {
  putBlocks(
    out,
    21,
    longTexts(columns)
      .filter(({ valueLabels }) => valueLabels.length > 0)
      .map(({ name, bytes, valueLabels }) => (block) => {
        putCounted(block, encoded(name))
        block.whole(bytes)
        block.whole(valueLabels.length)
        for (const { value, label } of valueLabels) {
          putCounted(block, encoded(value), bytes)
          putCounted(block, encoded(label))
        }
      }),
  )
}

function putLongMissing(out: GrowingBytes, columns: readonly Column[]): void {
  putBlocks(
    out,
    22,
    longTexts(columns)
      .filter(({ missing }) => missing.length > 0)
      .map(({ name, missing }) => (block) => {
        putCounted(block, encoded(name))
        block.byte(missing.length)
        block.whole(8)
        for (const value of missing) block.put(encoded(value), 8)
      }),
  )
}

function putBlocks(out: GrowingBytes, subtype: number, blocks: readonly ((block: GrowingBytes) => void)[]): void {
  if (blocks.length === 0) return
  const content = new GrowingBytes()
  for (const put of blocks) put(content)
  const bytes = content.all()
  putExtensionHead(out, subtype, 1, bytes.length)
  out.put(bytes)
}

function putCounted(out: GrowingBytes, bytes: Uint8Array, width = bytes.length): void {
  out.whole(width)
  out.put(bytes, width)
}
