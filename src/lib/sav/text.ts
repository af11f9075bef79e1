const encoder = new TextEncoder()

/** How many bytes a text takes in UTF-8. */
export const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8')

/** A text in UTF-8; half a surrogate pair becomes U+FFFD. */
export const encoded = (text: string): Uint8Array => encoder.encode(text)

/**
 * The beginning of a text that fits in so many bytes of UTF-8, cut between two letters as people see them: no half emoji,
 * no accent without its letter. Only when the first letter alone does not fit, between two code points.
 */
export function cutAt(text: string, most: number): string {
  if (bytesOf(text) <= most) return text
  return beginning(new Intl.Segmenter('nl').segment(text), most) || beginning([...text].map(segment), most)
}

const segment = (letter: string) => ({ segment: letter })

function beginning(letters: Iterable<{ readonly segment: string }>, most: number): string {
  let kept = ''
  let bytes = 0
  for (const letter of letters) {
    bytes += bytesOf(letter.segment)
    if (bytes > most) break
    kept += letter.segment
  }
  return kept
}

/** A text for a label: one line, nothing invisible that a reader of the file could stumble over. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- controls are what this is about
    .replace(/[\u0000-\u001F\u007F]+/g, ' ')
    .trim()

/** Spaces at the end are lost in a file, because that is how it fills up the room of a text. */
export function withoutFilling(text: string): string {
  let end = text.length
  while (text[end - 1] === ' ') end -= 1
  return text.slice(0, end).toWellFormed()
}
