import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../test/house.ts'
import { makeRates, perMinute } from '../../platform/http/rates.ts'
import { makeLink } from '../../platform/proofs.ts'
import { askForLink } from './lost-link.actions.ts'
import { room } from './room.ts'
import { hasEnded } from './states.rules.ts'
import * as advice from './public.ts'

const question = {
  lang: 'nl',
  question: 'Hoe bereiken wij mensen die nooit komen?',
  themes: [],
  name: 'Carla Meinders',
  email: 'Carla@voorbeeld.example',
} as const satisfies advice.Question

/** A question that was asked and, unless said otherwise, confirmed. */
async function asked(house: RolledBackHouse, more: Partial<advice.Question> & { confirmed?: boolean } = {}) {
  const { confirmed = true, ...rest } = more
  const { database, vault, now } = house.platform
  const request = await database.house(null, (tx) => advice.askQuestion(tx, vault, { ...question, ...rest }, now()))
  if (confirmed) {
    const until = new Date(now().getTime() + 86_400_000)
    const link = await database.house(null, (tx) =>
      makeLink(tx, { subject: request.id, purpose: 'request-status', until }),
    )
    await database.house(link, (tx) => advice.confirmRequest(tx, request.id, now()))
  }
  await house.runJobs()
  return request
}

const page = '/vraag/nieuwe-link'

/** Fills in the page. @returns the answer, and the letters that came of it to people who ask. */
async function press(house: RolledBackHouse, fields: { number?: string; email?: string }, prefix = '') {
  const visitor = house.visitor()
  const before = (await house.letters()).length
  const sent = await visitor.submit(await visitor.get(prefix + page), fields)
  await house.runJobs()
  const letters = (await house.letters()).slice(before)
  return { visitor, sent, letters }
}

const linkIn = (text: string) => /http:\/\/localhost:3000((?:\/en)?\/vraag\/status\/\S+)/.exec(text)?.[1] ?? ''

/** What somebody sees of an answer, without the number of the visit. */
const seen = async ({ visitor, sent }: Awaited<ReturnType<typeof press>>) => ({
  status: sent.status,
  location: sent.location,
  cookies: [...visitor.cookies.keys()],
  page: (await visitor.follow(sent)).text,
})

