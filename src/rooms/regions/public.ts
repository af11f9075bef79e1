export { certainties, membersOf, membershipsOf, regionTypes } from './geography.rules.ts'
export type {
  Certainty,
  Geography,
  Membership,
  Municipality,
  MunicipalityCode,
  Region,
  RegionType,
} from './geography.rules.ts'
export { shippedGeography } from './geography.ts'
export { findPlace, placeIndex, suggestPlaces } from './places.rules.ts'
export type { FoundPlace, PlaceAnswer, PlaceIndex, Via } from './places.rules.ts'
export { text as regionWords } from './text.ts'
export {
  codesWithin,
  municipalityCodes,
  municipalityName,
  provinceOf,
  provinces,
  readPlace,
  suggestedPlaces,
} from './shipped-places.ts'
export type { ReadPlace, ReadPlaceAnswer } from './shipped-places.ts'
export { paths as regionPaths } from './paths.ts'
