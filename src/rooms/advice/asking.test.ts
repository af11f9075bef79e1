import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Browsing, Seen } from '../../../test/browsing.ts'
import { formOf } from '../../../test/browsing.ts'
import { inHouse, type RolledBackHouse } from '../../../test/house.ts'
import { makeLink } from '../../platform/proofs.ts'
import { getForDesk } from './public.ts'

const words = 'Hoe bereiken wij mensen die nooit naar de inloop komen?'

/** Fills in the whole form, page by page, as a browser without script does. @returns the check page. */
async function fillIn(browser: Browsing, more: Record<string, string | string[]> = {}, prefix = ''): Promise<Seen> {
  const value = { question: words, context: '', name: 'Carla Meinders', email: 'carla@voorbeeld.example', ...more }
  const { question, name, email, ...context } = value
  const first = await browser.get(`${prefix}/vraag`)
  expect(first.status).toBe(200)
  const second = await browser.submit(first, { question, go: 'next' })
  expect(second.status).toBe(200)
  const third = await browser.submit(second, { ...context, go: 'next' }, 'name="step"')
  if (third.status !== 200) return third
  return browser.submit(third, { name, email, go: 'next' })
}

const sendForm = '/vraag/versturen'
const later = (house: RolledBackHouse, seconds: number) =>
  house.setClock(new Date(house.platform.now().getTime() + seconds * 1000).toISOString())
const linksIn = (text: string) => [...text.matchAll(/http:\/\/localhost:3000(\/\S+)/g)].map((match) => match[1] ?? '')

/** Asks and confirms. @returns the browser, the link and the id. */
async function asked(house: RolledBackHouse, more: Record<string, string | string[]> = {}) {
  const browser = house.visitor()
  const check = await fillIn(browser, more)
  later(house, 5)
  const sent = await browser.submit(check, {}, sendForm)
  expect(sent.status).toBe(303)
  await house.runJobs()
  const mail = (await house.letters()).at(-1)
  const [path = ''] = linksIn(mail?.text ?? '')
  const link = path.split('/').at(-1) ?? ''
  return { browser, link, path, mail, sent }
}

const ids = (house: RolledBackHouse) =>
  house.peek(async (tx) =>
    (await tx.selectFrom('advice_requests').select('id').orderBy('asked_at').execute()).map((row) => row.id),
  )

