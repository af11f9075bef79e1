import { describe, expect, it } from 'vitest'
import type { Browsing } from '../../../test/browsing.ts'
import { inHouse, type RolledBackHouse } from '../../../test/house.ts'
import type { FixedPerson } from '../../../test/people.ts'
import { fromBase32, totpCode, totpStep } from '../../lib/crypto/totp.ts'
import { makeSession } from '../../platform/proofs.ts'

const secretOn = (text: string): Buffer => {
  const secret = fromBase32(/<code>([A-Z2-7 ]+)<\/code>/.exec(text)?.[1] ?? '')
  if (secret === null || secret.length === 0) throw new Error('no secret on the page')
  return secret
}
const codeOf = (secret: Buffer, now: Date, steps = 0) => totpCode(secret, totpStep(now) + steps)
const session = (browser: Browsing) => browser.cookies.get('plein')

/** A browser with a session that has no second factor yet, as after the mail. */
async function weakly(house: RolledBackHouse, person: FixedPerson): Promise<Browsing> {
  const until = new Date(house.platform.now().getTime() + 12 * 3_600_000)
  const token = await house.platform.database.house(null, (tx) =>
    makeSession(tx, house.people[person].id, until, false),
  )
  const browser = house.visitor()
  browser.cookies.set('plein', token)
  return browser
}

async function link(house: RolledBackHouse, browser: Browsing): Promise<Buffer> {
  const begun = await browser.submit(await browser.get('/mijn/tweede-stap'))
  const page = await browser.follow(begun)
  const secret = secretOn(page.text)
  const confirmed = await browser.submit(page, { code: codeOf(secret, house.platform.now()) })
  expect([confirmed.status, confirmed.location]).toEqual([303, '/mijn/tweede-stap'])
  return secret
}

const makeCodes = async (browser: Browsing): Promise<string[]> => {
  const page = await browser.get('/mijn/tweede-stap')
  const shown = await browser.submit(page, {}, 'herstelcodes')
  return [...shown.text.matchAll(/<code>([0-9A-Z]{4}-[0-9A-Z]{4})<\/code>/g)].map((match) => match[1] ?? '')
}

