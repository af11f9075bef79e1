import { createHash } from 'node:crypto'
import { fieldWords, leftParts, rightParts, smallWords } from './field-words.ts'

/** Raise it when another corpus comes out: the bench then fills its database anew. */
export const corpusVersion = 1

/** Numbers from 0 to 1 that look random and are the same at every run. Mulberry32: T. Ettinger (2017), public domain. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pickOf = <T>(from: readonly T[], at: number, otherwise: T): T => from[Math.floor(at * from.length)] ?? otherwise

/** All content words by their rank: the words of the field first, then compounds in an order of their own. */
export const vocabulary: readonly string[] = (() => {
  const next = numbersFrom(7)
  const compounds = leftParts.flatMap((left) => rightParts.map((right) => `${left}${right}`))
  const shuffled = compounds
    .map((word) => ({ word, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ word }) => word)
  return [...new Set([...fieldWords, ...shuffled])]
})()

// Zipf: the word of rank r comes 1/r as often as the first. The sums let a number find its rank by halving.
const sums = (() => {
  let sum = 0
  return vocabulary.map((_, rank) => (sum += 1 / (rank + 1)))
})()

/** @returns a content word; the frequent ones as often as Zipf says. */
export function zipfWord(next: () => number): string {
  const wanted = next() * (sums.at(-1) ?? 0)
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return vocabulary[low] ?? ''
}

/** How long the texts of a corpus are: 300 to 600 words, or about 60. */
export type Length = 'long' | 'short'

/** What an item of the corpus says. */
export type SyntheticText = {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly theme: number
  readonly type: number
  readonly steward: number
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

function sentence(next: () => number): string {
  const length = 8 + Math.floor(next() * 9)
  const words = Array.from({ length }, () => (next() < 0.45 ? pickOf(smallWords, next(), 'de') : zipfWord(next)))
  return `${capital(words.join(' '))}.`
}

const several = (next: () => number, count: number) => Array.from({ length: count }, () => zipfWord(next)).join(' ')

/** @returns text number so-and-so of the corpus, the same at every call. */
export function syntheticText(number: number, length: Length = 'long'): SyntheticText {
  const next = numbersFrom(number * 2_654_435_761)
  const wanted = length === 'long' ? 300 + Math.floor(next() * 300) : 55
  const title = capital(several(next, 3 + Math.floor(next() * 3)))
  const summary = `${sentence(next)} ${sentence(next)}`
  const lines: string[] = []
  let words = summary.split(' ').length
  for (let paragraph = 0; words < wanted; paragraph++) {
    if (length === 'long' && paragraph % 2 === 0) lines.push(`## ${capital(several(next, 2 + Math.floor(next() * 2)))}`)
    const text = Array.from({ length: length === 'long' ? 3 + Math.floor(next() * 3) : 1 }, () => sentence(next)).join(
      ' ',
    )
    lines.push(text)
    words += text.split(' ').length
  }
  const hash = createHash('sha256').update(`synthetic ${number}`).digest('hex')
  const id = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
  return {
    id,
    slug: `proef-${number}`,
    title,
    summary,
    body: lines.join('\n\n'),
    theme: Math.floor(next() * 1_000),
    type: Math.floor(next() * 1_000),
    steward: Math.floor(next() * 30),
  }
}

/** How often each content word stands in the first so many texts, the most frequent first. */
export function frequencies(texts: number): readonly (readonly [word: string, times: number])[] {
  const small = new Set(smallWords)
  const counts = new Map<string, number>()
  for (let number = 1; number <= texts; number++) {
    const { title, summary, body } = syntheticText(number)
    for (const word of `${title} ${summary} ${body}`.toLowerCase().match(/[\p{L}]+/gu) ?? [])
      if (!small.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
