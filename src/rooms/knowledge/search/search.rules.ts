import { lexemesOf, type SearchQuery } from '../../../lib/dutch/query.ts'
import { isStopWord } from '../../../lib/dutch/stop-words.ts'
import { stem } from '../../../lib/dutch/stem.ts'
import { normalise } from '../../../lib/dutch/tokens.ts'
import { remembering } from '../../../lib/remembering.ts'

/** A piece of a passage; `hit` pieces answer the query and are shown as marked. */
export type Piece = { readonly text: string; readonly hit: boolean }

const longest = 320

/** Words that answer together: each so many words after the one before it. */
type Phrase = readonly { readonly lexeme: string; readonly step: number }[]
type Sought = {
  readonly words: ReadonlySet<string>
  /** Finds one of the longer words at the beginning or the end of another; null when there is none. */
  readonly edges: RegExp | null
  readonly phrases: readonly Phrase[]
}

const phraseIn = (alternative: string): Phrase =>
  Array.from(alternative.matchAll(/(?:<(\d+|-)> )?('(?:[^']|'')+')/g), ([, step = '1', lexeme = '']) => ({
    lexeme: lexemesOf(lexeme)[0] ?? '',
    step: Number(step) || 1,
  }))

// Ten snippets of one page look for the same, one after the other.
let last: { readonly query: SearchQuery; readonly sought: Sought } | null = null

function soughtOf(query: SearchQuery): Sought {
  if (last?.query === query) return last.sought
  const alternatives = [...new Set(query.terms.flatMap((term) => term.wide.split(' | ')))]
  const [phrases, rest] = [
    alternatives.filter((each) => each.includes(' <')),
    alternatives.filter((each) => !each.includes(' <')),
  ]
  const words = new Set(rest.flatMap(lexemesOf))
  const long = [...words]
    .filter((lexeme) => lexeme.length > 4)
    .map((lexeme) => lexeme.replaceAll(/[^\p{L}\p{N}]/gu, String.raw`\$&`))
  const sought = {
    words,
    edges: long.length === 0 ? null : new RegExp(`^(?:${long.join('|')})|(?:${long.join('|')})$`),
    phrases: phrases.map(phraseIn),
  }
  last = { query, sought }
  return sought
}

type Stems = { readonly own: string; readonly parts: readonly string[] }

// Ten snippets hold some 600 words, most of them seen before: stemming each anew took half of the time of a page.
const stemmed = remembering(50_000, (word): Stems | null => {
  const [token] = normalise(word)
  return !token || isStopWord(token.word)
    ? null
    : { own: stem(token.word), parts: token.parts.map((part) => stem(part)) }
})

type Place = { readonly start: number; readonly end: number }

const between = /[^\p{L}\p{N}]*/uy
const oneWord = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/uy

// A match for each of a thousand words was a quarter of what a page leaves behind: this one only moves on.
const endOf = (pattern: RegExp, text: string, from: number) => {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : from
}

/**
 * Where something in a passage answers, from left to right; places may overlap. Words are read as they are asked for: a long
 * passage is shown in part, and what stands after that part is never looked at.
 */
function* placesIn(passage: string, { words: wanted, edges, phrases }: Sought): Generator<Place> {
  let unread = 0
  const read: (Place & { readonly stems: Stems | null })[] = []
  const wordAt = (at: number) => {
    while (read.length <= at) {
      const start = endOf(between, passage, unread)
      const end = endOf(oneWord, passage, start)
      if (end === start) return undefined
      read.push({ start, end, stems: stemmed(passage.slice(start, end)) })
      unread = end
    }
    return read[at]
  }
  const answers = ({ stems }: { stems: Stems | null }) =>
    stems !== null &&
    (wanted.has(stems.own) || stems.parts.some((part) => wanted.has(part)) || edges?.test(stems.own) === true)
  const is = (at: number, lexeme: string) => {
    const stems = wordAt(at)?.stems
    return stems !== undefined && stems !== null && (stems.own === lexeme || stems.parts.includes(lexeme))
  }
  const lastOf = (phrase: Phrase, first: number): number | null => {
    let at = first
    for (const [index, { lexeme, step }] of phrase.entries()) {
      if (index > 0) at += step
      if (!is(at, lexeme)) return null
    }
    return at
  }
  for (let at = 0; ; at++) {
    const word = wordAt(at)
    if (word === undefined) return
    const { start } = word
    const ends = answers(word) ? [word.end] : []
    for (const phrase of phrases) {
      const last = lastOf(phrase, at)
      if (last !== null) ends.push(wordAt(last)?.end ?? start)
    }
    for (const end of ends.sort((a, b) => b - a)) yield { start, end }
  }
}

/**
 * Cuts a passage to about 320 characters around the first word that answers, and marks what does. A word counts when its
 * stem is searched for; a compound when it begins or ends with one that is. A synonym of several words counts where they
 * stand together: “werk” does not answer who is shown “betaald werk”.
 */
export function snippetOf(passage: string, query: SearchQuery): readonly Piece[] {
  const hits = placesIn(passage, soughtOf(query))
  const first = hits.next().value
  const from = passage.length <= longest ? 0 : startNear(passage, first?.start ?? 0)
  const to = passage.length <= longest ? passage.length : endNear(passage, from)
  const pieces: Piece[] = []
  let at = from
  const add = (end: number, hit: boolean) => {
    if (end > at) pieces.push({ text: passage.slice(at, end), hit })
    at = Math.max(at, end)
  }
  for (let hit = first; hit && hit.start < to; hit = hits.next().value) {
    if (hit.start < from || hit.end > to) continue
    add(hit.start, false)
    add(hit.end, true)
  }
  add(to, false)
  return [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...pieces,
    ...(to < passage.length ? [{ text: ' …', hit: false }] : []),
  ]
}

const startNear = (text: string, hit: number) => {
  const wish = Math.max(0, hit - 80)
  if (wish === 0) return 0
  const space = text.indexOf(' ', wish)
  return space < 0 || space > hit ? hit : space + 1
}

const endNear = (text: string, from: number) => {
  const wish = Math.min(text.length, from + longest)
  const space = text.lastIndexOf(' ', wish)
  return wish === text.length || space <= from ? wish : space
}

/** A word that was typed and the word that was searched instead. */
export type Repair = { readonly typed: string; readonly searched: readonly string[] }

/** The query with its unknown words replaced; each of the near words is tried. */
export const repaired = (text: string, repairs: readonly Repair[]): string => {
  const near = new Map(repairs.map((repair) => [repair.typed, repair.searched]))
  return normalise(text)
    .flatMap(({ word }) => near.get(word) ?? [word])
    .join(' ')
}
