import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../test/house.ts'
import { makeSession } from '../../platform/proofs.ts'
import { eraseEverywhere, exportOf } from '../../app/persons.ts'
import { decides, inDays, proposal, seatFor, votes } from './governance.testing.ts'

describe('a seat', () => {
  it(
    'is offered to an address, taken by its expert under a name of choice, and stands on the square',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const offered = await editor.post('/samen/zetels', { email: 'rosa@example.org', until: inDays(house, 200) })
      expect(offered.status).toBe(303)
      await house.runJobs()
      const letter = (await house.letters()).at(-1)
      expect(letter).toMatchObject({ to: 'rosa@example.org', subject: 'Een uitnodiging' })
      const rosa = await house.as('expert')
      const page = await rosa.get('/mijn/zetel')
      expect(page.text).toContain('Je bent uitgenodigd')
      expect((await rosa.submit(page, { shownName: 'Vlinder' }, 'employers')).status).toBe(303)
      expect((await house.visitor().get('/wie-beslist-hier')).text).toContain('Vlinder, tot en met')
      const seen = (await editor.get('/samen/zetels')).text
      expect(seen).toContain('Vlinder')
      expect(seen).not.toContain('Rosa')
      expect(await house.peek((tx) => tx.selectFrom('governance_seats').select('email_sealed').execute())).toEqual([
        { email_sealed: null },
      ])
    }),
  )

  it(
    'looks the same to the inviter when nobody has the address, or no expert has; only an expert gets a letter',
    inHouse(async (house) => {
      const admin = await house.as('administrator')
      for (const email of ['niemand@example.org', 'amira@example.org'])
        expect((await admin.post('/samen/zetels', { email, until: inDays(house, 30) })).status).toBe(303)
      await house.runJobs()
      expect(await house.letters()).toEqual([])
      expect((await (await house.as('coordinator')).get('/mijn/zetel')).status).toBe(403)
      expect(((await admin.get('/samen/zetels')).text.match(/uitgenodigd op/g) ?? []).length).toBe(2)
    }),
  )

  it.each([
    ['geen-adres', 30, 'Vul een e-mailadres in'],
    ['rosa@example.org', -1, 'Kies een dag na vandaag'],
    ['rosa@example.org', 4000, 'Kies een dag na vandaag'],
  ])('is not offered to %s for %d days', (email, days, sentence) =>
    inHouse(async (house) => {
      const refused = await (
        await house.as('administrator')
      ).post('/samen/zetels', { email, until: inDays(house, days) })
      expect(refused.status).toBe(422)
      expect(refused.text).toContain(sentence)
      expect(await house.count('governance_seats')).toBe(0)
    })(),
  )

  it(
    'can be declined without a word: no number of who said no stays',
    inHouse(async (house) => {
      const admin = await house.as('administrator')
      await admin.post('/samen/zetels', { email: 'rosa@example.org', until: inDays(house, 30) })
      await house.runJobs()
      const rosa = await house.as('expert')
      expect((await rosa.submit(await rosa.get('/mijn/zetel'), {}, '/nee')).status).toBe(303)
      expect((await admin.get('/samen/zetels')).text).toContain('zei nee')
      expect(
        await house.peek((tx) => tx.selectFrom('governance_seats').select(['person_id', 'answer']).execute()),
      ).toEqual([{ person_id: null, answer: 'no' }])
      expect((await rosa.get('/mijn/zetel')).text).toContain('Je hebt geen zetel')
    }),
  )

  it(
    'ends with its term, and by hand; its votes stay',
    inHouse(async (house) => {
      const seat = await seatFor(house, 'expert', { shownName: 'Vlinder' })
      const second = await seatFor(house, 'secondExpert', { shownName: 'Merel' })
      const id = await proposal(house)
      await votes(house, 'expert', id, 'yes', 'Goed zo.')
      const partner = await house.as('editorA')
      expect((await partner.get('/samen/zetels')).text).not.toContain('/einde')
      expect((await partner.post(`/samen/zetels/${second}/einde`, {})).status).toBe(409)
      expect((await (await house.as('administrator')).post(`/samen/zetels/${second}/einde`, {})).status).toBe(303)
      expect((await votes(house, 'secondExpert', id, 'yes')).status).toBe(404)
      const shown = (await house.visitor().get('/wie-beslist-hier')).text
      expect(shown).toContain('Vlinder')
      expect(shown).not.toContain('Merel')
      house.setClock(new Date(house.platform.now().getTime() + 301 * 86_400_000).toISOString())
      await house.runDaily('governance.end-terms')
      expect((await house.visitor().get('/wie-beslist-hier')).text).not.toContain('Vlinder,')
      const page = (await house.visitor().get(`/wie-beslist-hier/${id}`)).text
      expect(page).toContain('Vlinder: ja')
      expect(page).toContain('Goed zo.')
      expect(
        await house.peek((tx) =>
          tx.selectFrom('governance_seats').select('ended_at').where('id', '=', seat).executeTakeFirst(),
        ),
      ).not.toEqual({ ended_at: null })
    }),
  )
})

