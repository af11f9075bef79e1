/** A stretch of a text that is compared as one: a paragraph, or a line of a list or table. */
export type Unit = {
  readonly text: string
  /** What stands between it and the one before: a blank line, a new line, or nothing (the first). */
  readonly joint: '' | '\n' | '\n\n'
}

const ownLine = /^\s*([-*+]|\d{1,9}[.)]|#{1,6}|\||>)(\s|$)|^\s*\|/

/** @returns the text with one kind of line end, no spaces at the ends of lines, and at most one blank line in a row. */
const tidied = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd()

/** The units of a Markdown text, in order. Joined again they give the text, apart from spare blank lines and spaces. */
export function unitsOf(text: string): readonly Unit[] {
  const units: Unit[] = []
  for (const block of tidied(text).split('\n\n')) {
    let lines: string[] = []
    let joint: Unit['joint'] = units.length === 0 ? '' : '\n\n'
    const close = () => {
      if (lines.length > 0) units.push({ text: lines.join('\n'), joint })
      if (lines.length > 0) joint = '\n'
      lines = []
    }
    for (const line of block.split('\n')) {
      if (ownLine.test(line)) close()
      lines.push(line)
    }
    close()
  }
  return units.filter((unit) => unit.text !== '')
}

/** A word with what follows it up to the next: a comma is a piece of its own, spaces belong to what stands before them. */
export const wordsOf = (text: string): readonly string[] =>
  text.match(/#+\s*|[\p{L}\p{N}\p{M}]+(?:['’.,-][\p{L}\p{N}\p{M}]+)*\s*|\s+|[^\p{L}\p{N}\p{M}\s]\s*/gu) ?? []
