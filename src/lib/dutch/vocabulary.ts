import { isStopWord } from './stop-words.ts'
import { normalise } from './tokens.ts'

const shortest = 4
const mostLetters = 400_000

const distinct = (text: string): readonly string[] => {
  const words = normalise(text.slice(0, mostLetters)).flatMap(({ word, parts }) => [word, ...parts])
  return [...new Set(words)].filter((word) => word.length >= shortest && !isStopWord(word) && /^\p{L}+$/u.test(word))
}

/** The distinct words of a text as readers type them (normalised, not stemmed), of four letters or more, for the table of
 * words that typing errors are held against. No stop words, nothing with digits. */
export const vocabularyOf = (text: string): readonly string[] => distinct(text)

/** The words of a query that may hold a typing error: the same kind as `vocabularyOf`, of the first 20 terms at most. */
export const queryWords = (query: string): readonly string[] => distinct(query.slice(0, 10_000)).slice(0, 20)
