import type { Cursor } from './cursor.ts'
import type { Decode } from './decoding.ts'
import type { SavAttribute } from './dictionary.ts'

/** A set as its line says; counted is null for a set of categories, and the names are mostly short ones. */
export type RawSet = {
  readonly name: string
  readonly label: string
  readonly counted: string | null
  readonly variables: readonly string[]
}

const newline = 10
const space = 32

/**
 * Lines such as `$rollen=D1 1 5 Rollen a b`: sets of ticks (D), of ticks that lend their labels (E), of categories (C).
 * Lengths count bytes, so the line is walked before it is decoded.
 */
export function readSets(record: Cursor | undefined, decode: Decode): RawSet[] {
  const sets: RawSet[] = []
  if (!record) return sets
  while (record.left > 0) {
    const name = decode(upToByte(record, '='.charCodeAt(0)))
    if (name === '') continue
    const kind = String.fromCharCode(record.byte())
    if (!name.startsWith('$') || !'CDE'.includes(kind)) throw record.fault('record-broken')
    // E has a space and a flag in front: whether its own label or that of its first variable is shown.
    if (kind === 'E') record.byte()
    if (kind === 'E') upToByte(record, space)
    const counted = kind === 'C' ? null : decode(countedBytes(record))
    if (record.byte() !== space) throw record.fault('record-broken')
    const label = decode(countedBytes(record))
    const variables = decode(upToByte(record, newline)).split(' ').filter(Boolean)
    sets.push({ name: name.slice(1), label, counted, variables })
  }
  return sets
}

function countedBytes(record: Cursor): Uint8Array {
  const digits = String.fromCharCode(...upToByte(record, space))
  if (!/^\d{1,9}$/.test(digits)) throw record.fault('record-broken')
  return record.take(Number(digits))
}

/** The bytes before the next one of a kind, which is passed over; all that is left when there is none. */
function upToByte(record: Cursor, stop: number): Uint8Array {
  const bytes: number[] = []
  while (record.left > 0) {
    const byte = record.byte()
    if (byte === stop) break
    bytes.push(byte)
  }
  return Uint8Array.from(bytes)
}

/**
 * Attributes such as `Bron('een'\n'twee'\n)`, those of variables after `name:` and with / between. By name of the variable,
 * '' for the file.
 */
export function readAttributes(
  record: Cursor | undefined,
  decode: Decode,
  ofVariables: boolean,
): Map<string, SavAttribute[]> {
  const found = new Map<string, SavAttribute[]>()
  if (!record) return found
  const text = decode(record.take(record.left))
  const broken = record.fault('record-broken')
  let at = 0
  const next = (pattern: RegExp) => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) throw broken
    at = pattern.lastIndex
    return match[1] ?? ''
  }
  while (at < text.length) {
    const variable = ofVariables ? next(/([^:/('\n]+):/y) : ''
    const attributes: SavAttribute[] = []
    while (at < text.length && text[at] !== '/') {
      const name = next(/([^('\n/]+)\(/y)
      const values: string[] = []
      while (text[at] !== ')') values.push(next(/'([^\n]*)'\n/y))
      at += 1
      attributes.push({ name, values })
    }
    if (text[at] === '/') at += 1
    found.set(variable, attributes)
  }
  return found
}
