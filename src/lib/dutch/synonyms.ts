import { englishStem, stem } from './stem.ts'
import { isStopWord } from './stop-words.ts'
import { normalise, type Token } from './tokens.ts'
import { quoted } from './vector.ts'

/**
 * One concept: its labels in any order (words or phrases), and where they come from, to be named on the page. `unnamed` are
 * those of the labels that are searched and never shown, such as misspellings. `leads` lead to the labels and are not searched
 * for themselves: its names in English.
 */
export type Concept = {
  readonly labels: readonly string[]
  readonly source: string
  readonly unnamed?: readonly string[]
  readonly leads?: readonly string[]
}

/** Concept (its id or address) to its labels. Treat as immutable: what is read from it is remembered with it. */
export type Synonyms = ReadonlyMap<string, Concept>

/** A synonym that widened a query: the words of the query that named the concept, and the labels searched as well that may be shown. */
export type UsedSynonym = {
  readonly concept: string
  readonly words: string
  readonly labels: readonly string[]
  readonly source: string
}

type Label = { readonly key: string; readonly label: string; readonly phrase: string }
type Index = {
  readonly concepts: ReadonlyMap<string, readonly string[]>
  readonly leads: ReadonlyMap<string, readonly string[]>
  readonly labels: ReadonlyMap<string, readonly Label[]>
  readonly longest: number
}

const mostWords = 6
const mostLabels = 12

/** @returns the key under which a run of words is looked up: stems, stop words too, so that "op straat" is not "straat". */
const keyOf = (tokens: readonly Token[]): string => tokens.map(({ word }) => stem(word)).join(' ')

const englishKeyOf = (tokens: readonly Token[]): string => tokens.map(({ word }) => englishStem(word)).join(' ')

/** @returns a label as tsquery text: a lexeme, or lexemes at their distance; '' when it holds stop words only. */
export function phraseOf(label: string): string {
  const words = normalise(label).filter(({ word }) => !isStopWord(word))
  return words
    .map(({ word, position }, index) => {
      const before = words[index - 1]
      const step = before === undefined ? '' : ` <${position - before.position}> `
      return step + quoted(stem(word))
    })
    .join('')
}

const indexes = new WeakMap<Synonyms, Index>()

function indexOf(synonyms: Synonyms): Index {
  const known = indexes.get(synonyms)
  if (known !== undefined) return known
  const concepts = new Map<string, string[]>()
  const leading = new Map<string, string[]>()
  const labels = new Map<string, readonly Label[]>()
  let longest = 1
  for (const [concept, { labels: given, leads = [] }] of synonyms) {
    const read: Label[] = []
    for (const label of given) {
      const tokens = normalise(label)
      const [key, phrase] = [keyOf(tokens), phraseOf(label)]
      if (phrase === '' || tokens.length > mostWords || concepts.get(key)?.includes(concept)) continue
      // Without its small words "op straat" would find every street: it leads to the concept, and is not searched itself.
      if (tokens.length === 1 || phrase.includes(' <')) read.push({ key, label, phrase })
      concepts.set(key, [...(concepts.get(key) ?? []), concept])
      longest = Math.max(longest, tokens.length)
    }
    labels.set(concept, read)
    for (const lead of leads) {
      const tokens = normalise(lead)
      const key = englishKeyOf(tokens)
      if (tokens.length > mostWords || leading.get(key)?.includes(concept)) continue
      leading.set(key, [...(leading.get(key) ?? []), concept])
      longest = Math.max(longest, tokens.length)
    }
  }
  const index = { concepts, leads: leading, labels, longest }
  indexes.set(synonyms, index)
  return index
}

const conceptsAt = (run: readonly Token[], { concepts, leads }: Index): readonly string[] => {
  const named = concepts.get(keyOf(run)) ?? []
  const led = leads.size === 0 ? undefined : leads.get(englishKeyOf(run))
  return led === undefined ? named : [...new Set([...named, ...led])]
}

/** The synonyms found in a query: per position the phrases that widen it, and what was used. */
export type FoundSynonyms = {
  readonly phrasesAt: ReadonlyMap<number, readonly string[]>
  readonly used: readonly UsedSynonym[]
}

/**
 * Looks for labels of concepts in a query, longest first; words of a found label are not looked at again. A phrase that
 * names a concept widens each of its words.
 */
export function findSynonyms(tokens: readonly Token[], synonyms: Synonyms): FoundSynonyms {
  const index = indexOf(synonyms)
  const phrasesAt = new Map<number, readonly string[]>()
  const used: UsedSynonym[] = []
  for (let at = 0; at < tokens.length;) {
    const length = longestMatch(tokens, at, index)
    const run = tokens.slice(at, at + Math.max(length, 1))
    const key = keyOf(run)
    for (const concept of length === 0 ? [] : conceptsAt(run, index)) {
      const others = (index.labels.get(concept) ?? []).filter((label) => label.key !== key).slice(0, mostLabels)
      if (others.length === 0) continue
      for (const { position } of run) {
        phrasesAt.set(position, [...(phrasesAt.get(position) ?? []), ...others.map(({ phrase }) => phrase)])
      }
      const words = run.map(({ word }) => word).join(' ')
      const { source = '', unnamed = [] } = synonyms.get(concept) ?? {}
      const labels = others.map(({ label }) => label).filter((label) => !unnamed.includes(label))
      if (labels.length > 0 && !used.some((use) => use.concept === concept && use.words === words)) {
        used.push({ concept, words, labels, source })
      }
    }
    at += run.length
  }
  return { phrasesAt, used }
}

function longestMatch(tokens: readonly Token[], at: number, index: Index): number {
  for (let length = Math.min(index.longest, tokens.length - at); length > 0; length--) {
    const run = tokens.slice(at, at + length)
    const [first] = run
    if (length === 1 && first !== undefined && isStopWord(first.word)) continue
    if (conceptsAt(run, index).length > 0) return length
  }
  return 0
}
