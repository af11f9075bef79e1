import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type House } from '../../../../test/house.ts'
import { publishOwnItem } from '../../knowledge/public.ts'
import { release, talksHeld } from './interviews.testing.ts'
import { withdrawRelease } from '../releases/releases.actions.ts'

const anItem = (house: House) =>
  house.operate((tx) =>
    publishOwnItem(
      tx,
      house.platform.vault,
      {
        slug: 'samen-verder',
        title: 'Samen verder',
        summary: 'Een project dat uit gesprekken kwam.',
        lang: 'nl',
        type: 'project',
        themes: [],
        roles: [],
        audiences: [],
        stewards: [house.people.organisations.b],
        body: 'Wij beginnen klein.',
        provenance: 'own',
        authors: [],
        source: null,
        checkedAt: house.platform.now(),
        publishedAt: house.platform.now(),
      },
      null,
      house.platform.now(),
    ),
  )
/** Takes an item off its shelf and puts it back, as publishing it again does. */
const placeAgain = (house: House, id: string) =>
  house.peek(async (tx) => {
    await sql`create temp table kept on commit drop as select * from square.items where id = ${id}`.execute(tx)
    await sql`delete from square.items where id = ${id}`.execute(tx)
    await sql`insert into square.items select * from kept`.execute(tx)
  })
const names = ['Noor', 'Tjitske', 'Kimberly', 'Alexander', 'Robina']

describe('F5 in-depth interviews: the chain from poll to talk to publication', () => {
  it(
    'stands on the item and on the results, once the wave is let out, with a number of talks from five and never a name',
    inHouse(async (house) => {
      const item = await anItem(house)
      const wave = await talksHeld(house, names)
      const own = `/kennis/${item.slug}`
      const results = `/peilingen/${wave.slug}/${wave.waveSlug}`
      const add = async (address: string) =>
        wave.researcher.submit(await wave.researcher.get(wave.page), { item: address }, '/stukken"')
      // Nothing came of talks that were not held.
      expect((await wave.researcher.get(wave.page)).text).not.toContain('Adres van het stuk')
      expect((await wave.researcher.post(`${wave.page}/stukken`, { item: own })).status).toBe(409)
      for (const name of names.slice(0, 4)) await wave.hold(name)
      expect((await add('/kennis/is-er-niet')).status).toBe(422)
      expect((await add(`http://localhost:3000${own}?van=zoeken`)).status).toBe(303)
      const reader = house.visitor()
      expect((await reader.get(own)).text).not.toContain('Dit komt voort uit')

      const id = await release(house, wave)
      const four = (await reader.get(own)).text
      expect(four).toContain('Dit komt voort uit')
      expect(four).toContain(`href="${results}"`)
      expect(four).toContain('69 organisaties deden mee')
      expect(four).toContain('Daarna waren er gesprekken.')
      expect(four).not.toMatch(/\d gesprekken/)
      const after = (await reader.get(results)).text
      expect(after).toContain('Na deze peiling waren er gesprekken.')
      expect(after).toContain('>Samen verder</a>')
      await wave.hold('Robina')
      expect((await reader.get(own)).text).toContain('Daarna waren er 5 gesprekken.')
      const five = (await reader.get(results)).text
      expect(five).toContain('Na deze peiling waren er 5 gesprekken.')
      for (const name of names) expect(five + four).not.toContain(name)

      await placeAgain(house, item.id)
      expect((await reader.get(own)).text).toContain('Dit komt voort uit')
      const by = house.people.researcher.id
      await house.operate((tx) => withdrawRelease(tx, { release: id, by, reason: 'Fout' }, house.platform.now()))
      expect((await reader.get(own)).text).not.toContain('Dit komt voort uit')
      await release(house, wave)
      expect((await reader.get(own)).text).toContain('Dit komt voort uit')
      const page = await wave.researcher.get(wave.page)
      expect((await wave.researcher.submit(page, {}, '/los"')).status).toBe(303)
      expect((await reader.get(own)).text).not.toContain('Dit komt voort uit')
      expect((await reader.get(results)).text).not.toContain('Samen verder')
    }),
  )

  it(
    'says of talks alone how many there were, from five, and nothing before',
    inHouse(async (house) => {
      const wave = await talksHeld(house, names)
      for (const name of names.slice(0, 4)) await wave.hold(name)
      await release(house, wave)
      const results = `/peilingen/${wave.slug}/${wave.waveSlug}`
      expect((await house.visitor().get(results)).text).not.toContain('Wat volgde hierop?')
      await wave.hold('Robina')
      expect((await house.visitor().get(results)).text).toContain('Na deze peiling waren er 5 gesprekken.')
    }),
  )

  it(
    'is told by researchers only',
    inHouse(async (house) => {
      const item = await anItem(house)
      const wave = await talksHeld(house, ['Noor'])
      await wave.hold('Noor')
      for (const other of ['editorB', 'coordinator', 'administrator'] as const) {
        const elsewhere = await house.as(other)
        expect((await elsewhere.post(`${wave.page}/stukken`, { item: `/kennis/${item.slug}` })).status).toBe(403)
      }
      expect(await house.count('surveys_interview_items')).toBe(0)
    }),
  )
})
