import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type House } from '../../../../test/house.ts'
import { closes, contact, leaves, sends, wantingTalks } from './interviews.testing.ts'
import './interviews.tables.ts'

/** A fingerprint of every table there is, by name. */
const everything = (house: House) =>
  house.peek(async (tx) => {
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('house', 'square', 'pgboss')`.execute(
      tx,
    )
    const prints = new Map<string, string>()
    for (const { name } of tables) {
      const { rows } = await sql<{ print: string }>`
        select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print from ${sql.raw(name)} t`.execute(
        tx,
      )
      prints.set(name, rows[0]?.print ?? '')
    }
    return prints
  })

const whole = (house: House) =>
  house.peek(
    async (tx) =>
      (await sql<Record<string, unknown>>`select * from house.surveys_interviews order by ctid`.execute(tx)).rows,
  )

describe('F5 in-depth interviews: apart from the answers', () => {
  it(
    'leaves a row in one table and a trace in no other: no diary, no kept press, no link, no letter, no job',
    inHouse(async (house) => {
      await wantingTalks(house, 1)
      const { browser, start } = await sends(house, 1)
      const form = await browser.get(`${start}/gesprek`)
      const before = await everything(house)
      const left = await browser.submit(form, contact('Noor'))
      expect(left.location).toBe('/gesprek-opgegeven')
      const after = await everything(house)
      const changed = [...after].flatMap(([name, print]) => (before.get(name) === print ? [] : [name]))
      expect(changed).toEqual(['house.surveys_interviews'])
    }),
  )

  it(
    'has no column that leads to a sheet, a respondent, a place or a pseudonym, and no moment at all',
    inHouse(async (house) => {
      const { columns, ways } = await house.peek(async (tx) => ({
        columns: (
          await sql<{ name: string; type: string }>`
            select column_name as name, data_type as type from information_schema.columns
             where table_schema = 'house' and table_name = 'surveys_interviews'`.execute(tx)
        ).rows,
        // Every table that can be reached along the keys of the table, and along those of what they lead to.
        ways: (
          await sql<{ table: string }>`
            with recursive way(id) as (
              select 'house.surveys_interviews'::regclass::oid
              union select c.confrelid from pg_constraint c join way w on c.conrelid = w.id where c.contype = 'f')
            select id::regclass::text as table from way`.execute(tx)
        ).rows,
      }))
      expect(columns.filter(({ type }) => type.startsWith('timestamp') || type.startsWith('time'))).toEqual([])
      expect(columns.filter(({ name }) => /sheet|respondent|pseudonym|place|panel|link/.test(name))).toEqual([])
      const reached = ways.map(({ table }) => table.replace('house.', ''))
      expect(reached).toContain('surveys_waves')
      for (const table of ['questionnaires_sheets', 'surveys_respondents', 'surveys_places', 'surveys_invitations'])
        expect(reached).not.toContain(table)
    }),
  )

  it(
    'has no day while the wave is open; at closing everybody gets the same day, another number and a place that says nothing',
    inHouse(async (house) => {
      const wave = await wantingTalks(house, 6)
      const names = ['Noor', 'Sam', 'Kim', 'Alex', 'Robin', 'Jip']
      const numbers: unknown[] = []
      for (const [at, name] of names.entries()) {
        await leaves(house, at + 1, name)
        numbers.push((await whole(house)).at(-1)?.['id'])
      }
      for (const row of await whole(house))
        expect([row['state'], row['state_on'], row['until'], row['invited_on']]).toEqual(['left', null, null, null])
      await closes(house, wave)
      const rows = await whole(house)
      expect(rows).toHaveLength(6)
      expect(new Set(rows.map((row) => String(row['state_on']))).size).toBe(1)
      expect(new Set(rows.map((row) => String(row['until']))).size).toBe(1)
      expect(rows.filter(({ id }) => numbers.includes(id))).toEqual([])
      // Where a row lies in the table follows from its number, which is drawn by lot; not from who came first.
      const ids = rows.map(({ id }) => String(id))
      expect(ids).toEqual(ids.toSorted())
      const { rows: writers } = await house.peek((tx) =>
        sql<{
          writers: number
        }>`select count(distinct xmin::text)::int as writers from house.surveys_interviews`.execute(tx),
      )
      expect(writers).toEqual([{ writers: 1 }])
    }),
  )

  it(
    'shares no value with a sheet, an answer, a respondent, an address of the frame or a link, but the wave and its days',
    inHouse(async (house) => {
      const wave = await wantingTalks(house, 2)
      await leaves(house, 1, 'Noor')
      // The very address to which the invitation went: its hash is another one here.
      const { browser, start } = await sends(house, 2)
      await browser.submit(await browser.get(`${start}/gesprek`), { ...contact('Sam'), email: 'post-2@example.org' })
      await closes(house, wave)
      const ours = new Set(
        (await whole(house)).flatMap((row) =>
          Object.entries(row).flatMap(([name, value]) =>
            ['id', 'name_sealed', 'address_sealed', 'address_index'].includes(name)
              ? [Buffer.isBuffer(value) ? value.toString('hex') : String(value)]
              : [],
          ),
        ),
      )
      expect(ours.size).toBe(8)
      const others = await house.peek(async (tx) => {
        const found: string[] = []
        for (const table of [
          'questionnaires_sheets',
          'questionnaires_answers',
          'surveys_respondents',
          'surveys_places',
          'surveys_contacts',
          'surveys_invitations',
          'surveys_open_answers',
        ]) {
          const { rows } = await sql<Record<string, unknown>>`select * from house.${sql.raw(table)}`.execute(tx)
          for (const row of rows)
            for (const value of Object.values(row))
              found.push(Buffer.isBuffer(value) ? value.toString('hex') : String(value))
        }
        return found
      })
      expect(others.length).toBeGreaterThan(20)
      expect(others.filter((value) => ours.has(value))).toEqual([])
      // No link was made before the wave closed, and none is about both.
      const { rows: proofs } = await house.peek((tx) =>
        sql<{
          subject: string
          purpose: string
        }>`select subject, purpose from house.platform_proofs where kind = 'link'`.execute(tx),
      )
      const about = (purpose: string) =>
        new Set(proofs.filter((each) => each.purpose === purpose).map(({ subject }) => subject))
      expect(about('poll-interview').size).toBe(2)
      expect([...about('poll-interview')].filter((subject) => about('sheet').has(subject))).toEqual([])
    }),
  )
})
