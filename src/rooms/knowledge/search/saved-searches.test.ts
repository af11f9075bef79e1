import { describe, expect, it } from 'vitest'
import { inHouse, testOrigin, type RolledBackHouse } from '../../../../test/house.ts'
import type { Browsing } from '../../../../test/browsing.ts'
import { eraseEverywhere, eraseHeld, exportAsked, exportOf, findHeld } from '../../../app/persons.ts'
import { placed } from '../kinds/kinds.testing.ts'
import { room } from '../room.ts'
import { takeFromShelf } from './shelf.sql.ts'
import '../subscriptions/subscriptions.tables.ts'

const carla = 'Carla@voorbeeld.example'
const form = 'action="/zoeken/volgen"'

const linkIn = (text: string, page: string) =>
  new RegExp(`${testOrigin}((?:/en)?/zoeken/volgen/${page}/[\\w-]+)`).exec(text)?.[1] ?? `/no-${page}-link`

const newLetters = async (house: RolledBackHouse, work: () => Promise<unknown>) => {
  const before = (await house.letters()).length
  await work()
  await house.runJobs()
  return (await house.letters()).slice(before)
}

/** From the results to the form, and sent. @returns the answer and the letters that came of it. */
async function ask(house: RolledBackHouse, search: string, fields: { email?: string; lang?: string }, who?: Browsing) {
  const visitor = who ?? house.visitor()
  const results = await visitor.get(`/zoeken?${search}`)
  const follow = /href="([^"]*\/zoeken\/volgen\?[^"]*)"/.exec(results.text)?.[1]?.replaceAll('&amp;', '&')
  const page = await visitor.get(follow ?? '/no-way-to-follow')
  let status = 0
  const letters = await newLetters(house, async () => {
    status = (await visitor.submit(page, fields, form)).status
  })
  return { visitor, page, status, letters }
}

/** Asks and confirms. */
async function follows(house: RolledBackHouse, search: string, fields: { email?: string } = {}, who?: Browsing) {
  const { letters } = await ask(house, search, { email: carla, ...fields }, who)
  const visitor = house.visitor()
  const sent = await visitor.submit(await visitor.get(linkIn(letters[0]?.text ?? '', 'bevestigen')))
  expect([sent.status, sent.location]).toEqual([303, '/zoeken/volgen?gedaan=bevestigd'])
}

const tuesday = (house: RolledBackHouse) => newLetters(house, () => house.runDaily('knowledge.send-new-answers'))

const days = (house: RolledBackHouse, n: number) =>
  house.setClock(new Date(house.platform.now().getTime() + n * 86_400_000).toISOString())

const rows = (house: RolledBackHouse) =>
  house.peek((tx) => tx.selectFrom('knowledge_subscriptions').select(['kind', 'confirmed_at']).execute())

