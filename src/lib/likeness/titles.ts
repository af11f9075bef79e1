import { editDistance } from '../changes/edit-distance.ts'
import { completed, type Lexicon } from '../dutch/lexicon.ts'
import { isStopWord } from '../dutch/stop-words.ts'
import { stem } from '../dutch/stem.ts'
import { normalise, plainLetters } from '../dutch/tokens.ts'

/** A word that counts, with the stems of its smallest parts (empty for a word that is none). */
type Word = { readonly stem: string; readonly word: string; readonly parts: readonly string[]; readonly weight: number }

/** What likeness knows of a title. `keys`: the stems under which it is found. */
export type Read = {
  readonly words: readonly Word[]
  readonly stems: ReadonlySet<string>
  readonly keys: ReadonlySet<string>
  readonly numbers: string
  readonly turns: string
}

// Words and word parts that half the titles of the field hold: they say little about which title it is.
const common = new Set(
  `ervaring deskundige ervaringsdeskundige ervaringsdeskundigheid ervaringskennis kennis hulp verlening hulpverlening werk werken
  organisatie mensen inzet inzetten project praktijk handreiking artikel onderzoek rapport verslag gids wijzer aanpak methode over
  Nederland gemeente ondersteuning begeleiding zorg sociaal domein plein beleid`
    .split(/\s+/)
    .map((word) => stem(plainLetters(word))),
)
const weightOf = (key: string): number => (common.has(key) ? 0.4 : 1)

// They turn a title round.
const turning = new Set(['niet', 'geen', 'zonder', 'nooit', 'no', 'not', 'without', 'never'])
const mostWords = 60

/** The words of a title or short text as likeness sees them; of a long one the first 60 that count. */
export function readTitle(title: string, lexicon: Lexicon): Read {
  const tokens = normalise(title.slice(0, 2_000))
  const words = new Map<string, Word>()
  for (const [at, token] of tokens.entries()) {
    if (words.size >= mostWords) break
    if (isStopWord(token.word) && !turning.has(token.word)) continue
    const word = completed(tokens, at, lexicon) ?? token.word
    const analysis = lexicon.analyse({ word, parts: word === token.word ? token.parts : [] })
    const smallest = analysis.all.filter((part) => lexicon.analyse({ word: part.word, parts: [] }).all.length === 0)
    const parts = [...new Set(smallest.map((part) => part.stem))]
    words.set(analysis.stem, { stem: analysis.stem, word, parts, weight: weightOf(analysis.stem) })
  }
  const list = [...words.values()]
  const kept = (test: (word: string) => boolean) =>
    tokens
      .map(({ word }) => word)
      .filter(test)
      .sort()
      .join(' ')
  return {
    words: list,
    stems: new Set(words.keys()),
    keys: new Set(list.flatMap((word) => [word.stem, ...word.parts])),
    numbers: kept((word) => /^\p{N}+$/u.test(word)),
    turns: kept((word) => turning.has(word)),
  }
}

// A word found as the part of another says nearly as much as the word itself.
const asPart = 0.9
const typing = { letters: 1, shortest: 6, worth: 0.9 }

/** How much of one word the other title holds, 0 to 1. */
function found(word: Word, other: Read): number {
  if (other.stems.has(word.stem)) return 1
  const mistyped = other.words.some(
    (each) =>
      word.word.length >= typing.shortest &&
      each.word.length >= typing.shortest &&
      editDistance(word.word, each.word, typing.letters) <= typing.letters,
  )
  if (mistyped) return typing.worth
  if (word.parts.length === 0) return other.keys.has(word.stem) ? asPart : 0
  const total = word.parts.reduce((sum, part) => sum + weightOf(part), 0)
  const there = word.parts.filter((part) => other.keys.has(part)).reduce((sum, part) => sum + weightOf(part), 0)
  return (asPart * there) / total
}

const covered = (one: Read, other: Read): number => {
  const total = one.words.reduce((sum, { weight }) => sum + weight, 0)
  return total === 0 ? 0 : one.words.reduce((sum, word) => sum + word.weight * found(word, other), 0) / total
}

// Two years, two parts, or with and without: another text, however alike the rest.
const otherNumbers = 0.5

/**
 * How alike two titles or short texts are, 0 to 1: the harmonic mean of how much of each is found in the other. A
 * compound and its parts written apart meet (schuldhulpverlening, hulp bij schulden), forms of a word too, and a typing
 * error of one letter in words of six and more. Common words of the field count less; titles with other numbers, or of
 * which one says "niet" or "zonder", count half. The same both ways. 1 for titles of the same words; 0 when either has
 * no word that counts.
 */
export function likenessOf(one: Read, other: Read): number {
  const [there, back] = [covered(one, other), covered(other, one)]
  if (there + back === 0) return 0
  const differs =
    one.turns !== other.turns || (one.numbers !== other.numbers && one.numbers !== '' && other.numbers !== '')
  return ((2 * there * back) / (there + back)) * (differs ? otherNumbers : 1)
}

/** @returns the stems that two titles share, parts of compounds included, in the order of the first. */
export const sharedStems = (one: Read, other: Read): readonly string[] =>
  [...one.keys].filter((key) => other.keys.has(key))

/** @returns a title as letters and digits only, for finding the same title: no capitals, accents, signs or double spaces. */
export const normalisedTitle = (title: string): string =>
  plainLetters(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
