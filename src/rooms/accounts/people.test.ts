import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../test/house.ts'
import { fixedCount } from '../../../test/people.ts'
import { inviteAdministrator } from './public.ts'

const invite = (house: RolledBackHouse, fields: Record<string, string | string[]> = {}) =>
  house.as('administrator').then((anna) =>
    anna.post('/beheer/mensen/nieuw', {
      name: 'Yara',
      email: 'yara@example.org',
      lang: 'nl',
      permissions: ['expert'],
      edits: '',
      ...fields,
    }),
  )
const idOf = (location: string | null) => /mensen\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? ''
const may = (house: RolledBackHouse, person: string) =>
  house.peek((tx) =>
    tx
      .selectFrom('accounts_permissions')
      .select('permission')
      .where('person_id', '=', person)
      .where('withdrawn_at', 'is', null)
      .orderBy('permission')
      .execute()
      .then((rows) => rows.map((row) => row.permission)),
  )

describe('inviting', () => {
  it(
    'makes somebody who can sign in, with a letter that does not tell what for',
    inHouse(async (house) => {
      const invited = await invite(house, {
        edits: house.people.organisations.a,
        permissions: ['expert', 'coordinator'],
      })
      expect(invited.location).toContain('gedaan=uitgenodigd')
      const yara = idOf(invited.location)
      expect(await may(house, yara)).toEqual(['coordinator', 'expert'])
      const page = await (await house.as('administrator')).get(`/beheer/mensen/${yara}`)
      expect(page.text).toContain('yara@example.org')
      expect(page.text).toContain('Partner A')
      await house.runJobs()
      const [letter] = await house.letters()
      expect(letter?.to).toBe('yara@example.org')
      expect(letter?.text).not.toMatch(/ervaringsdeskundig|coördinator|Partner/i)
      const stored = await house.peek((tx) =>
        sql<{ all: string }>`select p::text as all from house.accounts_persons p where id = ${yara}`.execute(tx),
      )
      expect(stored.rows[0]?.all).not.toMatch(/Yara|yara@/)
    }),
  )

  it(
    'leads to the person who is there already, and changes nothing of them',
    inHouse(async (house) => {
      const known = await invite(house, { email: 'ROSA@example.org', permissions: ['coordinator'] })
      expect(known.location).toBe(`/beheer/mensen/${house.people.expert.id}?gedaan=bekend`)
      expect(await may(house, house.people.expert.id)).toEqual(['expert'])
      await house.runJobs()
      expect(await house.letters()).toHaveLength(0)
    }),
  )

  it(
    'happens once when it is pressed twice',
    inHouse(async (house) => {
      const key = randomUUID()
      const anna = await house.as('administrator')
      const form = { _key: key, name: 'Yara', email: 'yara@example.org', lang: 'en', edits: '' }
      const [first, second] = [
        await anna.post('/beheer/mensen/nieuw', form),
        await anna.post('/beheer/mensen/nieuw', form),
      ]
      expect(second.location).toBe(first.location)
      expect(await house.count('accounts_persons')).toBe(fixedCount + 1)
    }),
  )

  it.each([
    ['nothing', {}],
    ['a hostile address', { name: 'x', email: 'a@b.nl\r\nBcc: c@d.nl', lang: 'nl' }],
    ['a permission that is not one', { name: 'x', email: 'a@example.org', lang: 'nl', permissions: 'owner' }],
    ['an organisation that is no number', { name: 'x', email: 'a@example.org', lang: 'nl', edits: 'x' }],
    ['a column', { name: 'x', email: 'a@example.org', lang: 'nl', totp_sealed: 'x' }],
  ])('gives the page again for %s', (_name, fields) =>
    inHouse(async (house) => {
      const anna = await house.as('administrator')
      expect((await anna.post('/beheer/mensen/nieuw', fields)).status).toBe(422)
      expect(await house.count('accounts_persons')).toBe(fixedCount)
    })(),
  )
})

