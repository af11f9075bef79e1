/** Why a text is not the CSV that was asked for, and on which line of the text (from 1). */
export class CsvError extends Error {
  readonly line: number
  readonly reason: CsvReason

  constructor(reason: CsvReason, line: number, detail = '') {
    super(`CSV line ${line}: ${reason}${detail && ` (${detail})`}`)
    this.name = 'CsvError'
    this.line = line
    this.reason = reason
  }
}

export type CsvReason =
  | 'quote-inside-plain-field'
  | 'text-after-closing-quote'
  | 'quote-not-closed'
  | 'carriage-return-alone'
  | 'number-of-fields-differs'
  | 'no-header'
  | 'column-named-twice'
  | 'column-missing'
  | 'column-unknown'

export type CsvOptions = {
  /** What stands between two fields. */
  readonly separator?: ',' | ';' | '\t'
}

/**
 * Reads CSV as RFC 4180 describes it, strictly: quotes only around a whole field, lines end in CRLF or LF, every line has
 * as many fields as the first. A byte order mark at the start and a missing line end at the last line are accepted.
 *
 * @returns the lines as lists of fields, the header line included; empty for an empty text.
 * @throws {CsvError} with the line at the first deviation; nothing is guessed or skipped.
 */
export function readCsv(text: string, options: CsvOptions = {}): string[][] {
  const separator = options.separator ?? ','
  const end = text.length
  const rows: string[][] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let line = 1

  while (at < end) {
    const row: string[] = []
    const firstLine = line
    let lineIsOpen = true
    while (lineIsOpen) {
      let field: string
      if (text[at] === '"') {
        const quoted = readQuoted(text, at + 1, line)
        field = quoted.field
        at = quoted.next
        line = quoted.line
      } else {
        const from = at
        while (at < end && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') {
          if (text[at] === '"') throw new CsvError('quote-inside-plain-field', line)
          at += 1
        }
        field = text.slice(from, at)
      }
      row.push(field)

      if (at < end && text[at] === separator) {
        at += 1
        continue
      }
      lineIsOpen = false
      if (at >= end) break
      if (text[at] === '\r' && text[at + 1] === '\n') at += 2
      else if (text[at] === '\n') at += 1
      else throw new CsvError(text[at] === '\r' ? 'carriage-return-alone' : 'text-after-closing-quote', line)
      line += 1
    }
    const width = rows[0]?.length ?? row.length
    if (row.length !== width) {
      throw new CsvError('number-of-fields-differs', firstLine, `${row.length} instead of ${width}`)
    }
    rows.push(row)
  }
  return rows
}

function readQuoted(text: string, start: number, startLine: number): { field: string; next: number; line: number } {
  const parts: string[] = []
  let line = startLine
  let from = start
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) throw new CsvError('quote-not-closed', startLine)
    const part = text.slice(from, quote)
    parts.push(part)
    for (let i = part.indexOf('\n'); i >= 0; i = part.indexOf('\n', i + 1)) line += 1
    if (text[quote + 1] !== '"') return { field: parts.join(''), next: quote + 1, line }
    parts.push('"')
    from = quote + 2
  }
}

/**
 * Reads CSV with a header line into one record per line. The header holds exactly the columns asked for, in any order.
 *
 * @returns records whose fields are the text as written; '' where a field is empty.
 * @throws {CsvError} as {@link readCsv}, and when the header is absent, doubled, incomplete or holds an unknown column.
 */
export function readRecords<Column extends string>(
  text: string,
  columns: readonly Column[],
  options: CsvOptions = {},
): Record<Column, string>[] {
  const [header, ...rows] = readCsv(text, options)
  if (!header) throw new CsvError('no-header', 1)
  const double = header.find((name, index) => header.indexOf(name) !== index)
  if (double !== undefined) throw new CsvError('column-named-twice', 1, double)
  const unknown = header.find((name) => !(columns as readonly string[]).includes(name))
  if (unknown !== undefined) throw new CsvError('column-unknown', 1, unknown)
  const places = columns.map((column): [Column, number] => {
    const place = header.indexOf(column)
    if (place < 0) throw new CsvError('column-missing', 1, column)
    return [column, place]
  })
  return rows.map((row) => {
    const record = {} as Record<Column, string>
    for (const [column, place] of places) record[column] = row[place] ?? ''
    return record
  })
}
