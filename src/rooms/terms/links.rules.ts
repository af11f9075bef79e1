import { stem } from '../../lib/dutch/stem.ts'
import type { Lang } from '../../lib/words.ts'
import { languages } from '../../lib/words.ts'
import type { Term } from './term.rules.ts'

/** A term in a text: `text.slice(start, end)` is the word as it stands there. */
export type TermLink<Id extends string = string> = { readonly id: Id; readonly start: number; readonly end: number }

export type TermCount<Id extends string = string> = { readonly id: Id; readonly count: number }

type Word = { readonly plain: string; readonly start: number; readonly end: number }

type Form<Id extends string> = {
  readonly id: Id
  readonly words: readonly string[]
  /** An abbreviation such as ASS is found in capitals only. */
  readonly capitals: string | null
  /** Its words may be bent as Dutch does, beyond the plural. */
  readonly bends: boolean
}

type Labels = 'shown' | 'all'

// Words whose stem is that of a term that means something else.
const apart = new Set(['ouderen', 'oudere', 'ouderling'])

const stems = new Map<string, string>()
const mostStems = 20_000
function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size >= mostStems) stems.clear()
  const made = stem(word)
  stems.set(word, made)
  return made
}

/** The same word in another form: longer by an ending, or as long with another vowel (dakloos, dakloze). */
const isBent = (word: string, here: string): boolean =>
  word === here ||
  (here.length >= word.length &&
    here.length <= word.length + 2 &&
    word.length > 3 &&
    stemOf(here) === stemOf(word) &&
    !apart.has(here))