describe('the second step', () => {
  it(
    'is asked of staff in production, set up with a picture and its text, and lets them in',
    inHouse(
      async (house) => {
        const anna = await weakly(house, 'administrator')
        const sent = await anna.get('/beheer/mensen?pagina=1')
        expect(sent.location).toBe(`/mijn/tweede-stap?naar=${encodeURIComponent('/beheer/mensen?pagina=1')}`)
        const begun = await anna.submit(await anna.follow(sent))
        const page = await anna.follow(begun)
        expect(page.text).toContain('<img src="data:image/svg+xml,')
        expect(page.text).not.toMatch(/style=|<script>/)
        const before = session(anna)
        const confirmed = await anna.submit(page, { code: codeOf(secretOn(page.text), house.platform.now()) })
        expect(confirmed.status).toBe(303)
        expect(session(anna)).not.toBe(before)
        expect((await anna.get('/beheer/mensen')).status).toBe(200)
        await house.runJobs()
        expect((await house.letters()).map((letter) => [letter.to, letter.subject])).toEqual([
          ['anna@example.org', 'Je tweede stap is veranderd'],
        ])
      },
      { mode: 'production' },
    ),
  )

  it(
    'is asked again at the next sign-in, and the session before it ends',
    inHouse(async (house) => {
      const rosa = await weakly(house, 'expert')
      const secret = await link(house, rosa)
      house.setClock(new Date(Date.now() + 60_000).toISOString())
      const later = await weakly(house, 'expert')
      const old = session(later) ?? ''
      const page = await later.get('/mijn/tweede-stap?naar=/mijn/instellingen')
      expect(page.text).toContain('Vul de code uit je app in')
      const entered = await later.submit(page, { code: codeOf(secret, house.platform.now()) })
      expect(entered.location).toBe('/mijn/instellingen')
      const thief = house.visitor()
      thief.cookies.set('plein', old)
      expect((await thief.get('/mijn')).status).toBe(303)
      expect((await later.get('/mijn/tweede-stap')).text).toContain('De tweede stap staat aan')
    }),
  )

  it(
    'ends the other sessions when it is switched on',
    inHouse(async (house) => {
      const [here, elsewhere] = [await weakly(house, 'expert'), await weakly(house, 'expert')]
      await link(house, here)
      expect((await elsewhere.get('/mijn')).status).toBe(303)
      expect((await here.get('/mijn')).status).toBe(200)
    }),
  )

  it(
    'refuses a code that was used, and older ones',
    inHouse(async (house) => {
      const secret = await link(house, await weakly(house, 'expert'))
      const now = house.platform.now()
      const again = await weakly(house, 'expert')
      for (const steps of [0, -1])
        expect((await again.post('/mijn/tweede-stap', { code: codeOf(secret, now, steps), naar: '' })).status).toBe(422)
      expect((await again.post('/mijn/tweede-stap', { code: codeOf(secret, now, 1), naar: '' })).status).toBe(303)
      const third = await weakly(house, 'expert')
      expect((await third.post('/mijn/tweede-stap', { code: codeOf(secret, now, 1), naar: '' })).status).toBe(422)
    }),
  )

  it(
    'makes one wait after five wrong codes, whichever browser tries',
    inHouse(async (house) => {
      const secret = await link(house, await weakly(house, 'expert'))
      const at = (seconds: number) => house.setClock(new Date(Date.now() + seconds * 1000).toISOString())
      at(60)
      for (let i = 0; i < 5; i++)
        expect((await (await weakly(house, 'expert')).post('/mijn/tweede-stap', { code: '000000' })).status).toBe(422)
      const rosa = await weakly(house, 'expert')
      const waiting = await rosa.post('/mijn/tweede-stap', { code: codeOf(secret, house.platform.now()) })
      expect(waiting.status).toBe(422)
      expect(waiting.text).toContain('Wacht tot')
      at(60 + 15 * 60 + 5)
      expect((await rosa.post('/mijn/tweede-stap', { code: codeOf(secret, house.platform.now()) })).status).toBe(303)
    }),
  )

  it(
    'gives eight recovery codes once; each lets in once',
    inHouse(async (house) => {
      const rosa = await weakly(house, 'expert')
      await link(house, rosa)
      const codes = await makeCodes(rosa)
      expect(new Set(codes).size).toBe(8)
      expect((await rosa.get('/mijn/tweede-stap')).text).not.toContain(codes[0])
      const rows = await house.peek((tx) => tx.selectFrom('accounts_persons').selectAll().execute())
      expect(JSON.stringify(rows)).not.toContain(codes[0]?.replace('-', ''))
      const lost = await weakly(house, 'expert')
      expect((await lost.get('/mijn/tweede-stap?herstel=1')).text).toContain('Herstelcode')
      expect((await lost.post('/mijn/tweede-stap', { code: codes[3] ?? '' })).status).toBe(303)
      const again = await weakly(house, 'expert')
      expect((await again.post('/mijn/tweede-stap', { code: codes[3] ?? '' })).status).toBe(422)
      expect((await again.post('/mijn/tweede-stap', { code: codes[4]?.toLowerCase() ?? '' })).status).toBe(303)
      expect((await again.get('/mijn/tweede-stap')).text).toContain('nog 6 herstelcodes')
      const others = await makeCodes(again)
      expect(others.some((code) => codes.includes(code))).toBe(false)
      const kees = await weakly(house, 'secondExpert')
      await link(house, kees)
      const keesLater = await weakly(house, 'secondExpert')
      expect((await keesLater.post('/mijn/tweede-stap', { code: others[0] ?? '' })).status).toBe(422)
    }),
  )

  it(
    'does not give recovery codes to a session without the second step, nor shows the secret again',
    inHouse(async (house) => {
      const secret = await link(house, await weakly(house, 'expert'))
      const weak = await weakly(house, 'expert')
      expect((await weak.post('/mijn/tweede-stap/herstelcodes', {})).status).toBe(403)
      await weak.post('/mijn/tweede-stap/begin', {})
      const page = await weak.get('/mijn/tweede-stap')
      expect(page.text).not.toContain('<img')
      expect(page.text).toContain('Vul de code uit je app in')
      expect((await weak.post('/mijn/tweede-stap/andere-telefoon', { code: '123456' })).status).toBe(422)
      expect((await weak.post('/mijn/tweede-stap', { code: codeOf(secret, house.platform.now(), 1) })).status).toBe(303)
    }),
  )

  it(
    'moves to another phone with a right code',
    inHouse(async (house) => {
      const rosa = await weakly(house, 'expert')
      const secret = await link(house, rosa)
      const moved = await rosa.post('/mijn/tweede-stap/andere-telefoon', {
        code: codeOf(secret, house.platform.now(), 1),
      })
      const page = await rosa.follow(moved)
      const other = secretOn(page.text)
      expect(other.equals(secret)).toBe(false)
      expect((await rosa.submit(page, { code: codeOf(other, house.platform.now()) })).status).toBe(303)
    }),
  )

  it(
    'lives no longer than the session that it strengthened',
    inHouse(async (house) => {
      const rosa = await weakly(house, 'expert')
      house.setClock(new Date(Date.now() + 11 * 3_600_000).toISOString())
      await link(house, rosa)
      expect((await rosa.get('/mijn')).status).toBe(200)
      house.setClock(new Date(Date.now() + 12 * 3_600_000 + 5_000).toISOString())
      expect((await rosa.get('/mijn')).status).toBe(303)
    }),
  )

  it.each([
    ['nothing', {}],
    ['letters', { code: 'hallo' }],
    ['too much', { code: '1'.repeat(5000) }],
    ['an unknown field', { code: '123456', totp_sealed: 'x' }],
  ])('answers %s with the page again', (_name, fields) =>
    inHouse(async (house) => {
      const rosa = await weakly(house, 'expert')
      await link(house, rosa)
      const weak = await weakly(house, 'expert')
      expect((await weak.post('/mijn/tweede-stap', fields)).status).toBe(422)
    })(),
  )
})
