/** What a field takes: one line or several, and where a text that is too long is cut. */
export type CleanOptions = {
  /** UTF-16 units, as `maxlength` in HTML counts. Absent: nothing is cut, so that a form can refuse and keep the text. */
  readonly maxLength?: number
  /** Keeps line ends and tabs; otherwise each run of them becomes one space. */
  readonly multiline?: boolean
}

const lineEnds = /\r\n|[\r\u0085\u2028\u2029]/g
// C0 and C1 controls, soft hyphens, zero-width and bidi marks, overrides, isolates, tag characters and noncharacters:
// all of them invisible, so that what a reader sees is what is stored, searched and scanned for names.
const invisible =
  // oxlint-disable-next-line no-control-regex -- controls are what this is about
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}]/gu
// Joiners shape Persian, Indic and emoji; between Latin letters and digits they can only hide something.
const latinWithJoiners = /([\p{Script=Latin}\p{Nd}@.])([\u0300-\u036F\u200C\u200D]+)/gu

/**
 * Makes text that people typed or pasted safe to store and to show: well-formed NFC with `\n` as the only line end, without
 * NUL, control characters, bidi overrides or other invisible characters, trimmed. HTML is left as it is: views escape.
 * Cleaning twice changes nothing more.
 * @returns the cleaned text, '' when nothing is left or the input is not a string. Never throws.
 */
export function cleanText(input: unknown, options: CleanOptions = {}): string {
  if (typeof input !== 'string') return ''
  const lines = input
    .toWellFormed()
    .replace(lineEnds, '\n')
    .replace(invisible, '')
    .replace(latinWithJoiners, withoutJoiners)
  const laidOut = options.multiline ? eachLineTrimmed(lines) : lines.replace(/[\t\n]+/g, ' ')
  const text = laidOut.normalize('NFC').trim()
  return options.maxLength === undefined ? text : cut(text, options.maxLength)
}

const eachLineTrimmed = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')

const withoutJoiners = (_: string, letter: string, rest: string) => letter + rest.replace(/[\u200C\u200D]/g, '')

function cut(text: string, maxLength: number): string {
  const most = Math.max(0, Math.floor(maxLength) || 0)
  if (text.length <= most) return text
  const short = text.slice(0, most)
  return (short.isWellFormed() ? short : short.slice(0, -1)).trimEnd()
}

/** Why bytes are not UTF-8 text: another encoding known by its mark, bytes of a program or picture, or anything else. */
export type EncodingProblem = 'utf-16' | 'utf-32' | 'binary' | 'not-utf8'

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: EncodingProblem }

/**
 * Reads bytes as UTF-8 and as nothing else: a guess at another encoding could quietly change a name.
 * @returns the text without a byte order mark, or the named reason why not. Never throws.
 */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const starts = (...mark: number[]) => mark.every((byte, i) => bytes[i] === byte)
  if (starts(0xff, 0xfe, 0, 0) || starts(0, 0, 0xfe, 0xff)) return { ok: false, problem: 'utf-32' }
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) return { ok: false, problem: 'utf-16' }
  if (bytes.includes(0)) return { ok: false, problem: 'binary' }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { ok: false, problem: looksBinary(bytes) ? 'binary' : 'not-utf8' }
  }
}

function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096)
  const controls = head.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13).length
  return controls > head.length / 50
}
