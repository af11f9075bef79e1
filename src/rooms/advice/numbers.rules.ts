import { createHmac } from 'node:crypto'
import { dayAt } from '../../lib/days.ts'

const half = 10
const mask = (1 << half) - 1
const size = 1_000_000

/**
 * A keyed permutation of 0 to 999,999: every counter has its own number, and nobody without the key can tell which came
 * first or how many lie between. A Feistel network of eight rounds over 20 bits, walked until it falls inside the range
 * (Black and Rogaway, "Ciphers with arbitrary finite domains", 2002).
 */
export function permuted(counter: number, key: Buffer): number {
  if (!Number.isSafeInteger(counter) || counter < 0) throw new Error('a counter is a whole number from 0')
  let value = counter % size
  do {
    let left = value >> half
    let right = value & mask
    for (let round = 0; round < 8; round++) {
      const mixed = createHmac('sha256', key)
        .update(Buffer.from([round, right >> 8, right & 255]))
        .digest()
      ;[left, right] = [right, left ^ (mixed.readUInt16BE(0) & mask)]
    }
    value = (left << half) | right
  } while (value >= size)
  return value
}

/** The reference number of a request, such as `AV-2026-482913`. `counter` comes from the sequence of the database. */
export const requestNumber = (counter: number, key: Buffer, now: Date): string =>
  `AV-${dayAt(now).slice(0, 4)}-${String(permuted(counter, key)).padStart(6, '0')}`

/** The reference number that somebody means: small letters, spaces and other dashes make no difference. Null when it is none. */
export function readRequestNumber(typed: string): string | null {
  const [, year, number] =
    /^(?:AV)?(\d{4})(\d{6})$/.exec(typed.toUpperCase().replace(/[\s.\u2010-\u2015\u2212-]/g, '')) ?? []
  return year === undefined || number === undefined ? null : `AV-${year}-${number}`
}

/** Whether a text has the form of a reference number. */
export const isRequestNumber = (text: string): boolean => /^AV-[0-9]{4}-[0-9]{6}$/.test(text)
