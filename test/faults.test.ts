import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from './house.ts'

/** Makes every new row of the table fail as PostgreSQL does, with this code, until it is told to stop. */
async function failing({ peek }: RolledBackHouse, table: string, code: string) {
  await peek((tx) =>
    sql`create function house.fails() returns trigger language plpgsql as $$ begin raise exception 'no' using errcode = ${sql.lit(code)}; end $$`.execute(
      tx,
    ),
  )
  await peek((tx) =>
    sql`create trigger fails before insert on ${sql.table(`house.${table}`)} for each row execute function house.fails()`.execute(
      tx,
    ),
  )
  return () => peek((tx) => sql`drop trigger fails on ${sql.table(`house.${table}`)}`.execute(tx))
}

describe('when the database cannot', () => {
  it.each([
    ['the disk is full', '53100', 507],
    ['a statement takes too long', '57014', 503],
    ['two wait for each other', '40P01', 409],
  ])('%s: nothing is stored, the page says what to do, and the same press works later', (_what, code, status) =>
    inHouse(async (house) => {
      const browser = await house.as('coordinator')
      const mend = await failing(house, 'platform_idempotency', code)
      const form = { _key: randomUUID(), lang: 'en' }
      const page = await browser.get('/mijn/instellingen')
      const before = await house.count('house.platform_diary')
      const refused = await browser.submit(page, form, '/mijn/instellingen')
      expect(refused.status).toBe(status)
      expect(refused.text).toMatch(/opnieuw|again/)
      expect(refused.text).not.toContain('house.fails')
      expect(await house.count('house.platform_diary')).toBe(before)
      await mend()
      expect((await browser.submit(page, form, '/mijn/instellingen')).status).toBe(303)
    })(),
  )
})
