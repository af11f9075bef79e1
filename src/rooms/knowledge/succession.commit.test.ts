import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withCommittedHouse } from '../../../test/house.ts'
import { makeWorkProof } from '../../platform/proofs.ts'
import { publishOwnItem } from './seeding.actions.ts'
import './tables.ts'

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
      let ready = 0
      let go = () => {}
      const both = new Promise<void>((resolve) => {
        go = resolve
      })
      const leaves = (organisation: string) =>
        platform.database.worker(proof, async (tx) => {
          await sql`delete from house.knowledge_item_stewards where item_id = ${id} and organisation_id = ${organisation}`.execute(
            tx,
          )
          // Neither commits before both have deleted their row: each still sees the other's.
          if (++ready === 2) go()
          await both
        })
      const outcomes = await Promise.allSettled([leaves(a), leaves(b)])
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
