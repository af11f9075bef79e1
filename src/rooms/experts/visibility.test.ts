import { dayAt, daysLater } from '../../lib/days.ts'
import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../test/house.ts'
import { makeSession } from '../../platform/proofs.ts'
import { deskList, filled, withProfile } from './experts.testing.ts'

describe('who sees a profile', () => {
  it(
    'is nobody but the person until the person says so, and nobody again when they take it back',
    inHouse(async (house) => {
      const { browser, page } = await withProfile(house, { shown: false })
      const desk = await house.as('coordinator')
      expect((await desk.get(page)).status).toBe(404)
      expect((await desk.get(deskList)).text).not.toContain('Vlinder')
      await browser.post('/mijn/profiel/zichtbaarheid', { choice: 'show' })
      expect((await desk.get(page)).status).toBe(200)
      expect((await desk.get(deskList)).text).toContain('Vlinder')
      await browser.post('/mijn/profiel/zichtbaarheid', { choice: 'hide' })
      expect((await desk.get(page)).status).toBe(404)
      expect((await desk.get(deskList)).text).not.toContain('Vlinder')
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
      const { page } = await withProfile(house)
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
      const { page } = await withProfile(house)
      const foreign = `${deskList}/00000000-0000-4000-8000-000000000000`
      const answers = async (who: Parameters<typeof house.as>[0] | null) => {
        const browser = who === null ? house.visitor() : await house.as(who)
        return Promise.all(
          ['/mijn/profiel', deskList, page, foreign, `${deskList}/x%00`].map(
            async (path) => (await browser.get(path)).status,
          ),
        )
      }
      expect(await answers('expert')).toEqual([200, 403, 403, 403, 404])
      expect(await answers('secondExpert')).toEqual([200, 403, 403, 403, 404])
      expect(await answers('coordinator')).toEqual([403, 200, 200, 404, 404])
      expect(await answers('editorA')).toEqual([403, 403, 403, 403, 404])
      expect(await answers('administrator')).toEqual([403, 403, 403, 403, 404])
      expect(await answers(null)).toEqual([303, 303, 303, 303, 404])
      expect((await (await house.as('secondExpert')).get('/mijn/profiel')).text).not.toContain('Vlinder')
      expect((await house.visitor().post('/mijn/profiel', filled)).status).toBe(401)
      expect((await (await house.as('coordinator')).post('/mijn/profiel', filled)).status).toBe(403)
    }),
  )

  it(
    'is kept by the database itself: other experts, editors and administrators find no row',
    inHouse(async (house) => {
      await withProfile(house, { more: { boundaryShown: 'on' } })
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
      const { browser, page } = await withProfile(house)
      const desk = await house.as('coordinator')
      expect((await desk.get(page)).text).not.toContain('volle zaal')
      await browser.post('/mijn/profiel', { ...filled, boundaryShown: 'on' })
      expect((await desk.get(page)).text).toContain('volle zaal')
    }),
  )

  it(
    'is told to the person: when, and by which role; the diary holds names of fields only',
    inHouse(async (house) => {
      const { browser, page } = await withProfile(house)
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
      const { browser, page } = await withProfile(house)
      const desk = await house.as('coordinator')
      const day = (days: number) => daysLater(dayAt(house.platform.now()), days)
      expect((await browser.post('/mijn/profiel/pauze', { choice: 'begin', until: day(10) })).status).toBe(303)
      expect((await desk.get(page)).status).toBe(404)
      const hidden = (await desk.get(deskList)).text
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
      const { browser, page } = await withProfile(house)
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
      await withProfile(house)
      const desk = await house.as('coordinator')
      const shows = async (query: string) => (await desk.get(`${deskList}?${query}`)).text.includes('Vlinder')
      expect(await shows('thema=homelessness&rol=policyReviewer&invalshoek=client&provincie=PV20')).toBe(true)
      expect(await shows('provincie=PV30')).toBe(true)
      expect(await shows('provincie=PV31')).toBe(false)
      expect(await shows('thema=youth')).toBe(false)
      expect(await shows('rol=pioneer')).toBe(false)
      expect(await shows('invalshoek=relative')).toBe(false)
      expect(await shows('thema=&rol=')).toBe(true)
      expect(await shows(`thema=${'x'.repeat(3000)}&onbekend=%00`)).toBe(false)
      const text = (await desk.get(deskList)).text
      expect(text).toContain('werkt nu aan geen vraag mee')
      expect(text).toContain('nog niet gevraagd')
    }),
  )
})
