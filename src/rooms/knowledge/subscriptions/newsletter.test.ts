import { describe, expect, it } from 'vitest'
import { inHouse, testOrigin, type RolledBackHouse } from '../../../../test/house.ts'
import type { Fields } from '../../../../test/browsing.ts'
import { eraseEverywhere, eraseHeld, exportAsked, exportOf, findHeld } from '../../../app/persons.ts'
import { makeRates, perMinute } from '../../../platform/http/rates.ts'
import { placed } from '../kinds/kinds.testing.ts'
import { endOfLetter } from './subscriptions.sql.ts'
import { newFor } from './newsletter.rules.ts'
import type { NewItem } from './subscriptions.rules.ts'
import { room } from '../room.ts'

const carla = 'Carla@voorbeeld.example'
const job = 'knowledge.send-newsletter'

/** The path of the first link in a text that goes to one of our pages. */
const linkIn = (text: string, page: string) =>
  new RegExp(`${testOrigin}((?:/en)?/nieuwsbrief/${page}/[\\w-]+)`).exec(text)?.[1] ?? `/no-${page}-link`

/** Fills in the page. @returns the answer and the letters that came of it. */
async function press(house: RolledBackHouse, fields: Fields, prefix = '') {
  const visitor = house.visitor()
  const before = (await house.letters()).length
  const sent = await visitor.submit(await visitor.get(`${prefix}/nieuwsbrief`), fields)
  await house.runJobs()
  return { visitor, sent, letters: (await house.letters()).slice(before) }
}

/** Asks and confirms. */
async function subscribed(house: RolledBackHouse, fields: Fields = {}) {
  const { letters, visitor } = await press(house, { email: carla, ...fields })
  const sent = await visitor.submit(await visitor.get(linkIn(letters[0]?.text ?? '', 'bevestigen')))
  expect(sent.status).toBe(303)
  return visitor
}

/** The letters that a run of the weekly job makes. */
async function tuesday(house: RolledBackHouse) {
  const before = (await house.letters()).length
  await house.runDaily(job)
  await house.runJobs()
  return (await house.letters()).slice(before)
}

const days = (house: RolledBackHouse, n: number) =>
  house.setClock(new Date(house.platform.now().getTime() + n * 86_400_000).toISOString())

/** A subscription and one new item, a week later. @returns the letter. */
async function aLetter(house: RolledBackHouse, fields: Fields = {}) {
  const visitor = await subscribed(house, fields)
  days(house, 1)
  await placed(house, { slug: 'iets-nieuws', type: 'article', title: 'Iets nieuws' })
  days(house, 8)
  const [letter] = await tuesday(house)
  if (!letter) throw new Error('no letter came')
  return { visitor, letter }
}

describe('what is new for a reader', () => {
  const item = (slug: string, themes: string[], day: number): NewItem => ({
    slug,
    themes,
    publishedAt: new Date(Date.UTC(2026, 0, day)),
    type: 'article',
    title: slug,
    summary: '',
  })
  const news = [item('c', [], 3), item('b', ['youth', 'broad'], 2), item('a', ['broad'], 1)]
  it.each([
    ['all themes, from the beginning', [], 0, 'cba'],
    ['what came in the letter before', [], 2, 'c'],
    ['one theme', ['youth'], 0, 'b'],
    ['two themes', ['youth', 'broad'], 0, 'ba'],
    ['a theme without news', ['addiction'], 0, ''],
  ])('%s', (_what, themes, day, expected) => {
    const since = new Date(Date.UTC(2026, 0, day))
    expect(
      newFor(news, { themes, since })
        .map((each) => each.slug)
        .join(''),
    ).toBe(expected)
  })

  it(
    'ends at the last Tuesday morning of Amsterdam, also when the clock is changed',
    inHouse(async (house) => {
      for (const [now, end] of [
        ['2026-11-24T06:00:00Z', '2026-11-23T23:00:00Z'],
        ['2026-11-23T22:59:59Z', '2026-11-16T23:00:00Z'],
        ['2026-11-30T12:00:00Z', '2026-11-23T23:00:00Z'],
        ['2026-03-31T05:00:00Z', '2026-03-30T22:00:00Z'],
        ['2026-03-30T12:00:00Z', '2026-03-23T23:00:00Z'],
      ] as const)
        expect((await house.operate((tx) => endOfLetter(tx, new Date(now)))).toISOString()).toBe(
          new Date(end).toISOString(),
        )
    }),
  )
})

