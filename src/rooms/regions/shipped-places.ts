import { type Day, dayAt } from '../../lib/days.ts'
import { holdsOn, type MunicipalityCode, type Region } from './geography.rules.ts'
import { shippedGeography } from './geography.ts'
import { findPlace, placeIndex, suggestPlaces } from './places.rules.ts'
import type { FoundPlace, PlaceIndex } from './places.rules.ts'

/** A place as a form of another room keeps it: the code is the identity, the name of the municipality is for showing. */
export type ReadPlace = FoundPlace & { readonly code: MunicipalityCode; readonly name: string }

export type ReadPlaceAnswer =
  | ({ readonly kind: 'found' } & ReadPlace)
  | { readonly kind: 'several'; readonly options: readonly ReadPlace[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly ReadPlace[] }

// Municipalities change on the first of January: one index serves all questions of a day.
let held: { readonly day: Day; readonly index: PlaceIndex } | undefined
const indexOn = (day: Day): PlaceIndex => {
  if (held?.day !== day) held = { day, index: placeIndex(shippedGeography(), day) }
  return held.index
}

// The day only decides from when a merger counts, so forms need not hand it in.
const today = (): Day => dayAt(new Date())

const asRead = (place: FoundPlace): ReadPlace => ({
  ...place,
  code: place.municipality.code,
  name: place.municipality.name,
})

/** What a person means by a place, for the forms of other rooms; no database is asked. Never throws. */
export function readPlace(text: string, day: Day = today()): ReadPlaceAnswer {
  const answer = findPlace(text, indexOn(day))
  if (answer.kind === 'found') return { ...asRead(answer), kind: 'found' }
  if (answer.kind === 'several') return { kind: 'several', options: answer.options.map(asRead) }
  return { kind: 'unknown', nearest: answer.nearest.map(asRead) }
}

/** Suggestions while a person types; at most eight, each municipality once. */
export const suggestedPlaces = (text: string, day: Day = today()): readonly ReadPlace[] =>
  suggestPlaces(text, indexOn(day)).map(asRead)

/** @returns the name of a municipality; for a code that ended its name of then; null for an unknown code. */
export function municipalityName(code: MunicipalityCode): string | null {
  const geography = shippedGeography()
  return (
    geography.municipalities.find((each) => each.code === code)?.name ??
    geography.former.find((each) => each.code === code)?.name ??
    null
  )
}

/** @returns the province of a municipality, also for a code that ended and has one successor; null when unknown. */
export function provinceOf(code: MunicipalityCode, day: Day = today()): Region | null {
  const { byCode, provinceOf: provinceCodes } = indexOn(day)
  const [place, ...others] = byCode.get(code) ?? []
  const province = others.length === 0 && place ? provinceCodes.get(place.municipality.code) : undefined
  return provinces().find((each) => each.code === province) ?? null
}

/** The codes of the municipalities that exist on a day. */
export const municipalityCodes = (day: Day = today()): readonly MunicipalityCode[] =>
  shippedGeography().municipalities.flatMap((each) => (holdsOn(each, day) ? [each.code] : []))

/** A province with the municipalities in it, by their codes; any other code is itself alone. */
export const codesWithin = (code: string, day: Day = today()): readonly string[] => [
  code,
  ...[...indexOn(day).provinceOf].flatMap(([municipality, province]) => (province === code ? [municipality] : [])),
]

let sorted: readonly Region[] | undefined

/** The twelve provinces by name. */
export const provinces = (): readonly Region[] =>
  (sorted ??= shippedGeography()
    .regions.filter((region) => region.type === 'province')
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl')))
