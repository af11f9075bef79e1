import { describe, expect, it } from 'vitest'
import { until, withCommittedHouse } from '../../../test/house.ts'
import { decides, proposal, seatFor, votes } from './governance.testing.ts'

describe('deciding, with real connections', () => {
  it(
    'by two at once has one outcome, and a vote at that moment is in or refused',
    withCommittedHouse(async (house) => {
      await seatFor(house, 'expert')
      await seatFor(house, 'secondExpert')
      for (let round = 0; round < 6; round++) {
        const id = await proposal(house, { id: `ronde-${round}` })
        await votes(house, 'expert', id, 'yes')
        await votes(house, 'secondExpert', id, 'abstain')
        const [first, second, changed] = await Promise.all([
          decides(house, 'administrator', id, 'accepted'),
          decides(house, 'editorB', id, 'refused'),
          votes(house, 'expert', id, 'no'),
        ])
        const statuses = [first.status, second.status]
        expect(statuses.every((status) => [303, 409].includes(status))).toBe(true)
        expect(statuses.filter((status) => status === 303).length).toBe(1)
        const row = await house.peek((tx) =>
          tx.selectFrom('governance_proposals').select(['outcome']).where('id', '=', id).executeTakeFirstOrThrow(),
        )
        const said = await house.peek((tx) =>
          tx.selectFrom('governance_votes').select('choice').where('proposal_id', '=', id).execute(),
        )
        expect(row.outcome).toBe(first.status === 303 ? 'accepted' : 'refused')
        // What was accepted has its yes still.
        if (row.outcome === 'accepted') expect(said.map((each) => each.choice)).toContain('yes')
        expect([303, 409]).toContain(changed.status)
      }
    }),
  )

  it(
    'is seen by another process at once',
    withCommittedHouse(async (house) => {
      const other = await house.secondPlatform()
      const elsewhere = async (path: string) => (await other.fetch(new Request(`http://localhost:3000${path}`))).text()
      await seatFor(house, 'expert', { shownName: 'Vlinder' })
      const id = await proposal(house)
      await until(async () => (await elsewhere(`/wie-beslist-hier/${id}`)).includes('Er is nog niet gestemd'))
      await votes(house, 'expert', id, 'yes', 'Meteen zichtbaar.')
      await until(async () => (await elsewhere(`/wie-beslist-hier/${id}`)).includes('Meteen zichtbaar.'), 2_000)
    }),
  )
})
