import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Browsing } from '../../../test/browsing.ts'
import { inHouse, type RolledBackHouse } from '../../../test/house.ts'
import { fixedCount } from '../../../test/people.ts'
import { fromBase32, totpCode, totpStep } from '../../lib/crypto/totp.ts'
import { freshMinutes, isFresh } from './second-factor.rules.ts'

describe('a second factor', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  it.each([
    [null, false],
    ['2026-11-21T12:00:00Z', true],
    ['2026-11-21T11:55:00Z', true],
    ['2026-11-21T11:54:59Z', false],
  ])('of %s is fresh: %s', (at, fresh) => {
    expect(isFresh(at === null ? null : new Date(at), now)).toBe(fresh)
  })
})

const minutes = (house: RolledBackHouse, n: number) =>
  house.setClock(new Date(house.platform.now().getTime() + n * 60_000).toISOString())

/** The administrator with a phone that is linked. `code` is what the phone shows now. */
async function withPhone(house: RolledBackHouse) {
  const anna = await house.as('administrator')
  const page = await anna.follow(await anna.submit(await anna.get('/mijn/tweede-stap')))
  const secret = fromBase32(/<code>([A-Z2-7 ]+)<\/code>/.exec(page.text)?.[1] ?? '')
  if (secret === null) throw new Error('no secret on the page')
  const code = () => totpCode(secret, totpStep(house.platform.now()))
  expect((await anna.submit(page, { code: code() })).status).toBe(303)
  return { anna, code }
}

const may = (house: RolledBackHouse, person: string) =>
  house.peek(async (tx) =>
    (
      await tx
        .selectFrom('accounts_permissions')
        .select('permission')
        .where('person_id', '=', person)
        .where('withdrawn_at', 'is', null)
        .orderBy('permission')
        .execute()
    ).map((row) => row.permission),
  )

const inProduction = (test: (house: RolledBackHouse) => Promise<void>) => inHouse(test, { mode: 'production' })
const session = (browser: Browsing) => browser.cookies.get('plein')

