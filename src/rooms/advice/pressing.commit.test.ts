import { describe, expect, it } from 'vitest'
import { withCommittedHouse } from '../../../test/house.ts'
import { deskPaths, duoPaths } from './desk.paths.ts'
import { askAndConfirm, replyByPage, shareProfiles, takeAndDivide } from './desk.testing.ts'

describe('two coordinators at the same moment', () => {
  it(
    'one takes the question, the other reads who did',
    withCommittedHouse(async (house) => {
      for (let round = 0; round < 5; round++) {
        const { id, number } = await askAndConfirm(house)
        const [amira, bram] = [await house.as('coordinator'), await house.as('secondCoordinator')]
        const [a, b] = [await amira.get(deskPaths.request(id)), await bram.get(deskPaths.request(id))]
        const answers = await Promise.all([
          amira.submit(a, {}, 'value="in-intake"'),
          bram.submit(b, {}, 'value="in-intake"'),
        ])
        expect(answers.map((each) => each.status).sort()).toEqual([303, 409])
        const late = answers.find((each) => each.status === 409)
        expect(late?.text).toContain(`Zo staat het er nu voor: ${number}`)
        expect(late?.text).toContain(answers[0]?.status === 409 ? 'Bram' : 'Amira')
      }
    }),
    60_000,
  )
  it(
    'one invites an expert, and the place is given once',
    withCommittedHouse(async (house) => {
      await shareProfiles(house, 1)
      const [amira, bram, rosa] = [
        await house.as('coordinator'),
        await house.as('secondCoordinator'),
        await house.as('expert'),
      ]
      const first = await askAndConfirm(house)
      await takeAndDivide(amira, first.id)
      const path = deskPaths.invite(first.id, house.people.expert.id)
      const [a, b] = [await amira.get(path), await bram.get(path)]
      const reward = { vergoeding: 'hourlyRate', bedrag: '60' }
      const answers = await Promise.all([amira.submit(a, reward, '/team/'), bram.submit(b, reward, '/team/')])
      expect(answers.map((each) => each.status).sort()).toEqual([303, 409])
      expect(await house.count('house.advice_team')).toBe(1)
      await replyByPage(rosa, 'ja')
      const second = await askAndConfirm(house)
      await takeAndDivide(bram, second.id)
      const full = await bram.get(deskPaths.team(second.id))
      expect(full.text).toContain('heeft zelf gekozen voor hoogstens 1 vraag tegelijk')
    }),
    60_000,
  )
  it(
    'an expert who wants one question is asked for one, and says yes to one',
    withCommittedHouse(async (house) => {
      await shareProfiles(house, 1)
      const rosa = house.people.expert.id
      const [amira, bram] = [await house.as('coordinator'), await house.as('secondCoordinator')]
      const asked = [await askAndConfirm(house), await askAndConfirm(house), await askAndConfirm(house)]
      for (const { id } of asked) await takeAndDivide(amira, id, 'small')
      const [first, second, third] = asked.map(({ id }) => deskPaths.invite(id, rosa))
      const reward = { vergoeding: 'hourlyRate', bedrag: '60' }
      const [a, b] = [await amira.get(first ?? ''), await bram.get(second ?? '')]
      const answers = await Promise.all([amira.submit(a, reward, '/team/'), bram.submit(b, reward, '/team/')])
      expect(answers.map((each) => each.status).sort()).toEqual([303, 409])
      expect(answers.find((each) => each.status === 409)?.text).toContain('Deze persoon heeft genoeg vragen')
      expect((await amira.get(deskPaths.team(asked[2]?.id ?? ''))).text).toContain(
        'Nu lopen er 0, en wacht er 1 uitnodiging op antwoord.',
      )

      // She raises her limit, is asked a second time, and lowers it before she answers: the yeses come at once.
      await shareProfiles(house, 2)
      expect((await amira.submit(await amira.get(third ?? ''), reward, '/team/')).status).toBe(303)
      await shareProfiles(house, 1)
      const [here, there] = [await house.as('expert'), await house.as('expert')]
      const members = [...(await here.get(duoPaths.invitations)).text.matchAll(/uitnodigingen\/([\w-]+)\/ja/g)].map(
        (found) => found[1] ?? '',
      )
      expect(members).toHaveLength(2)
      const yeses = await Promise.all([
        here.post(duoPaths.acceptMine(members[0] ?? '')),
        there.post(duoPaths.acceptMine(members[1] ?? '')),
      ])
      expect(yeses.map((each) => each.status).sort()).toEqual([303, 409])
      expect(yeses.find((each) => each.status === 409)?.text).toContain('Je hebt al zo veel vragen als je zelf koos')
      expect(
        await house.peek((tx) =>
          tx.selectFrom('advice_team').select('id').where('accepted_at', 'is not', null).execute(),
        ),
      ).toHaveLength(1)

      // The invitation waits: with more room she says yes after all, also from the mail.
      await shareProfiles(house, 2)
      expect((await replyByPage(here, 'ja')).status).toBe(303)
    }),
    60_000,
  )
})
