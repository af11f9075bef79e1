import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../test/house.ts'
import { fixedCount } from '../../test/people.ts'
import { withProfile } from '../rooms/experts/experts.testing.ts'
import { house as wholeHouse } from './house.ts'

const days = (n: number) => n * 86_400_000

/** Time goes by: people come in at this many days, and the rules are applied every night that is named. */
async function nights(house: RolledBackHouse, begun: number, ...at: number[]): Promise<void> {
  for (const day of at) {
    house.setClock(new Date(begun + days(day)).toISOString())
    await house.runDaily('platform.apply-retention')
    await house.runJobs()
  }
}

const signedIn = (house: RolledBackHouse, person: string) =>
  house.peek((tx) =>
    tx
      .updateTable('accounts_persons')
      .set({ last_signed_in_at: house.platform.now(), silent_asked_at: null, silent_ended_at: null })
      .where('id', '=', person)
      .execute(),
  )

const left = (house: RolledBackHouse) =>
  house.peek(async (tx) => (await tx.selectFrom('accounts_persons').select('id').execute()).map((row) => row.id))

const due = (house: RolledBackHouse) =>
  house.operate(async (tx) => {
    const rule = wholeHouse.retention.find((each) => each.name === 'accounts.long-silent')
    return rule?.run(tx, house.platform.now(), true)
  })

describe('accounts that nobody uses', () => {
  it(
    'go after two years, everywhere, and not before a letter asked half a year ago; the last administrator stays',
    inHouse(async (house) => {
      const begun = house.platform.now().getTime()
      const { expert, administrator } = house.people
      await withProfile(house)
      expect(await house.count('house.experts_profiles')).toBe(1)
      await nights(house, begun, 549)
      expect(await left(house)).toHaveLength(fixedCount)
      await nights(house, begun, 720)
      expect([await due(house), (await left(house)).length]).toEqual([0, fixedCount])
      house.setClock(new Date(begun + days(731)).toISOString())
      expect([await due(house), (await left(house)).length]).toEqual([fixedCount - 1, fixedCount])
      await nights(house, begun, 731)
      expect(await left(house)).toEqual([administrator.id])
      expect(await house.count('house.experts_profiles')).toBe(0)
      const erased = await house.peek((tx) =>
        tx.selectFrom('platform_diary').select('subject').where('event', '=', 'accounts.person-erased').execute(),
      )
      expect(erased.map((row) => row.subject)).toContain(expert.id)
      const keys = await house.peek((tx) =>
        tx.selectFrom('platform_data_keys').select('holder').where('holder', '=', `person:${expert.id}`).execute(),
      )
      expect(keys).toEqual([])
    }),
  )

  it(
    'stay when the letter was late, until half a year after it',
    inHouse(async (house) => {
      const begun = house.platform.now().getTime()
      await nights(house, begun, 900)
      expect(await left(house)).toHaveLength(fixedCount)
      await nights(house, begun, 1_070)
      expect(await left(house)).toHaveLength(fixedCount)
      await nights(house, begun, 1_081)
      expect(await left(house)).toEqual([house.people.administrator.id])
    }),
  )

  it(
    'stay when somebody comes back, also at the very last moment',
    inHouse(async (house) => {
      const begun = house.platform.now().getTime()
      const { expert, secondExpert, administrator } = house.people
      await nights(house, begun, 549)
      house.setClock(new Date(begun + days(700)).toISOString())
      await signedIn(house, expert.id)
      house.setClock(new Date(begun + days(731)).toISOString())
      await house.runDaily('platform.apply-retention')
      // Between the rule of the night and the erasing.
      await signedIn(house, secondExpert.id)
      await house.runJobs()
      expect((await left(house)).toSorted()).toEqual([expert.id, secondExpert.id, administrator.id].toSorted())
    }),
  )

  it(
    'an administrator goes only while another one is about',
    inHouse(async (house) => {
      const begun = house.platform.now().getTime()
      const { coordinator, administrator } = house.people
      await house.peek((tx) =>
        tx
          .insertInto('accounts_permissions')
          .values({
            id: crypto.randomUUID(),
            person_id: coordinator.id,
            permission: 'administrator',
            granted_at: new Date(begun),
            granted_by: null,
            withdrawn_at: null,
          })
          .execute(),
      )
      await nights(house, begun, 549, 731)
      // Both are silent: neither goes.
      expect((await left(house)).toSorted()).toEqual([coordinator.id, administrator.id].toSorted())
      await signedIn(house, coordinator.id)
      await nights(house, begun, 733)
      expect(await left(house)).toEqual([coordinator.id])
    }),
  )
})
