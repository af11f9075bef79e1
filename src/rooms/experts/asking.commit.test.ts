import { describe, expect, it } from 'vitest'
import { withCommittedHouse, type House } from '../../../test/house.ts'
import { makeSession } from '../../platform/proofs.ts'
import { withProfile } from './experts.testing.ts'
import { candidatesFor, holdForAsking, pause, profileForDesk, shownNameOf } from './public.ts'

const proofOf = (house: House, who: 'coordinator' | 'secondCoordinator' | 'secondExpert') =>
  house.platform.database.house(null, (tx) =>
    makeSession(tx, house.people[who].id, new Date(house.platform.now().getTime() + 3_600_000), true),
  )

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const need = { themes: ['homelessness'], roles: ['pioneer'], perspectives: [], municipality: 'GM0796' }

describe('asking an expert', () => {
  it(
    'never passes the own ceiling, also when two coordinators press at once',
    withCommittedHouse(async (house) => {
      await withProfile(house, { more: { maxRunning: '1' } })
      const person = house.people.expert.id
      const { database, vault } = house.platform
      let running = 0
      const ask = async (who: 'coordinator' | 'secondCoordinator') => {
        const proof = await proofOf(house, who)
        return database.house(proof, async (tx) => {
          const asked = await holdForAsking(
            tx,
            vault,
            person,
            async () => ({ running, invited: 0, lastAskedAt: null }),
            house.platform.now(),
          )
          await sleep(100)
          if (asked.kind === 'ok') running += 1
          return asked.kind
        })
      }
      const answers = await Promise.all([ask('coordinator'), ask('secondCoordinator')])
      expect(answers.toSorted()).toEqual(['full', 'ok'])
      expect(running).toBe(1)
    }),
  )

  it(
    'says paused and hidden, and gives nothing to who is no coordinator',
    withCommittedHouse(async (house) => {
      await withProfile(house)
      const person = house.people.expert.id
      const { database, vault } = house.platform
      const now = house.platform.now()
      const coordinator = await proofOf(house, 'coordinator')
      const other = await proofOf(house, 'secondExpert')
      const held = (proof: string, whom: string) =>
        database.house(proof, async (tx) => (await holdForAsking(tx, vault, whom, async () => undefined, now)).kind)
      expect(await held(coordinator, person)).toBe('ok')
      expect(await held(other, person)).toBe('hidden')
      expect(await held(coordinator, house.people.secondExpert.id)).toBe('hidden')
      expect(await held(coordinator, 'nobody')).toBe('hidden')
      const found = await database.house(coordinator, (tx) => candidatesFor(tx, vault, need, new Map(), now))
      expect(found).toMatchObject({
        suggestions: [
          { person, shownName: 'Vlinder', matches: { themes: ['homelessness'], roles: [], place: 'municipality' } },
        ],
        atCeiling: [],
        paused: 0,
      })
      expect(await database.house(other, (tx) => candidatesFor(tx, vault, need, new Map(), now))).toEqual({
        suggestions: [],
        atCeiling: [],
        paused: 0,
      })
      await house.operate((tx) => pause(tx, person, null, now))
      expect(await held(coordinator, person)).toBe('paused')
      await database.house(coordinator, async (tx) => {
        expect(await profileForDesk(tx, vault, person)).toBeNull()
        expect(await shownNameOf(tx, vault, person)).toBeNull()
        expect(await candidatesFor(tx, vault, need, new Map(), now)).toEqual({
          suggestions: [],
          atCeiling: [],
          paused: 1,
        })
      })
    }),
  )
})
