import { completed, type Lexicon } from './lexicon.ts'
import { isStopWord } from './stop-words.ts'
import { normalise } from './tokens.ts'

/**
 * The version of everything that decides a search vector: tokens, stop words, stems, compounds, weights. Store it beside
 * each vector; a row with another number must be made again. Raise it with every change that gives another vector.
 */
export const wordVersion = 1

/** What is searched in a row; absent or empty fields add nothing. */
export type SearchFields = { readonly title: string; readonly heading?: string; readonly body: string }

/** A title weighs A, its word parts B; a body C, its word parts D. */
export type Weight = 'A' | 'B' | 'C' | 'D'

// PostgreSQL's limits: position 16383, 255 positions a lexeme (more are dropped), one MB a vector. Bytes counted here
// stay well under the last.
const lastPosition = 16_383
const mostPositions = 255
const mostBytes = 600_000
const mostLetters = 400_000
// Words of two fields are never neighbours in a phrase.
const gap = 20

/** @returns the lexeme in quotes, as tsvector and tsquery read it. Total: any text, also an empty one, is safe. */
export const quoted = (lexeme: string): string =>
  `'${lexeme.replace(/\0/g, '').replace(/\\/g, '\\\\').replace(/'/g, "''")}'`

type Positions = Map<number, Weight>

/**
 * The search vector of a row as the text of a PostgreSQL tsvector ("'ervar':3B 'deskund':3B"); cast it with ::tsvector.
 * Every word gives its stem; a compound also the stems of its parts at the same position, one weight lower. Valid for any
 * text; text past PostgreSQL's limits (position 16,383, one megabyte) is left out; '' when there is nothing to find.
 */
export function searchVector(fields: SearchFields, lexicon: Lexicon): string {
  const vector = new Map<string, Positions>()
  let bytes = 0

  const put = (lexeme: string, position: number, weight: Weight): void => {
    const known = vector.get(lexeme)
    if (known === undefined) {
      const cost = Buffer.byteLength(lexeme) + 6
      if (lexeme === '' || bytes + cost > mostBytes) return
      bytes += cost
      vector.set(lexeme, new Map([[position, weight]]))
      return
    }
    const there = known.get(position)
    if (there === undefined) {
      if (known.size >= mostPositions || bytes + 2 > mostBytes) return
      bytes += 2
      known.set(position, weight)
    } else if (weight < there) known.set(position, weight)
  }

  let start = 0
  const add = (text: string, whole: Weight, part: Weight): void => {
    let last = start
    const tokens = normalise(text.slice(0, mostLetters))
    for (const [index, token] of tokens.entries()) {
      const position = start + token.position
      if (position > lastPosition) break
      last = position
      if (isStopWord(token.word)) continue
      const { stem, all } = lexicon.analyse(token)
      put(stem, position, whole)
      for (const { stem: partStem } of all) put(partStem, position, part)
      const full = completed(tokens, index, lexicon)
      if (full !== null) put(lexicon.analyse({ word: full, parts: [] }).stem, position, whole)
    }
    if (last > start) start = last + gap
  }

  add(fields.title, 'A', 'B')
  add(fields.heading ?? '', 'A', 'B')
  add(fields.body, 'C', 'D')
  return [...vector].map(([lexeme, positions]) => `${quoted(lexeme)}:${listed(positions)}`).join(' ')
}

const listed = (positions: Positions): string =>
  [...positions]
    .toSorted(([one], [other]) => one - other)
    .map(([position, weight]) => `${position}${weight === 'D' ? '' : weight}`)
    .join(',')
