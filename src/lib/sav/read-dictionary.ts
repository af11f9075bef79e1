import type { Cursor } from './cursor.ts'
import type { Decode } from './decoding.ts'
import {
  aligns,
  formats,
  highest,
  lowest,
  measures,
  piecesOf,
  plainFormat,
  widestText,
  type SavAttribute,
  type SavFile,
  type SavFormat,
  type SavFormatType,
  type SavMissing,
  type SavSet,
  type SavValueLabel,
  type SavVariable,
} from './dictionary.ts'
import { nameKey } from './names.ts'
import type { RawDictionary, RawLabels, RawVariable } from './records.ts'
import { readAttributes, readSets } from './text-records.ts'

export type ReadColumn = { readonly variable: SavVariable; readonly pieces: readonly number[] }

type Described = Pick<SavFile, 'attributes' | 'sets' | 'weight'> & { readonly columns: readonly ReadColumn[] }

/** What is known of a variable before its values are given meaning. */
type Sketch = {
  readonly raw: RawVariable
  readonly shortName: string
  readonly name: string
  readonly pieces: readonly number[]
  readonly bytes: number
  /** Its measure, columns and alignment, as numbers; null when the file does not say. */
  readonly display: readonly number[] | null
}

/** Everything of a dictionary but its cases. */
export function dictionaryOf(raw: RawDictionary, decode: Decode, cursor: Cursor): Described {
  const pairs = (subtype: number, separator: string) => pairsOf(raw.extensions.get(subtype), separator, decode)
  const sketches = sketch(raw, decode, pairs(14, '\0\t'), pairs(13, '\t'), cursor)
  const unknown = () => cursor.fault('variable-unknown')

  const byStart = new Map(sketches.map((each) => [each.raw.start, each]))
  const byName = new Map(sketches.map((each) => [nameKey(each.name), each]))
  const byShortName = new Map(sketches.map((each) => [nameKey(each.shortName), each]))
  const found = (each: Sketch | undefined) => {
    if (!each) throw unknown()
    return each
  }
  const named = (name: string) => found(byName.get(nameKey(name)))

  const labels = new Map<Sketch, Meanings>()
  for (const record of raw.labels) {
    const meanings = new Meanings(record.labels, decode)
    for (const start of record.starts) {
      const each = found(byStart.get(start))
      if (each.bytes > 8) throw cursor.fault('record-broken')
      labels.set(each, meanings)
    }
  }
  for (const { name, values } of longLabels(raw.extensions.get(21)))
    labels.set(named(decode(name)), new Meanings(values, decode))

  const missing = new Map<Sketch, string[]>()
  for (const { name, values } of longMissing(raw.extensions.get(22), decode)) missing.set(named(name), values)

  const attributes = new Map<Sketch, SavAttribute[]>()
  for (const [name, own] of readAttributes(raw.extensions.get(18), decode, true)) attributes.set(named(name), own)

  const columns = sketches.map((each): ReadColumn => {
    const [measure = 0, width = 8, align = each.bytes > 0 ? 0 : 1] = each.display ?? []
    const described = {
      name: each.name,
      label: decode(each.raw.label),
      measure: measures[measure - 1] ?? null,
      columns: width,
      align: aligns[align] ?? 'left',
      attributes: attributes.get(each) ?? [],
    }
    const own = labels.get(each)
    if (each.bytes === 0)
      return {
        pieces: [],
        variable: {
          kind: 'number',
          ...described,
          format: formatOf(each.raw.format),
          valueLabels: own?.ofNumbers() ?? [],
          missing: missingOf(each.raw),
        },
      }
    return {
      pieces: each.pieces,
      variable: {
        kind: 'text',
        ...described,
        bytes: each.bytes,
        valueLabels: own?.ofTexts(each.bytes) ?? [],
        missing: missing.get(each) ?? each.raw.missing.map((value) => decode(value.subarray(0, each.bytes))),
      },
    }
  })
  const sets = [7, 19].flatMap((subtype) => readSets(raw.extensions.get(subtype), decode))
  return {
    columns,
    attributes: readAttributes(raw.extensions.get(17), decode, false).get('') ?? [],
    weight: raw.weightStart === 0 ? null : found(byStart.get(raw.weightStart)).name,
    sets: sets.map((set): SavSet => {
      const members = set.variables.map((name) => found(byShortName.get(nameKey(name)) ?? byName.get(nameKey(name))))
      const variables = members.map(({ name }) => name)
      if (set.counted === null) return { kind: 'categories', name: set.name, label: set.label, variables }
      const counted = members.every(({ bytes }) => bytes === 0) ? Number(set.counted) : set.counted
      if (Number.isNaN(counted)) throw cursor.fault('record-broken')
      return { kind: 'dichotomies', counted, name: set.name, label: set.label, variables }
    }),
  }
}

