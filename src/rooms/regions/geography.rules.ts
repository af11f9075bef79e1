import { type Day } from '../../lib/days.ts'
import { readRecords } from '../../lib/csv/csv-reader.ts'

/** CBS code, "GM0363". */
export type MunicipalityCode = string

export const regionTypes = [
  'province',
  'safety-region',
  'public-health-region',
  'youth-region',
  'labour-market-region',
  'care-office-region',
  'shelter-region',
] as const
export type RegionType = (typeof regionTypes)[number]

export const certainties = ['high', 'medium', 'low'] as const
export type Certainty = (typeof certainties)[number]

export type Municipality = {
  readonly code: MunicipalityCode
  readonly name: string
  /** Other names people use today: "Den Haag", Frisian twins, forms without accents. */
  readonly aliases: readonly string[]
  /** Inhabitants on 1 January 2022 (CBS). For shading and order, not for publishing as current. */
  readonly population2022: number
  /** Where a label stands, in degrees (WGS84). */
  readonly lon: number
  readonly lat: number
  /** null: from before the records (2016). */
  readonly validFrom: Day | null
  /** The first day on which it no longer exists; null: no end known. */
  readonly validTo: Day | null
  /** The address that government registers use for this municipality (TOOI). */
  readonly tooi: string
}

export type Region = { readonly type: RegionType; readonly code: string; readonly name: string }

/** A municipality belongs to a region from a day up to, not including, a day. */
export type Membership = {
  readonly municipality: MunicipalityCode
  readonly type: RegionType
  readonly region: string
  readonly validFrom: Day | null
  readonly validTo: Day | null
  readonly source: string
  readonly certainty: Certainty
}

export const formerKinds = ['merged', 'added', 'split', 'planned'] as const
export type FormerKind = (typeof formerKinds)[number]

/** A municipality that ended, or is planned to end, on a day; split ones have more than one successor. */
export type FormerMunicipality = {
  readonly code: MunicipalityCode
  readonly name: string
  readonly successors: readonly MunicipalityCode[]
  readonly endedOn: Day
  readonly kind: FormerKind
}

/** A town that carries another name than its municipality; a few names exist in more than one. */
export type Town = {
  readonly name: string
  readonly municipalities: readonly MunicipalityCode[]
  readonly source: string
}

export type Source = { readonly id: string; readonly title: string; readonly licence: string; readonly note: string }

export type Geography = {
  readonly municipalities: readonly Municipality[]
  readonly regions: readonly Region[]
  readonly memberships: readonly Membership[]
  readonly former: readonly FormerMunicipality[]
  readonly towns: readonly Town[]
  readonly sources: readonly Source[]
}

/** The six files, as text. */
export type GeographyTexts = Readonly<
  Record<'municipalities' | 'regions' | 'memberships' | 'former' | 'towns' | 'sources', string>
>

/** What is wrong with the reference data, and where. Start-up stops on it: half a map is worse than none. */
export class GeographyError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'GeographyError'
  }
}

/**
 * Reads the reference data of the room.
 * @throws {GeographyError} on a value outside its list; `CsvError` on a file that is not the CSV it should be.
 */
export function readGeography(texts: GeographyTexts): Geography {
  const municipalities = readRecords(texts.municipalities, [
    'code',
    'name',
    'aliases',
    'population_2022',
    'lon',
    'lat',
    'valid_from',
    'valid_to',
    'tooi',
  ]).map((row): Municipality => ({
    code: municipalityCode(row.code),
    name: row.name,
    aliases: listOf(row.aliases),
    population2022: numberOf(row.population_2022),
    lon: numberOf(row.lon),
    lat: numberOf(row.lat),
    validFrom: dayOf(row.valid_from),
    validTo: dayOf(row.valid_to),
    tooi: row.tooi,
  }))
  const regions = readRecords(texts.regions, ['type', 'code', 'name']).map((row): Region => ({
    type: oneOf(regionTypes, row.type),
    code: row.code,
    name: row.name,
  }))
  const memberships = readRecords(texts.memberships, [
    'municipality_code',
    'region_type',
    'region_code',
    'valid_from',
    'valid_to',
    'source',
    'certainty',
  ]).map((row): Membership => ({
    municipality: municipalityCode(row.municipality_code),
    type: oneOf(regionTypes, row.region_type),
    region: row.region_code,
    validFrom: dayOf(row.valid_from),
    validTo: dayOf(row.valid_to),
    source: row.source,
    certainty: oneOf(certainties, row.certainty),
  }))
  const former = readRecords(texts.former, ['code', 'name', 'successors', 'ended_on', 'kind']).map(
    (row): FormerMunicipality => ({
      code: municipalityCode(row.code),
      name: row.name,
      successors: listOf(row.successors).map(municipalityCode),
      endedOn: dayOf(row.ended_on) ?? refuse(`${row.code} ended on no day`),
      kind: oneOf(formerKinds, row.kind),
    }),
  )
  const towns = readRecords(texts.towns, ['name', 'municipality_codes', 'source']).map((row): Town => ({
    name: row.name,
    municipalities: listOf(row.municipality_codes).map(municipalityCode),
    source: row.source,
  }))
  const sources = readRecords(texts.sources, ['id', 'title', 'licence', 'note'])
  return { municipalities, regions, memberships, former, towns, sources }
}