describe('who sees what of a seat', () => {
  it(
    'keeps where a holder works for the holder, and whose a seat is for nobody in the house',
    inHouse(async (house) => {
      await seatFor(house, 'expert', { employers: house.people.organisations.a })
      const asks = (who: 'expert' | 'secondExpert' | 'editorA' | 'administrator', query: string) =>
        house.platform.database
          .house(null, (tx) => makeSession(tx, house.people[who].id, new Date(Date.now() + 3_600_000), true))
          .then((proof) =>
            house.platform.database.house(proof, async (tx) => {
              const { rows } = await sql.raw<{ n: string }>(query).execute(tx)
              return Number(rows[0]?.n)
            }),
          )
      const employments = 'select count(*) as n from house.governance_employments'
      expect(await asks('expert', employments)).toBe(1)
      for (const who of ['secondExpert', 'editorA', 'administrator'] as const)
        expect(await asks(who, employments)).toBe(0)
      expect(await asks('secondExpert', 'select count(id) as n from house.governance_seats')).toBe(0)
      expect(await asks('editorA', 'select count(id) as n from house.governance_seats')).toBe(1)
      for (const column of [
        'governance_seats.person_id',
        'governance_seats.email_sealed',
        'governance_votes.independent',
      ])
        await expect(
          asks('administrator', `select count(${column}) as n from house.${column.split('.')[0]}`),
        ).rejects.toThrow('permission denied')
    }),
  )

  it(
    'shows pages to those they are for',
    inHouse(async (house) => {
      await seatFor(house, 'expert')
      const id = await proposal(house)
      const answers = async (who: Parameters<typeof house.as>[0]) => {
        const browser = await house.as(who)
        return Promise.all(
          ['/samen/zetels', '/samen/visie', '/mijn/zetel', `/samen/voorstellen/${id}`, '/samen/voorstellen/x'].map(
            async (path) => (await browser.get(path)).status,
          ),
        )
      }
      expect(await answers('expert')).toEqual([403, 403, 200, 200, 404])
      expect(await answers('secondExpert')).toEqual([403, 403, 200, 404, 404])
      expect(await answers('coordinator')).toEqual([403, 403, 403, 404, 404])
      expect(await answers('editorB')).toEqual([200, 200, 403, 200, 404])
      expect(await answers('administrator')).toEqual([200, 200, 403, 200, 404])
      const open = (await house.visitor().get(`/wie-beslist-hier/${id}`)).text
      expect(open).toContain('Er komt een profiel bij.')
      expect(open).not.toContain('Geheim tot het besluit')
    }),
  )
})

describe('an expert with a seat who is erased', () => {
  it(
    'leaves votes and reasons without a name, and nothing of where they worked',
    inHouse(async (house) => {
      await seatFor(house, 'expert', { shownName: 'Vlinder', employers: house.people.organisations.b })
      const id = await proposal(house)
      await votes(house, 'expert', id, 'yes', 'Dit helpt ons.')
      const expert = house.people.expert.id
      const { rooms } = await house.operate((tx) => exportOf(tx, house.platform.vault, expert, house.platform.now()))
      expect(rooms['governance']).toMatchObject({
        seats: [
          { shown_name: 'Vlinder', worksFor: ['Partner B'], votes: [{ choice: 'yes', reason: 'Dit helpt ons.' }] },
        ],
      })
      await house.operate((tx) => eraseEverywhere(tx, house.platform.vault, expert, house.platform.now()))
      const page = (await house.visitor().get(`/wie-beslist-hier/${id}`)).text
      expect(page).toContain('Dit helpt ons.')
      expect(page).toContain('Een ervaringsdeskundige: ja')
      expect(page).not.toContain('Vlinder')
      expect((await house.visitor().get('/wie-beslist-hier')).text).not.toContain('Vlinder')
      expect(await house.count('governance_employments')).toBe(0)
      expect((await decides(house, 'administrator', id, 'accepted')).status).toBe(303)
    }),
  )
})
