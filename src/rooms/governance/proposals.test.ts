import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../test/house.ts'
import { decides, proposal, seatFor, votes } from './governance.testing.ts'

const outcomeOf = async (house: RolledBackHouse, id: string) =>
  (
    await house.peek((tx) =>
      tx.selectFrom('governance_proposals').select('outcome').where('id', '=', id).executeTakeFirst(),
    )
  )?.outcome

describe('a proposal', () => {
  it(
    'asks every seat by mail; opening the link changes nothing, pressing votes, and pressing again changes the vote',
    inHouse(async (house) => {
      await seatFor(house, 'expert', { shownName: 'Vlinder' })
      await seatFor(house, 'secondExpert')
      await house.runJobs()
      const id = await proposal(house)
      await house.runJobs()
      const letters = (await house.letters()).filter((letter) => letter.text.includes('/stem/'))
      expect(letters.map((letter) => letter.to).toSorted()).toEqual(['kees@example.org', 'rosa@example.org'])
      for (const letter of letters) expect(letter.text).not.toContain('Rolprofiel')
      const link = /\/stem\/[\w-]+/.exec(letters.find((letter) => letter.to === 'rosa@example.org')?.text ?? '')?.[0]
      const visitor = house.visitor()
      const page = await visitor.get(link ?? '')
      expect(page.status).toBe(200)
      expect(page.text).toContain('<h3>Taken</h3>')
      expect(page.text).toContain('Een meedenker denkt mee')
      const given = () =>
        house.peek((tx) => tx.selectFrom('governance_votes').select('choice').where('choice', 'is not', null).execute())
      expect(await given()).toEqual([])
      expect((await visitor.submit(page, { choice: 'no', reason: '' }, 'choice')).status).toBe(422)
      expect(await given()).toEqual([])
      expect((await visitor.submit(page, { choice: 'no', reason: 'Nog niet.' }, 'choice')).status).toBe(303)
      const again = await visitor.get(link ?? '')
      expect((await visitor.submit(again, { choice: 'yes', reason: 'Nu wel.' }, 'choice')).status).toBe(303)
      expect(await given()).toEqual([{ choice: 'yes' }])
      const shown = (await house.visitor().get(`/wie-beslist-hier/${id}`)).text
      expect(shown).toContain('Vlinder: ja')
      expect(shown).toContain('Nu wel.')
      expect(shown).not.toContain('Nog niet.')
      await votes(house, 'secondExpert', id, 'abstain')
      expect((await decides(house, 'administrator', id, 'accepted')).status).toBe(303)
      const late = await visitor.get(link ?? '')
      expect(late.text).not.toContain('Verander je stem')
      expect((await visitor.post(link ?? '', { choice: 'no', reason: 'Te laat.' })).status).toBe(409)
    }),
  )

  it(
    'is not accepted on the yes of somebody who works for the proposer, by their own word or by a membership',
    inHouse(async (house) => {
      await seatFor(house, 'expert', { employers: house.people.organisations.a })
      const id = await proposal(house)
      await votes(house, 'expert', id, 'yes')
      const refused = await decides(house, 'administrator', id, 'accepted')
      expect(refused.status).toBe(409)
      expect(refused.text).toContain('Er is nog geen ja dat telt')
      expect(await outcomeOf(house, id)).toBeNull()
      await seatFor(house, 'secondExpert')
      await house.peek((tx) =>
        tx
          .insertInto('accounts_memberships')
          .values({
            id: '11111111-1111-4111-8111-111111111111',
            person_id: house.people.secondExpert.id,
            organisation_id: house.people.organisations.a,
            role: 'member',
            since: house.platform.now(),
          })
          .execute(),
      )
      await votes(house, 'secondExpert', id, 'yes')
      expect((await decides(house, 'administrator', id, 'accepted')).status).toBe(409)
      await seatFor(house, 'expertElsewhere')
      await votes(house, 'expertElsewhere', id, 'yes')
      expect((await decides(house, 'administrator', id, 'accepted')).status).toBe(303)
      expect(await outcomeOf(house, id)).toBe('accepted')
    }),
  )

  it(
    'counts again when a holder tells later where they work',
    inHouse(async (house) => {
      const seat = await seatFor(house, 'expert')
      const id = await proposal(house)
      await votes(house, 'expert', id, 'yes')
      const rosa = await house.as('expert')
      await rosa.post(`/mijn/zetel/${seat}`, { shownName: '', employers: house.people.organisations.a })
      expect((await decides(house, 'administrator', id, 'accepted')).status).toBe(409)
    }),
  )

  it(
    'waits for seats that have time left, is not decided by its proposer, and is decided once',
    inHouse(async (house) => {
      await seatFor(house, 'expert')
      await seatFor(house, 'secondExpert')
      const id = await proposal(house)
      await votes(house, 'expert', id, 'yes')
      expect((await decides(house, 'editorB', id, 'refused')).text).toContain('Nog niet iedereen heeft gestemd')
      await votes(house, 'secondExpert', id, 'no', 'Te vaag.')
      expect((await decides(house, 'editorB', id, 'accepted')).text).toContain('Er zijn niet meer ja dan nee')
      expect((await decides(house, 'editorA', id, 'refused')).status).toBe(403)
      expect((await decides(house, 'expert', id, 'refused')).status).toBe(403)
      expect((await decides(house, 'editorB', id, 'refused')).status).toBe(303)
      expect((await decides(house, 'administrator', id, 'refused')).status).toBe(409)
      const shown = (await house.visitor().get(`/wie-beslist-hier/${id}`)).text
      expect(shown).toContain('Opgeschreven door een redacteur van Partner B.')
      expect(shown).toContain('Zo zeiden de zetels.')
      expect(shown).toContain('Te vaag.')
    }),
  )

  it(
    'gives way to one about a newer version, and not to one about the same',
    inHouse(async (house) => {
      const first = await proposal(house)
      await expect(proposal(house)).rejects.toThrow('proposal-running')
      const second = await proposal(house, { version: 2 })
      expect([await outcomeOf(house, first), await outcomeOf(house, second)]).toEqual(['replaced', null])
      expect((await house.visitor().get(`/wie-beslist-hier/${first}`)).text).toContain('Er kwam een nieuwere versie')
    }),
  )

  it(
    'asks whoever takes a seat while it runs',
    inHouse(async (house) => {
      const id = await proposal(house)
      await house.runJobs()
      await seatFor(house, 'expert')
      await house.runJobs()
      expect((await house.letters()).filter((letter) => letter.text.includes('/stem/')).length).toBe(1)
      expect((await votes(house, 'expert', id, 'yes')).status).toBe(303)
    }),
  )
})

describe('the database itself', () => {
  it(
    'refuses an acceptance without the yes of an independent expert, whoever writes it',
    inHouse(async (house) => {
      await seatFor(house, 'expert', { employers: house.people.organisations.a })
      const id = await proposal(house)
      await votes(house, 'expert', id, 'yes')
      const accept = () =>
        house.peek((tx) =>
          tx
            .updateTable('governance_proposals')
            .set({ outcome: 'accepted', decided_at: house.platform.now(), decision_reason: 'Zomaar.' })
            .where('id', '=', id)
            .execute(),
        )
      await expect(accept()).rejects.toThrow('not accepted by the seats')
      await seatFor(house, 'secondExpert')
      await votes(house, 'secondExpert', id, 'yes')
      await accept()
      await expect(
        house.peek((tx) =>
          tx
            .updateTable('governance_proposals')
            .set({ outcome: 'refused', decision_reason: 'Toch niet.' })
            .where('id', '=', id)
            .execute(),
        ),
      ).rejects.toThrow('this was decided')
    }),
  )
})