describe('asking for a new link', () => {
  it(
    'mails one to the address on file, without a word that somebody typed, and the link opens the question',
    inHouse(async (house) => {
      const { number } = await asked(house)
      const { visitor, letters } = await press(house, { number })
      expect(letters).toHaveLength(1)
      const [letter] = letters
      expect(letter).toMatchObject({
        to: 'Carla@voorbeeld.example',
        kind: 'unsolicited',
        subject: `Een nieuwe link voor ${number}`,
      })
      expect(`${letter?.text}${letter?.html}`).not.toMatch(/Carla|nooit komen/)
      const status = await visitor.get(linkIn(letter?.text ?? ''))
      expect(status.status).toBe(200)
      expect(status.text).toContain(question.question)
      expect(await house.count('house.advice_link_askings')).toBe(0)
    }),
  )

  it(
    'says the same about what is known and what is not, and writes to nobody then',
    inHouse(async (house) => {
      const { number } = await asked(house)
      const known = await press(house, { number, email: 'carla@voorbeeld.example' })
      expect(known.letters).toHaveLength(1)
      const answer = await seen(known)
      expect(answer).toMatchObject({ status: 303, location: `${page}?gedaan=gevraagd`, cookies: [] })
      expect(answer.page).not.toContain(number)
      const other = number.endsWith('0') ? number.replace(/0$/, '1') : number.replace(/\d$/, '0')
      for (const fields of [
        { number: other },
        { email: 'niemand@voorbeeld.example' },
        // Everything that is filled in must be right: the number does not lead to another address.
        { number, email: 'niemand@voorbeeld.example' },
        { number: other, email: 'carla@voorbeeld.example' },
      ]) {
        const unknown = await press(house, fields)
        expect(unknown.letters).toEqual([])
        expect(await seen(unknown)).toEqual(answer)
      }
    }),
  )

  it(
    'finds every question of an address, the newest three, also one that has ended',
    inHouse(async (house) => {
      const { database, vault, now } = house.platform
      const first = await asked(house, { lang: 'en' })
      await database.house(
        await database.house(null, (tx) =>
          makeLink(tx, { subject: first.id, purpose: 'request-status', until: new Date(now().getTime() + 86_400_000) }),
        ),
        (tx) => advice.withdrawRequest(tx, first.id, now()),
      )
      await house.runJobs()
      await asked(house, { email: 'ander@voorbeeld.example' })
      const { letters } = await press(house, { email: ' CARLA@voorbeeld.example ' })
      expect(letters.map((letter) => [letter.to, letter.lang])).toEqual([['Carla@voorbeeld.example', 'en']])
      const gone = await house.operate((tx) => advice.getForDesk(tx, vault, first.id))
      expect(hasEnded(gone.state)).toBe(true)

      house.setClock(new Date(now().getTime() + 2 * 86_400_000).toISOString())
      const numbers: string[] = []
      for (let n = 0; n < 4; n++) {
        house.setClock(new Date(now().getTime() + 60_000).toISOString())
        const email = 'vaak@voorbeeld.example'
        numbers.push((await asked(house, { email })).number)
      }
      // The confirmations of today count as well: tomorrow there is room again.
      house.setClock(new Date(now().getTime() + 2 * 86_400_000).toISOString())
      const many = await press(house, { email: 'vaak@voorbeeld.example' })
      expect(many.letters.map((letter) => letter.subject.slice(-14)).toSorted()).toEqual(numbers.slice(1).toSorted())
      expect((await press(house, { email: 'vaak@voorbeeld.example' })).letters).toEqual([])
    }),
  )

  it(
    'writes no further letter about a question that was not confirmed',
    inHouse(async (house) => {
      const { number } = await asked(house, { confirmed: false })
      expect((await press(house, { number })).letters).toEqual([])
    }),
  )

  it(
    'understands a number in many spellings, and asks again beside the field for what it does not understand',
    inHouse(async (house) => {
      const { number } = await asked(house)
      const loose = number.toLowerCase().replaceAll('-', ' ')
      expect((await press(house, { number: ` ${loose} ` })).letters).toHaveLength(1)
      for (const [fields, sentence] of [
        [{}, 'Vul het nummer van je vraag in, of het mailadres'],
        [{ number: 'vraag 12' }, 'Dit lijkt niet op een nummer van een vraag'],
        [{ email: 'carla' }, 'Dit is geen mailadres'],
      ] as const) {
        const { sent } = await press(house, fields)
        expect(sent.status).toBe(422)
        expect(sent.text).toContain(sentence)
        for (const typed of Object.values(fields)) expect(sent.text).toContain(`value="${typed}"`)
      }
      expect((await press(house, {}, '/en')).sent.text).toContain('Fill in the number of your question')
      expect(await house.count('house.advice_link_askings')).toBe(0)
    }),
  )

  it(
    'is offered where a question is asked, and where a link has ended',
    inHouse(async (house) => {
      const visitor = house.visitor()
      for (const path of ['/vraag', '/vraag/bedankt', `/vraag/status/${'x'.repeat(43)}`, '/vraag/bevestigen/weg'])
        expect(`${path}: ${(await visitor.get(path)).text}`).toContain(`href="${page}"`)
      const ended = await visitor.get(`/en/vraag/status/${'x'.repeat(43)}`)
      expect(ended.status).toBe(410)
      expect(ended.text).toContain(`href="/en${page}"`)
      expect((await visitor.get('/uitnodiging/weg')).text).not.toContain(`href="${page}"`)
    }),
  )

  it('can be asked as often as a question, and no more', async () => {
    const route = room.routes.find((each) => each.method === 'POST' && each.path === page)
    const rates = makeRates()
    const taken: boolean[] = []
    for (let n = 0; n <= perMinute.asking; n++) taken.push(await rates.take(route?.rate ?? 'reading', '192.0.2.1'))
    expect(taken.at(-2)).toBe(true)
    expect(taken.at(-1)).toBe(false)
  })

  it(
    'forgets an asking that no letter came of within a day',
    inHouse(async (house) => {
      const { database, vault, now } = house.platform
      const rule = room.retention?.find((each) => each.name === 'advice.link-askings')
      const run = (dryRun: boolean) => house.operate(async (tx) => rule?.run(tx, now(), dryRun))
      const known = { number: 'AV-2026-000000' }
      await database.house(null, (tx) => askForLink(tx, vault, known, now()))
      expect(await run(false)).toBe(0)
      house.setClock(new Date(now().getTime() + 86_400_001).toISOString())
      expect(await run(true)).toBe(1)
      expect(await house.count('house.advice_link_askings')).toBe(1)
      expect(await run(false)).toBe(1)
      expect(await house.count('house.advice_link_askings')).toBe(0)
    }),
  )
})
