import { commands } from './cells.ts'
import { Cursor } from './cursor.ts'
import { asciiText, decoderOf, type Decode } from './decoding.ts'
import { dictionaryOf, type ReadColumn } from './read-dictionary.ts'
import { readRecords, type RawDictionary } from './records.ts'
import { systemMissing, type SavCell, type SavFile } from './dictionary.ts'
import { productMark } from './plan.ts'

export { SavError } from './cursor.ts'

/**
 * Reads a file of SPSS (.sav), plain or compressed by byte, in any encoding that it names. What {@link writeSav} wrote comes
 * back as it was given, less what that says it changed. Records that are not known are passed over; nothing else is.
 *
 * Texts that were absent are ''. A format that we have no name for reads as F8.2.
 * @throws {SavError} with the reason and the byte, for everything that is no such file, ends early or contradicts itself;
 *   for files compressed with zlib (.zsav) and those of machines with the highest byte first.
 */
export function readSav(bytes: Uint8Array): SavFile {
  const cursor = new Cursor(bytes)
  const raw = readRecords(cursor)
  const decode = decoderOf(raw, cursor)
  const { columns, ...dictionary } = dictionaryOf(raw, decode, cursor)
  const product = decode(raw.product)
  return {
    label: decode(raw.label),
    product: product.startsWith(productMark) ? product.slice(productMark.length) : product,
    created: momentOf(asciiText(raw.moment)),
    notes: raw.notes.map(decode),
    ...dictionary,
    variables: columns.map(({ variable }) => variable),
    cases: readCases(cursor, raw, columns, decode),
  }
}

function momentOf(text: string): Date | null {
  const found = /^(\d\d) ([A-Za-z]{3}) (\d\d)(\d\d:\d\d:\d\d)$/.exec(text)
  const [, day, month, year, time] = found ?? []
  const moment = new Date(`${day} ${month} ${Number(year) < 70 ? 20 : 19}${year} ${time} UTC`)
  return Number.isNaN(moment.getTime()) ? null : moment
}

function readCases(cursor: Cursor, raw: RawDictionary, columns: readonly ReadColumn[], decode: Decode): SavCell[][] {
  const elements = raw.compressed ? new CompressedElements(cursor, raw.bias) : new PlainElements(cursor)
  const cases: SavCell[][] = []
  while (raw.caseCount < 0 ? elements.more() : cases.length < raw.caseCount) {
    cases.push(
      columns.map(({ pieces }) => {
        if (pieces.length > 0) return decode(readText(elements, pieces))
        const value = elements.number()
        if (!Number.isFinite(value)) throw cursor.fault('record-broken')
        return value === systemMissing ? null : value
      }),
    )
  }
  return cases
}

type Elements = {
  /** Whether another element follows. */
  more(): boolean
  number(): number
  text(): Uint8Array
}

function readText(elements: Elements, pieces: readonly number[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, bytes) => sum + bytes, 0))
  let at = 0
  for (const bytes of pieces) {
    for (let from = 0; from < bytes; from += 8) whole.set(elements.text().subarray(0, bytes - from), at + from)
    at += bytes
  }
  return whole
}

class PlainElements implements Elements {
  readonly #cursor: Cursor

  constructor(cursor: Cursor) {
    this.#cursor = cursor
  }

  more(): boolean {
    return this.#cursor.left > 0
  }

  number(): number {
    return this.#cursor.real()
  }

  text(): Uint8Array {
    return this.#cursor.take(8)
  }
}

const blank = new Uint8Array(8).fill(0x20)

class CompressedElements implements Elements {
  readonly #cursor: Cursor
  readonly #bias: number
  #block: Uint8Array = new Uint8Array()
  #place = 0

  constructor(cursor: Cursor, bias: number) {
    this.#cursor = cursor
    this.#bias = bias
  }

  more(): boolean {
    for (;;) {
      if (this.#place < this.#block.length) {
        const command = this.#block[this.#place]
        if (command !== commands.padding) return command !== commands.end
        this.#place += 1
      } else {
        if (this.#cursor.left === 0) return false
        this.#block = this.#cursor.take(8)
        this.#place = 0
      }
    }
  }

  #command(): number {
    if (!this.more()) throw this.#cursor.fault('ends-early')
    const command = this.#block[this.#place] ?? commands.padding
    this.#place += 1
    return command
  }

  number(): number {
    const command = this.#command()
    if (command === commands.literal) return this.#cursor.real()
    if (command === commands.absent) return systemMissing
    if (command === commands.blanks) throw this.#cursor.fault('record-broken')
    return command - this.#bias
  }

  text(): Uint8Array {
    const command = this.#command()
    if (command === commands.literal) return this.#cursor.take(8)
    if (command === commands.blanks) return blank
    throw this.#cursor.fault('record-broken')
  }
}
