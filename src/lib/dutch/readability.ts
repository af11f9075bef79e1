/**
 * Figures about how hard a Dutch text reads. Weak evidence: advice to a writer, never a gate. All are 0 for a text without
 * words, save `score`, which is then null.
 */
export type Readability = {
  readonly words: number
  readonly sentences: number
  readonly syllables: number
  readonly wordsPerSentence: number
  readonly syllablesPerWord: number
  /** Words of ten letters or more. */
  readonly longWords: number
  /** Flesch-Douma: about 100 is easy, 60 to 70 plain, under 30 very hard. May lie outside 0 to 100. */
  readonly score: number | null
}

// What hyphens join is read as one word; so is a word with its apostrophe.
const wordAt = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

/** @returns the words of a text as written. */
export const wordsOf = (text: string): readonly string[] => text.normalize('NFC').match(wordAt) ?? []

const abbreviations =
  /\b(bijv|bv|enz|etc|o\.a|d\.w\.z|m\.b\.t|t\.o\.v|nr|blz|ca|incl|excl|dhr|mevr|mw|drs|dr|mr|ir|prof|art|jl|resp)\.(?=\s|$)/giu

/**
 * The sentences of a text, trimmed. A sentence ends at . ! ? or … before white space, or at a line end. A point after a
 * common abbreviation, in a number or inside a word ends nothing.
 */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .replace(abbreviations, (found) => `${found.slice(0, -1)}\u2024`)
    .split(/(?<=[.!?…]["'”’)\]]{0,3})\s+|\n+/u)
    .map((sentence) => sentence.replaceAll('\u2024', '.').trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))

// Letters that sound as one vowel in Dutch, longest first. A trema starts a new one: re-ünie, ide-e-ën.
const vowel = /aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|ai|oi|[aeiouyàáâèéêìíîòóôùúûäëïöü]/gu
// Learned endings in which the vowels are sounded apart: muse-um, stadi-um, soci-aal, radi-o, patiënt has its trema.
const apart = /(?<=e)(?=um$|ums$)|(?<=i)(?=um$|ums$|aal$|ale$|alen$|air$|o$|os$|a$)|(?<=u)(?=eel$|ele$)/gu

/**
 * The number of syllables of one Dutch word: its groups of vowels, diphthongs as one, a trema apart. At least 1 for a word
 * with letters, 1 for a number. Counts what is written; an abbreviation counts as a word.
 */
export function syllablesOf(word: string): number {
  const letters = word.normalize('NFC').toLowerCase().replace(/ĳ/g, 'ij')
  const pieces = letters.split(/['’-]/u).filter((piece) => piece !== '')
  const count = pieces.reduce(
    (sum, piece) =>
      sum +
      (piece
        .replace(/^y(?=[aeiou])/u, 'j')
        .replace(apart, '·')
        .match(vowel)?.length ?? 0),
    0,
  )
  return Math.max(1, count)
}

/**
 * Flesch-Douma reading ease: 206.835 - 0.93 * (words / sentences) - 77 * (syllables / words).
 * Source: W.H. Douma, De leesbaarheid van landbouwbladen (Landbouwhogeschool Wageningen, 1960), after R. Flesch, A new
 * readability yardstick, Journal of Applied Psychology 32 (1948).
 */
export function readabilityOf(text: string): Readability {
  const words = wordsOf(text)
  const sentences = sentencesOf(text).length
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  const empty = words.length === 0 || sentences === 0
  const wordsPerSentence = empty ? 0 : words.length / sentences
  const syllablesPerWord = empty ? 0 : syllables / words.length
  return {
    words: words.length,
    sentences,
    syllables,
    wordsPerSentence,
    syllablesPerWord,
    longWords: words.filter((word) => lettersIn(word) >= 10).length,
    score: empty ? null : 206.835 - 0.93 * wordsPerSentence - 77 * syllablesPerWord,
  }
}

/** @returns the number of letters of a word; hyphens, apostrophes and digits do not count. */
export const lettersIn = (word: string): number => word.match(/\p{L}/gu)?.length ?? 0