/** @returns one sentence per contradiction between the files; empty when they agree. */
export function contradictions(geography: Geography): string[] {
  const found: string[] = []
  const municipalities = new Set<string>()
  for (const { code } of geography.municipalities) {
    if (municipalities.has(code)) found.push(`municipality ${code} stands twice`)
    municipalities.add(code)
  }
  const regions = new Set<string>()
  for (const { type, code } of geography.regions) {
    if (regions.has(`${type} ${code}`)) found.push(`${type} ${code} stands twice`)
    regions.add(`${type} ${code}`)
  }
  const sources = new Set(geography.sources.map((source) => source.id))
  const used = new Set<string>()
  const held = new Set<string>()
  for (const { municipality, type, region, source } of geography.memberships) {
    if (!municipalities.has(municipality)) found.push(`member ${municipality} is unknown`)
    if (!regions.has(`${type} ${region}`)) found.push(`region ${type} ${region} is unknown`)
    if (!sources.has(source)) found.push(`source ${source} is unknown`)
    if (held.has(`${municipality} ${type}`)) found.push(`${municipality} is in two regions of type ${type}`)
    held.add(`${municipality} ${type}`)
    used.add(`${type} ${region}`)
  }
  for (const region of regions) if (!used.has(region)) found.push(`region ${region} has no member`)
  for (const code of municipalities) {
    for (const type of regionTypes) if (!held.has(`${code} ${type}`)) found.push(`${code} is in no ${type}`)
  }
  for (const { code, successors, kind } of geography.former) {
    if (municipalities.has(code) !== (kind === 'planned')) found.push(`${code} is ${kind} and yet current or not`)
    if (successors.length === 0) found.push(`${code} has no successor`)
    for (const next of successors) if (!municipalities.has(next)) found.push(`successor ${next} of ${code} is unknown`)
  }
  for (const { name, municipalities: codes, source } of geography.towns) {
    if (codes.length === 0) found.push(`town ${name} is in no municipality`)
    for (const code of codes) if (!municipalities.has(code)) found.push(`town ${name} is in unknown ${code}`)
    if (!sources.has(source)) found.push(`source ${source} is unknown`)
  }
  return found
}

/** Whether a period that starts on `validFrom` and ends before `validTo` holds the day. */
export const holdsOn = (period: { validFrom: Day | null; validTo: Day | null }, day: Day): boolean =>
  (period.validFrom === null || period.validFrom <= day) && (period.validTo === null || day < period.validTo)

/** @returns the memberships of a municipality on a day, in the order of {@link regionTypes}. */
export const membershipsOf = (geography: Geography, code: MunicipalityCode, day: Day): readonly Membership[] =>
  regionTypes.flatMap((type) =>
    geography.memberships.filter((each) => each.municipality === code && each.type === type && holdsOn(each, day)),
  )

/** @returns the municipalities of a region on a day, by name; empty for an unknown region. */
export function membersOf(geography: Geography, type: RegionType, region: string, day: Day): readonly Municipality[] {
  const codes = new Set(
    geography.memberships
      .filter((each) => each.type === type && each.region === region && holdsOn(each, day))
      .map((each) => each.municipality),
  )
  return geography.municipalities
    .filter((municipality) => codes.has(municipality.code))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
}

const refuse = (message: string): never => {
  throw new GeographyError(message)
}

const listOf = (text: string): string[] => (text === '' ? [] : text.split('|'))

const municipalityCode = (text: string): MunicipalityCode =>
  /^GM\d{4}$/u.test(text) ? text : refuse(`"${text}" is no code of a municipality`)

const numberOf = (text: string): number =>
  /^-?\d+(\.\d+)?$/u.test(text) ? Number(text) : refuse(`"${text}" is no number`)

const dayOf = (text: string): Day | null =>
  text === '' ? null : /^\d{4}-\d{2}-\d{2}$/u.test(text) ? text : refuse(`"${text}" is no day`)

const oneOf = <T extends string>(list: readonly T[], text: string): T =>
  list.find((each) => each === text) ?? refuse(`"${text}" is none of ${list.join(', ')}`)
