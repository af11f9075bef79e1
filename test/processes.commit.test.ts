import { sql } from 'kysely'
import { destination } from 'pino'
import { describe, expect, it } from 'vitest'
import { webOf } from '../src/app/running.ts'
import { makeLog } from '../src/platform/log.ts'
import { publishOwnItem } from '../src/rooms/knowledge/public.ts'
import { browse } from './browsing.ts'
import { routes, setScene } from './contract/scene.ts'
import { testOrigin, until, withCommittedHouse, type CommittedHouse } from './house.ts'

const publish = ({ operate, platform, people }: CommittedHouse, title: string) =>
  operate((tx) =>
    publishOwnItem(
      tx,
      platform.vault,
      {
        title,
        summary: 'Kort en goed.',
        lang: 'nl',
        type: 'article',
        themes: [],
        roles: [],
        audiences: [],
        stewards: [people.organisations.a],
        body: 'Begin klein. Vraag wat iemand nodig heeft.',
        provenance: 'own',
        authors: [],
        source: null,
        checkedAt: platform.now(),
        publishedAt: platform.now(),
      },
      null,
      platform.now(),
    ),
  )

/** Asks for a page until the process keeps it. */
const keeps = (second: { platform: CommittedHouse['platform']; fetch: CommittedHouse['fetch'] }, path: string) =>
  until(async () => {
    await browse(second.fetch, testOrigin).get(path)
    return second.platform.cache.find(path) !== undefined
  })

describe('two processes on one database', () => {
  it(
    'what one publishes is on the other’s kept page within two seconds',
    withCommittedHouse(async (house) => {
      const second = await house.secondPlatform()
      await keeps(second, '/')
      await publish(house, 'Een heel nieuw stuk')
      const begun = Date.now()
      await until(
        async () => (await browse(second.fetch, testOrigin).get('/')).text.includes('Een heel nieuw stuk'),
        2_000,
      )
      expect(Date.now() - begun).toBeLessThan(2_000)
    }),
  )

  it(
    'a process that lost its ear keeps nothing until it listens again',
    withCommittedHouse(async (house) => {
      const second = await house.secondPlatform()
      await keeps(second, '/')
      const kill = () =>
        house.peek(async (tx) => {
          const { rows } = await sql<{ n: number }>`
            select count(pg_terminate_backend(pid))::int as n from pg_stat_activity
             where application_name = 'plein listener' and datname = current_database()`.execute(tx)
          return rows[0]?.n ?? 0
        })
      expect(await kill()).toBe(2)
      await until(() => second.platform.cache.find('/') === undefined, 2_000)
      // Published while nobody listens: the page that is made now must hold it.
      await publish(house, 'Onder de radar')
      expect((await browse(second.fetch, testOrigin).get('/')).text).toContain('Onder de radar')
      await keeps(second, '/')
      expect((await browse(second.fetch, testOrigin).get('/')).text).toContain('Onder de radar')
    }),
  )
})

describe('the log', () => {
  it(
    'says what was asked and how it went, and nothing of anybody',
    withCommittedHouse(async (house) => {
      const lines: string[] = []
      const stream = Object.assign(destination({ fd: 1, sync: true }), {
        write: (line: string) => {
          lines.push(line)
          return true
        },
      })
      const log = makeLog('debug', stream)
      const fetch = webOf({ ...house.platform, log }, { live: () => true, ready: async () => true })
      const scene = await setScene(house)
      const canary = 'kanarie7f3a9c'
      const browser = browse(fetch, testOrigin)
      const tokens: string[] = []
      await browser.get(`/zoeken?q=${canary}`)
      await browser.post('/inloggen', { email: `${canary}@example.org`, naar: `/mijn?x=${canary}` })
      await browser.post('/vraag', { question: canary, nonsense: canary })
      await browser.get(`/is-er-niet/${canary}`)
      await browser.get('/', {
        'user-agent': canary,
        referer: `https://${canary}.example`,
        'x-forwarded-for': '192.0.2.77',
      })
      for (const { route } of routes.filter((each) => each.route.path.includes(':link'))) {
        const path = await scene.path(route, 'own')
        tokens.push(/[A-Za-z0-9_-]{43}/.exec(path)?.[0] ?? canary)
        await (route.method === 'GET' ? browser.get(path) : browser.post(path, { text: canary }))
      }
      const signedIn = await scene.browser('administrator')
      const own = browse(fetch, testOrigin)
      for (const [name, value] of signedIn.cookies) {
        own.cookies.set(name, value)
        tokens.push(value)
      }
      await own.get('/beheer/mensen')
      await own.get(`/beheer/mensen/${house.people.expert.id}`)

      const text = lines.join('')
      expect(lines.length).toBeGreaterThan(10)
      for (const line of lines) expect(Object.keys(JSON.parse(line) as object)).toContain('requestId')
      for (const word of [canary, '192.0.2.77', 'example.org', house.people.expert.id, 'rosa', 'Rosa', ...tokens])
        expect([word, text.includes(word)]).toEqual([word, false])
    }),
  )
})
