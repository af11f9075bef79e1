import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../test/house.ts'
import { loadReference } from '../../app/reference.ts'
import { shippedGeography } from './geography.ts'
import { municipalityName, provinceOf, provinces, readPlace } from './public.ts'

const geography = shippedGeography()

describe('reading a place for a form', () => {
  it.each([
    ['Den Bosch', 'GM0796', "'s-Hertogenbosch", 'alias'],
    ['gemeente utrecht', 'GM0344', 'Utrecht', 'name'],
    ['Weesp', 'GM0363', 'Amsterdam', 'former-name'],
    ['GM0457', 'GM0363', 'Amsterdam', 'former-code'],
  ])('%s is %s', (typed, code, name, via) => {
    expect(readPlace(typed, '2026-11-21')).toMatchObject({ kind: 'found', code, name, via })
  })

  it('asks which one when there are more, and names what is near when there is none', () => {
    expect(readPlace('Bergen', '2026-11-21')).toMatchObject({ kind: 'several' })
    expect(readPlace('Utrech', '2026-11-21')).toMatchObject({
      kind: 'unknown',
      nearest: expect.arrayContaining([expect.objectContaining({ name: 'Utrecht' })]),
    })
    expect(readPlace('', '2026-11-21')).toEqual({ kind: 'unknown', nearest: [] })
  })

  it('knows the province of a code of today and of one that ended with one successor, and of no other', () => {
    expect(provinceOf('GM0796')?.name).toBe('Noord-Brabant')
    expect(provinceOf('GM0457')?.name).toBe('Noord-Holland')
    expect(provinceOf('GM9999')).toBeNull()
    expect(provinces()).toHaveLength(12)
  })

  it('names a code, also one that ended', () => {
    expect(municipalityName('GM0796')).toBe("'s-Hertogenbosch")
    expect(municipalityName('GM0457')).toBe('Weesp')
    expect(municipalityName('GM9999')).toBeNull()
  })
})

describe('the geography of the square', () => {
  it(
    'has as many rows as the files, and loading again changes nothing',
    inHouse(async ({ count, operate, peek }) => {
      const counts = async () => ({
        municipalities: await count('square.municipalities'),
        regions: await count('square.regions'),
        memberships: await count('square.region_memberships'),
        former: await count('square.former_municipalities'),
        sources: await count('square.region_sources'),
      })
      const shipped = {
        municipalities: geography.municipalities.length,
        regions: geography.regions.length,
        memberships: geography.memberships.length,
        former: geography.former.length,
        sources: geography.sources.length,
      }
      expect(await counts()).toEqual(shipped)
      const first = await peek((tx) => tx.selectFrom('square.reference_versions').selectAll().orderBy('part').execute())
      expect(first.map((row) => row.part)).toEqual(['bottlenecks', 'regions', 'terms'])
      await operate(loadReference)
      expect(await counts()).toEqual(shipped)
      expect(
        await peek((tx) => tx.selectFrom('square.reference_versions').selectAll().orderBy('part').execute()),
      ).toEqual(first)
    }),
  )

  it(
    'is put right when another version stands there',
    inHouse(async ({ count, operate, peek }) => {
      await peek(async (tx) => {
        await tx.deleteFrom('square.region_memberships').where('region_type', '=', 'province').execute()
        await tx
          .updateTable('square.reference_versions')
          .set({ version: 'older' })
          .where('part', '=', 'regions')
          .execute()
      })
      expect(await count('square.region_memberships')).toBe(geography.memberships.length - 342)
      await operate(loadReference)
      expect(await count('square.region_memberships')).toBe(geography.memberships.length)
    }),
  )
})

