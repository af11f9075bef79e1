import type { GrowingBytes } from './bytes.ts'
import type { SavCell } from './dictionary.ts'
import { elementsOf, type Column } from './plan.ts'
import { cutAt, encoded, withoutFilling } from './text.ts'

/** What is added to a small whole number before it is written in one byte. */
export const bias = 100
/** The commands of a compressed file; every other byte from 1 to 251 is a number by itself, less the bias. */
export const commands = { padding: 0, end: 252, literal: 253, blanks: 254, absent: 255 } as const

/**
 * The cases, compressed with one byte for each element of eight that is a small whole number, absent or blank: codes of
 * answers are, so a poll shrinks to a sixth, and every program that reads the format at all reads this.
 */
export function putCases(out: GrowingBytes, columns: readonly Column[], cases: readonly (readonly SavCell[])[]): void {
  let pending: (Uint8Array | null)[] = []
  const flush = () => {
    for (const literal of pending) if (literal) out.put(literal)
    pending = []
  }
  const put = (command: number, literal: Uint8Array | null = null) => {
    out.byte(command)
    pending.push(literal)
    if (pending.length === 8) flush()
  }
  for (const cells of cases)
    for (const [index, column] of columns.entries()) {
      const cell = cells[index] ?? null
      if (column.kind === 'text') putText(put, column.pieces, column.bytes, cell)
      else putNumber(put, cell)
    }
  if (pending.length > 0) {
    const short = 8 - pending.length
    for (let n = 0; n < short; n += 1) put(commands.padding)
  }
}

type Put = (command: number, literal?: Uint8Array) => void

function putNumber(put: Put, cell: SavCell): void {
  if (typeof cell !== 'number') return put(commands.absent)
  const small = Number.isInteger(cell) && cell > -bias && cell <= commands.end - 1 - bias && !Object.is(cell, -0)
  if (small) return put(cell + bias)
  const literal = new Uint8Array(8)
  new DataView(literal.buffer).setFloat64(0, cell, true)
  put(commands.literal, literal)
}

function putText(put: Put, pieces: readonly number[], bytes: number, cell: SavCell): void {
  const text = encoded(cutAt(withoutFilling(String(cell ?? '')), bytes))
  const layout = new Uint8Array(elementsOf(pieces) * 8).fill(0x20)
  let place = 0
  let from = 0
  for (const piece of pieces) {
    layout.set(text.subarray(from, from + piece), place)
    from += piece
    place += Math.ceil(piece / 8) * 8
  }
  for (let at = 0; at < layout.length; at += 8) {
    if (isBlank(layout, at)) put(commands.blanks)
    else put(commands.literal, layout.subarray(at, at + 8))
  }
}

function isBlank(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < from + 8; at += 1) if (bytes[at] !== 0x20) return false
  return true
}
