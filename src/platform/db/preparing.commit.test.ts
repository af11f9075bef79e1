import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withCommittedHouse } from '../../../test/house.ts'

const words = ['select', '*', 'from square.words where word = '].join(' ')

describe('questions to the square that a connection keeps', () => {
  it(
    'still answer in a process that was there before a migration added a column',
    withCommittedHouse(async (house) => {
      const ask = () =>
        house.platform.database.square((db) => sql<{ word: string }>`${sql.raw(words)}${'geen'}`.execute(db))
      expect((await ask()).rows).toEqual([])
      await house.peek((tx) => sql`alter table square.words add column added_later integer`.execute(tx))
      expect((await ask()).rows).toEqual([])
    }),
    60_000,
  )

  it(
    'are planned once: the second time the connection knows them',
    withCommittedHouse(async (house) => {
      const known = await house.platform.database.square(async (db) => {
        await sql`select word from square.words where word = ${'geen'}`.execute(db)
        const { rows } = await sql<{
          known: number
        }>`select count(*)::int as known from pg_prepared_statements where statement like 'select word from square.words%'`.execute(
          db,
        )
        return rows[0]?.known
      })
      expect(known).toBe(1)
    }),
    60_000,
  )

  it(
    'tell of a fault from where it was asked, not only from the socket',
    withCommittedHouse(async (house) => {
      const fault: unknown = await house.platform.database
        .square(async function whoAsked(db) {
          await sql`select 1 / ${0}::int`.execute(db)
        })
        .catch((error: unknown) => error)
      expect(fault).toMatchObject({ message: 'division by zero', code: '22012' })
      expect(fault instanceof Error && fault.stack).toContain('whoAsked')
    }),
    60_000,
  )
})
