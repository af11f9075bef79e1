import { withoutAtEnd } from '../text/ends.ts'
import { cutAt } from './text.ts'

const reserved = new Set(['ALL', 'AND', 'BY', 'EQ', 'GE', 'GT', 'LE', 'LT', 'NE', 'NOT', 'OR', 'TO', 'WITH'])

/**
 * Names as SPSS allows them, in the order given: begins with a letter, then letters, digits and . _ $ # @, at most 64 bytes
 * of UTF-8, no point or underscore at the end, none of the thirteen reserved words, and no two the same in capitals.
 * A name that is legal already stays; where two would become the same, the first keeps it and the next gets _2, _3.
 */
export function legalNames(wished: readonly string[], most = 64): string[] {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return wished.map((wish) => {
    const legal = legalName(wish, most)
    let name = legal
    for (let n = next.get(legal) ?? 2; taken.has(nameKey(name)); n += 1) {
      name = trimmed(cutAt(legal, most - `_${n}`.length)) + `_${n}`
      next.set(legal, n + 1)
    }
    taken.add(nameKey(name))
    return name
  })
}

/** What makes two names the same one to SPSS: it does not tell capitals from small letters. */
export const nameKey = (name: string): string => name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')

function legalName(wish: string, most: number): string {
  const letters = wish
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\p{L}\p{Nd}._$#@]+/gu, '_')
  const begun = /^\p{L}/u.test(letters) ? letters : `v_${letters.replace(/^[^\p{L}\p{Nd}]+/u, '')}`
  const name = trimmed(cutAt(begun, most)) || 'v'
  return reserved.has(name.toUpperCase()) ? `v_${name}` : name
}

const trimmed = (name: string) => withoutAtEnd(name, '._')

/**
 * A name of at most eight capitals for each piece of each variable, as programs of before 1999 want them and as the file
 * itself refers to its variables by. Never the name of another variable, so that renaming one cannot hit the next.
 */
export function shortNames(names: readonly string[], pieces: readonly number[]): string[][] {
  const taken = new Set(names.map(nameKey))
  const next = new Map<string, number>()
  const free = (stem: string) => {
    for (let n = next.get(stem) ?? 0; ; n += 1) {
      const tail = n.toString(36).toUpperCase()
      const name = stem.slice(0, 8 - tail.length) + tail
      if (taken.has(nameKey(name))) continue
      taken.add(nameKey(name))
      next.set(stem, n + 1)
      return name
    }
  }
  return names.map((name, index) => {
    const own = /^[A-Za-z][A-Za-z0-9_]{0,7}$/.test(name) ? name.toUpperCase() : null
    const stem = name.toUpperCase().replace(/[^A-Z0-9]/g, '')
    const begun = /^[A-Z]/.test(stem) ? stem : `V${stem}`
    return Array.from({ length: pieces[index] ?? 1 }, (_, piece) =>
      piece === 0 && own ? own : free(begun.slice(0, 5)),
    )
  })
}
