import { describe, expect, it } from 'vitest'
import { inHouse, testOrigin, type House } from '../../../../test/house.ts'
import { readFeed } from '../../../lib/feeds/read-feed.ts'
import { readCalendar } from '../../../lib/feeds/read-calendar.ts'
import { publishOwnItem, type OwnItem } from '../seeding.actions.ts'
import '../tables.ts'

const item = (house: House, more: Partial<OwnItem> & { slug: string }): OwnItem => ({
  title: `Over ${more.slug} & meer`,
  summary: 'Begin klein, betaal eerlijk.',
  lang: 'nl',
  type: 'article',
  themes: ['povertyDebt'],
  roles: [],
  audiences: [],
  stewards: [house.people.organisations.a],
  body: 'Vraag wat iemand nodig heeft.',
  provenance: 'own',
  authors: [],
  source: null,
  checkedAt: house.platform.now(),
  publishedAt: house.platform.now(),
  ...more,
})

const publish = (house: House, more: Partial<OwnItem> & { slug: string }) =>
  house.operate((tx) => publishOwnItem(tx, house.platform.vault, item(house, more), null, house.platform.now()))

const titlesOf = (xml: string) => {
  const harvest = readFeed(new TextEncoder().encode(xml), { now: new Date() })
  if (!harvest.ok) throw new Error('this is no feed')
  return harvest.records.map(({ record }) => record.title)
}

describe('feeds', () => {
  it(
    'hold what fits them, in both forms alike',
    inHouse(async (house) => {
      await publish(house, { slug: 'schulden' })
      await publish(house, { slug: 'wonen', themes: ['homelessness'], type: 'guide' })
      await publish(house, { slug: 'zwolle', themes: [], regions: ['GM0193'] })
      const visitor = house.visitor()
      const titles = async (path: string) => titlesOf((await visitor.get(path)).text).toSorted()
      expect(await titles('/feeds/alles.atom')).toHaveLength(3)
      expect(await titles('/feeds/thema/dakloosheid.atom')).toEqual(['Over wonen & meer'])
      expect(await titles('/feeds/soort/handreiking.atom')).toEqual(['Over wonen & meer'])
      expect(await titles('/feeds/regio/gm0193.atom')).toEqual(['Over zwolle & meer'])
      expect(await titles('/zoeken.atom?q=nodig&thema=povertyDebt')).toEqual(['Over schulden & meer'])
      const json = JSON.parse((await visitor.get('/feeds/alles.json')).text) as { items: { title: string }[] }
      expect(json.items.map((each) => each.title).toSorted()).toEqual(await titles('/feeds/alles.atom'))
      for (const path of [
        '/feeds/anders.atom',
        '/feeds/alles.rss',
        '/feeds/thema/artikel.atom',
        '/feeds/regio/gm9999.atom',
      ])
        expect([path, (await visitor.get(path)).status]).toEqual([path, 404])
    }),
  )

  it(
    'go on to older items page by page, each once',
    inHouse(async (house) => {
      for (let n = 0; n < 53; n++)
        await publish(house, { slug: `stuk-${n}`, publishedAt: new Date(Date.UTC(2026, 0, 1) + n * 60_000) })
      const visitor = house.visitor()
      const first = await visitor.get('/feeds/alles.atom')
      const next = /rel="next"[^>]*href="([^"]+)"/.exec(first.text)?.[1] ?? ''
      expect(next).toBe(`${testOrigin}/feeds/alles.atom?pagina=2`)
      const second = await visitor.get(new URL(next).pathname + new URL(next).search)
      expect(second.text).not.toContain('rel="next"')
      const all = [...titlesOf(first.text), ...titlesOf(second.text)]
      expect(new Set(all).size).toBe(53)
      expect(all[0]).toBe('Over stuk-52 & meer')
    }),
  )

  it(
    'are not sent again when nothing changed, and are when something was withdrawn',
    inHouse(async (house) => {
      await publish(house, { slug: 'blijft' })
      const { id } = await publish(house, { slug: 'gaat' })
      const visitor = house.visitor()
      const first = await visitor.get('/feeds/alles.atom')
      const since = first.headers.get('last-modified') ?? ''
      expect(new Date(since).getTime()).toBeGreaterThan(0)
      expect((await visitor.get('/feeds/alles.atom', { 'if-modified-since': since })).status).toBe(304)
      const etag = first.headers.get('etag') ?? ''
      expect((await visitor.get('/feeds/alles.atom', { 'if-none-match': etag })).status).toBe(304)
      // A tag decides where there is one.
      expect(
        (await visitor.get('/feeds/alles.atom', { 'if-none-match': '"other"', 'if-modified-since': since })).status,
      ).toBe(200)

      await house.operate(async (tx) => {
        await tx.deleteFrom('square.items').where('id', '=', id).execute()
        const at = new Date(Date.parse(since) + 5_000)
        await tx
          .insertInto('square.withdrawn_items')
          .values({ id, slug: 'gaat', type: 'article', themes: [], at })
          .execute()
      })
      const later = await visitor.get('/feeds/alles.atom', { 'if-modified-since': since })
      expect([later.status, titlesOf(later.text)]).toEqual([200, ['Over blijft & meer']])
    }),
  )

  it(
    'are named by the pages that show the same, and can be followed from there',
    inHouse(async (house) => {
      await publish(house, { slug: 'schulden' })
      const visitor = house.visitor()
      for (const [path, feed] of [
        ['/', '/feeds/alles.atom'],
        ['/zoeken?q=nodig', '/zoeken.atom?q=nodig'],
        ['/kennis/schulden', '/feeds/thema/armoede-en-schulden.atom'],
        ['/feeds', '/feeds/alles.json'],
      ] as const) {
        const { text } = await visitor.get(path)
        const link = [...text.matchAll(/<link rel="alternate"[^>]*>/g)].find(([each]) =>
          each.includes(`href="${feed}"`),
        )
        expect([path, link !== undefined]).toEqual([path, true])
        expect((await visitor.get(feed)).status).toBe(200)
      }
      expect((await visitor.get('/kennis/schulden')).text).toContain('/feeds#armoede-en-schulden')
    }),
  )
})

