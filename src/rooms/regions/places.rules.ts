import type { Day } from '../../lib/days.ts'
import { holdsOn } from './geography.rules.ts'
import type { FormerMunicipality, Geography, Municipality } from './geography.rules.ts'
import { nearness, trigramsOf } from './nearness.rules.ts'
import { codeOf, keyOf, plainWords, readingsOf, withoutProvince } from './place-names.rules.ts'

/** Along which kind of name a place was found. 'former-code': a code that ended and still points on. */
export type Via = 'name' | 'alias' | 'former-name' | 'town' | 'code' | 'former-code'

export type FoundPlace = {
  readonly municipality: Municipality
  readonly via: Via
  /** The name as our data writes it: "Den Bosch" for 's-Hertogenbosch, "Weesp" for Amsterdam. */
  readonly as: string
  /** Former municipalities only: the day from which this municipality is its successor. */
  readonly since: Day | null
}

export type PlaceAnswer =
  | ({ readonly kind: 'found' } & FoundPlace)
  | { readonly kind: 'several'; readonly options: readonly FoundPlace[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly FoundPlace[] }

type Name = {
  readonly key: string
  readonly words: string
  readonly pieces: ReadonlySet<string>
  readonly place: FoundPlace
}

export type PlaceIndex = {
  readonly byKey: ReadonlyMap<string, readonly FoundPlace[]>
  readonly byCode: ReadonlyMap<string, readonly FoundPlace[]>
  readonly provinceOf: ReadonlyMap<string, string>
  readonly names: readonly Name[]
}

const strength: Readonly<Record<Via, number>> = {
  code: 0,
  'former-code': 0,
  name: 1,
  alias: 2,
  town: 3,
  'former-name': 3,
}

/** The names and codes that hold on a day. Build it once; looking up is quick. Planned changes do not count. */
export function placeIndex(geography: Geography, day: Day): PlaceIndex {
  const current = new Map(
    geography.municipalities.filter((each) => holdsOn(each, day)).map((each) => [each.code, each] as const),
  )
  const byKey = new Map<string, FoundPlace[]>()
  const byCode = new Map<string, FoundPlace[]>()
  const names: Name[] = []

  const add = (text: string, place: FoundPlace) => {
    const words = plainWords(text)
    const key = keyOf(words)
    const held = byKey.get(key) ?? []
    if (held.some((other) => other.municipality === place.municipality)) return
    byKey.set(key, [...held, place])
    names.push({ key, words, pieces: trigramsOf(key), place })
  }

  for (const municipality of current.values()) {
    const { name, code, aliases } = municipality
    byCode.set(code, [{ municipality, via: 'code', as: code, since: null }])
    add(name, { municipality, via: 'name', as: name, since: null })
    // "Bergen (NH.)" is found by "Bergen" too, next to the other Bergen.
    const bare = name.replace(/ \([^)]*\)$/u, '')
    if (bare !== name) add(bare, { municipality, via: 'name', as: name, since: null })
    for (const alias of aliases) add(alias, { municipality, via: 'alias', as: alias, since: null })
  }
  for (const town of geography.towns) {
    for (const code of town.municipalities) {
      const municipality = current.get(code)
      if (municipality) add(town.name, { municipality, via: 'town', as: town.name, since: null })
    }
  }
  for (const ended of geography.former) {
    if (ended.kind === 'planned' || day < ended.endedOn) continue
    for (const municipality of successorsOn(ended, geography.former, current, day)) {
      const since = ended.endedOn
      add(ended.name, { municipality, via: 'former-name', as: ended.name, since })
      const held = byCode.get(ended.code) ?? []
      byCode.set(ended.code, [...held, { municipality, via: 'former-code', as: ended.code, since }])
    }
  }
  const provinceOf = new Map(
    geography.memberships
      .filter((each) => each.type === 'province' && holdsOn(each, day))
      .map((each) => [each.municipality, each.region] as const),
  )
  return { byKey, byCode, provinceOf, names }
}

// A successor may itself have ended since; then its own successors count.
function successorsOn(
  ended: FormerMunicipality,
  former: readonly FormerMunicipality[],
  current: ReadonlyMap<string, Municipality>,
  day: Day,
  seen: ReadonlySet<string> = new Set(),
): Municipality[] {
  if (seen.has(ended.code)) return []
  return ended.successors.flatMap((code) => {
    const municipality = current.get(code)
    if (municipality) return [municipality]
    const next = former.find((each) => each.code === code && each.kind !== 'planned' && each.endedOn <= day)
    return next ? successorsOn(next, former, current, day, new Set([...seen, ended.code])) : []
  })
}

