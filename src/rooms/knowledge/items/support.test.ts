import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import { erasePerson, exportPerson } from '../holdings.ts'
import { placeSupports } from './companions.sql.ts'
import { placed } from '../kinds/kinds.testing.ts'
import '../tables.ts'

/** Invented supporters, past row-level security. */
const others = (house: RolledBackHouse, item: string, n: number) =>
  house.peek((tx) =>
    tx
      .insertInto('knowledge_item_supports')
      .values(
        Array.from({ length: n }, () => ({
          item_id: item,
          person_id: randomUUID(),
          kind: 'supports' as const,
          at: house.platform.now(),
          contact_sealed: null,
        })),
      )
      .execute(),
  )

describe('supporting a research question', () => {
  it(
    'is one press of an expert, is taken back with another, and counts once',
    inHouse(async (house) => {
      await placed(house, { slug: 'wat-werkt', type: 'researchQuestion', details: { questionStatus: 'open' } })
      expect((await house.visitor().get('/kennis/wat-werkt')).text).toContain('href="/meedoen/wat-werkt"')
      const rosa = await house.as('expert')
      const page = await rosa.get('/meedoen/wat-werkt')
      expect((await rosa.submit(page)).status).toBe(303)
      expect((await rosa.submit(page)).status).toBe(303)
      expect(await house.count('knowledge_item_supports')).toBe(1)
      expect((await rosa.get('/meedoen/wat-werkt')).text).toContain('Jij steunt deze vraag.')
      await rosa.submit(await rosa.get('/meedoen/wat-werkt'))
      expect(await house.count('knowledge_item_supports')).toBe(0)
    }),
  )

  it(
    'shows nothing up to nine people and a band from ten, on the page, in the agenda and after publishing anew',
    inHouse(async (house) => {
      const { id } = await placed(house, { slug: 'wat-werkt', type: 'researchQuestion', title: 'Wat werkt?' })
      await placed(house, { slug: 'a-vraag', type: 'researchQuestion', title: 'Aanpak gevraagd' })
      await others(house, id, 8)
      const [rosa, kees] = [await house.as('expert'), await house.as('secondExpert')]
      const seen = async () =>
        (await house.visitor().get('/kennis/wat-werkt')).text.includes('10 tot 25 ervaringsdeskundigen')
      await rosa.post('/meedoen/wat-werkt', { says: 'yes' })
      expect(await seen()).toBe(false)
      expect(await house.count('square.item_supports')).toBe(0)
      const agenda = async () => {
        const { text } = await house.visitor().get('/onderzoeksagenda')
        return text.indexOf('Wat werkt?') < text.indexOf('Aanpak gevraagd')
      }
      expect(await agenda()).toBe(false)
      await kees.post('/meedoen/wat-werkt', { says: 'yes' })
      expect(await seen()).toBe(true)
      expect(await agenda()).toBe(true)

      const editor = await house.as('editorA')
      await editor.submit(await editor.get(`/redactie/${id}`), { summary: 'Anders.' }, `action="/redactie/${id}"`)
      for (const step of ['verder', 'publiceren'])
        expect((await editor.post(`/redactie/${id}/${step}`, { version: '2' })).status).toBe(303)
      expect(await seen()).toBe(true)
      // Nobody sees who: not those who keep the question either.
      expect((await editor.get(`/redactie/${id}`)).text).not.toContain('Kees')
      await kees.post('/meedoen/wat-werkt', { says: 'no' })
      expect(await seen()).toBe(false)
    }),
  )

  it(
    'is for experts, and ends when the question is answered',
    inHouse(async (house) => {
      await placed(house, { slug: 'klaar', type: 'researchQuestion', details: { questionStatus: 'answered' } })
      await placed(house, { slug: 'open', type: 'researchQuestion' })
      const rosa = await house.as('expert')
      expect((await rosa.post('/meedoen/klaar', { says: 'yes' })).status).toBe(409)
      expect((await rosa.post('/meedoen/bestaat-niet', { says: 'yes' })).status).toBe(404)
      expect((await rosa.post('/meedoen/open', { says: 'misschien' })).status).toBe(422)
      const amira = await house.as('coordinator')
      expect((await amira.get('/meedoen/open')).text).toContain('Alleen ervaringsdeskundigen met een account')
      expect((await amira.post('/meedoen/open', { says: 'yes' })).status).toBe(403)
      expect((await house.visitor().get('/meedoen/open')).status).toBe(303)
      expect((await house.visitor().get('/kennis/klaar')).text).not.toContain('/meedoen/')
      expect(await house.count('knowledge_item_supports')).toBe(0)
    }),
  )

  it(
    'is in the copy of what is held about somebody, and goes when they are erased; the band follows',
    inHouse(async (house) => {
      const { id } = await placed(house, { slug: 'wat-werkt', type: 'researchQuestion', title: 'Wat werkt?' })
      await others(house, id, 9)
      await (await house.as('expert')).post('/meedoen/wat-werkt', { says: 'yes' })
      expect(await house.count('square.item_supports')).toBe(1)
      const rosa = house.people.expert.id
      const copy = await house.operate((tx) => exportPerson(tx, house.platform.vault, rosa))
      expect(copy.pressed).toMatchObject([{ item: 'Wat werkt?', kind: 'supports' }])
      await house.operate((tx) => erasePerson(tx, house.platform.vault, rosa, house.platform.now()))
      expect(await house.count('knowledge_item_supports')).toBe(9)
      expect(await house.count('square.item_supports')).toBe(0)
    }),
  )

  it(
    'never stands on the square under ten, not even by the table',
    inHouse(async (house) => {
      const { id } = await placed(house, { slug: 'wat-werkt', type: 'researchQuestion' })
      await others(house, id, 9)
      await house.operate((tx) => placeSupports(tx, id))
      expect(await house.count('square.item_supports')).toBe(0)
      await expect(
        house.peek((tx) =>
          tx.insertInto('square.item_supports').values({ item_id: id, people_from: 5, people_below: 10 }).execute(),
        ),
      ).rejects.toThrow('item_supports_people_from_check')
    }),
  )
})

describe('joining a project', () => {
  it(
    'is one press; those who keep it see name and address, and nobody else does',
    inHouse(async (house) => {
      const { id } = await placed(house, {
        slug: 'samen',
        type: 'project',
        details: { openToJoin: true, stage: 'running' },
      })
      await placed(house, { slug: 'dicht', type: 'project', details: { openToJoin: false } })
      const rosa = await house.as('expert')
      expect((await house.visitor().get('/kennis/samen')).text).toContain('href="/meedoen/samen"')
      const page = await rosa.get('/meedoen/samen')
      expect(page.text).toContain('zien je naam en je mailadres')
      expect((await rosa.submit(page)).status).toBe(303)
      expect((await rosa.post('/meedoen/dicht', { says: 'yes' })).status).toBe(409)

      const kept = (await (await house.as('editorA')).get(`/redactie/${id}`)).text
      expect(kept).toContain('Rosa, rosa@example.org')
      expect((await house.visitor().get('/kennis/samen')).text).not.toContain('Rosa')
      const { rows } = await house.peek(async (tx) => ({
        rows: await tx.selectFrom('knowledge_item_supports').selectAll().execute(),
      }))
      expect(JSON.stringify(rows)).not.toContain('Rosa')
      expect(await house.count('square.item_supports')).toBe(0)
      await rosa.post('/meedoen/samen', { says: 'no' })
      expect((await (await house.as('editorA')).get(`/redactie/${id}`)).text).not.toContain('Rosa')
    }),
  )
})
