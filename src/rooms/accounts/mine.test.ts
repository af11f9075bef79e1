import { describe, expect, it } from 'vitest'
import type { Fields } from '../../../test/browsing.ts'
import { inHouse, type RolledBackHouse } from '../../../test/house.ts'
import { fixedCount } from '../../../test/people.ts'
import {
  erasePerson,
  exportPerson,
  giveConsent,
  liveConsents,
  makePerson,
  demoFaces,
  namesOf,
  personName,
  personOfDemo,
  wasErased,
} from './public.ts'
import { retention } from './retention.ts'

const consentOf = (house: RolledBackHouse, person: string) =>
  house.operate((tx) =>
    giveConsent(
      tx,
      { person, subject: 'item:1', purpose: 'publish-knowledge', audience: 'public', wordingVersion: '1' },
      house.platform.now(),
    ),
  )
const live = (house: RolledBackHouse) =>
  house.operate((tx) => liveConsents(tx, 'item:1', 'publish-knowledge', house.platform.now()))

describe('my square', () => {
  it(
    'shows each what they can do, and greets them by name',
    inHouse(async (house) => {
      const words = {
        expert: 'Mijn profiel',
        coordinator: 'Het adviespunt',
        editorA: 'De redactie',
        administrator: 'Beheer',
      }
      for (const [person, label] of Object.entries(words)) {
        const page = await (await house.as(person as keyof typeof words)).get('/mijn')
        expect(page.text).toContain(label)
        expect(page.text.match(/class="plein-card"/g)?.length).toBeLessThanOrEqual(5)
      }
      expect((await (await house.as('coordinator')).get('/mijn')).text).not.toContain('Mijn profiel')
    }),
  )

  it(
    'keeps name and language, and writes letters in it',
    inHouse(async (house) => {
      const rosa = await house.as('expert')
      const page = await rosa.get('/mijn/instellingen')
      const saved = await rosa.submit(page, { name: 'Rosa Maria', lang: 'en' }, '/mijn/instellingen')
      expect((await rosa.follow(saved)).text).toContain('Je instellingen zijn bewaard')
      expect((await rosa.get('/en/mijn')).text).toContain('Hello Rosa Maria')
      const bad: Fields[] = [
        {},
        { name: ' ', lang: 'nl' },
        { name: 'x', lang: 'de' },
        { name: 'x', lang: 'nl', id: 'y' },
      ]
      for (const fields of bad) expect((await rosa.post('/mijn/instellingen', fields)).status).toBe(422)
    }),
  )

  it(
    'shows what I agreed to, and lets me take it back; not what others agreed to',
    inHouse(async (house) => {
      await consentOf(house, house.people.expert.id)
      const theirs = await consentOf(house, house.people.secondExpert.id)
      const rosa = await house.as('expert')
      const page = await rosa.get('/mijn/instellingen')
      expect(page.text).toContain('Een tekst van jou openbaar maken')
      expect(page.text).not.toContain(theirs)
      const done = await rosa.submit(page, {}, 'toestemmingen/intrekken')
      expect((await rosa.follow(done)).text).toContain('Ingetrokken op')
      expect((await live(house)).map((consent) => consent.person)).toEqual([house.people.secondExpert.id])
      expect((await rosa.post('/mijn/toestemmingen/intrekken', { consent: theirs })).status).toBe(404)
      expect(await live(house)).toHaveLength(1)
      const told = await house.peek((tx) =>
        tx.selectFrom('platform_diary').select('subject').where('event', '=', 'accounts.consent-withdrawn').execute(),
      )
      expect(told).toEqual([{ subject: 'item:1' }])
    }),
  )
})

