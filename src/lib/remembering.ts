/**
 * The same function, asked once for each different text while few are remembered: when `most` are, all are forgotten and
 * remembering begins anew. For pure functions that cost more than a lookup. What it returns is shared: treat it as immutable.
 */
export function remembering<T>(most: number, answer: (text: string) => T): (text: string) => T {
  let known = new Map<string, { readonly is: T }>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found.is
    const is = answer(text)
    if (known.size >= most) known = new Map()
    known.set(text, { is })
    return is
  }
}
