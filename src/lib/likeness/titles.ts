import { editDistance } from '../changes/edit-distance.ts'
import { completed, type Lexicon } from '../dutch/lexicon.ts'
import { isStopWord } from '../dutch/stop-words.ts'
import { stem } from '../dutch/stem.ts'
import { normalise, plainLetters } from '../dutch/tokens.ts'

/** A word that counts, with the stems of its smallest parts (none for a word that is no compound), and what each weighs. */
type Word = {
  readonly stem: string
  readonly word: string
  readonly weight: number
  readonly parts: readonly { readonly stem: string; readonly weight: number }[]
  /** Of its parts together. */
  readonly partsWeight: number
}

/** What likeness knows of a title. `weight`: of its words together. `keys`: the stems under which it is found. */
export type Read = {
  readonly words: readonly Word[]
  readonly weight: number
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
const sumOf = (all: readonly { readonly weight: number }[]): number => all.reduce((sum, { weight }) => sum + weight, 0)

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
    const parts = [...new Set(smallest.map((part) => part.stem))].map((part) => ({
      stem: part,
      weight: weightOf(part),
    }))
    words.set(analysis.stem, {
      stem: analysis.stem,
      word,
      weight: weightOf(analysis.stem),
      parts,
      partsWeight: sumOf(parts),
    })
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
    weight: sumOf(list),
    stems: new Set(words.keys()),
    keys: new Set(list.flatMap((word) => [word.stem, ...word.parts.map((part) => part.stem)])),
    numbers: kept((word) => /^\p{N}+$/u.test(word)),
    turns: kept((word) => turning.has(word)),
  }
}

// A word found as the part of another says nearly as much as the word itself.
const asPart = 0.9
const typing = { letters: 1, shortest: 6, worth: 0.9 }

const isMistyped = (one: string, other: string): boolean =>
  one.length >= typing.shortest &&
  other.length >= typing.shortest &&
  editDistance(one, other, typing.letters) <= typing.letters

/** How much of one word the other title holds, 0 to 1. */
function found(word: Word, other: Read): number {
  if (other.stems.has(word.stem)) return 1
  // Each word of a title is held against those of some hundred others: a loop without a function per word.
  for (const each of other.words) if (isMistyped(word.word, each.word)) return typing.worth
  if (word.parts.length === 0) return other.keys.has(word.stem) ? asPart : 0
  let there = 0
  for (const part of word.parts) if (other.keys.has(part.stem)) there += part.weight
  return (asPart * there) / word.partsWeight
}

// Sums of weights may differ in their last bit from what they should be.
const slack = 1e-9

/** How much of one title the other holds, 0 to 1; null as soon as it is clear that this is less than `least`. */
function covered(one: Read, other: Read, least: number): number | null {
  if (one.weight === 0) return least > slack ? null : 0
  const enough = least * one.weight - slack
  let sum = 0
  let left = one.weight
  for (const word of one.words) {
    sum += word.weight * found(word, other)
    left -= word.weight
    if (sum + left < enough) return null
  }
  return sum / one.weight
}

// Two years, two parts, or with and without: another text, however alike the rest.
const otherNumbers = 0.5

/**
 * How alike two titles or short texts are, 0 to 1: the harmonic mean of how much of each is found in the other. A
 * compound and its parts written apart meet (schuldhulpverlening, hulp bij schulden), forms of a word too, and a typing
 * error of one letter in words of six and more. Common words of the field count less; titles with other numbers, or of
 * which one says "niet" or "zonder", count half. The same both ways. 1 for titles of the same words; 0 when either has
 * no word that counts.
 * @param from what is less alike than this may be answered with 0, which is quicker
 */
export function likenessOf(one: Read, other: Read, from = 0): number {
  const differs =
    one.turns !== other.turns || (one.numbers !== other.numbers && one.numbers !== '' && other.numbers !== '')
  const worth = differs ? otherNumbers : 1
  const mean = from / worth
  if (mean > 1) return 0
  // Neither share is above 1, so a mean asks this much of each.
  const least = mean / (2 - mean)
  const there = covered(one, other, least)
  const back = there === null ? null : covered(other, one, least)
  if (there === null || back === null || there + back === 0) return 0
  return ((2 * there * back) / (there + back)) * worth
}

/** @returns the stems that two titles share, parts of compounds included, in the order of the first. */
export const sharedStems = (one: Read, other: Read): readonly string[] =>
  [...one.keys].filter((key) => other.keys.has(key))

/** @returns a title as letters and digits only, for finding the same title: no capitals, accents, signs or double spaces. */
export const normalisedTitle = (title: string): string =>
  plainLetters(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
