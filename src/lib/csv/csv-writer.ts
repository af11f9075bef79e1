import type { CsvOptions } from './csv-reader.ts'

/** A cell to write. null and undefined become an empty field. A number must be finite. */
export type CsvCell = string | number | CsvFixed | boolean | null | undefined

/**
 * A number with always as many decimals, rounded: as a text it would be guarded when it is below zero. Decimals: 0 to 20.
 * What rounds to nothing has no sign.
 */
type CsvFixed = { readonly number: number; readonly decimals: number }

type CsvWriting = CsvOptions & {
  /** Puts a byte order mark in front, without which some spreadsheets take UTF-8 for something else. */
  readonly mark?: boolean
}

// What a spreadsheet may take for the start of a formula: = + - @, their full-width forms, and the control characters
// after which some programs look again. Blanks in front are looked through, because some programs trim them.
const formula = /^'*\s*[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/u
const startsWithControl = /^'*[\t\r\n\0]/u
const asksForQuotes = /[",;\t\r\n]|^\s|\s$/u

/**
 * A text that no spreadsheet takes for a formula: an apostrophe is put in front when it could be one.
 * Reversible with {@link withoutFormulaGuard}: a text that already has apostrophes before a formula gets one more, and
 * a text such as "'s-Gravenhage" stays as it is.
 */
export const withFormulaGuard = (text: string): string => (mayBeFormula(text) ? `'${text}` : text)

/** The text as it was before {@link withFormulaGuard}. */
export const withoutFormulaGuard = (text: string): string =>
  text.startsWith("'") && mayBeFormula(text) ? text.slice(1) : text

const mayBeFormula = (text: string): boolean => formula.test(text) || startsWithControl.test(text)

/**
 * Writes lines as RFC 4180: fields in quotes where needed, quotes doubled, every line ended by CRLF.
 * Texts are guarded against formulas; numbers and booleans are written as they are, so that -5 stays a number.
 *
 * The guard is for a file that is opened with the separator it was written with. Opened with another, a text with that
 * separator inside falls apart, and its parts are not guarded: say the separator beside the file.
 *
 * @throws {RangeError} when a line has another number of fields than the header, or a number is not finite.
 */
export function writeCsv(
  header: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
  options: CsvWriting = {},
): string {
  const separator = options.separator ?? ','
  const lines = [header.map(field).join(separator)]
  for (const row of rows) {
    if (row.length !== header.length) {
      throw new RangeError(`line ${lines.length + 1} has ${row.length} fields instead of ${header.length}`)
    }
    lines.push(row.map(field).join(separator))
  }
  return (options.mark ? '\uFEFF' : '') + lines.join('\r\n') + '\r\n'
}

function field(cell: CsvCell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(written(cell))
  if (typeof cell === 'object')
    return written(cell.number)
      .toFixed(cell.decimals)
      .replace(/^-(?=[0.]+$)/, '')
  if (typeof cell !== 'string') return String(cell)
  const safe = withFormulaGuard(cell)
  return asksForQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function written(number: number): number {
  if (!Number.isFinite(number)) throw new RangeError(`${number} is not a number one can write`)
  return number
}