/** The labels of one record, which many variables may share: worked out once, so that a small file cannot become a large one. */
class Meanings {
  readonly #raw: RawLabels['labels']
  readonly #decode: Decode
  #numbers: readonly SavValueLabel<number>[] | null = null
  readonly #texts = new Map<number, readonly SavValueLabel<string>[]>()

  constructor(raw: RawLabels['labels'], decode: Decode) {
    this.#raw = raw
    this.#decode = decode
  }

  ofNumbers(): readonly SavValueLabel<number>[] {
    this.#numbers ??= this.#raw.map(({ value, label }) => ({ value: real(value), label: this.#decode(label) }))
    return this.#numbers
  }

  /** What follows in the eight bytes of a shorter text is nothing: not even spaces. */
  ofTexts(bytes: number): readonly SavValueLabel<string>[] {
    const known = this.#texts.get(bytes)
    if (known) return known
    const made = this.#raw.map(({ value, label }) => ({
      value: this.#decode(value.subarray(0, bytes)),
      label: this.#decode(label),
    }))
    this.#texts.set(bytes, made)
    return made
  }
}

function sketch(
  raw: RawDictionary,
  decode: Decode,
  widths: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
  cursor: Cursor,
): Sketch[] {
  const display = displayOf(raw)
  const sketches: Sketch[] = []
  for (let n = 0; n < raw.variables.length;) {
    const first = raw.variables[n] as RawVariable
    const shortName = decode(first.shortName)
    const bytes = Number(widths.get(shortName) ?? first.bytes)
    if (!Number.isInteger(bytes) || bytes < 0 || bytes > widestText) throw cursor.fault('record-broken')
    const pieces = bytes === 0 ? [] : piecesOf(bytes)
    const rest = raw.variables.slice(n + 1, n + Math.max(1, pieces.length))
    const laidOut = [first, ...rest].map((piece) => piece.bytes)
    // The room in the last piece may be more than its part of the text; what counts is that the pieces are all there.
    if (bytes > 0 && (laidOut.length !== pieces.length || laidOut.some((room, at) => room < (pieces[at] ?? 0))))
      throw cursor.fault('record-broken')
    sketches.push({
      raw: first,
      shortName,
      name: names.get(shortName) ?? shortName,
      pieces: bytes === 0 ? [] : laidOut,
      bytes,
      display: display?.[n] ?? null,
    })
    n += Math.max(1, pieces.length)
  }
  return sketches
}

function displayOf({ extensions, variables }: RawDictionary): number[][] | null {
  const record = extensions.get(11)
  if (!record) return null
  const fields = record.left / 4 / variables.length
  if (fields !== 2 && fields !== 3) throw record.fault('record-broken')
  return variables.map(() => {
    const [measure = 0, ...rest] = Array.from({ length: fields }, () => record.whole())
    // Older files leave out the width of the column.
    return fields === 3 ? [measure, ...rest] : [measure, 8, ...rest]
  })
}

function pairsOf(record: Cursor | undefined, separator: string, decode: Decode): Map<string, string> {
  if (!record) return new Map()
  const parts = decode(record.take(record.left)).split(separator).filter(Boolean)
  return new Map(
    parts.map((part) => {
      const at = part.indexOf('=')
      if (at < 1) throw record.fault('record-broken')
      return [part.slice(0, at), part.slice(at + 1).replace(/\0$/, '')]
    }),
  )
}

function* longLabels(record: Cursor | undefined) {
  if (!record) return
  while (record.left > 0) {
    const name = record.take(record.whole())
    record.whole()
    const values = Array.from({ length: record.count(record.left / 8) }, () => {
      const value = record.take(record.whole())
      return { value, label: record.take(record.whole()) }
    })
    yield { name, values }
  }
}

function* longMissing(record: Cursor | undefined, decode: Decode) {
  if (!record) return
  while (record.left > 0) {
    const name = decode(record.take(record.whole()))
    const values = Array.from({ length: record.byte() }, (_, n) => {
      // PSPP up to 1.6.2 writes the length, 8, before each value; others write it once.
      if (n === 0 || record.nextIs([8, 0, 0, 0])) record.whole()
      return decode(record.take(8))
    })
    yield { name, values }
  }
}

const real = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true)

function missingOf({ missingCode, missing }: RawVariable): SavMissing {
  const numbers = missing.map(real)
  if (missingCode >= 0) return { values: numbers, range: null }
  const [from = 0, to = 0, ...values] = numbers
  return { values, range: { from: from === lowest ? -Infinity : from, to: to === highest ? Infinity : to } }
}

const formatTypes = new Map(Object.entries(formats).map(([type, { code }]) => [code as number, type as SavFormatType]))

function formatOf(packed: number): SavFormat {
  const type = formatTypes.get((packed >> 16) & 0xff)
  return type ? { type, width: (packed >> 8) & 0xff, decimals: packed & 0xff } : plainFormat
}
