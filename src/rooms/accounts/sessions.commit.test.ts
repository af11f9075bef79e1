import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testOrigin, until, withCommittedHouse, type CommittedHouse } from '../../../test/house.ts'
import type { Browsing } from '../../../test/browsing.ts'
import { base32, newTotpSecret, totpCode, totpStep } from '../../lib/crypto/totp.ts'
import { fields, personHolder } from './persons.sql.ts'

const asked = async (house: CommittedHouse, browser: Browsing, email: string) => {
  const before = (await house.letters()).length
  await browser.submit(await browser.get('/inloggen'), { email })
  await until(async () => (await house.letters()).length > before)
  const text = (await house.letters()).at(-1)?.text ?? ''
  return {
    link: text.slice(text.indexOf(`${testOrigin}/inloggen/link/`) + testOrigin.length).split('\n')[0] ?? '',
    code: /: ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text)?.[1] ?? '',
  }
}
const statuses = (answers: readonly { status: number }[]) => answers.map((answer) => answer.status).toSorted()

describe('sessions on the real database', () => {
  it(
    'end everywhere at once, in another process too',
    withCommittedHouse(async (house) => {
      const [here, there] = [await house.as('expert'), await house.as('expert')]
      const second = await house.secondPlatform()
      const elsewhere = async () =>
        (
          await second.fetch(
            new Request(new URL('/mijn', testOrigin), { headers: { cookie: `plein=${there.cookies.get('plein')}` } }),
          )
        ).status
      expect(await elsewhere()).toBe(200)
      const page = await here.get('/mijn/instellingen')
      const out = await here.submit(page, {}, 'uitloggen/overal')
      expect([out.status, out.location]).toEqual([303, '/'])
      expect(await elsewhere()).toBe(303)
      expect((await there.get('/mijn')).status).toBe(303)
      expect((await (await house.as('secondExpert')).get('/mijn')).status).toBe(200)
    }),
  )

  it(
    'begin once for one link, however many press at the same time',
    withCommittedHouse(
      async (house) => {
        const rosa = house.visitor()
        const { link } = await asked(house, rosa, 'rosa@example.org')
        const cookie = rosa.cookies.get('aanmelding') ?? ''
        const press = () =>
          house.fetch(
            new Request(new URL(link, testOrigin), {
              method: 'POST',
              body: '_key=0a0f7d1e-8d3a-4a3e-9a51-0b8e4a6f2c11',
              headers: {
                'content-type': 'application/x-www-form-urlencoded',
                origin: testOrigin,
                cookie: `aanmelding=${cookie}`,
              },
            }),
          )
        const answers = await Promise.all(Array.from({ length: 8 }, press))
        expect(statuses(answers)).toEqual([303, ...Array.from({ length: 7 }, () => 410)])
        expect(
          answers.filter((answer) => answer.headers.getSetCookie().some((line) => line.startsWith('plein='))),
        ).toHaveLength(1)
      },
      { worker: true },
    ),
  )

  it(
    'look at five codes of one asking, however many are tried at the same time',
    withCommittedHouse(
      async (house) => {
        const rosa = house.visitor()
        const { code } = await asked(house, rosa, 'rosa@example.org')
        const guesses = await Promise.all(
          Array.from({ length: 40 }, () => rosa.post('/inloggen/code', { code: 'CCCC-CCCC' })),
        )
        expect(statuses(guesses).filter((status) => status === 422)).toHaveLength(4)
        const { tries } = await house.peek((tx) =>
          tx.selectFrom('accounts_sign_ins').select('tries').executeTakeFirstOrThrow(),
        )
        expect(tries).toBe(5)
        expect((await rosa.post('/inloggen/code', { code })).status).toBe(410)
      },
      { worker: true },
    ),
  )

  it(
    'take one code of the app once, however many send it at the same time',
    withCommittedHouse(async (house) => {
      const secret = newTotpSecret()
      const { id } = house.people.expert
      await house.peek(async (tx) => {
        const sealer = await house.platform.vault.sealerOf(tx, personHolder(id))
        await tx
          .updateTable('accounts_persons')
          .set({ totp_sealed: sealer?.seal(fields.totp, base32(secret)) ?? null, totp_confirmed_at: new Date() })
          .where('id', '=', id)
          .execute()
      })
      const browsers = await Promise.all(Array.from({ length: 4 }, () => house.as('expert')))
      const code = totpCode(secret, totpStep(new Date()))
      const answers = await Promise.all(browsers.map((browser) => browser.post('/mijn/tweede-stap', { code })))
      expect(statuses(answers)).toEqual([303, 422, 422, 422])
    }),
  )

  it(
    'do not bring a network without administrator: two who take each other’s right, leave one',
    withCommittedHouse(async (house) => {
      const { expert, administrator } = house.people
      await (
        await house.as('administrator')
      ).post(`/beheer/mensen/${expert.id}/rechten`, { permission: 'administrator' })
      const [anna, rosa] = [await house.as('administrator'), await house.as('expert')]
      const take = (browser: Browsing, person: string) =>
        browser.post(`/beheer/mensen/${person}/rechten/intrekken`, { permission: 'administrator' })
      await Promise.all([take(anna, expert.id), take(rosa, administrator.id)])
      const { rows } = await house.peek((tx) =>
        sql<{
          n: number
        }>`select count(*)::int as n from house.accounts_permissions where permission = 'administrator' and withdrawn_at is null`.execute(
          tx,
        ),
      )
      expect(rows[0]?.n).toBe(1)
    }),
  )
})
