import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readRecords } from '../../lib/csv/csv-reader.ts'
import {
  contradictions,
  GeographyError,
  membersOf,
  membershipsOf,
  readGeography,
  regionTypes,
} from './geography.rules.ts'
import type { Geography } from './geography.rules.ts'
import { shippedGeography } from './geography.ts'

const geography = shippedGeography()
const today = '2026-11-21'

describe('the reference data', () => {
  it('agrees with itself', () => {
    expect(contradictions(geography)).toEqual([])
  })

  it('holds 342 municipalities and the inhabitants that CBS counted on 1 January 2022', () => {
    expect(geography.municipalities).toHaveLength(342)
    expect(geography.municipalities.reduce((sum, each) => sum + each.population2022, 0)).toBe(17_590_672)
  })

  it.each([
    ['province', 12],
    ['safety-region', 25],
    ['public-health-region', 25],
    ['youth-region', 42],
    ['labour-market-region', 35],
    ['care-office-region', 31],
    ['shelter-region', 43],
  ] as const)('holds of type %s: %i', (type, count) => {
    expect(geography.regions.filter((region) => region.type === type)).toHaveLength(count)
  })

  it('puts every municipality in one region of every type, and says how certain that is', () => {
    expect(geography.memberships).toHaveLength(342 * 7)
    const shelter = geography.memberships.filter((each) => each.type === 'shelter-region')
    expect(shelter.filter((each) => each.certainty === 'low')).toHaveLength(37)
    expect(shelter.filter((each) => each.certainty === 'high')).toHaveLength(0)
  })

  it('holds the 66 municipalities that ended since 2016, and the one planned for 2027', () => {
    expect(geography.former.filter((each) => each.kind !== 'planned')).toHaveLength(66)
    expect(geography.former.filter((each) => each.kind === 'planned')).toEqual([
      { code: 'GM1696', name: 'Wijdemeren', successors: ['GM0402'], endedOn: '2027-01-01', kind: 'planned' },
    ])
    expect(geography.former.filter((each) => each.kind === 'split').map((each) => each.name)).toEqual([
      'Littenseradiel',
      'Winsum',
      'Haaren',
    ])
  })

  it('lies within the Netherlands', () => {
    const outside = geography.municipalities.filter(
      ({ lon, lat }) => lon < 3.3 || lon > 7.3 || lat < 50.7 || lat > 53.6,
    )
    expect(outside).toEqual([])
  })

  const given = new URL('../../../../shared/data/geo/gemeenten.csv', import.meta.url)
  const isGiven = existsSync(given)
  it('says what its source says', ({ skip }) => {
    skip(!isGiven, 'the source files do not lie next to the repository')
    const [header, ...lines] = readFileSync(given, 'utf8').trim().split(/\r?\n/u)
    const rows = readRecords([header, ...lines].join('\n'), (header ?? '').split(','))
    expect(rows.map((row) => [row['code'], row['naam'], Number(row['inwoners_2022'])]).sort()).toEqual(
      geography.municipalities.map((each) => [each.code, each.name, each.population2022]).sort(),
    )
    const here = new Map(geography.memberships.map((each) => [`${each.municipality} ${each.type}`, each.region]))
    for (const row of rows) {
      expect(here.get(`${row['code']} province`)).toBe(row['provincie'])
      expect(here.get(`${row['code']} youth-region`)).toBe(row['jeugdregio'])
      expect(here.get(`${row['code']} shelter-region`)).toBe(row['centrumregio'])
    }
  })
})

describe('memberships', () => {
  it('answers in the order of the types', () => {
    expect(membershipsOf(geography, 'GM0363', today).map((each) => each.type)).toEqual([...regionTypes])
  })

  it('knows no membership before a municipality existed', () => {
    expect(membershipsOf(geography, 'GM1992', '2022-12-31')).toEqual([])
    expect(membershipsOf(geography, 'GM1992', '2023-01-01')).toHaveLength(7)
  })

  it('lists the members of a region by name', () => {
    expect(membersOf(geography, 'province', 'PV24', today).map((each) => each.name)).toEqual([
      'Almere',
      'Dronten',
      'Lelystad',
      'Noordoostpolder',
      'Urk',
      'Zeewolde',
    ])
    expect(membersOf(geography, 'province', 'PV99', today)).toEqual([])
  })
})

describe('reading', () => {
  const texts = {
    municipalities:
      'code,name,aliases,population_2022,lon,lat,valid_from,valid_to,tooi\nGM0184,Urk,,21468,5.6,52.7,,,x\n',
    regions: 'type,code,name\nprovince,PV24,Flevoland\n',
    memberships:
      'municipality_code,region_type,region_code,valid_from,valid_to,source,certainty\nGM0184,province,PV24,,,s,high\n',
    former: 'code,name,successors,ended_on,kind\n',
    towns: 'name,municipality_codes,source\n',
    sources: 'id,title,licence,note\ns,S,CC,\n',
  }

  it.each([
    ['memberships', 'high', 'certain'],
    ['memberships', 'province,PV24', 'county,PV24'],
    ['municipalities', '21468', 'many'],
    ['municipalities', 'GM0184', 'Urk1'],
    ['municipalities', '52.7,,', '52.7,yesterday,'],
  ] as const)('refuses in %s instead of %s: %s', (file, right, wrong) => {
    expect(() => readGeography({ ...texts, [file]: texts[file].replace(right, wrong) })).toThrow(GeographyError)
  })

  it('names what contradicts', () => {
    const small: Geography = readGeography(texts)
    const broken: Geography = {
      ...small,
      towns: [{ name: 'Tollebeek', municipalities: ['GM9999'], source: 'nobody' }],
      former: [{ code: 'GM0184', name: 'Urk', successors: [], endedOn: '2020-01-01', kind: 'merged' }],
    }
    expect(contradictions(broken)).toEqual(
      expect.arrayContaining([
        'town Tollebeek is in unknown GM9999',
        'source nobody is unknown',
        'GM0184 has no successor',
        'GM0184 is merged and yet current or not',
        'GM0184 is in no shelter-region',
      ]),
    )
  })
})