describe('asking a question', () => {
  it(
    'keeps nothing before the end, and then a number, one mail and a page behind a link',
    inHouse(async (house) => {
      const browser = house.visitor()
      const check = await fillIn(browser, {
        context: 'Wij hebben zes weken.',
        place: 'Den Bosch',
        themes: ['povertyDebt', 'loneliness'],
        organisationKind: 'municipality',
        questionKind: 'reachPeople',
      })
      expect(check.text.includes('Klopt alles?')).toBe(true)
      expect(check.text).toContain('&#39;s-Hertogenbosch')
      expect(await house.count('house.advice_requests')).toBe(0)
      expect(browser.cookies.size).toBe(0)
      later(house, 5)
      const sent = await browser.submit(check, {}, sendForm)
      expect(sent.status).toBe(303)
      const thanks = await browser.follow(sent)
      const number = /AV-2026-\d{6}/.exec(thanks.text)?.[0]
      expect(number).toBeDefined()

      await house.runJobs()
      const letters = await house.letters()
      expect(letters).toHaveLength(1)
      const [letter] = letters
      expect(letter).toMatchObject({ to: 'carla@voorbeeld.example', subject: 'Bevestig je vraag', kind: 'unsolicited' })
      expect(`${letter?.text}${letter?.html}`).not.toMatch(/inloop|Carla|zes weken|schulden|armoede/i)

      // The page behind the link confirms with one press, and is the status page from then on.
      const [path = ''] = linksIn(letter?.text ?? '')
      const confirm = await browser.get(path)
      expect(confirm.text).toContain(number)
      expect(confirm.text).not.toContain('inloop')
      const [id = ''] = await ids(house)
      const pressed = await browser.submit(confirm)
      const status = await browser.follow(pressed)
      expect(status.text).toContain('Je vraag is bevestigd')
      expect(status.text).toContain(words)
      expect((await browser.get(path)).location).toBe(path.replace('bevestigen', 'status'))
      expect((await browser.submit(confirm)).status).toBe(303)

      const seen = await house.operate((tx) => getForDesk(tx, house.platform.vault, id))
      expect(seen).toMatchObject({
        number,
        state: 'submitted',
        question: words,
        context: 'Wij hebben zes weken.',
        requesterName: 'Carla Meinders',
        email: 'carla@voorbeeld.example',
        organisationKind: 'municipality',
        municipality: 'GM0796',
        province: 'PV30',
        themes: ['povertyDebt', 'loneliness'],
        questionKind: 'reachPeople',
      })
    }),
  )

  it(
    'goes back without losing anything, and changes an answer from the check page',
    inHouse(async ({ visitor }) => {
      const browser = visitor()
      const check = await fillIn(browser, { context: 'Zes weken.' })
      const changed = await browser.submit(check, { go: 'context' }, 'action="/vraag"')
      expect(formOf(changed.text).fields).toMatchObject({
        question: words,
        context: 'Zes weken.',
        name: 'Carla Meinders',
      })
      const back = await browser.submit(changed, { go: 'back', context: 'Acht weken.' })
      expect(formOf(back.text).fields).toMatchObject({
        question: words,
        context: 'Acht weken.',
        email: 'carla@voorbeeld.example',
      })
    }),
  )

  it(
    'speaks English on English pages, and writes the mail in English',
    inHouse(async (house) => {
      const browser = house.visitor()
      const check = await fillIn(browser, {}, '/en')
      expect(check.text).toContain('Is everything right?')
      later(house, 5)
      expect((await browser.submit(check, {}, '/en/vraag/versturen')).location).toMatch(/^\/en\/vraag\/bedankt/)
      await house.runJobs()
      const [letter] = await house.letters()
      expect(letter?.subject).toBe('Confirm your question')
      expect(linksIn(letter?.text ?? '')[0]).toMatch(/^\/en\/vraag\/bevestigen\//)
    }),
  )

  it(
    'warns for a citizen service number and does not keep it',
    inHouse(async (house) => {
      const number = '111222333'
      const browser = house.visitor()
      const check = await fillIn(browser, { question: `Mijn bsn is ${number}. Wat nu?` })
      expect(check.text).toContain('Staat er een burgerservicenummer in?')
      later(house, 5)
      await browser.submit(check, {}, sendForm)
      const [id = ''] = await ids(house)
      const seen = await house.operate((tx) => getForDesk(tx, house.platform.vault, id))
      expect(seen.question).toBe('Mijn bsn is [nummer weggehaald]. Wat nu?')
    }),
  )

  it(
    'counts an answer that was found, without the question',
    inHouse(async (house) => {
      const browser = house.visitor()
      const found = await browser.post('/vraag/gevonden', { item: randomUUID(), path: '/kennis/iets-dat-helpt' })
      expect(found.status).toBe(303)
      expect((await browser.follow(found)).text).toContain('Fijn dat je het hebt gevonden')
      expect(await house.count('house.advice_own_answers')).toBe(1)
      expect(await house.count('house.advice_requests')).toBe(0)
      expect((await browser.get('/vraag/gevonden?kennis=https://elders.example')).text).not.toContain(
        'href="https://elders',
      )
    }),
  )
})

describe('bad input', () => {
  const whole = { question: words, name: 'Carla', email: 'carla@voorbeeld.example' }
  const refused: readonly [string, Record<string, string | string[]>, string][] = [
    ['an empty question', { ...whole, question: '' }, 'Schrijf je vraag op'],
    ['only spaces and invisible signs', { ...whole, question: ' \u200b\u202e\n\u2066 ' }, 'Schrijf je vraag op'],
    ['a question of 10,001 characters', { ...whole, question: 'a'.repeat(10_001) }, 'Je vraag is te lang'],
    ['no name', { ...whole, name: ' ' }, 'Vul in hoe wij je mogen noemen'],
    ['a name that is too long', { ...whole, name: 'x'.repeat(121) }, 'Deze naam is te lang'],
    ['no address', { ...whole, email: '' }, 'Vul je mailadres in'],
    ['two addresses', { ...whole, email: 'a@b.example, c@d.example' }, 'Dit is geen mailadres'],
    ['an address with a line break', { ...whole, email: 'a@b.example\r\nBcc: c@d.example' }, 'Dit is geen mailadres'],
    ['an unknown theme', { ...whole, themes: 'onbekend' }, 'Kies iets uit de lijst'],
    ['an unknown kind', { ...whole, questionKind: "' or 1=1" }, 'Kies iets uit de lijst'],
    ['an unknown place', { ...whole, place: 'Qqqqqq' }, 'Deze plaats kennen wij niet'],
    ['an unknown field', { ...whole, state: 'closed' }, 'Dit formulier was niet compleet'],
    ['another id', { ...whole, id: randomUUID() }, 'Dit formulier was niet compleet'],
  ]
  it.each(refused)('%s is refused with the text kept', (_, fields, sentence) =>
    inHouse(async (house) => {
      const answer = await house.visitor().post(sendForm, fields)
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(sentence)
      expect(await house.count('house.advice_requests')).toBe(0)
      const kept = String(fields['question']).trim().slice(0, 40)
      expect(answer.text).toContain(kept === '' || kept.includes('\u200b') ? 'carla@' : kept)
    })(),
  )

  it(
    'takes exactly 10,000 characters',
    inHouse(async (house) => {
      const { link } = await asked(house, { question: `${'é'.repeat(9_999)}.` })
      expect(link).not.toBe('')
    }),
  )

  it(
    'refuses bytes that are no UTF-8, forms that are too large, and forms of another site',
    inHouse(async (house) => {
      const browser = house.visitor()
      const latin = await browser.postRaw(sendForm, `_key=${randomUUID()}&question=caf%E9+is+open+vandaag`)
      expect(latin.status).toBe(400)
      expect(latin.text).toContain('Wij konden de tekst niet lezen')
      expect((await browser.post('/vraag', { question: 'a'.repeat(600_000) })).status).toBe(413)
      expect((await browser.post(sendForm, whole, { origin: 'https://elders.example' })).status).toBe(403)
      expect((await browser.postRaw(sendForm, '{"question":"x"}', { 'content-type': 'application/json' })).status).toBe(
        415,
      )
      expect(await house.count('house.advice_requests')).toBe(0)
    }),
  )

  it(
    'shows HTML and script as text, and takes out NUL and signs that turn the reading direction',
    inHouse(async (house) => {
      const evil = '<script>alert(1)</script><img src=x onerror=alert(2)> "\u202etxet\u2069 a\u0000b'
      const { browser, path } = await asked(house, { question: evil })
      const status = await browser.follow(await browser.submit(await browser.get(path)))
      expect(status.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
      expect(status.text).not.toMatch(/<script>alert|<img src=x/)
      for (const hidden of ['\u202e', '\u2069', '\u0000']) expect(status.text.includes(hidden)).toBe(false)
      const reply = await browser.submit(status, { text: '<b onmouseover=alert(3)>hoi</b>' }, '/bericht')
      expect((await browser.follow(reply)).text).not.toContain('<b onmouseover')
    }),
  )

  it(
    'answers a form that was filled in by a program kindly, and keeps the text',
    inHouse(async (house) => {
      const browser = house.visitor()
      const check = await fillIn(browser)
      const fast = await browser.submit(check, {}, sendForm)
      expect(fast.status).toBe(422)
      expect(fast.text).toContain('Dat ging heel snel')
      expect(fast.text).toContain(words)
      later(house, 5)
      const honeypot = await browser.submit(fast, { website: 'https://spam.example' }, sendForm)
      expect(honeypot.status).toBe(422)
      expect(honeypot.text).toContain('veld ingevuld dat leeg moet blijven')
      // A moment that was made up is no moment.
      const forged = await browser.submit(fast, { begun: '1600000000000.abc' }, sendForm)
      expect(forged.status).toBe(422)
      expect(await house.count('house.advice_requests')).toBe(0)
      expect((await browser.submit(honeypot, {}, sendForm)).status).toBe(303)
    }),
  )

  it(
    'a double press and the back button ask once; two tabs are two questions',
    inHouse(async (house) => {
      const browser = house.visitor()
      const check = await fillIn(browser)
      const tab = await fillIn(browser, { question: `${words} En wie weet dat?` })
      later(house, 5)
      const first = await browser.submit(check, {}, sendForm)
      const second = await browser.submit(check, {}, sendForm)
      expect(second.location).toBe(first.location)
      expect(await house.count('house.advice_requests')).toBe(1)
      // Back, changed, and sent with the same key: not taken for the first one.
      const changed = await browser.submit(check, { question: 'Iets heel anders vraag ik nu.' }, sendForm)
      expect(changed.status).toBe(422)
      expect((await browser.submit(tab, {}, sendForm)).status).toBe(303)
      expect(await house.count('house.advice_requests')).toBe(2)
    }),
  )

  it(
    'sends at most three confirmations a day to one address, and says the same each time',
    inHouse(async (house) => {
      const pages: string[] = []
      for (let n = 0; n < 5; n++) {
        const browser = house.visitor()
        const check = await fillIn(browser, {
          question: `Vraag nummer ${n} over hetzelfde`,
          email: n % 2 ? 'Slachtoffer@voorbeeld.example' : 'slachtoffer@voorbeeld.example',
        })
        later(house, 5)
        const thanks = await browser.follow(await browser.submit(check, {}, sendForm))
        pages.push(thanks.text.replace(/AV-2026-\d{6}/g, '').replace(/nummer=[^"]*/g, ''))
      }
      await house.runJobs()
      expect(await house.letters()).toHaveLength(3)
      expect(new Set(pages).size).toBe(1)
      expect(await house.count('house.advice_requests')).toBe(5)
    }),
  )
})

describe('the link', () => {
  it(
    'opens nothing of another, nothing when it ended, and looks the same when it never was',
    inHouse(async (house) => {
      const one = await asked(house)
      const two = await asked(house, { email: 'iemand@anders.example', question: 'De vraag van iemand anders hier.' })
      for (const { browser, path } of [one, two]) await browser.submit(await browser.get(path))
      const mine = await one.browser.get(`/vraag/status/${one.link}`)
      expect(mine.text).toContain(words)
      expect(mine.text).not.toContain('iemand anders hier')
      const never = await one.browser.get(`/vraag/status/${'x'.repeat(43)}`)
      expect(never.status).toBe(410)
      // A link for something else is no link for this.
      const [id = ''] = await ids(house)
      const foreign = await house.platform.database.house(null, (tx) =>
        makeLink(tx, { subject: id, purpose: 'invitation', until: new Date(Date.now() + 86_400_000) }),
      )
      const wrong = await one.browser.get(`/vraag/status/${foreign}`)
      expect(wrong.status).toBe(410)
      later(house, 181 * 86_400)
      const old = await one.browser.get(`/vraag/status/${one.link}`)
      const withoutNumber = (seen: Seen) => seen.text.replace(/[0-9a-f-]{36}/g, '').replaceAll(seen.path, '')
      expect(old.status).toBe(410)
      expect(withoutNumber(old)).toBe(withoutNumber(never))
      expect((await one.browser.post(`/vraag/status/${one.link}/intrekking`)).status).toBe(410)
    }),
  )

  it(
    'writes, withdraws once, and takes nothing after the end',
    inHouse(async (house) => {
      const { browser, link, path } = await asked(house)
      expect((await browser.get(`/vraag/status/${link}`)).location).toBe(path)
      await browser.submit(await browser.get(path))
      const status = await browser.get(`/vraag/status/${link}`)
      const empty = await browser.submit(status, { text: ' ' }, '/bericht')
      expect(empty.status).toBe(422)
      expect(empty.text).toContain('Schrijf eerst je bericht')
      const long = await browser.submit(status, { text: 'z'.repeat(10_001) }, '/bericht')
      expect(long.text).toContain('z'.repeat(10_001))
      const sent = await browser.submit(status, { text: 'Wij hebben nog iets bedacht.' }, '/bericht')
      expect((await browser.follow(sent)).text).toContain('Wij hebben nog iets bedacht.')
      const gone = await browser.follow(await browser.submit(status, {}, '/intrekking'))
      expect(gone.text).toContain('Je vraag is ingetrokken')
      expect((await browser.post(`/vraag/status/${link}/intrekking`)).status).toBe(409)
      expect((await browser.post(`/vraag/status/${link}/bericht`, { text: 'Toch nog iets' })).status).toBe(409)
      await house.runJobs()
      // Letters of one moment have no order.
      const subjects = (await house.letters()).filter((each) => each.to.startsWith('carla')).map((each) => each.subject)
      expect(subjects.toSorted()).toEqual([
        expect.stringMatching(/^AV-2026-\d{6} is ingetrokken$/),
        'Bevestig je vraag',
      ])
    }),
  )
})

describe('time', () => {
  it(
    'forgets an unconfirmed question after seven days, key and link included, and sends nothing more',
    inHouse(async (house) => {
      const { browser, link, path } = await asked(house)
      expect((await browser.get(path)).status).toBe(200)
      later(house, 6.9 * 86_400)
      await house.runDaily('platform.apply-retention')
      expect(await house.count('house.advice_requests')).toBe(1)
      later(house, 0.2 * 86_400)
      await house.runDaily('platform.apply-retention')
      expect(await house.count('house.advice_requests')).toBe(0)
      expect(await house.count('house.advice_contacts')).toBe(0)
      const keys = await house.peek((tx) =>
        sql<{
          n: number
        }>`select count(*)::int as n from house.platform_data_keys where holder like 'request:%'`.execute(tx),
      )
      expect(keys.rows[0]?.n).toBe(0)
      expect((await browser.get(`/vraag/bevestigen/${link}`)).status).toBe(410)
      await house.runJobs()
      expect(await house.letters()).toHaveLength(1)
    }),
  )
})
