import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Browsing } from '../../../test/browsing.ts'
import { inHouse, testOrigin, type RolledBackHouse } from '../../../test/house.ts'

type Mail = { link: string; code: string }

const lastMail = async (house: RolledBackHouse): Promise<Mail> => {
  const text = (await house.letters()).at(-1)?.text ?? ''
  return {
    link: text.slice(text.indexOf(`${testOrigin}/inloggen/link/`) + testOrigin.length).split('\n')[0] ?? '',
    code: /: ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text)?.[1] ?? '',
  }
}

const ask = async (house: RolledBackHouse, browser: Browsing, email: string, next = '') => {
  const page = await browser.get(`/inloggen${next === '' ? '' : `?naar=${encodeURIComponent(next)}`}`)
  const answer = await browser.submit(page, { email })
  await house.runJobs()
  return answer
}

const session = (browser: Browsing) => browser.cookies.get('plein')
const mine = (browser: Browsing) => browser.get('/mijn')

describe('signing in by mail', () => {
  it(
    'lets in by the link, in the browser that asked, to the page that was wanted',
    inHouse(async (house) => {
      const rosa = house.visitor()
      const asked = await ask(house, rosa, ' Rosa@EXAMPLE.org ', '/mijn/instellingen')
      expect([asked.status, asked.location]).toEqual([303, '/inloggen/code'])
      const { link } = await lastMail(house)
      const page = await rosa.get(link)
      expect(page.status).toBe(200)
      const entered = await rosa.submit(page)
      expect([entered.status, entered.location]).toEqual([303, '/mijn/instellingen'])
      expect(rosa.cookies.has('aanmelding')).toBe(false)
      expect((await mine(rosa)).text).toContain('Hallo Rosa')
    }),
  )

  it(
    'lets in by the code, however it is typed',
    inHouse(async (house) => {
      const rosa = house.visitor()
      await ask(house, rosa, 'rosa@example.org')
      const { code } = await lastMail(house)
      const entered = await rosa.post('/inloggen/code', { code: ` ${code.toLowerCase().replace('-', ' ')} ` })
      expect(entered.location).toBe('/mijn')
      expect((await mine(rosa)).status).toBe(200)
    }),
  )

  it(
    'says the same to known and unknown addresses, byte for byte, and writes to known ones only',
    inHouse(async (house) => {
      const answers = []
      for (const email of ['rosa@example.org', 'nobody@example.org']) {
        const browser = house.visitor()
        const asked = await ask(house, browser, email)
        const cookie = asked.headers.getSetCookie().map((line) => line.replace(/=[\w-]{43};/, '=…;'))
        const code = await browser.get('/inloggen/code')
        const wrong = await browser.post('/inloggen/code', { code: 'CCCC-CCCC' })
        const bare = (text: string) => text.replaceAll(/[0-9a-f-]{36}/g, 'key')
        answers.push([
          asked.status,
          asked.location,
          asked.text,
          cookie,
          bare(code.text),
          wrong.status,
          bare(wrong.text),
        ])
      }
      expect(answers[0]).toEqual(answers[1])
      expect((await house.letters()).map((letter) => letter.to)).toEqual(['rosa@example.org'])
      expect(await house.count('accounts_sign_ins')).toBe(2)
    }),
  )

  it(
    'is not consumed by looking: twenty times HEAD and GET by others, and the button still works, once',
    inHouse(async (house) => {
      const rosa = house.visitor()
      await ask(house, rosa, 'rosa@example.org')
      const { link } = await lastMail(house)
      for (let i = 0; i < 20; i++) {
        const head = await house.fetch(new Request(new URL(link, testOrigin), { method: 'HEAD' }))
        expect(head.status).toBe(200)
        const scanner = await house.visitor().get(link)
        expect(scanner.text).not.toContain('Log mij in')
        await rosa.get(link)
      }
      expect((await rosa.post(link)).location).toBe('/mijn')
      const again = house.visitor()
      again.cookies.set('aanmelding', rosa.cookies.get('aanmelding') ?? '')
      expect((await again.post(link)).status).toBe(410)
      expect(session(again)).toBeUndefined()
    }),
  )

  it(
    'never lets in a browser that did not ask: no cookie, another cookie, a cookie of another asking',
    inHouse(async (house) => {
      const rosa = house.visitor()
      await ask(house, rosa, 'rosa@example.org')
      const { link, code } = await lastMail(house)
      const stranger = house.visitor()
      expect((await stranger.get(link)).text).toContain('Typ de code in het andere scherm')
      for (const cookie of [null, 'x', 'A'.repeat(43)]) {
        if (cookie !== null) stranger.cookies.set('aanmelding', cookie)
        expect((await stranger.post(link)).status).toBe(403)
        expect((await stranger.post('/inloggen/code', { code })).status).toBe(410)
        expect(session(stranger)).toBeUndefined()
      }
      await ask(house, stranger, 'nobody@example.org')
      expect((await stranger.post(link)).status).toBe(403)
      expect((await stranger.post('/inloggen/code', { code })).status).toBe(422)
      expect((await rosa.post(link)).status).toBe(303)
    }),
  )

  it(
    'ends after five wrong codes, the link too',
    inHouse(async (house) => {
      const rosa = house.visitor()
      await ask(house, rosa, 'rosa@example.org')
      const { link, code } = await lastMail(house)
      for (const left of [4, 3, 2]) {
        const wrong = await rosa.post('/inloggen/code', { code: 'CCCC-CCCC' })
        expect(wrong.status).toBe(422)
        expect(wrong.text).toContain(`nog ${left} keer`)
      }
      expect((await rosa.post('/inloggen/code', { code: 'geen code!' })).status).toBe(422)
      expect((await rosa.post('/inloggen/code', { code: 'CCCC-CCCC' })).text).toContain('nog één keer')
      expect((await rosa.post('/inloggen/code', { code: 'CCCC-CCCC' })).status).toBe(410)
      expect((await rosa.post('/inloggen/code', { code })).status).toBe(410)
      expect((await rosa.post(link)).status).toBe(410)
      expect(session(rosa)).toBeUndefined()
    }),
  )

  it(
    'ends after ten minutes',
    inHouse(async (house) => {
      const rosa = house.visitor()
      await ask(house, rosa, 'rosa@example.org')
      const { link, code } = await lastMail(house)
      house.setClock(new Date(Date.now() + 10 * 60_000).toISOString())
      expect((await rosa.get(link)).status).toBe(410)
      expect((await rosa.post(link)).status).toBe(410)
      expect((await rosa.post('/inloggen/code', { code })).status).toBe(410)
    }),
  )

  it(
    'writes at most three letters a day to an address, and says the same at the fourth',
    inHouse(async (house) => {
      const answers = []
      for (let i = 0; i < 4; i++) answers.push((await ask(house, house.visitor(), 'rosa@example.org')).location)
      expect(new Set(answers)).toEqual(new Set(['/inloggen/code']))
      expect(await house.letters()).toHaveLength(3)
    }),
  )

  it(
    'treats a second press as the same asking, and a corrected address as another',
    inHouse(async (house) => {
      const browser = house.visitor()
      const key = randomUUID()
      const press = (email: string) => browser.post('/inloggen', { _key: key, email, naar: '' })
      await press('rosa@example.org')
      const first = browser.cookies.get('aanmelding')
      await press('rosa@example.org')
      expect(browser.cookies.get('aanmelding')).toBe(first)
      await house.runJobs()
      expect(await house.letters()).toHaveLength(1)
      expect((await press('kees@example.org')).status).toBe(303)
      expect(browser.cookies.get('aanmelding')).not.toBe(first)
      await house.runJobs()
      expect((await house.letters()).map((letter) => letter.to).toSorted()).toEqual([
        'kees@example.org',
        'rosa@example.org',
      ])
    }),
  )

  it(
    'runs its job twice without a second letter, and keeps no code that a copy of the database gives away',
    inHouse(async (house) => {
      const rosa = house.visitor()
      await ask(house, rosa, 'rosa@example.org')
      const { code } = await lastMail(house)
      const rows = await house.peek((tx) => tx.selectFrom('accounts_sign_ins').selectAll().execute())
      expect(JSON.stringify(rows)).not.toContain(code)
      await house.peek((tx) =>
        sql`insert into pgboss.job (name, data) select 'accounts.send-sign-in', jsonb_build_object('diary', id::text, 'event', event, 'subject', subject, 'at', at) from house.platform_diary where event = 'accounts.sign-in-asked'`.execute(
          tx,
        ),
      )
      expect(await house.runJobs()).toBe(1)
      expect(await house.letters()).toHaveLength(1)
    }),
  )

  it(
    'gives a new session at every sign-in: one that was put there before never counts',
    inHouse(async (house) => {
      const rosa = await house.as('expert')
      const old = session(rosa) ?? ''
      expect((await rosa.get('/inloggen?naar=/mijn/instellingen')).location).toBe('/mijn/instellingen')
      const visitor = house.visitor()
      visitor.cookies.set('plein', 'A'.repeat(43))
      await ask(house, visitor, 'rosa@example.org')
      const { link } = await lastMail(house)
      visitor.cookies.set('plein', old)
      await visitor.post(link)
      expect(session(visitor)).not.toBe(old)
      const thief = house.visitor()
      thief.cookies.set('plein', old)
      expect((await mine(thief)).status).toBe(303)
    }),
  )

  it.each([
    ['nothing', {}],
    ['an empty address', { email: '' }],
    ['no address', { email: 'rosa' }],
    ['two addresses', { email: ['rosa@example.org', 'eve@example.org'] }],
    ['a header in it', { email: 'rosa@example.org\r\nBcc: eve@example.org' }],
    ['a display name', { email: 'Rosa <rosa@example.org>' }],
    ['a list', { email: 'rosa@example.org,eve@example.org' }],
    ['too long', { email: `${'a'.repeat(300)}@example.org` }],
    ['script', { email: '"><script>alert(1)</script>@example.org' }],
    ['a look-alike domain', { email: 'rosa@ｅxample.org' }],
    ['an unknown field', { email: 'rosa@example.org', person: 'x' }],
  ])('keeps what was typed and writes nothing for %s', (_name, fields) =>
    inHouse(async (house) => {
      const answer = await house.visitor().post('/inloggen', fields)
      expect(answer.status).toBe(422)
      expect(answer.text).not.toContain('<script>alert')
      await house.runJobs()
      expect(await house.letters()).toHaveLength(0)
      expect(await house.count('accounts_sign_ins')).toBe(0)
    })(),
  )

  it(
    'does not read what the house may not: sign-ins are out of its reach',
    inHouse(async (house) => {
      for (const query of [
        sql`select * from house.accounts_sign_ins`,
        sql`update house.accounts_sign_ins set tries = 0`,
      ])
        await expect(house.platform.database.house(null, (tx) => query.execute(tx))).rejects.toThrow(
          /permission denied/,
        )
    }),
  )
})