describe('following a search', () => {
  it(
    'asks the address first, in a letter that holds nothing of the search, and shows the search behind its link',
    inHouse(async (house) => {
      await placed(house, { slug: 'beloning', type: 'article', title: 'Eerlijke beloning' })
      const { page, status, letters } = await ask(house, 'q=eerlijke+beloning&soort=article', {
        email: carla,
        lang: 'en',
      })
      expect(page.text).toContain('Soort: artikel')
      expect(status).toBe(303)
      expect(letters).toMatchObject([{ to: carla, kind: 'unsolicited', lang: 'en' }])
      expect(`${letters[0]?.subject} ${letters[0]?.text} ${letters[0]?.html}`).not.toMatch(/beloning|article|artikel/i)
      expect(await rows(house)).toEqual([{ kind: 'search', confirmed_at: null }])

      const visitor = house.visitor()
      const confirm = await visitor.get(linkIn(letters[0]?.text ?? '', 'bevestigen'))
      expect(confirm.text).toContain('eerlijke beloning')
      expect(confirm.text).toContain('Kind: article')
      expect((await rows(house))[0]?.confirmed_at).toBeNull()
      await visitor.submit(confirm)
      expect((await rows(house))[0]?.confirmed_at).toBeInstanceOf(Date)
      expect((await visitor.get(confirm.path)).status).toBe(410)
    }),
  )

  it(
    'keeps what was typed when the address is none, and takes no search that is none',
    inHouse(async (house) => {
      const { visitor, page, status } = await ask(house, 'q=beloning', { email: 'geen adres' })
      expect(status).toBe(422)
      for (const search of ['', 'q=', 'x=1', 'q=%00'])
        expect([search, (await visitor.submit(page, { email: carla, search }, form)).status]).toEqual([search, 422])
      expect((await visitor.get('/zoeken/volgen')).location).toBe('/zoeken')
      expect(await rows(house)).toEqual([])
    }),
  )

  it(
    'keeps address and search sealed, and forgets what nobody confirms within a week',
    inHouse(async (house) => {
      await ask(house, 'q=beloning', { email: carla })
      const sealed = await house.peek(async (tx) => [
        ...(await tx.selectFrom('knowledge_subscriptions').selectAll().execute()),
        ...(await tx.selectFrom('knowledge_saved_searches').selectAll().execute()),
      ])
      expect(sealed).toHaveLength(2)
      expect(
        sealed
          .flatMap((row) => Object.values(row))
          .map(String)
          .join(' '),
      ).not.toMatch(/carla|beloning/i)
      const rule = room.retention?.find((each) => each.name === 'knowledge.newsletter-askings')
      const run = () => house.operate(async (tx) => rule?.run(tx, house.platform.now(), false))
      days(house, 6)
      expect(await run()).toBe(0)
      days(house, 2)
      expect(await run()).toBe(1)
      expect(await house.count('knowledge_saved_searches')).toBe(0)
      expect(
        await house.peek((tx) =>
          tx.selectFrom('platform_data_keys').select('holder').where('holder', 'like', 'subscription:%').execute(),
        ),
      ).toEqual([])
    }),
  )

  it(
    'follows a search once per address, other searches beside it, and the newsletter apart',
    inHouse(async (house) => {
      await follows(house, 'q=beloning')
      await follows(house, 'q=beloning', { email: 'carla@VOORBEELD.example' })
      expect(await rows(house)).toHaveLength(1)
      await follows(house, 'q=stigma')
      days(house, 2)
      await follows(house, 'q=beloning&soort=article')
      expect(await rows(house)).toHaveLength(3)
      const visitor = house.visitor()
      const letters = await newLetters(house, async () =>
        visitor.submit(await visitor.get('/nieuwsbrief'), { email: carla }),
      )
      const link = /\/nieuwsbrief\/bevestigen\/[\w-]+/.exec(letters[0]?.text ?? '')?.[0] ?? ''
      expect((await visitor.submit(await visitor.get(link))).status).toBe(303)
      expect((await rows(house)).map((row) => row.kind).toSorted()).toEqual([
        'newsletter',
        'search',
        'search',
        'search',
      ])
    }),
  )

  it(
    'opens nothing with the link of another kind of letter',
    inHouse(async (house) => {
      const { letters } = await ask(house, 'q=beloning', { email: carla })
      const token =
        linkIn(letters[0]?.text ?? '', 'bevestigen')
          .split('/')
          .at(-1) ?? ''
      for (const path of ['/nieuwsbrief/bevestigen', '/nieuwsbrief/keuzes', '/zoeken/volgen/stoppen'])
        expect([path, (await house.visitor().get(`${path}/${token}`)).status]).toEqual([path, 410])
    }),
  )
})

describe('the weekly letter about a search', () => {
  it(
    'names what came since the last one and answers every word, once; with nothing new there is none',
    inHouse(async (house) => {
      await placed(house, { slug: 'al-eerder', type: 'article', title: 'Eerlijke beloning, al eerder' })
      days(house, 1)
      await follows(house, 'q=eerlijke+beloning')
      days(house, 1)
      await placed(house, { slug: 'past', type: 'article', title: 'Eerlijke <beloningen>' })
      await placed(house, { slug: 'half', type: 'article', title: 'Alleen beloning' })
      await placed(house, { slug: 'elders', type: 'article', title: 'Eerlijk', body: 'Over beloningen gaat het hier.' })
      const gone = await placed(house, { slug: 'weg', type: 'article', title: 'Eerlijke beloning, weer weg' })
      await house.operate((tx) => takeFromShelf(tx, gone.id))
      days(house, 8)
      const letters = await tuesday(house)
      expect(letters).toMatchObject([
        {
          to: carla,
          kind: 'expected',
          lang: 'nl',
          subject: 'Er zijn 2 nieuwe stukken voor een zoekvraag die je volgt',
        },
      ])
      const text = letters[0]?.text ?? ''
      expect(text.match(/\/kennis\/[\w-]+/g)?.toSorted()).toEqual(['/kennis/elders', '/kennis/past'])
      expect(text).toContain('‘eerlijke beloning’')
      expect(text).toContain(`${testOrigin}/zoeken?q=eerlijke+beloning`)
      expect(letters[0]?.html).toContain('Eerlijke &lt;beloningen&gt;')
      expect(await tuesday(house)).toEqual([])
      days(house, 7)
      expect(await tuesday(house)).toEqual([])
    }),
  )

  it(
    'holds the choices of the search, and takes a typing error as the page does',
    inHouse(async (house) => {
      await placed(house, { slug: 'ouder', type: 'article', title: 'Over vergoedingen' })
      await follows(house, 'q=vergoediing&soort=guide&thema=youth')
      days(house, 1)
      await placed(house, { slug: 'ja', type: 'guide', title: 'Een vergoeding vragen', themes: ['youth'] })
      await placed(house, { slug: 'ander-thema', type: 'guide', title: 'Een vergoeding geven', themes: ['broad'] })
      await placed(house, { slug: 'andere-soort', type: 'article', title: 'Een vergoeding', themes: ['youth'] })
      days(house, 8)
      const [letter] = await tuesday(house)
      expect(letter?.text.match(/\/kennis\/[\w-]+/g)).toEqual(['/kennis/ja'])
    }),
  )

  it(
    'stops at one POST of a mail program, whatever comes after',
    inHouse(async (house) => {
      await follows(house, 'q=beloning')
      days(house, 1)
      await placed(house, { slug: 'een', type: 'article', title: 'Beloning' })
      days(house, 8)
      const [letter] = await tuesday(house)
      const stop = linkIn(letter?.text ?? '', 'stoppen')
      expect((await house.visitor().get(stop)).text).toContain('beloning')
      expect(await rows(house)).toHaveLength(1)
      const post = () =>
        house.fetch(
          new Request(testOrigin + stop, {
            method: 'POST',
            body: 'List-Unsubscribe=One-Click',
            headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' },
          }),
        )
      expect((await post()).status).toBe(200)
      expect(await rows(house)).toEqual([])
      expect(await house.count('knowledge_saved_searches')).toBe(0)
      const again = await post()
      expect([again.status, await again.text()]).toEqual([
        200,
        expect.stringContaining('volgt deze zoekvraag niet meer'),
      ])
      expect((await house.visitor().get(stop)).text).toContain('volgt deze zoekvraag niet meer')
    }),
  )
})

