import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withCommittedHouse } from '../../../../test/house.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { makeWorkProof } from '../../../platform/proofs.ts'
import { publishOwnItem } from '../seeding.actions.ts'
import '../tables.ts'

describe('two stewards that leave at the same moment', () => {
  it(
    'leave one behind: the second finds that it is the last',
    withCommittedHouse(async (house) => {
      const { platform, people } = house
      const { a, b } = people.organisations
      const now = platform.now()
      const { id } = await house.operate((tx) =>
        publishOwnItem(
          tx,
          platform.vault,
          {
            slug: 'kaart',
            title: 'Een kaart',
            summary: 'Kort.',
            lang: 'nl',
            type: 'article',
            themes: [],
            roles: [],
            audiences: [],
            stewards: [a, b],
            body: 'Woorden.',
            provenance: 'own',
            authors: [],
            source: null,
            checkedAt: now,
            publishedAt: now,
          },
          null,
          now,
        ),
      )
      const proof = await platform.database.worker(null, (tx) => makeWorkProof(tx, 'operator', 'test', 'race'))
      const signal = () => {
        let given = () => {}
        const came = new Promise<void>((resolve) => {
          given = resolve
        })
        return { came, given: () => given() }
      }
      const [firstLeft, secondLeft, firstChecked] = [signal(), signal(), signal()]
      const remove = (tx: Tx, organisation: string) =>
        sql`delete from house.knowledge_item_stewards where item_id = ${id} and organisation_id = ${organisation}`.execute(
          tx,
        )
      // What a commit asks, asked a moment earlier: so each is asked while the other's row still seems to be there.
      const check = (tx: Tx) => sql`set constraints all immediate`.execute(tx)
      const first = platform.database.worker(proof, async (tx) => {
        await remove(tx, a)
        firstLeft.given()
        await secondLeft.came
        await check(tx)
        firstChecked.given()
        await new Promise((resolve) => setTimeout(resolve, 500))
      })
      const second = platform.database.worker(proof, async (tx) => {
        await firstLeft.came
        await remove(tx, b)
        secondLeft.given()
        await firstChecked.came
        await check(tx)
      })
      const outcomes = await Promise.allSettled([first, second])
      expect(outcomes.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
      const refused = outcomes.find((each) => each.status === 'rejected')
      expect(String(refused?.reason)).toContain('an item keeps a steward')
      const left = await house.peek((tx) =>
        tx.selectFrom('knowledge_item_stewards').selectAll().where('item_id', '=', id).execute(),
      )
      expect(left.length).toBe(1)
    }),
    60_000,
  )
})
