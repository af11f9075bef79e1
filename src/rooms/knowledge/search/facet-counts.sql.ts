import { sql } from 'kysely'
import type { SquareDb } from '../../../platform/db/database.ts'
import { facetOfWord, type FacetName } from './search.facets.ts'

export type FacetCount = {
  readonly facet: FacetName
  readonly value: string
  readonly items: number
}

// What a number stands for never changes, so it is asked once: the places of its words in one list of all words.
type Memory = {
  readonly words: string[]
  readonly placeOf: Map<string, number>
  readonly placesOf: Map<number, Uint32Array>
}
const mostLines = 150_000
const empty = (): Memory => ({ words: [], placeOf: new Map(), placesOf: new Map() })
let memory = empty()

function placesIn({ words, placeOf }: Memory, line: string): Uint32Array {
  const places = line
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const place = placeOf.get(word) ?? words.push(word) - 1
      placeOf.set(word, place)
      return place
    })
  return Uint32Array.from(places)
}

async function learn(db: SquareDb, known: Memory, numbers: readonly number[]): Promise<void> {
  const unknown = numbers.filter((number) => !known.placesOf.has(number))
  if (unknown.length === 0) return
  const { rows } = await sql<{ number: string; line: string }>`
    select n.number, p.facets as line from unnest(${unknown}::bigint[]) as n(number)
     cross join lateral (select facets from square.passages where facet_line = n.number limit 1) p`.execute(db)
  for (const { number, line } of rows) known.placesOf.set(Number(number), placesIn(known, line))
}

/**
 * Counts facets, the most frequent first.
 * @param lines the number of the line of facets of each item, with a space between them. A line that left the square since
 *   counts for nothing.
 */
export async function countFacets(db: SquareDb, lines: string): Promise<readonly FacetCount[]> {
  if (lines === '') return []
  const numbers = lines.split(' ').map(Number)
  // Who is counting at this moment goes on with the memory it began with.
  if (memory.placesOf.size >= mostLines) memory = empty()
  const known = memory
  await learn(db, known, numbers)
  const items = new Uint32Array(known.words.length)
  const none = new Uint32Array(0)
  // Thousands of steps for each page of results: by number, which costs half of what an iterator does.
  for (const number of numbers) {
    const places = known.placesOf.get(number) ?? none
    for (let at = 0; at < places.length; at++) {
      const place = places[at] ?? 0
      items[place] = (items[place] ?? 0) + 1
    }
  }
  return Array.from(items)
    .flatMap((count, place) => {
      const named = count === 0 ? null : facetOfWord(known.words[place] ?? '')
      return named === null ? [] : [{ ...named, items: count }]
    })
    .sort((a, b) => b.items - a.items || (a.value < b.value ? -1 : 1))
}
