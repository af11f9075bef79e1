/**
 * How many single strokes (a letter more, less or other, or two neighbours swapped) lie between two words.
 * Optimal string alignment; Damerau (1964), restricted form. Both words are expected to be short (under 100 letters).
 */
export function strokesBetween(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min(at(previous, j) + 1, at(current, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(before, j - 2) + 1)
      current.push(least)
    }
    before = previous
    previous = current
  }
  return at(previous, b.length)
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY

/** The pieces of three letters in a word, with its start and end marked; each once. */
export function trigramsOf(word: string): ReadonlySet<string> {
  const marked = `  ${word} `
  const pieces = new Set<string>()
  for (let i = 0; i + 3 <= marked.length; i += 1) pieces.add(marked.slice(i, i + 3))
  return pieces
}

/** Dice coefficient of two sets of pieces: 0 nothing shared, 1 the same. */
export function sharedPieces(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0
  let shared = 0
  for (const piece of a) if (b.has(piece)) shared += 1
  return (2 * shared) / (a.size + b.size)
}

/** How near two words are, from 0 to 1: by strokes for a typing error, by pieces for a part left out. */
export function nearness(a: string, b: string, aPieces: ReadonlySet<string>, bPieces: ReadonlySet<string>): number {
  const longest = Math.max(a.length, b.length)
  if (longest === 0) return 0
  return Math.max(sharedPieces(aPieces, bPieces), 1 - strokesBetween(a, b) / longest)
}
