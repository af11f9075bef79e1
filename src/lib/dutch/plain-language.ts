import { avoidedWords } from './avoided-words.ts'
import { lettersIn, sentencesOf, wordsOf } from './readability.ts'
import { stem } from './stem.ts'
import { normalise } from './tokens.ts'

/**
 * What stands in the way of plain Dutch (B1). `words`: how many there are, `most`: how many there may be; `word` as
 * written; `use`: what to say for it.
 */
export type PlainFinding =
  | { readonly kind: 'long-sentence'; readonly sentence: string; readonly words: number; readonly most: number }
  | { readonly kind: 'long-average'; readonly words: number; readonly most: number }
  | { readonly kind: 'avoided-word'; readonly word: string; readonly use: string }
  | { readonly kind: 'long-word'; readonly word: string; readonly letters: number; readonly most: number }

/** Words in a sentence, words in a sentence on average, letters in a word without a page of its own. */
export const plainLimits = { sentence: 20, average: 15, word: 14 } as const

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const patterns = avoidedWords.map(({ avoid, withEndings, use }) => ({
  use,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}-])${escaped(avoid).replaceAll(' ', '\\s+')}${withEndings ? '\\p{L}{0,3}' : ''}(?![\\p{L}\\p{N}-])`,
    'giu',
  ),
}))

const keyOf = (word: string): string =>
  normalise(word)
    .map((token) => stem(token.word))
    .join(' ')

const keys = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>()

/** The keys of a set of words, made once per set: a page's worth of sentences is checked against the same one. */
function keysOf(words: ReadonlySet<string>): ReadonlySet<string> {
  const known = keys.get(words)
  if (known) return known
  const made = new Set([...words].map(keyOf))
  keys.set(words, made)
  return made
}

/**
 * Checks a sentence, or a text of several, against the agreements for B1. The average counts from two sentences on.
 * `termPages` holds the words and labels that have a page which explains them; a form of such a word counts as the word.
 * @returns the findings in the order sentence, average, avoided word, long word; empty when the text is plain.
 */
export function checkPlainDutch(
  text: string,
  { termPages }: { termPages: ReadonlySet<string> },
): readonly PlainFinding[] {
  const plain = text.normalize('NFC')
  const sentences = sentencesOf(plain).map((sentence) => ({ sentence, words: wordsOf(sentence).length }))
  const average = sentences.reduce((sum, { words }) => sum + words, 0) / Math.max(1, sentences.length)
  const explained = keysOf(termPages)

  const tooLong = sentences
    .filter(({ words }) => words > plainLimits.sentence)
    .map(({ sentence, words }): PlainFinding => ({
      kind: 'long-sentence',
      sentence,
      words,
      most: plainLimits.sentence,
    }))
  const onAverage: readonly PlainFinding[] =
    sentences.length > 1 && average > plainLimits.average
      ? [{ kind: 'long-average', words: average, most: plainLimits.average }]
      : []
  const avoided = patterns.flatMap(({ pattern, use }) =>
    [...plain.matchAll(pattern)].map(([word]): PlainFinding => ({ kind: 'avoided-word', word, use })),
  )
  const longWords = [...new Set(wordsOf(plain))]
    .filter((word) => lettersIn(word) > plainLimits.word && !explained.has(keyOf(word)))
    .map((word): PlainFinding => ({ kind: 'long-word', word, letters: lettersIn(word), most: plainLimits.word }))
  return [...tooLong, ...onAverage, ...avoided, ...longWords]
}