describe('the calendar', () => {
  it(
    'holds events with a day, of a theme, and one alone',
    inHouse(async (house) => {
      const details = { startsOn: '2026-12-03', endsOn: '2026-12-04', place: 'Zwolle' }
      await publish(house, { slug: 'dag', type: 'event', details })
      await publish(house, { slug: 'ooit', type: 'event', details: {} })
      await publish(house, { slug: 'tekst' })
      const visitor = house.visitor()
      const read = async (path: string) => {
        const answer = await visitor.get(path)
        expect(answer.headers.get('content-type')).toContain('text/calendar')
        const harvest = readCalendar(new TextEncoder().encode(answer.text), { now: new Date() })
        return harvest.ok ? harvest.records.map(({ record }) => record.title) : harvest
      }
      expect(await read('/agenda.ics')).toEqual(['Over dag & meer'])
      expect(await read('/agenda/armoede-en-schulden.ics')).toEqual(['Over dag & meer'])
      expect(await read('/agenda/dakloosheid.ics')).toEqual([])
      expect(await read('/kennis/dag/agenda.ics')).toEqual(['Over dag & meer'])
      const { text } = await visitor.get('/agenda.ics')
      expect(text).toContain('DTSTART;VALUE=DATE:20261203')
      expect(text).toContain('DTEND;VALUE=DATE:20261205')
      for (const slug of ['ooit', 'tekst', 'is-er-niet'])
        expect((await visitor.get(`/kennis/${slug}/agenda.ics`)).status).toBe(404)
      expect((await visitor.get('/kennis/dag')).text).toContain('/kennis/dag/agenda.ics')
    }),
  )
})
