import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Fields } from '../../../test/browsing.ts'
import { inHouse, type RolledBackHouse } from '../../../test/house.ts'
import { erasePerson, exportPerson } from './erasure.actions.ts'
import { retention } from './retention.ts'

const filled: Fields = {
  shownName: 'Vlinder',
  themes: ['homelessness', 'addiction'],
  roles: 'policyReviewer',
  perspectives: 'client',
  online: 'on',
  municipalities: 'Den Bosch\nWeesp',
  provinces: 'PV20',
  languages: ['nl', 'tr'],
  maxRunning: '2',
  boundary: 'Niet in een volle zaal',
}

const list = '/bureau/ervaringsdeskundigen'

/** Rosa fills in her profile; when asked she shows it to the desk. */
async function rosa(house: RolledBackHouse, { shown = true, more = {} }: { shown?: boolean; more?: Fields } = {}) {
  const browser = await house.as('expert')
  await browser.post('/mijn/profiel', { ...filled, ...more })
  if (shown) await browser.post('/mijn/profiel/zichtbaarheid', { choice: 'show' })
  return { browser, page: `${list}/${house.people.expert.id}` }
}

describe('my profile', () => {
  it(
    'comes back as it was filled in, with places by their names of today',
    inHouse(async (house) => {
      const { browser } = await rosa(house)
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
      await rosa(house)
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
      const { browser } = await rosa(house, { more: { shownName: '<b>V\u202Elinder</b>' } })
      const page = await browser.get('/mijn/profiel')
      expect(page.text).toContain('value="&lt;b&gt;Vlinder&lt;/b&gt;"')
      expect(page.text).not.toContain('<b>V')
    }),
  )

  it(
    'loses the limit when it is emptied',
    inHouse(async (house) => {
      const { browser } = await rosa(house)
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

describe('who sees a profile', () => {
  it(
    'is nobody but the person until the person says so, and nobody again when they take it back',
    inHouse(async (house) => {
      const { browser, page } = await rosa(house, { shown: false })
      const desk = await house.as('coordinator')
      expect((await desk.get(page)).status).toBe(404)
      expect((await desk.get(list)).text).not.toContain('Vlinder')
      await browser.post('/mijn/profiel/zichtbaarheid', { choice: 'show' })
      expect((await desk.get(page)).status).toBe(200)
      expect((await desk.get(list)).text).toContain('Vlinder')
      await browser.post('/mijn/profiel/zichtbaarheid', { choice: 'hide' })
      expect((await desk.get(page)).status).toBe(404)
      expect((await desk.get(list)).text).not.toContain('Vlinder')
      const consents = await house.peek((tx) => tx.selectFrom('accounts_consents').selectAll().execute())
      expect(consents).toMatchObject([
        {
          person_id: house.people.expert.id,
          subject: `profile:${house.people.expert.id}`,
          purpose: 'profile-for-desk',
          audience: 'coordinators',
        },
      ])
      expect(consents[0]?.withdrawn_at).not.toBeNull()
    }),
  )

  it(
    'is at once nobody when the consent is taken back elsewhere, or the person is no expert any more',
    inHouse(async (house) => {
      const { page } = await rosa(house)
      const desk = await house.as('coordinator')
      expect((await desk.get(page)).status).toBe(200)
      await house.peek((tx) =>
        tx
          .updateTable('accounts_permissions')
          .set({ withdrawn_at: new Date() })
          .where('person_id', '=', house.people.expert.id)
          .execute(),
      )
      expect((await desk.get(page)).status).toBe(404)
      await house.peek((tx) =>
        tx
          .updateTable('accounts_permissions')
          .set({ withdrawn_at: null })
          .where('person_id', '=', house.people.expert.id)
          .execute(),
      )
      expect((await desk.get(page)).status).toBe(200)
      await house.peek((tx) => tx.updateTable('accounts_consents').set({ withdrawn_at: new Date() }).execute())
      expect((await desk.get(page)).status).toBe(404)
    }),
  )

  it(
    'differs per kind of person',
    inHouse(async (house) => {
      const { page } = await rosa(house)
      const foreign = `${list}/00000000-0000-4000-8000-000000000000`
      const answers = async (who: Parameters<typeof house.as>[0] | null) => {
        const browser = who === null ? house.visitor() : await house.as(who)
        return Promise.all(
          ['/mijn/profiel', list, page, foreign, `${list}/x%00`].map(async (path) => (await browser.get(path)).status),
        )
      }
      expect(await answers('expert')).toEqual([200, 403, 403, 403, 403])
      expect(await answers('secondExpert')).toEqual([200, 403, 403, 403, 403])
      expect(await answers('coordinator')).toEqual([403, 200, 200, 404, 404])
      expect(await answers('editorA')).toEqual([403, 403, 403, 403, 403])
      expect(await answers('administrator')).toEqual([403, 403, 403, 403, 403])
      expect(await answers(null)).toEqual([303, 303, 303, 303, 303])
      expect((await (await house.as('secondExpert')).get('/mijn/profiel')).text).not.toContain('Vlinder')
      expect((await house.visitor().post('/mijn/profiel', filled)).status).toBe(401)
      expect((await (await house.as('coordinator')).post('/mijn/profiel', filled)).status).toBe(403)
    }),
  )

  it(
    'is kept by the database itself: other experts, editors and administrators find no row',
    inHouse(async (house) => {
      await rosa(house, { more: { boundaryShown: 'on' } })
      const { makeSession } = await import('../../platform/proofs.ts')
      const seenBy = async (who: 'expert' | 'secondExpert' | 'editorA' | 'administrator' | 'coordinator') => {
        const until = new Date(house.platform.now().getTime() + 3_600_000)
        const proof = await house.platform.database.house(null, (tx) =>
          makeSession(tx, house.people[who].id, until, true),
        )
        return house.platform.database.house(proof, async (tx) => [
          (await tx.selectFrom('experts_profiles').select('person_id').execute()).length,
          (await tx.selectFrom('experts_boundaries').select('person_id').execute()).length,
        ])
      }
      expect(await seenBy('expert')).toEqual([1, 1])
      expect(await seenBy('coordinator')).toEqual([1, 1])
      for (const who of ['secondExpert', 'editorA', 'administrator'] as const) expect(await seenBy(who)).toEqual([0, 0])
      await (await house.as('expert')).post('/mijn/profiel', filled)
      expect(await seenBy('coordinator')).toEqual([1, 0])
      await (await house.as('expert')).post('/mijn/profiel/pauze', { choice: 'begin', until: '' })
      expect(await seenBy('coordinator')).toEqual([0, 0])
    }),
  )

  it(
    'shows the limit to the desk only when it is ticked',
    inHouse(async (house) => {
      const { browser, page } = await rosa(house)
      const desk = await house.as('coordinator')
      expect((await desk.get(page)).text).not.toContain('volle zaal')
      await browser.post('/mijn/profiel', { ...filled, boundaryShown: 'on' })
      expect((await desk.get(page)).text).toContain('volle zaal')
    }),
  )

  it(
    'is told to the person: when, and by which role; the diary holds names of fields only',
    inHouse(async (house) => {
      const { browser, page } = await rosa(house)
      expect((await browser.get('/mijn/profiel')).text).toContain('Niemand heeft je profiel bekeken')
      await (await house.as('coordinator')).get(page)
      const own = await browser.get('/mijn/profiel')
      expect(own.text).toContain('iemand van het adviespunt')
      expect(own.text).not.toContain('Amira')
      const diary = await house.peek((tx) =>
        tx.selectFrom('platform_diary').selectAll().where('event', '=', 'experts.profile-viewed').execute(),
      )
      expect(diary).toMatchObject([
        {
          subject: house.people.expert.id,
          actor_person: house.people.coordinator.id,
          detail: { fields: 'name wishes ceiling' },
        },
      ])
    }),
  )
})

describe('a pause', () => {
  it(
    'hides the profile everywhere at once, without a reason, and ends by itself or by hand',
    inHouse(async (house) => {
      const { browser, page } = await rosa(house)
      const desk = await house.as('coordinator')
      const day = (days: number) =>
        new Date(house.platform.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
      expect((await browser.post('/mijn/profiel/pauze', { choice: 'begin', until: day(10) })).status).toBe(303)
      expect((await desk.get(page)).status).toBe(404)
      const hidden = (await desk.get(list)).text
      expect(hidden).not.toContain('Vlinder')
      expect(hidden).toContain('1 persoon heeft nu pauze')
      house.setClock(new Date(house.platform.now().getTime() + 11 * 86_400_000).toISOString())
      const again = await house.as('coordinator')
      expect((await again.get(page)).status).toBe(200)
      const later = await house.as('expert')
      await later.post('/mijn/profiel/pauze', { choice: 'begin', until: '' })
      expect((await again.get(page)).status).toBe(404)
      expect((await later.get('/mijn/profiel')).text).toContain('tot je zelf stopt')
      await later.post('/mijn/profiel/pauze', { choice: 'end', until: '' })
      expect((await again.get(page)).status).toBe(200)
    }),
  )

  it.each(['2020-01-01', '2026-02-31', 'morgen', '9999-01-01'])('cannot last until %s', (until) =>
    inHouse(async (house) => {
      const { browser, page } = await rosa(house)
      const refused = await browser.post('/mijn/profiel/pauze', { choice: 'begin', until })
      expect(refused.status).toBe(422)
      expect(refused.text).toContain('of laat het leeg')
      expect(refused.text).toContain('value="Vlinder"')
      expect((await (await house.as('coordinator')).get(page)).status).toBe(200)
    })(),
  )
})

describe('the list of the desk', () => {
  it(
    'filters by theme, role, perspective and province in the address bar, and says load in words',
    inHouse(async (house) => {
      await rosa(house)
      const desk = await house.as('coordinator')
      const shows = async (query: string) => (await desk.get(`${list}?${query}`)).text.includes('Vlinder')
      expect(await shows('thema=homelessness&rol=policyReviewer&invalshoek=client&provincie=PV20')).toBe(true)
      expect(await shows('provincie=PV30')).toBe(true)
      expect(await shows('provincie=PV31')).toBe(false)
      expect(await shows('thema=youth')).toBe(false)
      expect(await shows('rol=pioneer')).toBe(false)
      expect(await shows('invalshoek=relative')).toBe(false)
      expect(await shows('thema=&rol=')).toBe(true)
      expect(await shows(`thema=${'x'.repeat(3000)}&onbekend=%00`)).toBe(false)
      const text = (await desk.get(list)).text
      expect(text).toContain('werkt nu aan geen vraag mee')
      expect(text).toContain('nog niet gevraagd')
    }),
  )
})

describe('what the room holds about a person', () => {
  it(
    'goes out whole and is erased whole',
    inHouse(async (house) => {
      const { page } = await rosa(house)
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
      const { page } = await rosa(house)
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
