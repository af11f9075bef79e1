import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import { invite, madeSeries, openWaveOf, pathTo, putInState } from '../filling/filling.testing.ts'

const letters = async (house: RolledBackHouse) => (await house.letters()).map(({ to, subject }) => `${to}: ${subject}`)
const send = async (house: RolledBackHouse, n: number) => {
  const start = await pathTo(house, `post-${n}@example.org`, '/invullen/')
  const browser = house.visitor()
  await browser.submit(await browser.get(`${start}/deel/inzet`), { q_heeft: 'nee' })
  return browser.submit(await browser.get(`${start}/overzicht`))
}
const inDays = (house: RolledBackHouse, days: number) =>
  house.setClock(new Date(Date.now() + days * 86_400_000).toISOString())

describe('inviting by mail', () => {
  it(
    'writes to each place once, reminds twice at most, and stops at sending and at "not for us"',
    inHouse(async (house) => {
      const { wave, page } = await openWaveOf(house, await madeSeries(house), { places: 4 })
      await invite(house, wave)
      expect((await letters(house)).toSorted()).toEqual(
        [1, 2, 3, 4].map((n) => `post-${n}@example.org: Een vragenlijst voor je organisatie`).toSorted(),
      )
      const researcher = await house.as('researcher')
      await researcher.post(`${page}/uitnodigingen`)
      await house.runJobs()
      expect(await letters(house)).toHaveLength(4)

      await send(house, 1)
      const no = await pathTo(house, 'post-2@example.org', '/niet-voor-ons/')
      const visitor = house.visitor()
      await visitor.get(no)
      inDays(house, 7.1)
      // Number 1 is not noted as answered yet: that it was sent is enough. Looking at a link does nothing; number 2 is reminded.
      await house.runDaily('surveys.remind-places')
      await house.runDaily('surveys.remind-places')
      const reminded = (await letters(house)).slice(4)
      expect(reminded.toSorted()).toEqual(
        [2, 3, 4].map((n) => `post-${n}@example.org: Herinnering: een vragenlijst voor je organisatie`),
      )

      expect((await visitor.submit(await visitor.get(no))).status).toBe(303)
      await house.runJobs()
      for (const days of [14.2, 21.3, 28.4]) {
        inDays(house, days)
        await house.runDaily('surveys.remind-places')
      }
      expect((await letters(house)).slice(7)).toHaveLength(2)
      expect((await house.letters()).at(-1)?.text).toContain('Dit is de laatste herinnering')
    }),
  )

  it(
    'sees which mail did not arrive, and writes there no more',
    inHouse(async (house) => {
      const { wave, page } = await openWaveOf(house, await madeSeries(house))
      await invite(house, wave)
      await house.peek((tx) =>
        sql`update house.platform_mail_outbox set given_up_at = now(), last_error = 'smtp-550'
             where cause = 'surveys.invitation:' || (select i.id from house.surveys_invitations i join house.surveys_places p on p.id = i.place_id where p.reference = 'lid-1')`.execute(
          tx,
        ),
      )
      await house.runDaily('surveys.note-bounces')
      const seen = await (await house.as('researcher')).get(`${page}/uitnodigen`)
      expect(seen.text).toContain('Zorgpunt 1')
      expect(seen.text).not.toContain('Zorgpunt 2')
      inDays(house, 8)
      await house.runDaily('surveys.remind-places')
      expect((await letters(house)).slice(2)).toEqual([
        'post-2@example.org: Herinnering: een vragenlijst voor je organisatie',
      ])
    }),
  )

  it(
    'tells how far it is from five on, on both sides, and never who',
    inHouse(async (house) => {
      const { wave, page } = await openWaveOf(house, await madeSeries(house), { places: 11 })
      await invite(house, wave)
      for (const n of [1, 2, 3, 4]) await send(house, n)
      await house.runJobs()
      const researcher = await house.as('researcher')
      const look = async () => (await researcher.get(`${page}/uitnodigen`)).text
      expect((await look()).match(/te weinig om te tonen/g)).toHaveLength(4)
      await send(house, 5)
      await house.runJobs()
      const told = await look()
      expect(told).not.toContain('te weinig om te tonen')
      expect(told).not.toContain('Zorgpunt')
    }),
  )

  it.each<[string, readonly [string, number, number][], readonly (number | null)[]]>([
    [
      'one small group hides the next one too',
      [
        ['a', 12, 6],
        ['b', 8, 2],
        ['c', 20, 9],
      ],
      [null, null, 9],
    ],
    [
      'two small groups hide each other',
      [
        ['a', 12, 2],
        ['b', 8, 1],
        ['c', 20, 9],
      ],
      [null, null, 9],
    ],
    [
      'a group in which all answered says of each that it did',
      [
        ['a', 6, 6],
        ['b', 12, 6],
      ],
      [null, null],
    ],
    [
      'large groups are told',
      [
        ['a', 12, 6],
        ['b', 20, 9],
      ],
      [6, 9],
    ],
  ])('%s', (_what, groups, expected) =>
    inHouse(async (house) => {
      const { wave } = await openWaveOf(house, await madeSeries(house))
      await house.peek(async (tx) => {
        await sql`set local session_replication_role = replica`.execute(tx)
        for (const [type, invited, answered] of groups)
          await sql`with made as (insert into house.surveys_places (id, wave_id, reference, name, type)
              select gen_random_uuid(), ${wave}, ${type} || n, ${type} || n, ${type} from generate_series(1, ${invited}::int) n returning id)
            insert into house.surveys_invitations (id, place_id, made_at, answered)
              select gen_random_uuid(), id, now(), row_number() over () <= ${answered}::int from made`.execute(tx)
        await sql`set local session_replication_role = origin`.execute(tx)
      })
      const researcher = await house.as('researcher')
      const token = [...researcher.cookies.values()][0] ?? null
      const progress = (proof: string | null) =>
        house.platform.database.house(proof, (tx) =>
          sql<{
            answered: number | null
          }>`select answered from house.surveys_progress(${wave}) where kind = 'type' order by key`.execute(tx),
        )
      expect((await progress(token)).rows.map(({ answered }) => answered)).toEqual(expected)
      expect((await progress(null)).rows).toEqual([])
    })(),
  )
})

describe('what a researcher can reach, past the pages', () => {
  it(
    'no sheet while the wave is open, no address and no "answered" ever; answers under a pseudonym after it closed',
    inHouse(async (house) => {
      const { wave } = await openWaveOf(house, await madeSeries(house))
      await invite(house, wave)
      await send(house, 1)
      await house.runJobs()
      const researcher = await house.as('researcher')
      const token = [...researcher.cookies.values()][0] ?? null
      const ask = (query: string) =>
        house.platform.database.house(token, async (tx) => (await sql.raw<object>(query).execute(tx)).rows)
      const tables = ['surveys_respondents', 'questionnaires_sheets', 'questionnaires_answers', 'surveys_parts']
      for (const table of tables) expect(await ask(`select * from house.${table}`)).toEqual([])
      for (const query of [
        'select answered from house.surveys_invitations',
        'select reminders from house.surveys_invitations',
        'select declined from house.surveys_invitations',
        'select address_sealed from house.surveys_contacts',
        'select sheet_id from house.surveys_open_answers',
      ])
        await expect(ask(query)).rejects.toThrow('permission denied')
      await putInState(house, wave, 'closed')
      const [respondent] = await ask('select * from house.surveys_respondents')
      expect(respondent).toMatchObject({ state: 'sent', name_sealed: null })
      expect(await ask('select * from house.questionnaires_answers')).toHaveLength(1)
    }),
  )
})