describe('the list of people', () => {
  it(
    'finds one by address, whatever its case, and nobody for another',
    inHouse(async (house) => {
      const anna = await house.as('administrator')
      const find = async (email: string) => {
        const { text } = await anna.submit(await anna.get('/beheer/mensen'), { email }, 'name="email"')
        return [...text.matchAll(/mensen\/[0-9a-f-]{36}">(\w+)</g)].map((match) => match[1])
      }
      expect(await find('KEES@example.org')).toEqual(['Kees'])
      expect(await find('nobody@example.org')).toEqual([])
      expect(await find("' or 1=1 --")).toEqual([])
      expect(await find('')).toHaveLength(fixedCount)
    }),
  )
})

describe('what somebody may', () => {
  it(
    'is given and taken by an administrator, and ends the sessions of the person at once',
    inHouse(async (house) => {
      const [anna, rosa] = [await house.as('administrator'), await house.as('expert')]
      const at = `/beheer/mensen/${house.people.expert.id}`
      expect((await anna.post(`${at}/rechten`, { permission: 'coordinator' })).location).toContain('gedaan=gegeven')
      expect(await may(house, house.people.expert.id)).toEqual(['coordinator', 'expert'])
      expect((await rosa.get('/mijn')).status).toBe(303)
      const again = await house.as('expert')
      expect((await anna.post(`${at}/rechten/intrekken`, { permission: 'expert' })).status).toBe(303)
      expect(await may(house, house.people.expert.id)).toEqual(['coordinator'])
      expect((await again.get('/mijn')).status).toBe(303)
    }),
  )

  it(
    'needs two administrators for a third: one proposes, the other says yes',
    inHouse(async (house) => {
      const anna = await house.as('administrator')
      const kees = house.people.secondExpert.id
      const rosa = house.people.expert.id
      expect((await anna.post(`/beheer/mensen/${rosa}/rechten`, { permission: 'administrator' })).location).toContain(
        'gegeven',
      )
      expect(await may(house, rosa)).toContain('administrator')
      expect((await anna.post(`/beheer/mensen/${kees}/rechten`, { permission: 'administrator' })).location).toContain(
        'voorgesteld',
      )
      expect((await anna.post(`/beheer/mensen/${kees}/rechten`, { permission: 'administrator' })).status).toBe(409)
      expect(await may(house, kees)).toEqual(['expert'])
      expect((await anna.get(`/beheer/mensen/${kees}`)).text).toContain('Een andere beheerder moet ja zeggen')
      expect((await anna.post(`/beheer/mensen/${kees}/voorstel`, { decision: 'confirm' })).status).toBe(403)
      const second = await house.as('expert')
      expect((await second.get(`/beheer/mensen/${kees}`)).text).toContain('Ik zeg ja')
      expect((await second.post(`/beheer/mensen/${kees}/voorstel`, { decision: 'confirm' })).location).toContain(
        'bevestigd',
      )
      expect(await may(house, kees)).toEqual(['administrator', 'expert'])
      expect((await second.post(`/beheer/mensen/${kees}/voorstel`, { decision: 'confirm' })).status).toBe(409)
    }),
  )

  it(
    'lets a proposal be rejected',
    inHouse(async (house) => {
      const anna = await house.as('administrator')
      const { expert, secondExpert } = house.people
      await anna.post(`/beheer/mensen/${expert.id}/rechten`, { permission: 'administrator' })
      await anna.post(`/beheer/mensen/${secondExpert.id}/rechten`, { permission: 'administrator' })
      expect(
        (await anna.post(`/beheer/mensen/${secondExpert.id}/voorstel`, { decision: 'reject' })).location,
      ).toContain('afgewezen')
      expect(await may(house, secondExpert.id)).toEqual(['expert'])
    }),
  )

  it(
    'keeps the last administrator',
    inHouse(async (house) => {
      const anna = await house.as('administrator')
      const at = `/beheer/mensen/${house.people.administrator.id}/rechten/intrekken`
      expect((await anna.post(at, { permission: 'administrator' })).status).toBe(409)
      expect(await may(house, house.people.administrator.id)).toEqual(['administrator'])
    }),
  )

  it(
    'cannot be taken past the pages: the database refuses what an administrator may not, and everything to others',
    inHouse(async (house) => {
      const rosa = house.people.expert.id
      const insert = (permission: string, by: string) =>
        sql`insert into house.accounts_permissions (id, person_id, permission, granted_at, granted_by) values (${randomUUID()}, ${rosa}, ${permission}, now(), ${by})`
      for (const [who, permission] of [
        ['administrator', 'administrator'],
        ['expert', 'coordinator'],
        ['coordinator', 'coordinator'],
        ['editorA', 'expert'],
      ] as const) {
        const browser = await house.as(who)
        const run = house.platform.database.house(browser.cookies.get('plein') ?? null, (tx) =>
          insert(permission, house.people[who].id).execute(tx),
        )
        await expect(run).rejects.toThrow(/row-level security/)
      }
      const expert = await house.as('expert')
      const asked = await house.platform.database.house(expert.cookies.get('plein') ?? null, (tx) =>
        sql<{ made: boolean; reset: boolean }>`
          select house.accounts_grant_administrator(${randomUUID()}::uuid, ${rosa}::uuid, null) as made, house.accounts_reset_second_factor(${rosa}::uuid) as reset`.execute(
          tx,
        ),
      )
      expect(asked.rows[0]).toEqual({ made: false, reset: false })
      const seen = await house.platform.database.house(expert.cookies.get('plein') ?? null, (tx) =>
        tx.selectFrom('accounts_persons').select('id').execute(),
      )
      expect(seen.map((row) => row.id)).toEqual([rosa])
    }),
  )

  it(
    'begins on the command line: the first administrator is made, or found, and gets a letter',
    inHouse(async (house) => {
      const { vault } = house.platform
      const now = house.platform.now()
      const made = await house.operate((tx) =>
        inviteAdministrator(tx, vault, { email: 'eerste@example.org', name: 'Iris' }, now),
      )
      const found = await house.operate((tx) => inviteAdministrator(tx, vault, { email: 'rosa@example.org' }, now))
      expect([made.isNew, found]).toEqual([true, { person: house.people.expert.id, isNew: false }])
      expect(await may(house, made.person)).toEqual(['administrator'])
      await house.runJobs()
      expect((await house.letters()).map((letter) => letter.to).toSorted()).toEqual([
        'eerste@example.org',
        'rosa@example.org',
      ])
      await expect(house.operate((tx) => inviteAdministrator(tx, vault, { email: 'geen adres' }, now))).rejects.toThrow(
        /not an e-mail address/,
      )
    }),
  )
})

describe('where somebody belongs', () => {
  it(
    'begins and ends; an editor knows it at the next sign-in',
    inHouse(async (house) => {
      const anna = await house.as('administrator')
      const at = `/beheer/mensen/${house.people.expert.id}`
      const { a } = house.people.organisations
      expect((await anna.post(`${at}/organisaties`, { organisation: a, role: 'editor' })).location).toContain(
        'toegevoegd',
      )
      expect((await (await house.as('expert')).get('/mijn')).text).toContain('De redactie')
      const page = await anna.get(at)
      expect((await anna.submit(page, {}, 'organisaties/einde')).location).toContain('beeindigd')
      expect((await (await house.as('expert')).get('/mijn')).text).not.toContain('De redactie')
      expect((await anna.post(`${at}/organisaties`, { organisation: randomUUID(), role: 'member' })).status).toBe(404)
      expect((await anna.post(`${at}/organisaties`, {})).status).toBe(422)
      expect((await anna.post(`${at}/organisaties/einde`, { membership: randomUUID() })).status).toBe(404)
    }),
  )
})

describe('who lost phone and codes', () => {
  it(
    'is helped by an administrator, and hears of it',
    inHouse(async (house) => {
      const rosa = house.people.expert.id
      await house.peek((tx) =>
        tx
          .updateTable('accounts_persons')
          .set({ totp_sealed: Buffer.from('x'), totp_confirmed_at: new Date() })
          .where('id', '=', rosa)
          .execute(),
      )
      const anna = await house.as('administrator')
      const done = await anna.submit(await anna.get(`/beheer/mensen/${rosa}`), {}, 'tweede-stap')
      expect(done.location).toContain('teruggezet')
      const row = await house.peek((tx) =>
        tx.selectFrom('accounts_persons').selectAll().where('id', '=', rosa).executeTakeFirstOrThrow(),
      )
      expect([row.totp_sealed, row.totp_confirmed_at]).toEqual([null, null])
      await house.runJobs()
      expect((await house.letters()).map((letter) => letter.to)).toEqual(['rosa@example.org'])
    }),
  )
})
