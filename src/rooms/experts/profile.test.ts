import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Fields } from '../../../test/browsing.ts'
import { inHouse } from '../../../test/house.ts'
import { erasePerson, exportPerson } from './erasure.actions.ts'
import { filled, withProfile } from './experts.testing.ts'
import { retention } from './retention.ts'

describe('my profile', () => {
  it(
    'comes back as it was filled in, with places by their names of today',
    inHouse(async (house) => {
      const { browser } = await withProfile(house)
      const page = await browser.get('/mijn/profiel?bewaard')
      expect(page.text).toContain('Je profiel is bewaard')
      expect(page.text).toContain('value="Vlinder"')
      expect(page.text).toMatch(/&#39;s-Hertogenbosch\nAmsterdam<\/textarea>/)
      expect(page.text).toMatch(/value="homelessness" checked/)
      expect(page.text).not.toMatch(/value="youth" checked/)
      expect(page.text).toContain('Niet in een volle zaal')
      expect((await browser.get('/en/mijn/profiel')).text).toContain('Hide it from the advice desk')
    }),
  )

  it(
    'is sealed: no name, theme or limit stands in the table',
    inHouse(async (house) => {
      await withProfile(house)
      const { rows } = await house.peek((tx) =>
        sql<{ all: string }>`select (select string_agg(p::text, '') from house.experts_profiles p)
          || (select string_agg(b::text, '') from house.experts_boundaries b) as all`.execute(tx),
      )
      const plain = Buffer.from('homelessness').toString('hex')
      expect(rows[0]?.all).toContain(house.people.expert.id)
      for (const word of ['Vlinder', 'homelessness', plain, 'zaal']) expect(rows[0]?.all).not.toContain(word)
    }),
  )

  it.each<[string, Fields, string]>([
    ['no name', { shownName: '  ' }, 'Vul een naam in'],
    ['a long name', { shownName: 'x'.repeat(61) }, 'Deze naam is te lang'],
    ['an unknown theme', { themes: 'diagnosis' }, 'Kies uit de lijst'],
    ['an unknown place', { municipalities: 'Utrecht\nXyzzyqq' }, 'Deze plaats kennen wij niet: Xyzzyqq'],
    ['a place that is two', { municipalities: 'Bergen' }, 'Bergen kan meer plaatsen zijn'],
    ['too many places', { municipalities: 'Utrecht\n'.repeat(31) }, 'te veel plaatsen'],
    ['no ceiling', { maxRunning: '' }, 'Kies een getal van 1 tot en met 10'],
    ['a ceiling of nothing', { maxRunning: '0' }, 'Kies een getal van 1 tot en met 10'],
    ['a ceiling that is too high', { maxRunning: '11' }, 'Kies een getal van 1 tot en met 10'],
    ['half a ceiling', { maxRunning: '1.5' }, 'Kies een getal van 1 tot en met 10'],
    ['a long limit', { boundary: 'x'.repeat(501) }, 'Deze tekst is te lang'],
    ['an unknown field', { diagnosis: 'x' }, 'een veld dat wij niet kennen'],
  ])('refuses %s, keeps what was typed, and stores nothing', (_, more, sentence) =>
    inHouse(async (house) => {
      const browser = await house.as('expert')
      const page = await browser.post('/mijn/profiel', { ...filled, ...more })
      expect(page.status).toBe(422)
      expect(page.text).toContain(sentence)
      expect(page.text).toContain(more['boundary'] ?? 'Niet in een volle zaal')
      expect(await house.count('house.experts_profiles')).toBe(0)
    })(),
  )

  it(
    'shows markup as text, and drops signs that turn the reading direction',
    inHouse(async (house) => {
      const { browser } = await withProfile(house, { more: { shownName: '<b>V\u202Elinder</b>' } })
      const page = await browser.get('/mijn/profiel')
      expect(page.text).toContain('value="&lt;b&gt;Vlinder&lt;/b&gt;"')
      expect(page.text).not.toContain('<b>V')
    }),
  )

  it(
    'loses the limit when it is emptied',
    inHouse(async (house) => {
      const { browser } = await withProfile(house)
      await browser.post('/mijn/profiel', { ...filled, boundary: '' })
      expect(await house.count('house.experts_boundaries')).toBe(0)
    }),
  )

  it(
    'cannot be shown or paused before it is there',
    inHouse(async (house) => {
      const browser = await house.as('expert')
      expect((await browser.post('/mijn/profiel/zichtbaarheid', { choice: 'show' })).status).toBe(409)
      expect((await browser.post('/mijn/profiel/pauze', { choice: 'begin', until: '' })).status).toBe(409)
      expect(await house.count('house.accounts_consents')).toBe(0)
    }),
  )
})

describe('what the room holds about a person', () => {
  it(
    'goes out whole and is erased whole',
    inHouse(async (house) => {
      const { page } = await withProfile(house)
      await (await house.as('coordinator')).get(page)
      const { vault } = house.platform
      const person = house.people.expert.id
      expect(await house.operate((tx) => exportPerson(tx, vault, person))).toMatchObject({
        shownName: 'Vlinder',
        themes: ['homelessness', 'addiction'],
        municipalities: ['GM0796', 'GM0363'],
        maxRunning: 2,
        ratherNot: { text: 'Niet in een volle zaal', shownToDesk: false },
        viewings: [{ role: 'coordinator' }],
      })
      await house.operate((tx) => erasePerson(tx, vault, person, house.platform.now()))
      for (const table of ['experts_profiles', 'experts_boundaries', 'experts_viewings'])
        expect([table, await house.count(`house.${table}`)]).toEqual([table, 0])
      expect(await house.operate((tx) => exportPerson(tx, vault, person))).toEqual({})
    }),
  )

  it(
    'forgets after a year when a profile was opened',
    inHouse(async (house) => {
      const { page } = await withProfile(house)
      await (await house.as('coordinator')).get(page)
      const [rule] = retention
      const after = (days: number, dry: boolean) =>
        house.operate(
          (tx) =>
            rule?.run(tx, new Date(house.platform.now().getTime() + days * 86_400_000), dry) ?? Promise.resolve(-1),
        )
      expect(await after(364, false)).toBe(0)
      expect(await after(366, true)).toBe(1)
      expect(await house.count('house.experts_viewings')).toBe(1)
      expect(await after(366, false)).toBe(1)
      expect(await house.count('house.experts_viewings')).toBe(0)
    }),
  )
})
