import { upTo } from './bytes.ts'
import type { Cursor } from './cursor.ts'

/** One record of the dictionary: a number, or one piece of a text. */
export type RawVariable = {
  readonly shortName: Uint8Array
  /** 0 for a number. */
  readonly bytes: number
  readonly label: Uint8Array
  /** How the missing values are meant: so many by themselves, or from -2 a range. */
  readonly missingCode: number
  readonly missing: readonly Uint8Array[]
  readonly format: number
  /** Where its first element stands in a case, from 1. */
  readonly start: number
}

export type RawLabels = {
  readonly labels: readonly { readonly value: Uint8Array; readonly label: Uint8Array }[]
  readonly starts: readonly number[]
}

/** A dictionary as it stands in a file, nothing decoded yet: its encoding is only known at the end. */
export type RawDictionary = {
  readonly product: Uint8Array
  readonly label: Uint8Array
  readonly moment: Uint8Array
  readonly compressed: boolean
  /** -1 when the file does not say. */
  readonly caseCount: number
  readonly weightStart: number
  readonly bias: number
  readonly variables: readonly RawVariable[]
  readonly labels: readonly RawLabels[]
  readonly notes: readonly Uint8Array[]
  /** By subtype, each over its content. */
  readonly extensions: ReadonlyMap<number, Cursor>
}

/** Reads up to and including the end of the dictionary; the cases follow. */
export function readRecords(cursor: Cursor): RawDictionary {
  const header = readHeader(cursor)
  const variables: RawVariable[] = []
  const labels: RawLabels[] = []
  const notes: Uint8Array[] = []
  const extensions = new Map<number, Cursor>()
  let start = 1
  for (;;) {
    const fault = cursor.fault('record-unknown')
    const kind = cursor.whole()
    if (kind === 999) break
    if (kind === 2) {
      const variable = readVariable(cursor, start)
      start += Math.max(1, Math.ceil(variable.bytes / 8))
      variables.push(variable)
    } else if (kind === 3) labels.push(readLabels(cursor))
    else if (kind === 6) for (let n = cursor.count(cursor.left / 80); n > 0; n -= 1) notes.push(cursor.take(80))
    else if (kind === 7) {
      const subtype = cursor.whole()
      const size = cursor.count(cursor.left)
      const count = cursor.count(cursor.left)
      extensions.set(subtype, cursor.part(size * count))
    } else throw fault
  }
  cursor.whole()
  if (variables.length === 0) throw cursor.fault('record-broken')
  return { ...header, variables, labels, notes, extensions }
}

const ascii = new TextDecoder('latin1')

function readHeader(cursor: Cursor) {
  const fault = cursor.fault('not-a-sav')
  if (cursor.left < 176) throw fault
  const magic = ascii.decode(cursor.take(4))
  if (magic === '$FL3') throw cursor.fault('compressed-with-zlib')
  if (magic !== '$FL2') throw fault
  const product = cursor.take(60)
  const layout = cursor.whole()
  if (layout === 0x02_00_00_00 || layout === 0x03_00_00_00) throw cursor.fault('highest-byte-first')
  if (layout !== 2 && layout !== 3) throw fault
  cursor.whole()
  const compression = cursor.whole()
  if (compression === 2) throw cursor.fault('compressed-with-zlib')
  if (compression !== 0 && compression !== 1) throw fault
  const weightStart = cursor.whole()
  const caseCount = cursor.whole()
  const bias = cursor.real()
  const moment = cursor.take(17)
  const label = cursor.take(64)
  cursor.take(3)
  return { product, label, moment, compressed: compression === 1, caseCount, weightStart, bias }
}

function readVariable(cursor: Cursor, start: number): RawVariable {
  const bytes = cursor.count(255)
  const hasLabel = cursor.count(1) === 1
  const missingCode = cursor.whole()
  if (missingCode < -3 || missingCode > 3 || missingCode === -1) throw cursor.fault('record-broken')
  const format = cursor.whole()
  cursor.whole()
  const shortName = cursor.take(8)
  let label = new Uint8Array()
  if (hasLabel) {
    const length = cursor.count(cursor.left)
    label = new Uint8Array(cursor.take(upTo(4, length)).subarray(0, length))
  }
  const missing = Array.from({ length: Math.abs(missingCode) }, () => cursor.take(8))
  for (let element = 1; element < Math.ceil(bytes / 8); element += 1) {
    const fault = cursor.fault('record-broken')
    if (cursor.whole() !== 2 || cursor.whole() !== -1) throw fault
    cursor.take(24)
  }
  return { shortName, bytes, label, missingCode, missing, format, start }
}

function readLabels(cursor: Cursor): RawLabels {
  const labels = Array.from({ length: cursor.count(cursor.left / 16) }, () => {
    const value = cursor.take(8)
    const length = cursor.byte()
    return { value, label: cursor.take(upTo(8, length + 1) - 1).subarray(0, length) }
  })
  if (cursor.whole() !== 4) throw cursor.fault('record-broken')
  const starts = Array.from({ length: cursor.count(cursor.left / 4) }, () => cursor.whole())
  return { labels, starts }
}