describe('asking for the newsletter', () => {
  it(
    'asks the address first, and nothing happens before it presses the button',
    inHouse(async (house) => {
      const { sent, letters, visitor } = await press(house, { email: carla, themes: ['broad'] })
      expect(sent).toMatchObject({ status: 303, location: '/nieuwsbrief?gedaan=gevraagd' })
      expect((await visitor.follow(sent)).text).toContain('Kijk nu in je mail')
      expect(letters).toMatchObject([{ to: carla, kind: 'unsolicited', lang: 'nl' }])
      const link = linkIn(letters[0]?.text ?? '', 'bevestigen')
      const page = await visitor.get(link)
      expect(page.text).toContain('brede inzet')
      await visitor.get(link)
      const confirmed = () =>
        house.peek((tx) => tx.selectFrom('knowledge_subscriptions').select('confirmed_at').execute())
      expect(await confirmed()).toEqual([{ confirmed_at: null }])
      const done = await visitor.submit(page)
      expect(done).toMatchObject({ status: 303, location: '/nieuwsbrief?gedaan=bevestigd' })
      expect((await confirmed())[0]?.confirmed_at).toBeInstanceOf(Date)
      expect((await visitor.get(link)).status).toBe(410)
      expect([...visitor.cookies.keys()]).toEqual([])
    }),
  )

  it(
    'answers and writes the same to an address that gets it already, which then keeps one subscription',
    inHouse(async (house) => {
      await subscribed(house)
      const again = await press(house, { email: 'carla@VOORBEELD.example', themes: ['broad'], lang: 'en' })
      const fresh = await press(house, { email: 'niemand@voorbeeld.example', themes: ['broad'], lang: 'en' })
      expect([again.sent.status, again.sent.location]).toEqual([fresh.sent.status, fresh.sent.location])
      const words = (text = '') => text.replaceAll(/bevestigen\/\S+/g, '…')
      expect(words(again.letters[0]?.text)).toBe(words(fresh.letters[0]?.text))
      expect(again.letters[0]?.lang).toBe('en')

      await again.visitor.submit(await again.visitor.get(linkIn(again.letters[0]?.text ?? '', 'bevestigen')))
      const rows = await house.peek((tx) =>
        tx
          .selectFrom('knowledge_subscriptions')
          .select(['lang', 'themes'])
          .where('confirmed_at', 'is not', null)
          .execute(),
      )
      expect(rows).toEqual([{ lang: 'en', themes: ['broad'] }])
      expect(await house.count('knowledge_subscriptions')).toBe(2)
    }),
  )

  it(
    'refuses what is no address, no theme or no language, and keeps what was typed',
    inHouse(async (house) => {
      const wrong: readonly (Readonly<Record<string, string | readonly string[]>> & { readonly email: string })[] = [
        { email: 'geen adres' },
        { email: carla, themes: ['xyz'] },
        { email: carla, lang: 'fr' },
      ]
      for (const fields of wrong) {
        const { sent } = await press(house, fields)
        expect(sent.status).toBe(422)
        expect(sent.text).toContain(`value="${fields.email}"`)
      }
      expect(await house.count('knowledge_subscriptions')).toBe(0)
    }),
  )

  it(
    'keeps the address sealed, writes at most three of these letters a day, and forgets what nobody confirms',
    inHouse(async (house) => {
      for (let n = 0; n < 4; n++) await press(house, { email: carla })
      expect((await house.letters()).length).toBe(3)
      const rows = await house.peek((tx) => tx.selectFrom('knowledge_subscriptions').selectAll().execute())
      expect(JSON.stringify(rows.map((row) => String(row.email_sealed) + String(row.email_index)))).not.toMatch(
        /carla/i,
      )
      const keys = () =>
        house.peek((tx) =>
          tx.selectFrom('platform_data_keys').select('holder').where('holder', 'like', 'subscription:%').execute(),
        )
      expect(await keys()).toHaveLength(4)
      const rule = room.retention?.find((each) => each.name === 'knowledge.newsletter-askings')
      const run = (dryRun: boolean) => house.operate(async (tx) => rule?.run(tx, house.platform.now(), dryRun))
      days(house, 6)
      expect(await run(false)).toBe(0)
      days(house, 2)
      expect(await run(true)).toBe(4)
      expect(await run(false)).toBe(4)
      expect(await house.count('knowledge_subscriptions')).toBe(0)
      expect(await keys()).toEqual([])
    }),
  )

  it('can be asked as often as a question, and no more', async () => {
    const route = room.routes.find((each) => each.method === 'POST' && each.path === '/nieuwsbrief')
    const rates = makeRates()
    const taken: boolean[] = []
    for (let n = 0; n <= perMinute.asking; n++) taken.push(await rates.take(route?.rate ?? 'reading', '192.0.2.1'))
    expect(taken.slice(-2)).toEqual([true, false])
  })
})

