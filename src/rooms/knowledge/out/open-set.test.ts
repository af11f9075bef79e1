import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser, Store } from 'n3'
import { describe, expect, it } from 'vitest'
import { inHouse, testOrigin, type RolledBackHouse } from '../../../../test/house.ts'
import { readCsv } from '../../../lib/csv/csv-reader.ts'
import { judge, readTurtle } from '../../../lib/rdf/shapes.testing.ts'
import { root } from '../../../platform/root.ts'
import { publishOwnItem, type OwnItem } from '../seeding.actions.ts'
import { withdraw } from '../publishing/publishing.actions.ts'
import '../tables.ts'

const publish = (house: RolledBackHouse, more: Partial<OwnItem> & { slug: string }) =>
  house.operate((tx) =>
    publishOwnItem(
      tx,
      house.platform.vault,
      {
        title: `=Over ${more.slug}`,
        summary: 'Begin klein, betaal "eerlijk".',
        lang: 'nl',
        type: 'article',
        themes: ['povertyDebt'],
        roles: [],
        audiences: [],
        stewards: [house.people.organisations.a],
        body: 'Vraag wat iemand nodig heeft.',
        provenance: 'own',
        authors: ['Anja'],
        source: null,
        checkedAt: house.platform.now(),
        publishedAt: house.platform.now(),
        ...more,
      },
      null,
      house.platform.now(),
    ),
  )

describe('the open set', () => {
  it(
    'holds every item once, whole and as a table that no spreadsheet runs',
    inHouse(async (house) => {
      const slugs = Array.from({ length: 260 }, (_, n) => `stuk-${n}`)
      for (const slug of slugs) await publish(house, { slug })
      const visitor = house.visitor()
      const lines = (await visitor.get('/data/kennis.jsonl')).text.trimEnd().split('\n')
      const items = lines.map((line) => JSON.parse(line) as { slug: string; html: string; authors: string[] })
      expect(items.map((item) => item.slug).toSorted()).toEqual(slugs.toSorted())
      expect(items[0]).toMatchObject({ html: '<p>Vraag wat iemand nodig heeft.</p>\n', authors: ['Anja'] })
      const [header, ...rows] = readCsv((await visitor.get('/data/kennis.csv')).text)
      expect(rows).toHaveLength(slugs.length)
      const title = header?.indexOf('title') ?? -1
      expect(rows.every((row) => row[title]?.startsWith("'=Over stuk-"))).toBe(true)
    }),
  )

  it(
    'is not sent again while nothing changed, and is once something was withdrawn',
    inHouse(async (house) => {
      const { id } = await publish(house, { slug: 'gaat' })
      await publish(house, { slug: 'blijft' })
      const visitor = house.visitor()
      for (const path of ['/data/kennis.jsonl', '/data/kennis.csv', '/catalogus.ttl', '/sitemap.xml']) {
        const first = await visitor.get(path)
        const etag = first.headers.get('etag') ?? ''
        expect([path, (await visitor.get(path, { 'if-none-match': etag })).status]).toEqual([path, 304])
        const since = first.headers.get('last-modified') ?? ''
        expect([path, (await visitor.get(path, { 'if-modified-since': since })).status]).toEqual([path, 304])
      }
      const etag = (await visitor.get('/data/kennis.jsonl')).headers.get('etag') ?? ''
      await house.operate((tx) => withdraw(tx, house.platform.vault, id, 'Niet meer juist.', house.platform.now()))
      const later = await visitor.get('/data/kennis.jsonl', { 'if-none-match': etag })
      expect([later.status, later.text.includes('"gaat"')]).toEqual([200, false])
    }),
  )

  it(
    'comes zipped to who can unzip, and to the last line',
    inHouse(async (house) => {
      await publish(house, { slug: 'een' })
      const answer = await house.fetch(
        new Request(`${testOrigin}/data/kennis.jsonl`, { headers: { 'accept-encoding': 'gzip' } }),
      )
      expect(answer.headers.get('content-encoding')).toBe('gzip')
      const plain = answer.body?.pipeThrough(new DecompressionStream('gzip'))
      expect(await new Response(plain).text()).toBe((await house.visitor().get('/data/kennis.jsonl')).text)
    }),
  )
})

const folder = join(root, '..', 'shared', 'data', 'standards', 'dcat-ap-nl')
const absent = !existsSync(folder)
if (absent) console.warn('skipped: the shapes of DCAT-AP-NL are not here')

describe('the catalogue', () => {
  it(
    'keeps to what DCAT-AP-NL makes mandatory, and says it in a page, in Turtle and in JSON-LD',
    inHouse(async (house) => {
      await publish(house, { slug: 'een' })
      const visitor = house.visitor()
      const turtle = await visitor.get('/catalogus.ttl')
      expect(turtle.headers.get('content-type')).toBe('text/turtle; charset=utf-8')
      const store = readTurtle(turtle.text)
      expect(
        store.getQuads(null, 'http://www.w3.org/ns/dcat#downloadURL', null, null).map(({ object }) => object.value),
      ).toContain(`${testOrigin}/data/kennis.jsonl`)
      if (!absent) {
        const shapes = new Store(new Parser().parse(readFileSync(join(folder, 'dcat-ap-nl-SHACL.ttl'), 'utf8')))
        expect(judge(store, shapes)).toEqual({ objections: [], sparql: [] })
      }
      const jsonLd = await visitor.get('/catalogus.jsonld')
      expect(JSON.stringify(JSON.parse(jsonLd.text))).toContain(`${testOrigin}/oai`)
      const page = await visitor.get('/catalogus')
      expect(page.text).toContain('Er staan nu 1 stukken in')
    }),
  )
})
