import type { Cursor } from './cursor.ts'
import type { RawDictionary } from './records.ts'

/** Turns bytes of a file into text, without the spaces that fill up its room. */
export type Decode = (bytes: Uint8Array) => string

/**
 * The encoding that the file names, by its record of that (7, subtype 20) or else by its code page (7, subtype 3), or
 * else Windows-1252. Bytes that are no text in it become U+FFFD, so that they are seen.
 * @throws {SavError} when it is not an encoding that we know.
 */
export function decoderOf(raw: RawDictionary, cursor: Cursor): Decode {
  const named = raw.extensions.get(20)
  const label = named ? asciiText(named.take(named.left)) : ofCodePage(codePage(raw))
  try {
    // A byte order mark inside a file is a letter like any other.
    const decoder = new TextDecoder(label.replace(/^cp(?=\d)/i, 'windows-'), { ignoreBOM: true })
    return (bytes) => decoder.decode(unfilled(bytes))
  } catch {
    throw cursor.fault('encoding-unknown')
  }
}

const latin = new TextDecoder('latin1')
export const asciiText = (bytes: Uint8Array): string => latin.decode(unfilled(bytes))

function unfilled(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0x20) end -= 1
  return bytes.subarray(0, end)
}

function codePage(raw: RawDictionary): number {
  const machine = raw.extensions.get(3)
  if (!machine) return 1252
  for (let n = 0; n < 7; n += 1) machine.whole()
  return machine.whole()
}

function ofCodePage(page: number): string {
  if (page === 65_001) return 'utf-8'
  if (page > 28_590 && page < 28_606) return `iso-8859-${page - 28_590}`
  // 2 and 3 mean letters of seven and eight bits, without saying which.
  return `windows-${page === 2 || page === 3 ? 1252 : page}`
}