const wordShape = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu
const plainWord = (word: string) =>
  word.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/['’]/gu, '')

const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(wordShape), (match) => ({
    plain: plainWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))

/**
 * The same word with the plain endings of Dutch and English: peiling peilingen, huis huizen, kring kringen, duo duo's,
 * naaste naasten, -heid -heden. Simple on purpose: forms that do not exist do no harm, because nobody writes them.
 */
export function formsOf(word: string): ReadonlySet<string> {
  const forms = new Set([word])
  if (word.length < 3) return forms
  forms.add(`${word}s`)
  forms.add(`${word}en`)
  if (word.endsWith('e')) forms.add(`${word}n`)
  if (word.endsWith('heid')) forms.add(`${word.slice(0, -4)}heden`)
  if (word.endsWith('us') || word.endsWith('is')) forms.add(`${word}sen`)
  if (/[aeiou][fs]$/u.test(word)) forms.add(`${word.slice(0, -1)}${word.endsWith('f') ? 'v' : 'z'}en`)
  if (/[^aeiou][aeiou][bdfgklmnprst]$/u.test(word)) forms.add(`${word}${word.at(-1)}en`)
  const double = /^(.*)([aeou])\2([bdfgklmnprstvz])$/u.exec(word)
  if (double) forms.add(`${double[1]}${double[2]}${double[3]}en`)
  if (/[^aeiou]y$/u.test(word)) forms.add(`${word.slice(0, -1)}ies`)
  return forms
}

/** By their first word; those whose words may be bent also by its stem. */
type Forms<Id extends string> = {
  readonly byWord: ReadonlyMap<string, readonly Form<Id>[]>
  readonly byStem: ReadonlyMap<string, readonly Form<Id>[]>
}

function formsByFirstWord<Id extends string>(
  terms: readonly Term<Id>[],
  langs: readonly Lang[],
  labels: Labels,
): Forms<Id> {
  const byWord = new Map<string, Form<Id>[]>()
  const byStem = new Map<string, Form<Id>[]>()
  const put = (map: Map<string, Form<Id>[]>, key: string, form: Form<Id>) =>
    void map.set(key, [...(map.get(key) ?? []), form])
  const add = (id: Id, label: string, bends = false) => {
    const words = wordsOf(label).map((word) => word.plain)
    const last = words.at(-1)
    if (last === undefined) return
    const capitals = /^\p{Lu}{2,4}$/u.test(label) ? label : null
    for (const form of capitals ? [last] : formsOf(last)) {
      const whole = [...words.slice(0, -1), form]
      put(byWord, whole[0] ?? form, { id, words: whole, capitals, bends: false })
    }
    const [first] = words
    if (bends && !capitals && first !== undefined) put(byStem, stemOf(first), { id, words, capitals, bends })
  }
  for (const term of terms) {
    for (const lang of langs) {
      const bends = lang === 'nl' && labels === 'shown'
      add(term.id, term.label[lang], bends)
      for (const { label } of term.altLabels[lang]) add(term.id, label, bends)
    }
    if (labels === 'all') for (const label of term.hiddenLabels) add(term.id, label)
  }
  return { byWord, byStem }
}

// The forms depend on the list alone; a list of terms is made once and kept, so its forms are too.
const kept = new WeakMap<readonly Term[], Map<string, Forms<string>>>()

function keptForms<Id extends string>(terms: readonly Term<Id>[], langs: readonly Lang[], labels: Labels) {
  const ofList = kept.get(terms) ?? new Map<string, Forms<string>>()
  kept.set(terms, ofList)
  const key = `${langs.join(' ')} ${labels}`
  const held = ofList.get(key) as Forms<Id> | undefined
  if (held) return held
  const forms = formsByFirstWord(terms, langs, labels)
  ofList.set(key, forms)
  return forms
}

// Between the words of one label stand blanks or a hyphen, perhaps after an apostrophe, and no other sign: a full stop ends a phrase.
const joins = /^['’]?(?:\s|[-\u2010\u2011]){1,3}$/u

function occurrences<Id extends string>(text: string, { byWord, byStem }: Forms<Id>): TermLink<Id>[] {
  const words = wordsOf(text)
  const found: { link: TermLink<Id>; from: number; length: number }[] = []
  words.forEach((first, from) => {
    const here = byWord.get(first.plain) ?? []
    // Where nothing may be bent, no word of the text needs its stem.
    const bent = byStem.size === 0 ? [] : (byStem.get(stemOf(first.plain)) ?? [])
    for (const form of [...here, ...bent]) {
      const length = form.words.length
      const last = words[from + length - 1]
      if (!last) continue
      if (form.capitals && text.slice(first.start, last.end) !== form.capitals) continue
      const fits = form.words.every((word, i) => {
        const here = words[from + i]
        const before = words[from + i - 1]
        if (!here || !(form.bends ? isBent(word, here.plain) : here.plain === word)) return false
        return i === 0 || (before && joins.test(text.slice(before.end, here.start)))
      })
      if (fits) found.push({ link: { id: form.id, start: first.start, end: last.end }, from, length })
    }
  })

  found.sort((a, b) => b.link.end - b.link.start - (a.link.end - a.link.start) || a.link.start - b.link.start)
  const taken = new Set<number>()
  const links: TermLink<Id>[] = []
  for (const { link, from, length } of found) {
    const places = Array.from({ length }, (_, i) => from + i)
    if (places.some((place) => taken.has(place))) continue
    for (const place of places) taken.add(place)
    links.push(link)
  }
  return links.sort((a, b) => a.start - b.start)
}

/**
 * Finds terms in a text by their labels and synonyms, plurals included; where two overlap, the longest wins, and of two terms
 * with one label the first in the list. Misspellings are not linked.
 *
 * @returns places that do not overlap, in the order of the text; each term at its first place only, unless `every`.
 */
export function linkTerms<Id extends string>(
  text: string,
  terms: readonly Term<Id>[],
  options: { lang?: Lang; every?: boolean } = {},
): readonly TermLink<Id>[] {
  const links = occurrences(text, keptForms(terms, options.lang ? [options.lang] : languages, 'shown'))
  if (options.every) return links
  const seen = new Set<Id>()
  return links.filter(({ id }) => !seen.has(id) && seen.add(id))
}

/**
 * How often each term stands in a text, in either language, misspellings included; most often first, and of equals the one
 * that comes first in the text. Meant for proposals that a person confirms.
 */
export function termsIn<Id extends string>(text: string, terms: readonly Term<Id>[]): readonly TermCount<Id>[] {
  const counts = new Map<Id, number>()
  for (const { id } of occurrences(text, keptForms(terms, languages, 'all'))) counts.set(id, (counts.get(id) ?? 0) + 1)
  return Array.from(counts, ([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count)
}