describe('giving a permission', () => {
  it(
    'asks nothing more within a few minutes, and after that a code before anything happens',
    inProduction(async (house) => {
      const { anna, code } = await withPhone(house)
      const rosa = house.people.expert.id
      const at = `/beheer/mensen/${rosa}/rechten`
      minutes(house, freshMinutes - 1)
      expect((await anna.post(at, { permission: 'coordinator' })).location).toContain('gedaan=gegeven')
      minutes(house, 2)
      const kees = house.people.secondExpert.id
      const asked = await anna.post(`/beheer/mensen/${kees}/rechten`, { permission: 'coordinator' })
      expect(asked.status).toBe(403)
      expect(asked.text).toContain('Nog één keer je code')
      expect(asked.text).toContain('name="permission" value="coordinator"')
      expect(await may(house, kees)).toEqual(['expert'])

      const wrong = await anna.submit(asked, { code: '000000' })
      expect(wrong.status).toBe(422)
      expect(wrong.text).not.toContain('000000')
      expect((await anna.submit(wrong, { code: '' })).status).toBe(422)
      expect(await may(house, kees)).toEqual(['expert'])
      const before = session(anna)
      const given = await anna.submit(wrong, { code: code() })
      expect(given.location).toBe(`/beheer/mensen/${kees}?gedaan=gegeven`)
      expect(await may(house, kees)).toEqual(['coordinator', 'expert'])
      // The session is another one, and fresh: the next permission asks nothing.
      expect(session(anna)).not.toBe(before)
      const thief = house.visitor()
      thief.cookies.set('plein', before ?? '')
      expect((await thief.get('/beheer/mensen')).status).toBe(303)
      expect((await anna.post(at, { permission: 'administrator' })).location).toContain('gedaan=gegeven')
    }),
  )

  it(
    'loses nothing of what was typed, and does it once with the code',
    inProduction(async (house) => {
      const { anna, code } = await withPhone(house)
      minutes(house, freshMinutes + 1)
      const form = {
        name: 'Yara <b>',
        email: 'yara@example.org',
        lang: 'en',
        permissions: ['expert', 'coordinator'],
        edits: house.people.organisations.a,
      }
      const asked = await anna.post('/en/beheer/mensen/nieuw', form)
      expect(asked.status).toBe(403)
      expect(asked.text).toContain('Your code once more')
      expect(await house.count('accounts_persons')).toBe(fixedCount)
      const invited = await anna.submit(asked, { code: code() })
      const yara = /mensen\/([0-9a-f-]{36})\?gedaan=uitgenodigd/.exec(invited.location ?? '')?.[1] ?? ''
      expect(await may(house, yara)).toEqual(['coordinator', 'expert'])
      const page = (await anna.get(`/beheer/mensen/${yara}`)).text
      expect(page).toContain('Yara &lt;b&gt;')
      expect(page).toContain('Partner A')
      // The same press again: its session has ended, and the code counted.
      expect(await house.count('accounts_persons')).toBe(fixedCount + 1)
    }),
  )

  it(
    'is asked for an editor, for a yes to a proposal and for another’s second step, and not for what gives nobody anything',
    inProduction(async (house) => {
      const { anna } = await withPhone(house)
      const { expert, secondExpert, organisations } = house.people
      for (const { id } of [expert, secondExpert])
        expect((await anna.post(`/beheer/mensen/${id}/rechten`, { permission: 'administrator' })).status).toBe(303)
      minutes(house, freshMinutes + 1)
      const at = (id: string, more: string) => `/beheer/mensen/${id}/${more}`
      const member = { organisation: organisations.a, role: 'member' }
      for (const [path, fields, status] of [
        [at(expert.id, 'organisaties'), { ...member, role: 'editor' }, 403],
        [at(expert.id, 'tweede-stap'), {}, 403],
        [at(secondExpert.id, 'voorstel'), { decision: 'confirm' }, 403],
        [at(expert.id, 'rechten'), { permission: 'coordinator' }, 403],
        [at(expert.id, 'organisaties'), member, 303],
        [at(secondExpert.id, 'voorstel'), { decision: 'reject' }, 303],
        [at(expert.id, 'rechten/intrekken'), { permission: 'expert' }, 303],
        ['/beheer/mensen/nieuw', { name: 'Yara', email: 'yara@example.org', lang: 'nl', edits: '' }, 303],
      ] as const) {
        const answer = await anna.post(path, fields)
        expect([path, answer.status, answer.text.includes('Nog één keer je code')]).toEqual([
          path,
          status,
          status === 403,
        ])
      }
    }),
  )

  it(
    'waits after five wrong codes',
    inProduction(async (house) => {
      const { anna, code } = await withPhone(house)
      minutes(house, freshMinutes + 1)
      let page = await anna.post(`/beheer/mensen/${house.people.expert.id}/rechten`, { permission: 'coordinator' })
      for (let n = 0; n < 5; n++) page = await anna.submit(page, { code: '000000' })
      page = await anna.submit(page, { code: code() })
      expect(page.status).toBe(422)
      expect(await may(house, house.people.expert.id)).toEqual(['expert'])
    }),
  )

  it(
    'is not asked outside production',
    inHouse(async (house) => {
      const anna = await house.as('administrator')
      minutes(house, freshMinutes + 1)
      const given = await anna.post(`/beheer/mensen/${house.people.expert.id}/rechten`, { permission: 'coordinator' })
      expect(given.location).toContain('gedaan=gegeven')
    }),
  )

  it(
    'is asked by the database too',
    inHouse(async (house) => {
      const anna = (await house.as('administrator')).cookies.get('plein') ?? ''
      const rosa = house.people.expert.id
      await house.peek((tx) => sql`update house.platform_installation set mode = 'production'`.execute(tx))
      const give = () =>
        house.platform.database.house(anna, (tx) =>
          sql`insert into house.accounts_permissions (id, person_id, permission, granted_at, granted_by)
              values (${randomUUID()}, ${rosa}, 'coordinator', now(), ${house.people.administrator.id})`.execute(tx),
        )
      const made = async () =>
        (
          await house.platform.database.house(anna, (tx) =>
            sql<{ made: boolean }>`
              select house.accounts_grant_administrator(${randomUUID()}::uuid, ${rosa}::uuid, null) as made`.execute(
              tx,
            ),
          )
        ).rows[0]?.made
      const aged = (minutesAgo: number) =>
        house.peek((tx) =>
          sql`update house.platform_proofs set made_at = house.moment() - make_interval(mins => ${minutesAgo}), seen_at = house.moment()
              where kind = 'session'`.execute(tx),
        )
      await aged(7)
      await expect(give()).rejects.toThrow(/row-level security/)
      expect(await made()).toBe(false)
      await aged(4)
      expect(await made()).toBe(true)
      await give()
      expect(await may(house, rosa)).toEqual(['administrator', 'coordinator', 'expert'])
    }),
  )
})
