import { stem } from './stem.ts'
import { plainLetters } from './tokens.ts'

/** What may stand left in a compound (the form with its linking letters, to its lemma), and what may stand right. */
export type Parts = {
  readonly left: ReadonlyMap<string, string>
  readonly right: ReadonlySet<string>
  readonly rightStems: ReadonlySet<string>
}

const shortest = { word: 8, left: 3, right: 3, rightByStem: 4, plainNoun: 5 }
// Longer than any compound in use; what is longer was made to be slow.
const longest = 45

// Plurals as the affix file of OpenTaal writes them; each is also the form with the linking -en-.
const plurals: Readonly<Record<string, (word: string) => string>> = {
  Za: (word) => `${word}s`,
  Zb: (word) => `${word}en`,
  Ze: (word) => `${word}${word.slice(-1)}en`,
  Zf: (word) => `${word.slice(0, -2)}${voiced(word)}en`,
  Zh: (word) => `${word.slice(0, -1)}${voiced(word)}en`,
  Zi: (word) => `${word}n`,
  Zj: (word) => `${word}n`,
}
const voiced = (word: string): string => ({ s: 'z', f: 'v' })[word.slice(-1)] ?? word.slice(-1)

const flagsOf = (letters: string): ReadonlySet<string> => new Set(letters.match(/../g))
const some = (flags: ReadonlySet<string>, wanted: readonly string[]): boolean => wanted.some((flag) => flags.has(flag))

/**
 * Reads the word list of OpenTaal (hunspell, long flags): Ca, Cb, Ce may open a compound, Ch and Cd with a linking -s-, Cc
 * may close one. The list marks few nouns so (not jongere, not lotgenoot), therefore the plural of any noun of five letters
 * or more may open one too. Other lines are passed over, so a damaged file gives fewer parts and no error.
 */
export function partsFromDictionary(dic: string): Parts {
  // Two that the list does not mark: zelfregie, stuurgroeplid.
  const left = new Map<string, string>([['zelf', 'zelf']])
  const right = new Set<string>(['lid'])
  const rightStems = new Set<string>()
  for (const line of dic.split('\n')) {
    const slash = line.indexOf('/')
    if (slash < shortest.left || !/[CZ]/.test(line.slice(slash))) continue
    const word = plainLetters(line.slice(0, slash))
    const flags = flagsOf(line.slice(slash + 1).trim())
    // A capital is a name: Jansen is not a part of jansenstraat that a reader looks for.
    if (!/^[a-z]+$/.test(word) || /^\p{Lu}/u.test(line) || flags.has('Fw')) continue
    if (some(flags, ['Ca', 'Cb', 'Ce', 'CA', 'CB'])) left.set(word, word)
    if (some(flags, ['Ch', 'Cd']) && !left.has(`${word}s`)) left.set(`${word}s`, word)
    const compounds = some(flags, ['Ca', 'Cb', 'Cc', 'Ce', 'CA', 'CB', 'Ch', 'Cd'])
    for (const flag of compounds || word.length >= shortest.plainNoun ? flags : []) {
      const plural = plurals[flag]?.(word)
      if (plural !== undefined && !left.has(plural)) left.set(plural, word)
    }
    if (flags.has('Cc')) {
      right.add(word)
      rightStems.add(stem(word))
    }
  }
  return { left, right, rightStems }
}

/** @returns the parts with words of the domain added; each may stand left (also with -s-, -en-, -n-) and right. */
export function withDomainParts(parts: Parts, words: readonly string[]): Parts {
  const left = new Map(parts.left)
  const right = new Set(parts.right)
  const rightStems = new Set(parts.rightStems)
  for (const word of words.map(plainLetters)) {
    if (word.length < shortest.left || !/^[a-z]+$/.test(word)) continue
    for (const form of [word, `${word}s`, `${word}en`, ...(word.endsWith('e') ? [`${word}n`] : [])]) {
      if (!left.has(form)) left.set(form, word)
    }
    right.add(word)
    rightStems.add(stem(word))
  }
  return { left, right, rightStems }
}

/**
 * The two parts of a compound: the left one as its lemma, without linking letters, and the right one as written
 * ('ervaringsdeskundigen': 'ervaring', 'deskundigen').
 * @returns null when the word has fewer than 8 or more than 45 letters, or no split is known. Prefers the longest right part.
 */
export function splitCompound(word: string, parts: Parts): readonly [left: string, right: string] | null {
  if (word.length < shortest.word || word.length > longest || !/^[a-z]+$/.test(word)) return null
  for (const [at, left] of leftLemmas(word, parts)) {
    const right = word.slice(at)
    if (mayClose(right, parts)) return [left, right]
  }
  return null
}

// Suffixes that are also nouns: vergelijkbaar, zekerheid, waardering.
const suffixes = new Set(['baar', 'bare', 'heid', 'heden', 'ring', 'ringen', 'loos', 'loze', 'lozen', 'schap', 'dom'])

const mayClose = (word: string, parts: Parts): boolean =>
  !suffixes.has(word) &&
  (parts.right.has(word) || (word.length >= shortest.rightByStem && parts.rightStems.has(stem(word))))

/**
 * Where a left part may end, in order, with its lemma. It may be a compound that no list holds
 * ([hulpverlenings]organisatie): then an earlier end and a known form together make it. One pass over the word, so that
 * a word made to be split in a thousand ways costs no more than another.
 */
function leftLemmas(word: string, parts: Parts): ReadonlyMap<number, string> {
  const lemmas = new Map<number, string>()
  for (let at = shortest.left; at <= word.length - shortest.right; at++) {
    const known = parts.left.get(word.slice(0, at)) ?? joinedLemma(word, at, lemmas, parts)
    if (known !== undefined) lemmas.set(at, known)
  }
  return lemmas
}

function joinedLemma(word: string, at: number, lemmas: ReadonlyMap<number, string>, parts: Parts): string | undefined {
  for (const earlier of lemmas.keys()) {
    const last = at - earlier < shortest.right ? undefined : parts.left.get(word.slice(earlier, at))
    if (last !== undefined) return word.slice(0, earlier) + last
  }
  return undefined
}

/** @returns the parts on every level, outermost first, without repeats; empty when the word stays whole. */
export function allParts(word: string, parts: Parts): readonly string[] {
  const found = new Set<string>()
  const queue = [word]
  for (let next = queue.shift(); next !== undefined && found.size < 12; next = queue.shift()) {
    for (const part of splitCompound(next, parts) ?? []) {
      if (!found.has(part)) queue.push(part)
      found.add(part)
    }
  }
  return [...found]
}
