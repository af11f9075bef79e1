import { describe, expect, it } from 'vitest'
import { withCommittedHouse } from '../../../test/house.ts'
import { deskPaths } from './desk.paths.ts'
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
})