describe('searches of somebody who is signed in', () => {
  const emailOf = async (house: RolledBackHouse, id: string) => {
    const copy = await house.operate((tx) => exportOf(tx, house.platform.vault, id, house.platform.now()))
    return String((copy.rooms['accounts'] as { email?: unknown }).email)
  }

  it(
    'stand on a page of their own, where they stop; nobody else sees them',
    inHouse(async (house) => {
      const own = await house.as('expert')
      const email = await emailOf(house, house.people.expert.id)
      const { page } = await ask(house, 'q=stigma', {}, own)
      expect(page.text).toContain(`value="${email}"`)
      expect((await own.get('/mijn/zoekvragen')).text).toContain('Wacht op je antwoord')
      await follows(house, 'q=beloning', { email }, own)
      const mine = await own.get('/mijn/zoekvragen')
      expect(mine.text).toContain('beloning')
      expect((await own.get('/mijn')).text).toContain('/mijn/zoekvragen')

      const other = await house.as('secondExpert')
      expect((await other.get('/mijn/zoekvragen')).text).toContain('Je volgt nog geen zoekvraag')
      const search = /name="search" value="([^"]+)"/.exec(mine.text)?.[1] ?? ''
      await other.post('/mijn/zoekvragen', { search })
      expect(await rows(house)).toHaveLength(2)

      expect((await own.post('/mijn/zoekvragen', { search })).location).toBe('/mijn/zoekvragen?gedaan=gestopt')
      expect(await rows(house)).toHaveLength(1)
    }),
  )

  it(
    'do not tell them whether somebody else said yes',
    inHouse(async (house) => {
      const own = await house.as('expert')
      await follows(house, 'q=beloning', {}, own)
      expect((await own.get('/mijn/zoekvragen')).text).toContain('Je volgt nog geen zoekvraag')
    }),
  )

  it(
    'are in the copy and go with the account; those of an address without one too',
    inHouse(async (house) => {
      const { vault, now } = house.platform
      const { id } = house.people.expert
      await follows(house, 'q=beloning', { email: await emailOf(house, id) }, await house.as('expert'))
      await follows(house, 'q=stigma')
      const copy = await house.operate((tx) => exportOf(tx, vault, id, now()))
      expect(copy.rooms['knowledge']).toMatchObject({ newsletters: [{ kind: 'search', search: 'q=beloning' }] })
      await house.operate((tx) => eraseEverywhere(tx, vault, id, now()))
      expect(await rows(house)).toHaveLength(1)

      const held = await house.operate((tx) => findHeld(tx, vault, carla))
      if (held === null) throw new Error('nothing found')
      const asked = await house.operate((tx) => exportAsked(tx, vault, held.requests, now(), held.newsletters))
      expect(asked.rooms['knowledge']).toMatchObject({ newsletters: [{ kind: 'search', search: 'q=stigma' }] })
      await house.operate((tx) => eraseHeld(tx, vault, held, now()))
      expect(await rows(house)).toEqual([])
    }),
  )
})
