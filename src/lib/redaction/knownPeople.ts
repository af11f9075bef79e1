import { ambiguousFirstNames, firstNames } from './firstNames.ts'
import { commonWords, particles, surnames, surnamesToo } from './lexicon.ts'
import type { Found } from './marks.ts'
import { tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'

/** Finds the people who are known to take part: the whole name however written, each part of it with a capital. */
export function knownPeople(text: string, tokens: readonly Token[], known: readonly string[]): readonly Found[] {
  return known.flatMap((name) => {
    const words = tokensOf(name).map((token) => token.folded)
    const whole = tokens.flatMap((_, at) => wholeName(text, tokens, at, words))
    const parts = new Set(words.filter((word) => word.length > 1 && !particles.has(word)))
    const alone = tokens.filter((token) => {
      const part = [token.folded, token.folded.replace(/'?s$/, '')].find((form) => parts.has(form))
      return part !== undefined && (token.capital ? !(token.opens && commonWords.has(part)) : isNameAlways(part))
    })
    return [...whole, ...alone.map(({ start, end }): Found => ({ start, end, kind: 'person', why: 'known-person' }))]
  })
}

function wholeName(text: string, tokens: readonly Token[], at: number, words: readonly string[]): readonly Found[] {
  const first = tokens[at]
  const last = tokens[at + words.length - 1]
  if (words.length < 2 || first === undefined || last === undefined) return []
  const same = words.every((word, k) => tokens[at + k]?.folded.replace(/'?s$/, '') === word.replace(/'?s$/, ''))
  const near = /^[\p{L}\p{M}\p{N}\s.'’‘-]*$/u.test(text.slice(first.start, last.end))
  return same && near ? [{ start: first.start, end: last.end, kind: 'person', why: 'known-person' }] : []
}

// In small letters "roos" may be a flower and "wit" a colour; "fatima" and "oosterbeek" are not.
const isNameAlways = (part: string) =>
  part.length > 2 &&
  ((firstNames.has(part) && !ambiguousFirstNames.has(part)) ||
    (surnames.has(part) && !surnamesToo.has(part) && part.length > 5))
