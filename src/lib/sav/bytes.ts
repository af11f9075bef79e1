/** Bytes that grow at the end, numbers with the lowest byte first. */
export class GrowingBytes {
  #bytes = new Uint8Array(4096)
  #view = new DataView(this.#bytes.buffer)
  #length = 0

  #room(more: number): number {
    const at = this.#length
    this.#length += more
    if (this.#length > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(this.#length, this.#bytes.length * 2))
      wider.set(this.#bytes)
      this.#bytes = wider
      this.#view = new DataView(wider.buffer)
    }
    return at
  }

  byte(value: number): void {
    const at = this.#room(1)
    this.#view.setUint8(at, value)
  }

  whole(value: number): void {
    const at = this.#room(4)
    this.#view.setInt32(at, value, true)
  }

  longWhole(value: number): void {
    const at = this.#room(8)
    this.#view.setBigInt64(at, BigInt(value), true)
  }

  real(value: number): void {
    const at = this.#room(8)
    this.#view.setFloat64(at, value, true)
  }

  /** The bytes, then as many of the filling as are short of the width. */
  put(bytes: Uint8Array, width = bytes.length, filling = 0x20): void {
    const at = this.#room(width)
    this.#bytes.set(bytes, at)
    this.#bytes.fill(filling, at + bytes.length, at + width)
  }

  all(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }
}

/** The next multiple of a step. */
export const upTo = (step: number, length: number): number => Math.ceil(length / step) * step
