/** Why bytes are not a file of SPSS that can be read, and at which byte (from 0). */
export class SavError extends Error {
  readonly reason: SavReason
  readonly at: number

  constructor(reason: SavReason, at: number) {
    super(`.sav, byte ${at}: ${reason}`)
    this.name = 'SavError'
    this.reason = reason
    this.at = at
  }
}

export type SavReason =
  | 'not-a-sav'
  | 'compressed-with-zlib'
  | 'highest-byte-first'
  | 'ends-early'
  | 'record-unknown'
  | 'record-broken'
  | 'variable-unknown'
  | 'encoding-unknown'

/** Walks over bytes, numbers with the lowest byte first. Going past the end is a {@link SavError}, never a wrong number. */
export class Cursor {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  /** Where the first byte stands in the whole file, for a message. */
  readonly #offset: number
  #at = 0

  constructor(bytes: Uint8Array, offset = 0) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#offset = offset
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  fault(reason: SavReason): SavError {
    return new SavError(reason, this.#offset + this.#at)
  }

  #step(count: number): number {
    if (count < 0) throw this.fault('record-broken')
    if (count > this.left) throw this.fault('ends-early')
    const at = this.#at
    this.#at += count
    return at
  }

  byte(): number {
    const at = this.#step(1)
    return this.#view.getUint8(at)
  }

  whole(): number {
    const at = this.#step(4)
    return this.#view.getInt32(at, true)
  }

  /** A whole number from 0. @throws {SavError} when it is lower or higher than most. */
  count(most: number): number {
    const count = this.whole()
    if (count < 0 || count > most) throw this.fault('record-broken')
    return count
  }

  real(): number {
    const at = this.#step(8)
    return this.#view.getFloat64(at, true)
  }

  nextIs(bytes: readonly number[]): boolean {
    return bytes.every((byte, n) => this.#bytes[this.#at + n] === byte)
  }

  take(count: number): Uint8Array {
    const at = this.#step(count)
    return this.#bytes.subarray(at, at + count)
  }

  /** A part of these bytes to walk over by itself. */
  part(count: number): Cursor {
    const offset = this.#offset + this.#at
    return new Cursor(this.take(count), offset)
  }
}
