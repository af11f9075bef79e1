/** The encodings that are read; iso-8859-1 and us-ascii count as windows-1252, as browsers do. */
export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15'

export type DecodedBytes =
  | {
      readonly ok: true
      readonly text: string
      readonly charset: Charset
      /** What the source said, when the bytes show that it is not so. Absent: it said nothing, or was right. */
      readonly statedWrongly?: string
    }
  | {
      readonly ok: false
      readonly problem: 'charset-unknown' | 'charset-wrong'
      readonly line: number
      readonly column: number
      /** The encoding that was stated or, for bytes that are not UTF-8 without a statement, 'utf-8'. */
      readonly detail: string
    }

const known: Readonly<Record<string, Charset>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
}

const declaration = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/

/**
 * Reads bytes as text. A byte order mark decides; then the header, then the declaration inside XML, then UTF-8. A statement
 * that the bytes contradict is not believed: what is called latin but is well-formed UTF-8 with accents, is UTF-8.
 * @param contentType the whole header that came with the bytes, when one came.
 * @returns the text without byte order mark, or the first place (line and column from 1) that does not fit. Never guesses an
 * encoding that nobody stated.
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string): DecodedBytes {
  const mark = markOf(bytes)
  const head = String.fromCharCode(...bytes.subarray(mark === 'utf-8' ? 3 : 0, 400))
  const stated = [
    /charset\s*=\s*"?([\w.:-]{1,40})/i.exec((contentType ?? '').slice(0, 400))?.[1],
    declaration.exec(head)?.[1],
  ]
    .filter((label) => label !== undefined)
    .map((label) => label.toLowerCase())
  const first = stated[0]
  if (mark !== null) {
    const text = decoded(bytes, mark)
    if (text === null) return wrong(bytes, mark, mark)
    return { ok: true, text, charset: mark, ...(first && !agrees(first, mark) ? { statedWrongly: first } : {}) }
  }

  const unknown = stated.find((label) => !Object.hasOwn(known, label))
  const wanted = stated.map((label) => known[label]).find((charset) => charset !== undefined)
  const utf8 = decoded(bytes, 'utf-8')
  // Nobody writes sequences of latin letters that happen to be UTF-8 throughout; and what could be read as bytes up to
  // its own declaration is not UTF-16.
  if (utf8 !== null && !utf8.includes('\0')) {
    const plain = bytes.every((byte) => byte < 128)
    const right = plain || stated.length === 0 || wanted === 'utf-8'
    const twoBytes = wanted?.startsWith('utf-16') === true
    if (!unknown || plain || wanted === 'utf-8')
      return {
        ok: true,
        text: utf8,
        charset: 'utf-8',
        ...((right && !twoBytes) || first === undefined ? {} : { statedWrongly: first }),
      }
  }
  if (unknown !== undefined) return { ok: false, problem: 'charset-unknown', line: 1, column: 1, detail: unknown }
  for (const label of stated) {
    const charset = known[label]
    const text = charset === undefined || charset === 'utf-8' ? null : decoded(bytes, charset)
    if (charset !== undefined && text !== null)
      return { ok: true, text, charset, ...(first !== undefined && label !== first ? { statedWrongly: first } : {}) }
  }
  return wrong(bytes, 'utf-8', wanted ?? 'utf-8')
}

function markOf(bytes: Uint8Array): Charset | null {
  const starts = (...mark: number[]) => mark.every((byte, index) => bytes[index] === byte)
  if (starts(0xef, 0xbb, 0xbf)) return 'utf-8'
  if (starts(0xff, 0xfe) || starts(0x3c, 0, 0x3f, 0)) return 'utf-16le'
  if (starts(0xfe, 0xff) || starts(0, 0x3c, 0, 0x3f)) return 'utf-16be'
  return null
}

const agrees = (label: string, charset: Charset) =>
  known[label] === charset || (label === 'utf-16' && charset === 'utf-16be')

function decoded(bytes: Uint8Array, charset: Charset): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function wrong(bytes: Uint8Array, charset: Charset, detail: string): DecodedBytes {
  const fits = (length: number): string | null => {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes.subarray(0, length), { stream: true })
    } catch {
      return null
    }
  }
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (fits(middle) === null) bad = middle
    else good = middle
  }
  const before = fits(good) ?? ''
  return { ok: false, problem: 'charset-wrong', ...placeAfter(before), detail }
}

/** The line and the column, both from 1, of what follows a text. */
export function placeAfter(before: string): { readonly line: number; readonly column: number } {
  let line = 1
  let start = 0
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) {
    line += 1
    start = at + 1
  }
  return { line, column: before.length - start + 1 }
}