describe('the place field', () => {
  it(
    "gives 's-Hertogenbosch to who types Den Bosch",
    inHouse(async ({ visitor }) => {
      const found = await visitor().get('/plaatsen.json?q=Den%20Bosch')
      expect(found.status).toBe(200)
      expect(found.headers.get('content-type')).toContain('application/json')
      expect(found.json<{ value: string }[]>()[0]).toEqual({
        value: "'s-Hertogenbosch",
        label: "'s-Hertogenbosch (Den Bosch)",
      })
      // What is filled in must be found again when the form is sent without script.
      expect(readPlace("'s-Hertogenbosch")).toMatchObject({ kind: 'found', code: 'GM0796' })
    }),
  )

  it.each(['', 'q=', 'q=%00%E2%80%AE', `q=${'x'.repeat(5000)}`, 'q=%3Cimg%3E%3Cx%20y%3E', 'zomaar=1'])(
    'stays calm when asked %s',
    (query) =>
      inHouse(async ({ visitor }) => {
        const found = await visitor().get(`/plaatsen.json?${query}`)
        expect(found.status).toBe(200)
        expect(found.json()).toEqual([])
      })(),
  )
})

describe('the page of a municipality', () => {
  it(
    'tells its regions, how certain they are and who says so, in both languages',
    inHouse(async ({ visitor }) => {
      const dutch = await visitor().get('/gemeenten/gm0796')
      expect(dutch.status).toBe(200)
      expect(dutch.text).toContain('Noord-Brabant')
      expect(dutch.text).toContain('Veiligheidsregio')
      expect(dutch.text).toContain('Vrij zeker')
      expect(dutch.text).toContain('CBS, gebiedsindelingen 2023')
      expect(dutch.text).toContain('Den Bosch')
      const english = await visitor().get('/en/gemeenten/gm0796')
      expect(english.text).toContain('Safety region')
      expect((await visitor().get('/gemeenten/gm0363')).text).toContain('Weesp, tot 24 maart 2022')
    }),
  )

  it(
    'leads an old code on, and says so when the municipality was split',
    inHouse(async ({ visitor }) => {
      const old = await visitor().get('/gemeenten/gm0457')
      expect([old.status, old.location]).toEqual([303, '/gemeenten/gm0363'])
      expect((await visitor().get('/en/gemeenten/gm0457')).location).toBe('/en/gemeenten/gm0363')
      expect((await visitor().get('/gemeenten/GM0796')).location).toBe('/gemeenten/gm0796')
      const split = geography.former.find((each) => each.kind === 'split')
      const page = await visitor().get(`/gemeenten/${split?.code.toLowerCase()}`)
      expect(page.status).toBe(200)
      for (const code of split?.successors ?? []) expect(page.text).toContain(`/gemeenten/${code.toLowerCase()}`)
    }),
  )

  it.each(['gm9999', 'utrecht', '%00', "'%20or%201=1", 'gm0796x'])('does not exist for %s', (code) =>
    inHouse(async ({ visitor }) => {
      expect((await visitor().get(`/gemeenten/${code}`)).status).toBe(404)
    })(),
  )
})

describe('the API of municipalities', () => {
  it(
    'lists them all, gives one with its regions, and leads an old code on',
    inHouse(async ({ visitor }) => {
      const list = (await visitor().get('/api/v1/municipalities')).json<{
        municipalities: { code: string; province: string }[]
      }>()
      expect(list.municipalities).toHaveLength(342)
      expect(list.municipalities.find((each) => each.code === 'GM0796')?.province).toBe('PV30')
      const one = (await visitor().get('/api/v1/municipalities/gm0796')).json<{ regions: unknown[] }>()
      expect(one).toMatchObject({ kind: 'municipality', code: 'GM0796', name: "'s-Hertogenbosch" })
      expect(one.regions).toHaveLength(7)
      expect((await visitor().get('/api/v1/municipalities/GM0457')).json()).toEqual({
        kind: 'ended',
        code: 'GM0457',
        successors: [{ code: 'GM0363', name: 'Amsterdam' }],
      })
      const unknown = await visitor().get('/api/v1/municipalities/GM9999')
      expect(unknown.status).toBe(404)
      expect(unknown.headers.get('content-type')).toBe('application/problem+json')
    }),
  )
})
