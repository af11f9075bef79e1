import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withCommittedHouse } from '../../../test/house.ts'

describe('a public page while every connection of the square is taken', () => {
  it(
    'says that it is too busy and when to come again; afterwards it answers',
    withCommittedHouse(async ({ platform, visitor }) => {
      let letGo = () => {}
      const released = new Promise<void>((resolve) => (letGo = resolve))
      const { square } = platform.database
      // As many visitors as there are connections, each with a connection in hand until they are let go.
      const taken: Promise<void>[] = []
      for (let connection = 0; connection < 4; connection++)
        await new Promise<void>((inHand) =>
          taken.push(
            square((db) =>
              db.connection().execute(async (one) => {
                await sql`select 1`.execute(one)
                inHand()
                await released
              }),
            ),
          ),
        )
      try {
        const paths = ['/begrippenkader.ttl', '/begrippenkader.jsonld', '/begrippen']
        const seen = await Promise.all(paths.map((path) => visitor().get(path)))
        expect(seen.map(({ path, status, headers }) => [path, status, headers.get('retry-after')])).toEqual(
          paths.map((path) => [path, 503, '60']),
        )
      } finally {
        letGo()
        await Promise.all(taken)
      }
      expect((await visitor().get('/begrippenkader.ttl')).status).toBe(200)
    }),
  )
})
