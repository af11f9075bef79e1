import { completed, type Analysis, type Lexicon, type Part } from './lexicon.ts'
import { isStopWord } from './stop-words.ts'
import { findSynonyms, type Synonyms, type UsedSynonym } from './synonyms.ts'
import { normalise } from './tokens.ts'
import { quoted } from './vector.ts'

/**
 * One term of a query. `word` is what was typed, normalised. The others are tsquery text, to be cast with ::tsquery:
 * `exact` the stem alone; `wide` (stem | all parts of the compound | labels of its concept | one part), to rank with; `close`
 * the same without the last, where one part of the word is all that is there;
 * `match` finds exactly the rows that `wide` finds and is cheaper: alternatives that ask for more than another
 * alternative does are left out. `alternatives` are those of `match`, each with its lexemes: it finds no more rows than
 * the rarest of them does. A row matched by `exact` is always matched by `wide`.
 */
export type SearchTerm = {
  readonly word: string
  readonly exact: string
  readonly wide: string
  readonly close: string
  readonly match: string
  readonly alternatives: readonly { readonly text: string; readonly lexemes: readonly string[] }[]
}

/**
 * A query, read. `terms` in the order typed, without repeats, at most 20; empty when nothing can be searched (then there
 * is no tsquery to run). `used`: the synonyms that widened it. `cut`: true when terms or letters were left out.
 */
export type SearchQuery = {
  readonly terms: readonly SearchTerm[]
  readonly used: readonly UsedSynonym[]
  readonly cut: boolean
}

const mostTerms = 20
const mostLetters = 10_000

// A part says little when it ends hundreds of compounds: one of these alone is no match.
const tooGeneral = new Set(
  `werk werker werking verlening organisatie dienst beleid groep project systeem proces vorming punt plaats kunde aanbod
  houding onderzoek houder leider gever nemer middel programma ontwikkeling gebruik regeling stelling wijze soort stuk
  staat kracht maker lijst model makers waarde moment`.split(/\s+/),
)

const byItself = ({ word, stem }: Part, stemsTooGeneral: ReadonlySet<string>): boolean =>
  word.length > 4 && !tooGeneral.has(word) && !stemsTooGeneral.has(stem)

/**
 * Reads a query in plain words; operators, quotes and control characters have no meaning and do no harm. Never throws.
 * Search with the terms' `wide` joined by |; rank by the number of terms whose `wide` matches, then by ts_rank.
 */
export function searchQuery(text: string, lexicon: Lexicon, synonyms: Synonyms = new Map()): SearchQuery {
  const tokens = normalise(text.slice(0, mostLetters))
  const wanted = tokens.filter(({ word }) => !isStopWord(word))
  const distinct = wanted.filter(({ word }, index) => wanted.findIndex((other) => other.word === word) === index)
  const kept = distinct.slice(0, mostTerms)
  const lastKept = kept.at(-1)?.position ?? 0
  const { phrasesAt, used } = findSynonyms(
    tokens.filter(({ position }) => position <= lastKept),
    synonyms,
  )
  const general = new Set([...tooGeneral].map((word) => lexicon.analyse({ word, parts: [] }).stem))

  const terms = kept.map((token): SearchTerm => {
    const analysis = lexicon.analyse(token)
    const full = completed(tokens, token.position - 1, lexicon)
    const close = [
      quoted(analysis.stem),
      ...(full === null ? [] : [quoted(lexicon.analyse({ word: full, parts: [] }).stem)]),
      ...together(analysis),
      ...(phrasesAt.get(token.position) ?? []).map(grouped),
    ]
    const alternatives = [...new Set([...close, ...loose(analysis, general)])]
    const needed = withoutNarrower(alternatives)
    return {
      word: token.word,
      exact: quoted(analysis.stem),
      wide: alternatives.join(' | '),
      close: [...new Set(close)].join(' | '),
      match: needed.join(' | '),
      alternatives: needed.map((alternative) => ({ text: alternative, lexemes: lexemesOf(alternative) })),
    }
  })
  return { terms, used, cut: distinct.length > kept.length || text.length > mostLetters }
}

const lexeme = /'(?:[^']|'')+'/g

/** The lexemes that a tsquery names, as they stand in a tsvector. */
export const lexemesOf = (tsquery: string): readonly string[] =>
  Array.from(tsquery.matchAll(lexeme), ([quotedLexeme]) => quotedLexeme.slice(1, -1).replaceAll("''", "'"))

// Who finds 'a' finds ('a' & 'b') and ('a' <-> 'b') too.
function withoutNarrower(alternatives: readonly string[]): readonly string[] {
  const single = new Set(alternatives.filter((alternative) => !alternative.startsWith('(')))
  return alternatives.filter(
    (alternative) => single.has(alternative) || !alternative.match(lexeme)?.some((one) => single.has(one)),
  )
}

const grouped = (phrase: string): string => (phrase.includes(' <') ? `(${phrase})` : phrase)

const together = ({ parts }: Analysis): readonly string[] =>
  parts.length > 1 ? [`(${parts.map(({ stem }) => quoted(stem)).join(' & ')})`] : []

const loose = ({ all }: Analysis, general: ReadonlySet<string>): readonly string[] =>
  all.filter((part) => byItself(part, general)).map(({ stem }) => quoted(stem))
