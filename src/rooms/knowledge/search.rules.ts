import { lexemesOf, type SearchQuery } from '../../lib/dutch/query.ts'
import { isStopWord } from '../../lib/dutch/stop-words.ts'
import { stem } from '../../lib/dutch/stem.ts'
import { normalise } from '../../lib/dutch/tokens.ts'
import { remembering } from '../../lib/remembering.ts'

/** A piece of a passage; `hit` pieces answer the query and are shown as marked. */
export type Piece = { readonly text: string; readonly hit: boolean }

const longest = 320

type Sought = { readonly all: ReadonlySet<string>; readonly long: readonly string[] }

const soughtBy = new WeakMap<SearchQuery, Sought>()

// Ten snippets of one page look for the same.
function soughtOf(query: SearchQuery): Sought {
  const known = soughtBy.get(query)
  if (known) return known
  const all = new Set(query.terms.flatMap((term) => lexemesOf(term.wide)))
  const sought = { all, long: [...all].filter((lexeme) => lexeme.length > 4) }
  soughtBy.set(query, sought)
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

/**
 * Cuts a passage to about 320 characters around the first word that answers, and marks the words that do. A word counts
 * when its stem is searched for; a compound when it begins or ends with one that is.
 */
export function snippetOf(passage: string, query: SearchQuery): readonly Piece[] {
  const { all: wanted, long } = soughtOf(query)
  const words = [...passage.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)]
  const answers = (word: string) => {
    const stems = stemmed(word)
    if (stems === null) return false
    const { own, parts } = stems
    return (
      wanted.has(own) ||
      parts.some((part) => wanted.has(part)) ||
      long.some((lexeme) => own.startsWith(lexeme) || own.endsWith(lexeme))
    )
  }
  const hits = words
    .filter((match) => answers(match[0]))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const from = passage.length <= longest ? 0 : startNear(passage, hits[0]?.start ?? 0)
  const to = passage.length <= longest ? passage.length : endNear(passage, from)
  const pieces: Piece[] = []
  let at = from
  const add = (end: number, hit: boolean) => {
    if (end > at) pieces.push({ text: passage.slice(at, end), hit })
    at = Math.max(at, end)
  }
  for (const hit of hits) {
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
