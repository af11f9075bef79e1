import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../test/house.ts'
import { record } from '../../platform/diary.ts'
import { draftFromRequest, rowOf } from './knowledge.testing.ts'

describe('when a request is forgotten', () => {
  it(
    'the draft that came from it no longer knows which request it was, nor where the requester can be asked',
    inHouse(async (house) => {
      const id = await draftFromRequest(house)
      expect(await house.count('house.knowledge_item_contacts')).toBe(1)
      await house.operate((tx) => record(tx, 'advice.request-forgotten', '1', house.platform.now()))
      await house.runJobs()
      expect(await house.count('house.knowledge_item_contacts')).toBe(0)
      expect((await rowOf(house, id)).request_index).toBeNull()
    }),
  )
})
