/**
 * How many letters (UTF-16 units) must be changed, added, taken out or swapped with their neighbour to make one word of the other, up to
 * `most`; `most + 1` when it takes more. Time grows with the length of the word times `most`.
 *
 * Method: restricted Damerau-Levenshtein distance (Boytsov 2011, section 2.1), within a band of `most` around the diagonal.
 */
export function editDistance(one: string, other: string, most: number): number {
  const tooFar = most + 1
  if (Math.abs(one.length - other.length) > most) return tooFar
  // What begins and ends alike makes no difference, and most pairs of words are settled by what is left.
  let [from, oneEnd, otherEnd] = [0, one.length, other.length]
  while (from < oneEnd && from < otherEnd && one[from] === other[from]) from++
  while (oneEnd > from && otherEnd > from && one[oneEnd - 1] === other[otherEnd - 1]) {
    oneEnd--
    otherEnd--
  }
  // Both differ in the first and the last letter: with one step only a letter, or two swapped ones, can be left.
  if (most === 1 && Math.max(oneEnd, otherEnd) - from > 2) return tooFar
  const a = one.slice(from, oneEnd)
  const b = other.slice(from, otherEnd)
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => (column <= most ? column : tooFar))
  for (let row = 1; row <= a.length; row++) {
    const now = Array.from({ length: b.length + 1 }, () => tooFar)
    if (row <= most) now[0] = row
    const at = (line: readonly number[], column: number) => line[column] ?? tooFar
    for (let column = Math.max(1, row - most); column <= Math.min(b.length, row + most); column++) {
      const same = a[row - 1] === b[column - 1]
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      now[column] = Math.min(
        at(last, column - 1) + (same ? 0 : 1),
        at(last, column) + 1,
        at(now, column - 1) + 1,
        swapped ? at(before, column - 2) + 1 : tooFar,
        tooFar,
      )
    }
    before = last
    last = now
  }
  return last[b.length] ?? tooFar
}
