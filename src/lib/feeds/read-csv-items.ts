import { CsvError, readCsv } from '../csv/csv-reader.ts'
import { withoutFormulaGuard } from '../csv/csv-writer.ts'
import { decodeBytes } from '../xml/charset.ts'
import { gather, shown, type Found } from './gather.ts'
import { defaultSize, type Harvest, type KindHint, type ReadingOptions, type Remark } from './harvested.ts'
import { wronglyStated } from './read-feed.ts'

/** The columns that are read, with the names a header may use for them, in small letters. */
export const csvColumns = {
  sourceId: ['id', 'nummer', 'sourceid'],
  title: ['title', 'titel', 'naam'],
  summary: ['summary', 'samenvatting'],
  text: ['text', 'tekst', 'inhoud'],
  link: ['link', 'url', 'adres', 'webadres'],
  published: ['published', 'gepubliceerd', 'datum'],
  changed: ['changed', 'gewijzigd'],
  authors: ['authors', 'auteurs', 'auteur'],
  subjects: ['subjects', "thema's", 'themas', 'trefwoorden'],
  kind: ['kind', 'soort'],
  location: ['place', 'plaats', 'locatie'],
  start: ['start', 'begin'],
  end: ['end', 'einde', 'eind'],
  language: ['language', 'taal'],
  licence: ['licence', 'license', 'licentie'],
} as const satisfies Readonly<Record<string, readonly string[]>>

type Column = keyof typeof csvColumns
const columnNames = Object.entries(csvColumns) as [Column, readonly string[]][]

const kinds: Readonly<Record<string, KindHint>> = {
  article: 'article',
  artikel: 'article',
  publication: 'publication',
  publicatie: 'publication',
  event: 'event',
  activiteit: 'event',
  training: 'training',
  opleiding: 'training',
  cursus: 'training',
  term: 'term',
  begrip: 'term',
  question: 'question',
  vraag: 'question',
  dataset: 'dataset',
  tool: 'tool',
  hulpmiddel: 'tool',
  project: 'project',
}

/**
 * Reads items from CSV: one per line, columns by name in Dutch or English, in any order; only a title is a must. The separator (comma,
 * semicolon or tab) follows from the header. Several authors or subjects in one field stand between `|`. Columns with
 * other names are left out, each with a remark.
 */
export function readCsvItems(source: Uint8Array | string, options: ReadingOptions): Harvest {
  const size = options.size ?? defaultSize
  if (source.length > size)
    return { ok: false, problem: 'too-large', place: { line: 1, column: 1 }, detail: String(size) }
  const bytes = typeof source === 'string' ? null : decodeBytes(source, options.contentType)
  if (bytes && !bytes.ok)
    return {
      ok: false,
      problem: bytes.problem,
      place: { line: bytes.line, column: bytes.column },
      detail: bytes.detail,
    }
  const text = bytes ? bytes.text : String(source).replace(/^\uFEFF/, '')
  if (text.trim() === '') return { ok: false, problem: 'empty', place: { line: 1, column: 1 }, detail: '' }

  let rows: string[][]
  try {
    rows = readCsv(text, { separator: separatorOf(text) })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { ok: false, problem: 'not-csv', place: { line: error.line }, detail: error.reason }
  }
  const header = (rows[0] ?? []).map((name) => name.trim().toLowerCase())
  const places = new Map<Column, number>()
  for (const [column, names] of columnNames) {
    const at = header.flatMap((name, index) => (names.includes(name) ? [index] : []))
    if (at.length > 1)
      return {
        ok: false,
        problem: 'not-csv',
        place: { line: 1 },
        detail: `column-named-twice ${shown(header[at[1] ?? 0] ?? '')}`,
      }
    if (at[0] !== undefined) places.set(column, at[0])
  }
  const used = new Set(places.values())
  const left = header.filter((name, at) => !used.has(at) && name !== '')
  if (!places.has('title'))
    return { ok: false, problem: 'column-missing', place: { line: 1 }, detail: csvColumns.title.join(', ') }

  const found: Found[] = []
  let line = 1 + linesIn(rows[0] ?? [])
  for (const row of rows.slice(1)) {
    const field = (column: Column): string | undefined => {
      const at = places.get(column)
      const value = at === undefined ? '' : withoutFormulaGuard(row[at] ?? '').trim()
      return value === '' ? undefined : value
    }
    if (row.some((value) => value.trim() !== '')) found.push(itemOf(field, line))
    line += linesIn(row)
  }
  const gathered = gather(found, options)
  return {
    ok: true,
    format: 'csv',
    records: gathered.records,
    refused: gathered.refused,
    remarks: [
      ...wronglyStated(bytes?.ok ? bytes.statedWrongly : undefined),
      ...left.map((name): Remark => ({
        place: { line: 1 },
        field: 'document',
        reason: 'column-unknown',
        found: shown(name),
      })),
    ],
  }
}

const linesIn = (row: readonly string[]): number =>
  1 + row.reduce((sum, value) => sum + value.split('\n').length - 1, 0)

function separatorOf(text: string): ',' | ';' | '\t' {
  const header = text.slice(0, 4000).split(/\r?\n/, 1)[0] ?? ''
  const count = (separator: string) => header.split(separator).length
  if (count('\t') > Math.max(count(';'), count(','))) return '\t'
  return count(';') > count(',') ? ';' : ','
}

const several = (value: string | undefined): string[] => (value ?? '').split('|')
const words = (value: string | undefined) => (value === undefined ? undefined : { kind: 'text' as const, value })

function itemOf(field: (column: Column) => string | undefined, line: number): Found {
  const kind = field('kind')?.toLowerCase() ?? ''
  return {
    place: { line },
    sourceId: field('sourceId'),
    otherName: field('title'),
    title: words(field('title')),
    summary: words(field('summary')),
    body: words(field('text')),
    link: field('link'),
    published: field('published'),
    changed: field('changed'),
    authors: several(field('authors')),
    subjects: several(field('subjects')),
    kind: Object.hasOwn(kinds, kind) ? kinds[kind] : undefined,
    location: field('location'),
    start: field('start'),
    end: field('end'),
    language: field('language'),
    licence: field('licence'),
  }
}
