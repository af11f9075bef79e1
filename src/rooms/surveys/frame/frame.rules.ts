import { withoutAtEnd } from '../../../lib/text/ends.ts'
import { CsvError, readCsv } from '../../../lib/csv/csv-reader.ts'
import { normaliseEmailAddress } from '../../../lib/text/emailAddress.ts'
import type { Lang } from '../../../lib/words.ts'
import { classNamed, sizeOf, type SizeClass, type TypeClass } from '../series/classes.rules.ts'

/** The most places of a frame, and the most bytes of a list. */
export const frameLimits = { places: 20_000, bytes: 5 * 1024 * 1024, trials: 10 } as const

/** What a line of a list says of an organisation. `type`, `size` and `province` are null when the list does not say. */
export type FramePlace = {
  readonly name: string
  readonly reference: string
  readonly type: string | null
  readonly size: string | null
  readonly province: string | null
  readonly email: string | null
  readonly lang: Lang
}

export type LineFault =
  | 'name-missing'
  | 'name-long'
  | 'reference-long'
  | 'twice'
  | 'type-unknown'
  | 'size-unknown'
  | 'place-unknown'
  | 'place-several'
  | 'email-wrong'
  | 'lang-unknown'

/** Why a text is no list at all. */
export type ListFault = 'empty' | 'too-long' | 'broken' | 'no-name-column' | 'column-twice'

export type FrameLine = {
  /** In the text, from 1. */
  readonly line: number
  readonly place: FramePlace
  readonly faults: readonly { readonly fault: LineFault; readonly said: string }[]
}

export type ReadFrame =
  | { readonly ok: false; readonly fault: ListFault; readonly line: number | null }
  | {
      readonly ok: true
      readonly lines: readonly FrameLine[]
      /** Columns that are not read, as they are named. */
      readonly unread: readonly string[]
    }

/** What a list is read with. */
export type Known = {
  readonly types: readonly TypeClass[]
  readonly sizes: readonly SizeClass[]
  /** The reference that an organisation of this name had in an earlier wave; by `sameName`. */
  readonly earlier: ReadonlyMap<string, string>
  /** @returns the code of a province, by its name or a place in it. */
  readonly province: (text: string) => { readonly code: string } | 'several' | 'unknown'
}

const columns = {
  name: ['naam', 'organisatie', 'name', 'organisation'],
  reference: ['kenmerk', 'nummer', 'lidnummer', 'reference', 'number', 'id'],
  type: ['soort', 'type', 'kind'],
  size: ['grootte', 'medewerkers', 'size', 'staff'],
  place: ['provincie', 'gemeente', 'plaats', 'province', 'municipality', 'place'],
  email: ['email', 'e-mail', 'e-mailadres', 'adres', 'address'],
  lang: ['taal', 'language'],
} as const
type Column = keyof typeof columns

const langs: Readonly<Record<string, Lang>> = {
  '': 'nl',
  nl: 'nl',
  nederlands: 'nl',
  en: 'en',
  engels: 'en',
  english: 'en',
}

/** The same for names that differ in capitals, spaces and signs alone. */
export const sameName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

/** A list from a spreadsheet has tabs, a file of one semicolons or commas: what stands most in the first line. */
function separatorOf(text: string): ',' | ';' | '\t' {
  const first = text.split('\n', 1)[0] ?? ''
  const counts = (['\t', ';', ','] as const).map((each) => ({ each, n: first.split(each).length }))
  return counts.reduce((best, next) => (next.n > best.n ? next : best)).each
}

type Row = { readonly line: number; readonly cells: readonly string[] }