describe('the letter', () => {
  it(
    'names what came in the chosen themes since the last one, once, in the language of the reader',
    inHouse(async (house) => {
      await placed(house, { slug: 'al-eerder', type: 'article', title: 'Al eerder' })
      days(house, 1)
      await subscribed(house, { themes: ['broad'], lang: 'en' })
      days(house, 1)
      await placed(house, { slug: 'past', type: 'article', title: 'Dit <past> erbij', themes: ['broad'] })
      await placed(house, { slug: 'past-niet', type: 'article', title: 'Dit hoort er niet bij', themes: ['youth'] })
      await placed(house, { slug: 'teruggehaald', type: 'article', title: 'Dit ging weer weg' })
      await house.peek((tx) => tx.deleteFrom('square.items').where('slug', '=', 'teruggehaald').execute())
      days(house, 8)
      const letters = await tuesday(house)
      expect(letters).toMatchObject([
        { to: carla, lang: 'en', kind: 'expected', subject: 'There is 1 new item on the square' },
      ])
      const [letter] = letters
      expect(letter?.text).toContain(`Dit <past> erbij\nKort. (article)\n${testOrigin}/en/kennis/past\n`)
      expect(letter?.html).toContain('Dit &lt;past&gt; erbij</a>')
      expect(letter?.html).not.toMatch(/<img|https?:\/\/(?!localhost:3000)/)
      for (const absent of ['Al eerder', 'hoort er niet', 'weer weg']) expect(letter?.text).not.toContain(absent)

      expect(await tuesday(house)).toEqual([])
      days(house, 7)
      expect(await tuesday(house)).toEqual([])
    }),
  )

  it(
    'comes once, also when something is published between two runs of one day',
    inHouse(async (house) => {
      await aLetter(house)
      await placed(house, { slug: 'net-te-laat', type: 'article', title: 'Net te laat' })
      expect(await tuesday(house)).toEqual([])
      days(house, 7)
      expect((await tuesday(house)).map((letter) => letter.text.includes('Net te laat'))).toEqual([true])
    }),
  )

  it(
    'is as long as somebody reads: the rest is counted',
    inHouse(async (house) => {
      await subscribed(house)
      days(house, 1)
      for (let n = 0; n < 14; n++) await placed(house, { slug: `stuk-${n}`, type: 'article' })
      days(house, 8)
      const [letter] = await tuesday(house)
      expect(letter?.subject).toBe('Er zijn 14 nieuwe stukken op het plein')
      expect(letter?.text.match(/\/kennis\//g)).toHaveLength(12)
      expect(letter?.text).toContain('En nog 2 stukken')
    }),
  )

  it(
    'leads to the choices behind its own link',
    inHouse(async (house) => {
      const { letter, visitor } = await aLetter(house)
      const link = linkIn(letter.text, 'keuzes')
      const page = await visitor.get(link)
      expect(page.status).toBe(200)
      const wrong = await visitor.submit(page, { themes: ['xyz'], lang: 'nl' }, 'name="lang"')
      expect(wrong.status).toBe(422)
      const saved = await visitor.submit(page, { themes: ['youth'], lang: 'en' }, 'name="lang"')
      expect(saved.status).toBe(303)
      expect((await visitor.follow(saved)).text).toContain('Je keuzes zijn bewaard.')
      expect(
        await house.peek((tx) => tx.selectFrom('knowledge_subscriptions').select(['lang', 'themes']).execute()),
      ).toEqual([{ lang: 'en', themes: ['youth'] }])
      expect((await visitor.get('/nieuwsbrief/keuzes/' + 'x'.repeat(43))).status).toBe(410)
    }),
  )
})

describe('stopping', () => {
  const multipart = (name: string, value: string) =>
    [`--grens`, `content-disposition: form-data; name="${name}"`, '', value, '--grens--', ''].join('\r\n')
  const oneClick = 'List-Unsubscribe=One-Click'

  it.each([
    ['a form', oneClick, 'application/x-www-form-urlencoded'],
    ['a form in parts', multipart('List-Unsubscribe', 'One-Click'), 'multipart/form-data; boundary=grens'],
  ])('is one POST of %s by a mail program: no cookie, no key, from anywhere, no redirect', async (_what, body, type) =>
    inHouse(async (house) => {
      const { letter } = await aLetter(house)
      const link = linkIn(letter.text, 'afmelden')
      const post = (path: string, headers: Record<string, string> = {}) =>
        house.fetch(
          new Request(testOrigin + path, { method: 'POST', body, headers: { 'content-type': type, ...headers } }),
        )
      const foreign = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' }
      expect((await post(link, foreign)).status).toBe(200)
      expect(await house.count('knowledge_subscriptions')).toBe(0)
      const again = await post(link)
      expect([again.status, await again.text()]).toEqual([200, expect.stringContaining('geen nieuwsbrief meer')])
      days(house, 1)
      await placed(house, { slug: 'nog-iets', type: 'article' })
      days(house, 8)
      expect(await tuesday(house)).toEqual([])
    })(),
  )

  it(
    'takes nothing else from elsewhere: not another field, not another page, not a link that never was',
    inHouse(async (house) => {
      const { letter, visitor } = await aLetter(house)
      const stop = linkIn(letter.text, 'afmelden')
      const foreign = { origin: 'https://mail.example' }
      expect((await visitor.postRaw(stop, 'zzz=1', foreign)).status).toBe(422)
      expect((await visitor.postRaw(stop, '{}', { 'content-type': 'application/json' })).status).toBe(415)
      expect((await visitor.postRaw(stop, 'x', { 'content-type': 'multipart/form-data; boundary=y' })).status).toBe(415)
      const elsewhere = await visitor.postRaw(linkIn(letter.text, 'keuzes'), 'lang=nl', foreign)
      expect(elsewhere.status).toBe(403)
      expect((await visitor.postRaw('/nieuwsbrief', 'lang=nl', foreign)).status).toBe(403)
      expect((await visitor.postRaw(`/nieuwsbrief/afmelden/${'x'.repeat(43)}`, oneClick, foreign)).status).toBe(410)
      expect(await house.count('knowledge_subscriptions')).toBe(1)
    }),
  )

  it(
    'is a button on the page of the link, and looking at it stops nothing',
    inHouse(async (house) => {
      const { letter, visitor } = await aLetter(house)
      const link = linkIn(letter.text, 'afmelden')
      const page = await visitor.get(link)
      expect(await house.count('knowledge_subscriptions')).toBe(1)
      const stopped = await visitor.submit(page)
      expect([stopped.status, stopped.text]).toEqual([200, expect.stringContaining('geen nieuwsbrief meer')])
      expect(await house.count('knowledge_subscriptions')).toBe(0)
      expect((await visitor.get(link)).text).toContain('geen nieuwsbrief meer')
      expect((await visitor.get(linkIn(letter.text, 'keuzes'))).location).toBe(link)
    }),
  )
})

describe('an address that is erased', () => {
  it(
    'is found, copied and erased without an account',
    inHouse(async (house) => {
      await subscribed(house, { themes: ['broad'] })
      const { vault, now } = house.platform
      const held = await house.operate((tx) => findHeld(tx, vault, ` ${carla.toUpperCase()} `))
      if (held === null) throw new Error('nothing found')
      const copy = await house.operate((tx) => exportAsked(tx, vault, held.requests, now(), held.newsletters))
      expect(copy.rooms['knowledge']).toMatchObject({ newsletters: [{ lang: 'nl', themes: ['broad'] }] })
      await house.operate((tx) => eraseHeld(tx, vault, held, now()))
      expect(await house.operate((tx) => findHeld(tx, vault, carla))).toBeNull()
      expect(await house.count('knowledge_subscriptions')).toBe(0)
    }),
  )

  it(
    'goes with the account of the same address',
    inHouse(async (house) => {
      const { vault, now } = house.platform
      const { id } = house.people.expert
      const account = await house.operate((tx) => exportOf(tx, vault, id, now()))
      const email = String((account.rooms['accounts'] as { email?: unknown }).email)
      await subscribed(house, { email })
      const { rooms } = await house.operate((tx) => exportOf(tx, vault, id, now()))
      expect(rooms['knowledge']).toMatchObject({ newsletters: [{ lang: 'nl', themes: [] }] })
      await house.operate((tx) => eraseEverywhere(tx, vault, id, now()))
      expect(await house.count('knowledge_subscriptions')).toBe(0)
    }),
  )
})
