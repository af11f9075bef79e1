/**
 * The text without such signs at its end. Looks at each of them once; a pattern that ends in `+$` begins anew at every sign
 * of every run, and needs minutes for half a million of them.
 * @param signs single characters, in any order
 */
export function withoutAtEnd(text: string, signs: string): string {
  let end = text.length
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
