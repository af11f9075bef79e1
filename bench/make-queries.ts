// Makes queries.txt, the fixed list of the search bench. Run it once, with node; the list changes only with the corpus.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { frequencies, numbersFrom } from '../src/app/bench/corpus.ts'

const ranked = frequencies(10_000).map(([word]) => word)
const next = numbersFrom(2026)
const between = (low: number, high: number) => ranked[low + Math.floor(next() * (high - low))] ?? ''
const many = (count: number, make: () => string): readonly string[] => Array.from({ length: count }, make)

// One slip of the finger: two letters changed places, one left out, one twice.
const withError = (word: string) => {
  const at = 2 + Math.floor(next() * (word.length - 3))
  const [before, letter, other, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)]
  const slips = [other + letter, other, letter + letter + other]
  return `${before}${slips[Math.floor(next() * slips.length)] ?? ''}${after}`
}

const queries: readonly string[] = [
  // The ten most frequent words of the corpus: each stands in nearly every text.
  ...ranked.slice(0, 10),
  ...many(30, () => `${between(0, 200)} ${between(0, 200)}`),
  ...many(30, () => between(50, 2_000)),
  ...many(30, () => between(2_000, 9_000)),
  ...many(40, () => many(3 + Math.floor(next() * 3), () => between(0, 1_500)).join(' ')),
  ...many(20, () => `hoe kan ik ${between(0, 100)} vinden voor een ${between(0, 400)} met ${between(0, 1_000)}`),
  ...many(20, () => withError(between(20, 600))),
  ...many(10, () => `${between(0, 30)} ${between(0, 30)} ${between(0, 30)}`),
  ...many(10, () => many(6, () => 'bcdfgklmnprstvz'.charAt(Math.floor(next() * 15))).join('')),
]
const mixed = queries.map((query) => ({ query, at: next() })).sort((a, b) => a.at - b.at)
writeFileSync(join(import.meta.dirname, 'queries.txt'), `${mixed.map(({ query }) => query).join('\n')}\n`)
