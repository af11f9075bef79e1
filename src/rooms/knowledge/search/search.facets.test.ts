import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type House, type RolledBackHouse } from '../../../../test/house.ts'
import { root } from '../../../platform/root.ts'
import { placed } from '../kinds/kinds.testing.ts'
import { climb } from '../freshness/ladder.sql.ts'
import { searchSquare } from './search.actions.ts'
import { askedInLine, searchLine } from './search.asked.ts'
import { facetsOf, type FacetName } from './search.facets.ts'

const searched = (house: House, text: string, filters = {}) =>
  house.platform.database.square((db) => searchSquare(db, text, filters, { size: 50, number: 1 }))

const counted = async (house: House, facet: FacetName, text = 'beloning') =>
  Object.fromEntries(
    (await searched(house, text)).found.facets
      .filter((count) => count.facet === facet)
      .map(({ value, items }) => [value, items]),
  )

const about = (house: RolledBackHouse, slug: string, more: Partial<Parameters<typeof placed>[1]> = {}) =>
  placed(house, { slug, type: 'article', title: `Beloning ${slug}`, ...more })

describe('the choices of a search', () => {
  it.each([
    ['q=een+woord', {}],
    ['q=a&soort=guide', { type: 'guide' }],
    [
      'q=a&soort=guide&thema=youth&rol=coach&regio=PV26&nagekeken=due&van=partner-a',
      { type: 'guide', theme: 'youth', role: 'coach', region: 'PV26', checked: 'due', steward: 'partner-a' },
    ],
  ])('stand in the address: %s', (line, filters) => {
    expect(askedInLine(line).filters).toEqual(filters)
    expect(searchLine(askedInLine(line).text, askedInLine(line).filters)).toBe(line)
  })

  it.each([
    ['no region is the whole country', [], ['NL']],
    ['a municipality stands under its province', ['GM0344'], ['PV26']],
    ['two of one province count once', ['GM0344', 'GM0307'], ['PV26']],
    ['a province is itself', ['PV27', 'GM0344'], ['PV27', 'PV26']],
    ['what nobody knows is no region', ['GM9999'], []],
  ])('%s', (_what, regions, expected) => {
    const line = facetsOf({ type: 'guide', themes: [], roles: [], regions, stewards: [] })
    expect(line.match(/region:\w+/g) ?? []).toEqual(expected.map((region) => `region:${region}`))
  })

  it(
    'are counted by role, region and whether somebody checked, exactly as each then gives',
    inHouse(async (house) => {
      await about(house, 'een', { roles: ['policyAdviser'], regions: ['GM0344'] })
      await about(house, 'twee', { roles: ['policyAdviser'], regions: ['PV26', 'PV27'] })
      await about(house, 'drie', { roles: [] })
      expect(await counted(house, 'role')).toEqual({ policyAdviser: 2 })
      expect(await counted(house, 'region')).toEqual({ PV26: 2, PV27: 1, NL: 1 })
      expect(await counted(house, 'checked')).toEqual({ 'in-time': 3 })
      const { facets } = (await searched(house, 'beloning')).found
      for (const { facet, value, items } of facets)
        expect([facet, value, (await searched(house, 'beloning', { [facet]: value })).found.items]).toEqual([
          facet,
          value,
          items,
        ])
    }),
  )

  it(
    'are given to what stood on the square already',
    inHouse(async (house) => {
      await about(house, 'een', { roles: ['policyAdviser', 'trainerEducator'], regions: ['GM0344', 'GM0307', 'PV27'] })
      await about(house, 'twee', { roles: [] })
      const lines = () =>
        house.peek(async (tx) => {
          const rows = await tx.selectFrom('square.passages').select(['item_id', 'position', 'facets']).execute()
          return rows
            .map((row) => `${row.item_id} ${row.position} ${row.facets.trim().split(' ').toSorted().join(' ')}`)
            .toSorted()
        })
      const now = await lines()
      await house.peek((tx) =>
        sql`update square.passages set facets = regexp_replace(facets, ' (role|region|checked):[^ ]+(?= )', '', 'g')`.execute(
          tx,
        ),
      )
      expect(await lines()).not.toEqual(now)
      const migration = join(root, 'db', 'migrations', '20261122-74-knowledge-search-choices.sql')
      await house.peek((tx) => sql.raw(readFileSync(migration, 'utf8')).execute(tx))
      expect(await lines()).toEqual(now)
    }),
  )

  it(
    'follow the ladder of checks',
    inHouse(async (house) => {
      await about(house, 'een')
      await about(house, 'twee', { checkedAt: new Date(house.platform.now().getTime() - 35 * 30.4 * 86_400_000) })
      house.setClock(new Date(house.platform.now().getTime() + 60 * 86_400_000).toISOString())
      await house.operate((tx) => climb(tx, null, house.platform.now()))
      expect(await counted(house, 'checked')).toEqual({ 'in-time': 1, overdue: 1 })
      const page = await house.visitor().get('/zoeken?q=beloning&nagekeken=overdue')
      expect(page.text).toContain('/kennis/twee')
      expect(page.text).not.toContain('/kennis/een')
    }),
  )

  it(
    'can be used together, each taken away by itself, on the page, in its feed and in the API',
    inHouse(async (house) => {
      await about(house, 'past', { roles: ['policyAdviser'], regions: ['GM0344'], type: 'guide' })
      await about(house, 'andere-rol', { roles: [], regions: ['GM0344'], type: 'guide' })
      await about(house, 'andere-regio', { roles: ['policyAdviser'], type: 'guide' })
      await about(house, 'andere-soort', { roles: ['policyAdviser'], regions: ['GM0344'] })
      const choices = 'q=beloning&soort=guide&rol=policyAdviser&regio=PV26'
      const { text } = await house.visitor().get(`/zoeken?${choices}`)
      const slugs = (shown: string) => [...new Set([...shown.matchAll(/\/kennis\/([\w-]+)/g)].map((match) => match[1]))]
      expect(slugs(text)).toEqual(['past'])
      for (const left of [
        'q=beloning&amp;rol=policyAdviser&amp;regio=PV26',
        'q=beloning&amp;soort=guide&amp;regio=PV26',
      ])
        expect(text).toContain(`/zoeken?${left}"`)
      expect(text).toContain('<input type="hidden" name="regio" value="PV26"')
      expect(text).toContain('Utrecht')
      expect(slugs((await house.visitor().get(`/zoeken.atom?${choices}`)).text)).toEqual(['past'])
      const api = await house.visitor().get('/api/v1/search?q=beloning&type=guide&role=policyAdviser&region=PV26')
      expect(api.json<{ items: unknown; facets: unknown }>()).toMatchObject({
        items: [{ slug: 'past', regions: ['GM0344'] }],
        facets: {
          roles: [{ value: 'policyAdviser', items: 1 }],
          regions: [{ value: 'PV26', items: 1 }],
          checked: [{ value: 'in-time', items: 1 }],
        },
      })
      expect((await house.visitor().get('/api/v1/search?q=beloning&checked=nooit')).status).toBe(400)
    }),
  )

  it(
    'say that there may be more when there is too much to count',
    inHouse(async (house) => {
      const { id } = await about(house, 'een')
      await house.peek((tx) =>
        sql`insert into square.passages (item_id, position, heading, text, vector, facets, word_version)
            select item_id, 100 + n, heading, text, vector, facets, word_version
              from square.passages, generate_series(1, 1100) n where item_id = ${id} and position = 0`.execute(tx),
      )
      const { text } = await house.visitor().get('/zoeken?q=beloning')
      expect(text).toContain('Meer dan 1.000 plekken gevonden')
      expect(text).toContain('(minstens 1)')
    }),
  )
})
