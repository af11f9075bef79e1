import { sql } from 'kysely'
import type { SquareDb } from '../../../platform/db/database.ts'
import { facetOfWord, type FacetName } from './search.facets.ts'

export type FacetCount = {
  readonly facet: FacetName
  readonly value: string
  readonly items: number
}

// What a number stands for never changes, so it is asked once. `startOf` says where in `places` a line begins: with how many
// words it has, and then the place of each among `words`.
type Memory = {
  readonly words: (Omit<FacetCount, 'items'> | null)[]
  readonly placeOf: Map<string, number>
  readonly startOf: Map<number, number>
  places: Uint32Array
  end: number
}
const mostLines = 150_000
const empty = (): Memory => ({
  words: [],
  placeOf: new Map(),
  startOf: new Map(),
  places: new Uint32Array(1_024),
  end: 0,
})
let memory = empty()

function remember(known: Memory, number: number, line: string): void {
  const words = line.split(' ').filter(Boolean)
  if (known.end + words.length >= known.places.length) {
    const more = new Uint32Array(2 * known.places.length + words.length)
    more.set(known.places)
    known.places = more
  }
  known.startOf.set(number, known.end)
  known.places[known.end++] = words.length
  for (const word of words) {
    const place = known.placeOf.get(word) ?? known.words.push(facetOfWord(word)) - 1
    known.placeOf.set(word, place)
    known.places[known.end++] = place
  }
}

async function learn(db: SquareDb, known: Memory, numbers: readonly number[]): Promise<void> {
  const { rows } = await sql<{ number: string; line: string }>`
    select n.number, p.facets as line from unnest(${numbers}::bigint[]) as n(number)
     cross join lateral (select facets from square.passages where facet_line = n.number limit 1) p`.execute(db)
  // Somebody else may have learned it meanwhile.
  for (const { number, line } of rows) if (!known.startOf.has(Number(number))) remember(known, Number(number), line)
}

/**
 * Counts facets, the most frequent first.
 * @param lines the number of the line of facets of each item, with a space between them. A line that left the square since
 *   counts for nothing.
 */
export async function countFacets(db: SquareDb, lines: string): Promise<readonly FacetCount[]> {
  if (lines === '') return []
  // Who is counting at this moment goes on with the memory it began with.
  if (memory.startOf.size >= mostLines) memory = empty()
  const known = memory
  const items = known.words.map(() => 0)
  // Thousands of steps for each page of results: by number, which costs half of what an iterator does.
  const count = (numbers: readonly number[]) => {
    const { places, startOf } = known
    const unknown: number[] = []
    for (const number of numbers) {
      const start = startOf.get(number)
      if (start === undefined) {
        unknown.push(number)
        continue
      }
      const end = start + (places[start] ?? 0)
      for (let at = start + 1; at <= end; at++) {
        const place = places[at] ?? 0
        items[place] = (items[place] ?? 0) + 1
      }
    }
    return unknown
  }
  const unknown = count(lines.split(' ').map(Number))
  if (unknown.length > 0) {
    await learn(db, known, unknown)
    count(unknown)
  }
  return known.words
    .flatMap((named, place) => {
      const found = items[place] ?? 0
      return named === null || found === 0 ? [] : [{ ...named, items: found }]
    })
    .sort((a, b) => b.items - a.items || (a.value < b.value ? -1 : 1))
}
