import { wordsOf } from './units.ts'

/** The words of a text, in small letters, with how often each stands there. */
export type WordBag = ReadonlyMap<string, number>

export function wordBag(text: string): WordBag {
  const bag = new Map<string, number>()
  for (const each of wordsOf(text.toLowerCase())) {
    const word = each.trim()
    if (word !== '') bag.set(word, (bag.get(word) ?? 0) + 1)
  }
  return bag
}

const sizeOf = (bag: WordBag): number => [...bag.values()].reduce((sum, count) => sum + count, 0)

/** The share of words that two texts have in common, 0 to 1 (Dice 1945); two empty ones have nothing in common. */
export function sharedWords(one: WordBag, other: WordBag): number {
  const total = sizeOf(one) + sizeOf(other)
  let shared = 0
  for (const [word, count] of one) shared += Math.min(count, other.get(word) ?? 0)
  return total === 0 ? 0 : (2 * shared) / total
}

/**
 * Which of the first became which of the second: the pairs, in rising order on both sides, that together share the most
 * words. Pairs that share less than `least` are never made.
 */
export function pairedWithin(
  first: readonly WordBag[],
  second: readonly WordBag[],
  least: number,
): readonly (readonly [first: number, second: number])[] {
  const width = second.length + 1
  const best = new Float64Array((first.length + 1) * width)
  const step = new Uint8Array((first.length + 1) * width)
  const at = (row: number, column: number) => best[row * width + column] ?? 0
  for (let row = first.length - 1; row >= 0; row--) {
    for (let column = second.length - 1; column >= 0; column--) {
      const [one, other] = [first[row], second[column]]
      const likeness = one && other ? sharedWords(one, other) : 0
      const paired = likeness >= least ? likeness + at(row + 1, column + 1) : -1
      const choices = [paired, at(row + 1, column), at(row, column + 1)]
      const most = Math.max(...choices)
      best[row * width + column] = most
      step[row * width + column] = choices.indexOf(most)
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let [row, column] = [0, 0]; row < first.length && column < second.length;) {
    const choice = step[row * width + column]
    if (choice === 0) pairs.push([row, column])
    if (choice !== 2) row++
    if (choice !== 1) column++
  }
  return pairs
}
