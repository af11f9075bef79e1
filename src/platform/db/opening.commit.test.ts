import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withCommittedHouse, type House } from '../../../test/house.ts'
import { makeSession } from '../proofs.ts'
import type { Proof, Tx } from './database.ts'

const actor = async (tx: Tx) =>
  (await sql<{ person: string | null }>`select house.actor_person() as person`.execute(tx)).rows[0]?.person
const ask = <T>({ platform }: House, proof: Proof, work: (tx: Tx) => Promise<T>) => platform.database.house(proof, work)
const sessionOf = (house: House) =>
  ask(house, null, (tx) => makeSession(tx, house.people.coordinator.id, new Date(Date.now() + 3_600_000), true))

describe('a transaction of the house, which is opened together with its first question', () => {
  it(
    'has its proof from that question on, and leaves nothing of it on the connection',
    withCommittedHouse(async (house) => {
      const session = await sessionOf(house)
      expect(await ask(house, session, async (tx) => [await actor(tx), await actor(tx)])).toEqual([
        house.people.coordinator.id,
        house.people.coordinator.id,
      ])
      expect(await ask(house, null, actor)).toBeNull()
      expect(await house.platform.database.who(session)).toMatchObject({ person: house.people.coordinator.id })
      const { rows } = await ask(house, null, (tx) =>
        sql<{ proof: string }>`select current_setting('plein.proof', true) as proof`.execute(tx),
      )
      expect(rows).toEqual([{ proof: '' }])
      expect(await house.platform.database.who('A'.repeat(43))).toBeNull()
    }),
    60_000,
  )

  it(
    'may ask nothing at all, also when it fails, and the next one is whole',
    withCommittedHouse(async (house) => {
      const session = await sessionOf(house)
      expect(await ask(house, session, async () => 7)).toBe(7)
      await expect(ask(house, session, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
      expect(await ask(house, null, actor)).toBeNull()
      expect(await ask(house, session, actor)).toBe(house.people.coordinator.id)
    }),
    60_000,
  )

  it(
    'tells the fault of its first question as it is, and rolls back',
    withCommittedHouse(async (house) => {
      // More often than there are connections: each of them goes on after it.
      for (let time = 0; time < 8; time++)
        await expect(ask(house, null, (tx) => sql`select 1 / ${0}::int as never`.execute(tx))).rejects.toMatchObject({
          code: '22012',
        })
      await expect(
        ask(house, null, async (tx) => {
          await sql`insert into platform_idempotency (scope, key, request_hash) values ('proef', gen_random_uuid(), ${Buffer.from('x')})`.execute(
            tx,
          )
          await sql`select 1 / ${0}::int as never`.execute(tx)
        }),
      ).rejects.toMatchObject({ code: '22012' })
      expect(await house.count('platform_idempotency')).toBe(0)
    }),
    60_000,
  )
})

describe('questions to the house', () => {
  it(
    'are planned once by a connection that hears them again, and not when they come once',
    withCommittedHouse(async (house) => {
      const kept = await ask(house, null, async (tx) => {
        for (let time = 0; time < 3; time++) await sql`select ${1}::int as again`.execute(tx)
        await sql`select ${1}::int as once`.execute(tx)
        const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(tx)
        return rows.map(({ statement }) => statement)
      })
      expect(kept).toContain('select $1::int as again')
      expect(kept).not.toContain('select $1::int as once')
    }),
    60_000,
  )

  it(
    'fail once at most on a connection when what they answer with got another type',
    withCommittedHouse(async (house) => {
      await house.peek((tx) => sql`create table public.changing (n integer)`.execute(tx))
      await house.peek((tx) => sql`grant select on public.changing to plein_house`.execute(tx))
      const look = () => ask(house, null, (tx) => sql`select n, ${1}::int as one from public.changing`.execute(tx))
      for (let time = 0; time < 3; time++) expect((await look()).rows).toEqual([])
      await house.peek((tx) => sql`alter table public.changing alter column n type text`.execute(tx))
      await expect(look()).rejects.toMatchObject({ code: '0A000' })
      expect((await look()).rows).toEqual([])
    }),
    60_000,
  )
})