/** What is pasted from a spreadsheet loses the tabs behind its last filled cell, and may hold empty lines. */
function rowsOf(text: string): readonly Row[] {
  const separator = separatorOf(text)
  if (separator === '\t' && !text.includes('"'))
    return text
      .split('\n')
      .map((each, at) => ({ line: at + 1, cells: each.split('\t') }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  let line = 1
  return readCsv(text, { separator }).map((cells) => {
    const row = { line, cells }
    line += cells.join('').split('\n').length
    return row
  })
}

/**
 * Reads a list of organisations: a line of headings, then one organisation per line. Nothing is guessed or skipped: every
 * fault stands with its line, and a list with a fault is not taken.
 */
export function readFrame(text: string, known: Known): ReadFrame {
  const clean = withoutAtEnd(text.replaceAll('\r\n', '\n'), '\n')
  if (clean.trim() === '') return { ok: false, fault: 'empty', line: null }
  let rows: readonly Row[]
  try {
    rows = rowsOf(clean)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { ok: false, fault: 'broken', line: error.line }
  }
  const [{ cells: header } = { cells: [] }, ...body] = rows
  const places = new Map<Column, number>()
  const unread: string[] = []
  for (const [at, heading] of header.entries()) {
    const wanted = heading.trim().toLowerCase()
    const column = (Object.keys(columns) as Column[]).find((each) =>
      (columns[each] as readonly string[]).includes(wanted),
    )
    if (column === undefined) unread.push(heading.trim())
    else if (places.has(column)) return { ok: false, fault: 'column-twice', line: 1 }
    else places.set(column, at)
  }
  if (!places.has('name')) return { ok: false, fault: 'no-name-column', line: 1 }
  if (body.length === 0) return { ok: false, fault: 'empty', line: null }
  if (body.length > frameLimits.places) return { ok: false, fault: 'too-long', line: null }

  const seen = new Set<string>()
  const lines: FrameLine[] = []
  for (const { line, cells } of body) {
    const cell = (column: Column) => (cells[places.get(column) ?? -1] ?? '').replace(/\s+/g, ' ').trim()
    const read = readLine(cell, known)
    const faults = [...read.faults]
    if (read.place.reference !== '') {
      if (seen.has(read.place.reference)) faults.push({ fault: 'twice', said: read.place.reference })
      seen.add(read.place.reference)
    }
    lines.push({ line, place: read.place, faults })
  }
  return { ok: true, lines, unread }
}

function readLine(cell: (column: Column) => string, known: Known): Pick<FrameLine, 'place' | 'faults'> {
  const faults: { fault: LineFault; said: string }[] = []
  const wrong = (fault: LineFault, said: string) => void faults.push({ fault, said })
  const name = cell('name')
  if (name === '') wrong('name-missing', '')
  if (name.length > 200) wrong('name-long', name.slice(0, 40))
  const own = cell('reference')
  if (own.length > 120) wrong('reference-long', own.slice(0, 40))
  // An organisation without a number of its own is known by its name: by the one under which it stood before.
  const reference = own === '' ? (known.earlier.get(sameName(name)) ?? sameName(name).slice(0, 120)) : own
  const type = cell('type')
  const typeClass = classNamed(known.types, type)
  if (type !== '' && typeClass === null) wrong('type-unknown', type)
  const size = cell('size')
  const staff = /^\d{1,3}(\.?\d{3})*$/.test(size) ? Number(size.replaceAll('.', '')) : null
  const sizeClass = staff === null ? classNamed(known.sizes, size) : sizeOf(known.sizes, staff)
  if (size !== '' && sizeClass === null) wrong('size-unknown', size)
  const place = cell('place')
  const province = place === '' ? null : known.province(place)
  if (province === 'several') wrong('place-several', place)
  if (province === 'unknown') wrong('place-unknown', place)
  const address = cell('email')
  const email = address === '' ? null : normaliseEmailAddress(address)
  if (address !== '' && email === null) wrong('email-wrong', address)
  const lang = langs[cell('lang').toLowerCase()]
  if (lang === undefined) wrong('lang-unknown', cell('lang'))
  return {
    place: {
      name,
      reference,
      type: typeClass?.key ?? null,
      size: sizeClass?.key ?? null,
      province: typeof province === 'object' && province !== null ? province.code : null,
      email,
      lang: lang ?? 'nl',
    },
    faults,
  }
}
