import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../../test/house.ts'
import { placed } from '../kinds/kinds.testing.ts'
import { compared, overviews } from '../kinds/overviews.rules.ts'
import { detailLabels } from '../kinds/kinds.text.ts'

const training = (slug: string, title: string, details: Record<string, string | boolean>) =>
  ({ slug, title, type: 'training', details }) as const

describe('trainings', () => {
  it(
    'stand in order of name and can be compared, four at most, in the order in which they were chosen',
    inHouse(async (house) => {
      for (const [slug, title, level] of [
        ['z', 'Zelf aan zet', 'mbo-4'],
        ['a', 'Aan de slag', 'hbo'],
        ['m', 'Midden in de wijk', 'course'],
        ['b', 'Begin hier', 'ad'],
        ['k', 'Kijken en doen', 'mbo-2'],
      ] as const)
        await placed(house, training(slug, title, { level, recognised: level !== 'course', cost: `${slug} euro` }))
      const visitor = house.visitor()
      const list = (await visitor.get('/opleidingen')).text
      const at = ['Aan de slag', 'Begin hier', 'Kijken en doen', 'Midden in de wijk', 'Zelf aan zet'].map((each) =>
        list.indexOf(each),
      )
      expect(at.every((place, n) => place > (at[n - 1] ?? 0))).toBe(true)

      const four = (await visitor.get('/opleidingen/vergelijken?opleiding=z&opleiding=a&opleiding=m&opleiding=b')).text
      for (const name of compared) expect(four).toContain(detailLabels.nl[name])
      for (const shown of ['Mbo niveau 4', 'Hbo', 'Cursus of traject', 'Associate degree (Ad)', 'z euro', 'b euro'])
        expect(four).toContain(shown)
      const columns = [...four.matchAll(/<th[^>]*scope="col"[^>]*>([^<]*)</g)].map((each) => each[1])
      expect(columns).toEqual(['Wat', 'Zelf aan zet', 'Aan de slag', 'Midden in de wijk', 'Begin hier'])

      const five = (
        await visitor.get('/opleidingen/vergelijken?opleiding=z&opleiding=a&opleiding=m&opleiding=b&opleiding=k')
      ).text
      expect(five).toContain('Je koos er meer dan vier')
      expect(five).not.toContain('Kijken en doen')
      const none = await visitor.get("/opleidingen/vergelijken?opleiding=bestaat-niet&opleiding=';--")
      expect([none.status, none.text.includes('Kies twee, drie of vier')]).toEqual([200, true])
    }),
  )

  it(
    'are accepted by organisations, said by their own editors only',
    inHouse(async (house) => {
      await placed(house, training('duo', 'Leren in een duo', { level: 'course' }))
      await placed(house, { slug: 'stuk', type: 'article' })
      const { a, b } = house.people.organisations
      const editor = await house.as('editorB')
      const page = await editor.get('/meedoen/duo')
      expect(page.text).toContain('Laat zien dat Partner B deze opleiding aanneemt')
      expect((await editor.submit(page, {}, 'action="/meedoen/duo/opleiding"')).status).toBe(303)
      expect((await house.visitor().get('/kennis/duo')).text).toMatch(/Aangenomen door[\s\S]{0,200}Partner B/)
      expect((await house.visitor().get('/opleidingen/vergelijken?opleiding=duo')).text).toContain('Partner B')
      expect((await editor.post('/meedoen/duo/opleiding', { organisation: a, says: 'yes' })).status).toBe(404)
      expect((await editor.post('/meedoen/stuk/opleiding', { organisation: b, says: 'yes' })).status).toBe(409)
      expect(
        (await (await house.as('expert')).post('/meedoen/duo/opleiding', { organisation: b, says: 'yes' })).status,
      ).toBe(403)
      await editor.submit(await editor.get('/meedoen/duo'), {}, 'action="/meedoen/duo/opleiding"')
      expect((await house.visitor().get('/kennis/duo')).text).not.toContain('Aangenomen door')
    }),
  )
})

describe('the overviews', () => {
  it(
    'hold the kinds they are about, with their columns, in both languages; empty they say so',
    inHouse(async (house) => {
      const search = (await house.visitor().get('/zoeken')).text
      for (const { path } of overviews) expect(search).toContain(`href="${path}"`)
      for (const { path } of overviews)
        expect((await house.visitor().get(path)).text).toContain('Hier staat nog niets.')
      for (const type of overviews.flatMap(({ types }) => types))
        await placed(house, { slug: `een-${type}`.toLowerCase(), type, title: `Iets: ${type}` })
      for (const { path, types, columns } of overviews) {
        const page = (await house.visitor().get(path)).text
        for (const type of types) expect(page).toContain(`Iets: ${type}`)
        for (const name of columns) expect(page).toContain(detailLabels.nl[name])
        const english = (await house.visitor().get(`/en${path}`)).text
        for (const name of columns) expect(english).toContain(detailLabels.en[name])
        expect(page.match(/Iets: /g)?.length).toBe(types.length)
      }
    }),
  )

  it(
    'show what runs before what is finished, with funder, period, partners and what it brings',
    inHouse(async (house) => {
      await placed(house, {
        slug: 'klaar',
        type: 'project',
        title: 'Af en klaar',
        details: { stage: 'finished' },
      })
      await placed(house, {
        slug: 'loopt',
        type: 'initiative',
        title: 'Zij lopen door',
        details: {
          stage: 'running',
          funder: 'Een fonds',
          startsOn: '2026-01-01',
          endsOn: '2027-12-31',
          partners: ['De Hoek', 'De Brug'],
          output: 'een werkboek',
        },
      })
      const page = (await house.visitor().get('/projecten')).text
      expect(page.indexOf('Zij lopen door')).toBeLessThan(page.indexOf('Af en klaar'))
      expect((await house.visitor().get('/kennis/loopt')).text).toContain('href="/projecten"')
      for (const shown of [
        'Een fonds',
        '1 januari 2026',
        '31 december 2027',
        'De Hoek en De Brug',
        'een werkboek',
        'loopt',
      ])
        expect(page).toContain(shown)
    }),
  )
})
