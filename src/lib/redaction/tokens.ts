/** One word of a text with its place, and what tells a name from a word. */
export type Token = {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Small letters without accents. */
  readonly folded: string
  readonly capital: boolean
  /** The first word of a sentence, a line, a quote or an item of a list: there a capital proves nothing. */
  readonly opens: boolean
}

/** @returns the text in small letters without accents. One character stays one character, so that places in it stay true. */
export function fold(text: string): string {
  let folded = ''
  for (let i = 0; i < text.length; i++) folded += foldedUnit(text.charAt(i))
  return folded
}

function foldedUnit(unit: string): string {
  if (unit < '\u0080') return unit.toLowerCase()
  if (unit === '’' || unit === '‘' || unit === 'ʼ') return "'"
  if (unit === 'ı' || unit === 'İ') return 'i'
  if (unit === 'ø' || unit === 'Ø') return 'o'
  if (unit === 'ł' || unit === 'Ł') return 'l'
  const plain = unit.normalize('NFD').charAt(0).toLowerCase()
  return plain.length === 1 ? plain : unit
}

const words = /\p{L}[\p{L}\p{M}\p{Nd}]*(?:['’-]\p{L}[\p{L}\p{M}\p{Nd}]*)*/gu

/** @returns the words of the text in their order. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(words)) {
    const word = match[0]
    tokens.push({
      start: match.index,
      end: match.index + word.length,
      text: word,
      folded: fold(word),
      capital: /^\p{Lu}/u.test(word),
      opens: opensSentence(text, match.index),
    })
  }
  return tokens
}

function opensSentence(text: string, at: number): boolean {
  let i = at - 1
  while (i >= 0 && /[\s"“”'‘’(*•–-]/.test(text.charAt(i))) {
    if (/["“‘\n•]/.test(text.charAt(i))) return true
    i--
  }
  return i < 0 || /[.!?:;…]/.test(text.charAt(i))
}
