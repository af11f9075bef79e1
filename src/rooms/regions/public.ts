export { membershipsOf } from './geography.rules.ts'
export { shippedGeography } from './geography.ts'
export {
  codesWithin,
  municipalityCodes,
  municipalityName,
  provinceOf,
  provinces,
  readPlace,
  suggestedPlaces,
} from './shipped-places.ts'
export type { ReadPlaceAnswer } from './shipped-places.ts'
export { paths as regionPaths } from './paths.ts'