describe('a person as data', () => {
  it(
    'is exported whole, and erased so that nothing opens any more',
    inHouse(async (house) => {
      const { vault } = house.platform
      const rosa = house.people.expert.id
      const browser = await house.as('expert')
      await consentOf(house, rosa)
      const copy = await house.operate((tx) => exportPerson(tx, vault, rosa))
      expect(copy).toMatchObject({
        name: 'Rosa',
        email: 'rosa@example.org',
        permissions: [{ permission: 'expert', until: null }],
        consents: [{ subject: 'item:1' }],
      })
      expect(JSON.stringify(copy)).not.toContain('totp')
      const now = house.platform.now()
      await house.operate((tx) => erasePerson(tx, vault, rosa, now))
      await house.operate((tx) => erasePerson(tx, vault, rosa, now))
      expect(await house.operate((tx) => exportPerson(tx, vault, rosa))).toEqual({})
      expect(await house.operate((tx) => wasErased(tx, vault, rosa))).toBe(true)
      expect(await house.operate((tx) => wasErased(tx, vault, house.people.secondExpert.id))).toBe(false)
      expect((await browser.get('/mijn')).status).toBe(303)
      expect(await house.operate((tx) => vault.sealerOf(tx, `person:${rosa}`))).toBeNull()
      expect(await live(house)).toHaveLength(0)
      expect(await house.count('accounts_consents')).toBe(1)
      expect(await house.count('accounts_persons')).toBe(fixedCount - 1)
    }),
  )

  it(
    'has a name for itself and for staff, and none for others',
    inHouse(async (house) => {
      const { vault, database } = house.platform
      const both = [house.people.expert.id, house.people.secondExpert.id]
      const namesFor = async (who: 'expert' | 'coordinator' | 'editorA') => {
        const token = (await house.as(who)).cookies.get('plein') ?? null
        return database.house(token, async (tx) => [...(await namesOf(tx, vault, both)).values()].toSorted())
      }
      expect(await namesFor('expert')).toEqual(['Rosa'])
      expect(await namesFor('coordinator')).toEqual(['Kees', 'Rosa'])
      expect(await namesFor('editorA')).toEqual([])
      expect(await database.house(null, (tx) => personName(tx, vault, both[0] ?? ''))).toBeNull()
    }),
  )

  it(
    'of the demo network is found by its slug',
    inHouse(async (house) => {
      const { vault } = house.platform
      const what = { nl: 'Beheert alles.', en: 'Looks after everything.' }
      const id = await house.operate((tx) =>
        makePerson(
          tx,
          vault,
          {
            email: 'femke@plein.example',
            name: 'Femke',
            permissions: ['administrator'],
            demo: { slug: 'femke', what },
          },
          house.platform.now(),
        ),
      )
      expect(await house.operate((tx) => demoFaces(tx, vault, 'en'))).toEqual([
        { slug: 'femke', name: 'Femke', what: what.en, part: 'administrator' },
      ])
      expect(await house.operate((tx) => personOfDemo(tx, 'femke'))).toBe(id)
      expect(await house.operate((tx) => personOfDemo(tx, 'rosa'))).toBeNull()
    }),
  )
})

describe('what is let go', () => {
  const rule = (name: string) => {
    const found = retention.find((each) => each.name === name)
    if (!found) throw new Error(`no rule ${name}`)
    return found
  }
  const later = (days: number) => new Date(Date.now() + days * 24 * 3_600_000)

  it(
    'sign-ins after a day',
    inHouse(async (house) => {
      await house.visitor().post('/inloggen', { email: 'rosa@example.org', naar: '' })
      const run = (now: Date, dry: boolean) => house.operate((tx) => rule('accounts.sign-ins').run(tx, now, dry))
      expect([await run(later(0.9), true), await run(later(0.9), false)]).toEqual([0, 0])
      expect([await run(later(1.1), true), await run(later(1.1), false), await run(later(1.1), false)]).toEqual([
        1, 1, 0,
      ])
      expect(await house.count('accounts_sign_ins')).toBe(0)
    }),
  )

  it(
    'silent accounts are asked once, by a letter',
    inHouse(async (house) => {
      const run = (now: Date, dry: boolean) => house.operate((tx) => rule('accounts.silent-accounts').run(tx, now, dry))
      expect(await run(later(500), true)).toBe(0)
      expect([await run(later(600), true), await run(later(600), false), await run(later(600), false)]).toEqual([
        fixedCount,
        fixedCount,
        0,
      ])
      await house.runJobs()
      expect(await house.letters()).toHaveLength(fixedCount)
      expect(await house.count('accounts_persons')).toBe(fixedCount)
    }),
  )

  it(
    'consents five years after they were withdrawn',
    inHouse(async (house) => {
      await consentOf(house, house.people.expert.id)
      const run = (now: Date) => house.operate((tx) => rule('accounts.consents').run(tx, now, false))
      expect(await run(later(9_000))).toBe(0)
      await house.peek((tx) => tx.updateTable('accounts_consents').set({ withdrawn_at: new Date() }).execute())
      expect([await run(later(1_800)), await run(later(1_900))]).toEqual([0, 1])
    }),
  )
})
