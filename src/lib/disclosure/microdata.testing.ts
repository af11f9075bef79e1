import { jointOf, type Dimension, type Joint, type Place } from './joint.ts'

/** A fixed sequence of numbers from 0 up to 1 (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const frame: readonly Dimension[] = [
  { name: 'type', categories: ['welfare', 'advice', 'volunteers', 'neighbourhood'] },
  { name: 'size', categories: ['small', 'medium', 'large'] },
  { name: 'region', categories: ['north', 'east', 'south', 'west'] },
]
export const answers: Dimension = { name: 'answer', categories: ['yes', 'considers', 'no'] }

/** Organisations that answered: background uneven as in a real sector, answers leaning on size a little. */
export function respondents(count: number, seed: number): Place[] {
  const next = numbersFrom(seed)
  const drawn = (categories: readonly string[], weights: readonly number[]) => {
    let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
    return categories.find((_, index) => (left -= weights[index] ?? 0) < 0) ?? categories[0] ?? ''
  }
  return Array.from({ length: count }, () => {
    const [type, size, region] = [
      [6, 3, 2, 1],
      [4, 4, 2],
      [1, 2, 2, 4],
    ].map((weights, axis) => drawn(frame[axis]?.categories ?? [], weights))
    const answer = drawn(answers.categories, size === 'large' ? [6, 1, 2] : [5, 2, 3])
    return [type ?? '', size ?? '', region ?? '', answer]
  })
}

export const jointOfRespondents = (places: readonly Place[]): Joint => jointOf([...frame, answers], places)
