import { ambiguousFirstNames, firstNames } from './firstNames.ts'
import { honorifics, isNoName, particles, surnames } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** A text with its words. */
export type Reading = { readonly text: string; readonly tokens: readonly Token[] }
export const between = ({ text, tokens }: Reading, at: number) =>
  text.slice(tokens[at]?.end ?? 0, tokens[at + 1]?.start ?? 0)
export const isSpace = (gap: string) => /^[ \u00A0\t]{1,3}$/.test(gap)
export const isInitial = (token: Token | undefined) =>
  token !== undefined && /^(?:\p{Lu}|Th|Ch|Chr|Ph|IJ|Sj)$/u.test(token.text)
export const isNameWord = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.capital &&
  token.text.length > 1 &&
  !isNoName(withoutS(token.folded)) &&
  !isNoName(token.folded)
// "Meer" and "Wit" are words; behind "van der" or "de" they are names.
const isSurnameWord = (token: Token | undefined): boolean =>
  isNameWord(token) || (token !== undefined && token.capital && surnames.has(withoutS(token.folded)))
export const withoutS = (folded: string) => folded.replace(/'s$/, '')

/** Reads initials, particles and words with a capital after a name has begun. @returns the last of them, or `at` when none. */
export function tail(reading: Reading, at: number): number {
  const { tokens } = reading
  let last = at
  let words = 0
  while (words < 4) {
    const gap = between(reading, last)
    const next = tokens[last + 1]
    if (next === undefined || !(isSpace(gap) || (isInitial(tokens[last]) && /^\.[ \u00A0]{0,2}$/.test(gap)))) break
    const fullStop = reading.text.charAt(next.end) === '.'
    if (isInitial(next) && (fullStop || words === 0)) last += 1
    else if (isNameWord(next) && !honorifics.strong.has(next.folded)) last += 1
    else {
      const over = afterParticles(reading, last)
      if (over === null) break
      last = over
    }
    words += 1
  }
  return last
}

/** @returns the word with a capital behind one to three particles; null when there are none, or something else follows. */
export function afterParticles(reading: Reading, at: number): number | null {
  const { tokens, text } = reading
  for (let k = 1; k <= 4; k++) {
    const token = tokens[at + k]
    const gap = between(reading, at + k - 1)
    if (token === undefined || !/^(?:[ \u00A0]{1,2}['’‘]?|['’‘ ]{1,3}|\.[ ]?)$/.test(gap)) return null
    if (k > 1 && isSurnameWord(token)) return at + k
    if (!particles.has(token.folded) && !/^['’‘]/.test(text.slice(token.start - 1, token.start))) return null
  }
  return null
}

/** @returns the name word behind particles that begin at `at`; null when none follows. */
export function particleFirst(reading: Reading, at: number): number | null {
  if (!particles.has(reading.tokens[at]?.folded ?? '')) return null
  if (isSpace(between(reading, at)) && isSurnameWord(reading.tokens[at + 1])) return at + 1
  return afterParticles(reading, at)
}

/** The first name this word is, also in the possessive (Kims, Anna's) or with a hyphen (Jan-Willem). */
export function firstNameIn(folded: string): string | null {
  if (firstNames.has(folded)) return folded
  const stem = folded.replace(/'?s$/, '')
  if (stem.length > 2 && firstNames.has(stem)) return stem
  const [before = '', after = ''] = folded.split('-')
  return after !== '' && firstNames.has(before) ? before : null
}

export const isPlainFirstName = (folded: string) => firstNames.has(folded) && !ambiguousFirstNames.has(folded)

/** Reads on in names without capitals: kim de vries, kim van der meer. */
export function lowerTail(reading: Reading, at: number): number {
  let last = at
  for (let k = 1; k <= 4; k++) {
    const token = reading.tokens[at + k]
    if (token === undefined || !isSpace(between(reading, at + k - 1))) break
    if (surnames.has(token.folded) || isNameWord(token)) last = at + k
    else if (!particles.has(token.folded)) break
  }
  return last
}