/**
 * Finds the municipality that a person means. Case, accents, apostrophes and hyphens do not matter; "gemeente" in front,
 * a province behind, a postal code in front and CBS codes with or without "GM" are understood. Never throws.
 *
 * @returns 'found' with the way it was found, 'several' (largest first) when a name fits more than one, or 'unknown' with
 * at most five near names, nearest first. Empty text is unknown with nothing near.
 */
export function findPlace(text: string, index: PlaceIndex): PlaceAnswer {
  const code = codeOf(text)
  if (code) return answer(index.byCode.get(code) ?? [], [])

  const readings = readingsOf(text)
  let elsewhere: readonly FoundPlace[] = []
  for (const words of readings) {
    const exact = index.byKey.get(keyOf(words))
    if (exact) return answer(strongest(exact), [])
    const split = withoutProvince(words)
    if (!split) continue
    const named = index.byKey.get(keyOf(split.name)) ?? []
    const there = named.filter((place) => index.provinceOf.get(place.municipality.code) === split.province)
    if (there.length > 0) return answer(strongest(there), [])
    if (elsewhere.length === 0) elsewhere = named
  }
  return answer([], elsewhere.length > 0 ? elsewhere : nearestPlaces(readings.at(-1) ?? '', index, 5))
}

const answer = (places: readonly FoundPlace[], nearest: readonly FoundPlace[]): PlaceAnswer => {
  const [first, ...others] = places
  if (!first) return { kind: 'unknown', nearest }
  return others.length === 0 ? { kind: 'found', ...first } : { kind: 'several', options: places.toSorted(largestFirst) }
}

// A municipality of today goes before a town or a former municipality of the same name.
function strongest(places: readonly FoundPlace[]): readonly FoundPlace[] {
  const best = Math.min(...places.map((place) => strength[place.via]))
  return places.filter((place) => strength[place.via] === best)
}

const largestFirst = (a: FoundPlace, b: FoundPlace) =>
  b.municipality.population2022 - a.municipality.population2022 ||
  a.municipality.code.localeCompare(b.municipality.code)

const nearEnough = 0.45

function nearestPlaces(words: string, index: PlaceIndex, limit: number): readonly FoundPlace[] {
  const key = keyOf(words)
  if (key.length < 2) return []
  const pieces = trigramsOf(key)
  const near = index.names
    .map((name) => ({ name, score: nearness(key, name.key, pieces, name.pieces) }))
    .filter(({ score }) => score >= nearEnough)
    .sort((a, b) => b.score - a.score || largestFirst(a.name.place, b.name.place))
    .map(({ name }) => name.place)
  return onePerMunicipality(near).slice(0, limit)
}

function onePerMunicipality(places: readonly FoundPlace[]): readonly FoundPlace[] {
  const first = new Map<string, FoundPlace>()
  for (const place of places) {
    if (!first.has(place.municipality.code)) first.set(place.municipality.code, place)
  }
  return [...first.values()]
}

/**
 * Suggestions while a person types: first the same name, then names that start with the text, then names with a word that starts with it,
 * then names that hold it (from three letters), each group the largest first; when there are none, the nearest names.
 * Every municipality at most once. Empty text gives nothing. Never throws.
 */
export function suggestPlaces(text: string, index: PlaceIndex, limit = 8): readonly FoundPlace[] {
  const code = codeOf(text)
  if (code) return (index.byCode.get(code) ?? []).slice(0, limit)
  const words = readingsOf(text).at(-1)
  if (!words) return []
  const key = keyOf(words)

  const same: FoundPlace[] = []
  const starts: FoundPlace[] = []
  const wordStarts: FoundPlace[] = []
  const holds: FoundPlace[] = []
  for (const name of index.names) {
    if (name.key === key) same.push(name.place)
    else if (name.key.startsWith(key)) starts.push(name.place)
    else if (name.words.includes(` ${words}`)) wordStarts.push(name.place)
    else if (key.length >= 3 && name.key.includes(key)) holds.push(name.place)
  }
  const ranked = [same, starts, wordStarts, holds].flatMap((group) => group.sort(strongestThenLargest))
  const suggestions = onePerMunicipality(ranked).slice(0, limit)
  if (suggestions.length > 0) return suggestions
  const found = findPlace(text, index)
  if (found.kind === 'unknown') return found.nearest.slice(0, limit)
  return (found.kind === 'several' ? found.options : [placeOf(found)]).slice(0, limit)
}

const placeOf = ({ municipality, via, as, since }: FoundPlace): FoundPlace => ({ municipality, via, as, since })

const strongestThenLargest = (a: FoundPlace, b: FoundPlace) => largestFirst(a, b) || strength[a.via] - strength[b.via]
