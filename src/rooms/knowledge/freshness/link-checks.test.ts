import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inHouse, testOrigin, type RolledBackHouse } from '../../../../test/house.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { openFetcher } from '../../../platform/fetching/fetching.ts'
import type { Work } from '../../../platform/jobs/work.ts'
import { openMailRoom } from '../../../platform/mail/mail.ts'
import { tryLinks } from './link-checks.jobs.ts'
import { publishOwnItem } from '../seeding.actions.ts'
import './checks.tables.ts'

// A web of our own: /gone is not there until it is mended.
let mended = false
const asked: string[] = []
const server = createServer((ask, answer) => {
  asked.push(ask.url ?? '')
  answer.writeHead(ask.url === '/gone' && !mended ? 404 : ask.url === '/closed' ? 403 : 200).end()
})
let port = 0
beforeAll(
  () =>
    new Promise<void>((done) =>
      server.listen(0, '127.0.0.1', () => {
        const at = server.address()
        port = typeof at === 'object' && at !== null ? at.port : 0
        done()
      }),
    ),
)
afterAll(() => void server.close())

const local = (path: string) => `http://127.0.0.1:${port}${path}`

/** The nightly run as the worker has it, with a fetcher that may ask the server of this test. */
const tryThem = (house: RolledBackHouse, ports: readonly number[] = [port]) => {
  const work: Work = {
    now: () => house.platform.now(),
    transaction: (fn) => house.operate(fn),
    vault: house.platform.vault,
    mail: openMailRoom({ vault: house.platform.vault, origin: testOrigin, smtpUrl: undefined }),
    origin: testOrigin,
  }
  return tryLinks(work, openFetcher(testOrigin, { loopbackPorts: ports }))
}

const itemWith = (house: RolledBackHouse, body: string, source: string | null = null) =>
  house.operate((tx) =>
    publishOwnItem(
      tx,
      house.platform.vault,
      {
        title: 'Met verwijzingen',
        summary: 'Kort en goed.',
        lang: 'nl',
        type: 'guide',
        themes: ['povertyDebt'],
        roles: [],
        audiences: [],
        stewards: [house.people.organisations.a],
        body,
        provenance: 'own',
        authors: [],
        source: source === null ? null : { title: 'Bron', link: source },
        checkedAt: house.platform.now(),
        publishedAt: house.platform.now(),
      },
      null,
      house.platform.now(),
    ),
  )

const watched = (house: RolledBackHouse) =>
  house.peek((tx: Tx) => tx.selectFrom('knowledge_link_checks').selectAll().orderBy('link').execute())
const letters = async (house: RolledBackHouse) => {
  await house.runDaily('knowledge.ask-for-checks')
  return (await house.letters()).filter((letter) => letter.text.includes('/nakijken/'))
}

describe('links of published items', () => {
  it(
    'are reported after failures on three different days, and forgotten when they work',
    inHouse(async (house) => {
      mended = false
      house.setClock('2026-11-23T04:00:00Z')
      await itemWith(house, `Lees [dit](${local('/good')}) en [dat](${local('/gone')}).`, local('/closed'))
      await tryThem(house)
      await tryThem(house)
      expect(await watched(house)).toMatchObject([{ link: local('/gone'), failed_days: 1, broken_at: null }])
      house.setClock('2026-11-24T04:00:00Z')
      await tryThem(house)
      expect(await letters(house)).toEqual([])
      house.setClock('2026-11-25T04:00:00Z')
      await tryThem(house)
      expect(await watched(house)).toMatchObject([{ failed_days: 3, failed_since: '2026-11-23' }])
      const [letter, ...more] = await letters(house)
      expect(more).toEqual([])
      expect(letter?.text).toContain('Bij één item werkt een link niet meer')
      const link = /\/nakijken\/[\w-]+/.exec(letter?.text ?? '')?.[0] ?? ''
      expect((await house.visitor().get(link)).text).toContain(local('/gone'))
      expect((await (await house.as('editorA')).get('/redactie/nakijken')).text).toContain(local('/gone'))

      house.setClock('2026-11-30T08:00:00Z')
      expect((await letters(house)).length).toBe(1)
      mended = true
      await tryThem(house)
      expect(await watched(house)).toEqual([])
      expect((await (await house.as('editorA')).get('/redactie/nakijken')).text).not.toContain(local('/gone'))
    }),
  )

  it(
    'that work are left in peace for a week',
    inHouse(async (house) => {
      house.setClock('2026-11-23T04:00:00Z')
      await itemWith(house, `Lees [dit](${local('/quiet')}).`)
      const visits = () => asked.filter((path) => path === '/quiet').length
      await tryThem(house)
      expect(visits()).toBe(1)
      house.setClock('2026-11-29T04:00:00Z')
      await tryThem(house)
      expect(visits()).toBe(1)
      house.setClock('2026-12-01T04:00:00Z')
      await tryThem(house)
      expect(visits()).toBe(2)
    }),
  )

  it(
    'that lead inside are never asked, and fail',
    inHouse(async (house) => {
      house.setClock('2026-11-23T04:00:00Z')
      await itemWith(house, `Kijk [binnen](http://127.0.0.1/geheim) en [hier](${local('/good')}).`)
      await tryThem(house)
      expect(asked).not.toContain('/geheim')
      expect(await watched(house)).toMatchObject([{ link: 'http://127.0.0.1/geheim', failed_days: 1 }])
    }),
  )

  it(
    'are not blamed when this machine has no way out',
    inHouse(async (house) => {
      house.setClock('2026-11-23T04:00:00Z')
      const closed = createServer()
      const free = await new Promise<number>((done) =>
        closed.listen(0, '127.0.0.1', () => {
          const at = closed.address()
          done(typeof at === 'object' && at !== null ? at.port : 0)
        }),
      )
      await new Promise((done) => closed.close(done))
      await itemWith(house, `[a](http://127.0.0.1:${free}/a) [b](http://127.0.0.1:${free}/b)`)
      await tryThem(house, [free])
      expect(await watched(house)).toEqual([])
    }),
  )
})
