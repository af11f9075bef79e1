import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../text/clean.ts'
import { xmlText } from '../xml/write.ts'
import { writeAtom, type AtomEntry, type AtomFeed } from './atom.ts'
import { readDate } from './dates.ts'
import { addressOf } from './gather.ts'
import type { Harvest, HarvestedRecord, ReadingOptions } from './harvested.ts'
import { writeJsonFeed } from './json-feed.ts'
import { readFeed } from './read-feed.ts'

const now = new Date('2026-11-22T12:00:00Z')
const options: ReadingOptions = { now, address: 'https://bron.nl/feed' }

const taken = (harvest: Harvest): readonly HarvestedRecord[] => {
  if (!harvest.ok) throw new Error(`${harvest.problem} ${harvest.detail}`)
  return harvest.records.map(({ record }) => record)
}
/** Everything that was said about a harvest, in one list of lines. */
const told = (harvest: Harvest): string[] => {
  if (!harvest.ok) return [`${harvest.problem} ${JSON.stringify(harvest.place)}`]
  const at = (place: object) => Object.values(place).join(':')
  return [
    ...harvest.refused.map(({ reason, place, found }) => `refused ${reason} ${at(place)} ${found}`),
    ...[...harvest.remarks, ...harvest.records.flatMap(({ remarks }) => remarks)].map(
      ({ field, reason, place, found }) => `${field} ${reason} ${at(place)} ${found}`,
    ),
  ]
}
const rss = (items: string, channel = '') =>
  `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bron</title><link>https://bron.nl/</link>${channel}\n${items}</channel></rss>`

describe('dates as others write them', () => {
  it.each([
    ['2026', '2026'],
    ['2026-11', '2026-11'],
    ['2026-11-01', '2026-11-01'],
    ['2026-11-01T10:00:00+01:00', '2026-11-01T09:00:00.000Z'],
    ['2026-11-01T10:00:00.1234Z', '2026-11-01T10:00:00.123Z'],
    ['2026-11-01 10:00', '2026-11-01T09:00:00.000Z'],
    ['2026-07-01T10:00', '2026-07-01T08:00:00.000Z'],
    ['2026-11-01T10:00:00+0100', '2026-11-01T09:00:00.000Z'],
    ['2026-12-31T23:59:60Z', '2026-12-31T23:59:59.000Z'],
    ['2024-02-29', '2024-02-29'],
    ['20261203T120000Z', '2026-12-03T12:00:00.000Z'],
    ['20261203', '2026-12-03'],
    ['Sun, 01 Nov 2026 10:00:00 +0100', '2026-11-01T09:00:00.000Z'],
    ['1 Nov 26 10:00 GMT', '2026-11-01T10:00:00.000Z'],
    ['1 Nov 99 10:00 EST', '1999-11-01T15:00:00.000Z'],
    ['1 November 2026', '2026-11-01'],
    ['31-12-2026', '2026-12-31'],
    ['1-7-2026 10:30', '2026-07-01T08:30:00.000Z'],
    // The clock is put forward at two: half past two does not exist. It goes back at three: half past two comes twice.
    ['2026-03-29T02:30:00', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
    ['2026-02-29', null],
    ['2026-13', null],
    ['2026-11-01T25:00:00Z', null],
    ['31-11-2026', null],
    ['1 Foo 2026', null],
    ['morgen', null],
    ['', null],
    ['9'.repeat(100_000), null],
  ])('%j is %s', (text, date) => {
    expect(readDate(text, 'Europe/Amsterdam')).toBe(date)
  })
})

describe('links as others write them', () => {
  it.each([
    ['https://a.nl/b?c=d', 'https://a.nl/b?c=d'],
    ['HTTP://A.NL', 'http://a.nl/'],
    ['/b', 'https://bron.nl/b'],
    ['//elders.nl/x', 'https://elders.nl/x'],
    ['javascript:alert(1)', 'refused'],
    ['java\nscript:alert(1)', 'refused'],
    ['\u0001javascript:alert(1)', 'refused'],
    ['JaVaScRiPt:alert(1)', 'refused'],
    ['data:text/html,<script>', 'refused'],
    ['vbscript:x', 'refused'],
    ['file:///etc/passwd', 'refused'],
    ['mailto:a@b.nl', 'refused'],
    ['https://naam:geheim@a.nl/', 'refused'],
    [`https://a.nl/${'a'.repeat(3000)}`, 'refused'],
    ['http://[', 'relative'],
  ])('%j is %s', (written, address) => {
    expect(addressOf(written, 'https://bron.nl/feed')).toBe(address)
  })

  it('needs an address to complete a link with', () => {
    expect(addressOf('/b')).toBe('relative')
    expect(addressOf('/b', 'javascript:alert(1)')).toBe('relative')
  })
})

describe('reading feeds', () => {
  it('reads Atom with every kind of text, its base and what the feed says for all', () => {
    const harvest = readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://elders.nl/" xml:lang="nl"><title type="html">Kennis &amp;amp; kunde</title><author><name>Redactie</name></author>
<link rel="next" href="?pagina=2"/>
<entry xml:base="map/"><id>urn:1</id><title type="html">&lt;b&gt;Een&lt;/b&gt; &amp;amp; twee</title><link rel="enclosure" href="x.mp3"/><link href="1.html"/><updated>2026-11-01T10:00:00+01:00</updated>
<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Eerst</p><p>dan</p></div></summary><content type="html">&lt;p onclick="x()"&gt;ruw&lt;/p&gt;</content><category term="a" label="Armoede"/><category term="b"/></entry>
<entry><id>urn:2</id><title>1 &lt; 2</title><author><name>Rosa</name></author><updated>2026</updated><content src="https://x.nl/a.pdf" type="application/pdf"/></entry></feed>`,
      options,
    )
    expect(harvest).toMatchObject({
      ok: true,
      format: 'atom',
      title: expect.stringContaining('Kennis'),
      next: { kind: 'address', address: 'https://elders.nl/?pagina=2' },
    })
    expect(taken(harvest)).toEqual([
      {
        sourceId: 'urn:1',
        title: 'Een & twee',
        link: 'https://elders.nl/map/1.html',
        changed: '2026-11-01T09:00:00.000Z',
        summary: 'Eerst\ndan',
        body: { kind: 'html', value: '<p onclick="x()">ruw</p>' },
        authors: ['Redactie'],
        subjects: ['Armoede', 'b'],
        language: 'nl',
        cancelled: false,
        deleted: false,
      },
      {
        sourceId: 'urn:2',
        title: '1 < 2',
        changed: '2026',
        authors: ['Rosa'],
        subjects: [],
        language: 'nl',
        cancelled: false,
        deleted: false,
      },
    ])
    expect(told(harvest)).toEqual([])
  })

  it('reads RSS 2.0', () => {
    const harvest = readFeed(
      rss(
        `<item><guid isPermaLink="false">7</guid><title>A &amp;amp; B &amp;#8217;s</title><link>/a</link><description>&lt;p&gt;Kort&lt;/p&gt;</description><content:encoded><![CDATA[<p>Lang</p>]]></content:encoded>
<pubDate>Sun, 01 Nov 2026 10:00:00 +0100</pubDate><author>r@b.nl (Rosa)</author><author>geheim@b.nl</author><dc:creator>Bo</dc:creator><category>Armoede</category></item>
<item><guid>https://bron.nl/b</guid><title>R&amp;D 1 &lt; 2</title></item>`,
        '<language>nl-NL</language>',
      ),
      options,
    )
    expect(taken(harvest)).toEqual([
      {
        sourceId: '7',
        title: 'A & B ’s',
        link: 'https://bron.nl/a',
        summary: 'Kort',
        body: { kind: 'html', value: '<p>Lang</p>' },
        published: '2026-11-01T09:00:00.000Z',
        authors: ['Bo', 'Rosa'],
        subjects: ['Armoede'],
        language: 'nl-nl',
        cancelled: false,
        deleted: false,
      },
      {
        sourceId: 'https://bron.nl/b',
        title: 'R&D 1 < 2',
        link: 'https://bron.nl/b',
        authors: [],
        subjects: [],
        language: 'nl-nl',
        cancelled: false,
        deleted: false,
      },
    ])
    expect(told(harvest)).toEqual([])
  })

  it('reads RSS 1.0', () => {
    const harvest = readFeed(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://oud.nl/"><title>Oud</title><link>https://oud.nl/</link></channel>
<item rdf:about="https://oud.nl/1"><title>Een</title><link>https://oud.nl/1</link><dc:date>2026-11</dc:date><dc:subject>Schulden</dc:subject></item></rdf:RDF>`,
      options,
    )
    expect(harvest).toMatchObject({ format: 'rdf', title: 'Oud' })
    expect(taken(harvest)).toEqual([
      {
        sourceId: 'https://oud.nl/1',
        title: 'Een',
        link: 'https://oud.nl/1',
        published: '2026-11',
        authors: [],
        subjects: ['Schulden'],
        cancelled: false,
        deleted: false,
      },
    ])
  })

  it.each<[string, string, string[]]>([
    [
      'a link that runs',
      '<item><guid>1</guid><title>t</title><link>java&#10;script:alert(1)</link></item>',
      ['link link-refused 2:1 java script:alert(1)'],
    ],
    [
      'a link with data',
      '<item><guid>1</guid><title>t</title><link>data:text/html,x</link></item>',
      ['link link-refused 2:1 data:text/html,x'],
    ],
    ['no title', '<item><guid>1</guid><description>Wat er is</description></item>', ['title title-made 2:1 Wat er is']],
    ['neither title nor text', '<item><guid>1</guid></item>', ['refused no-title 2:1 1']],
    ['no name', '<item><title>t</title></item>', ['refused no-name 2:1 t']],
    ['no name, but a link', '<item><title>t</title><link>/x</link></item>', ['sourceId id-made 2:1 https://bron.nl/x']],
    [
      'one name twice',
      '<item><guid>1</guid><title>t</title></item>\n<item><guid>1</guid><title>u</title></item>',
      ['refused twice 3:1 1'],
    ],
    [
      'tomorrow a week',
      '<item><guid>1</guid><title>t</title><pubDate>1 Dec 2026</pubDate></item>',
      ['published date-in-future 2:1 1 Dec 2026'],
    ],
    [
      'no date at all',
      '<item><guid>1</guid><title>t</title><pubDate>gisteren</pubDate></item>',
      ['published date-unreadable 2:1 gisteren'],
    ],
    [
      'the year 1',
      '<item><guid>1</guid><title>t</title><dc:date>0001-01-01</dc:date></item>',
      ['published date-implausible 2:1 0001-01-01'],
    ],
    ['latin read twice', '<item><guid>1</guid><title>CafÃ© â€™s</title></item>', ['title garbled 2:1 CafÃ© â€™s']],
    ['an override of direction', '<item><guid>1</guid><title>a\u202Eb</title></item>', []],
    [
      'too long a title',
      `<item><guid>1</guid><title>${'woord '.repeat(100)}</title></item>`,
      [`title shortened 2:1 ${'woord '.repeat(14).slice(0, 80).trim()}`],
    ],
  ])('says what it left out: %s', (_, items, lines) => {
    expect(told(readFeed(rss(items), options))).toEqual(lines)
  })

  it('takes as many records as it may, and names the first that it does not', () => {
    const items = Array.from({ length: 9 }, (_, n) => `<item><guid>${n}</guid><title>t${n}</title></item>`).join('\n')
    const harvest = readFeed(rss(items), { ...options, records: 3 })
    expect(taken(harvest).map(({ title }) => title)).toEqual(['t0', 't1', 't2'])
    expect(told(harvest)).toEqual(['refused too-many-records 5:1 t3'])
  })

  it.each([
    ['another language of XML', '<html5><a/></html5>', 'another-format {"line":1,"column":1}'],
    ['a web page', '<!doctype html><p>', 'web-page {"line":1,"column":1}'],
    ['laughs', '<!DOCTYPE rss [<!ENTITY a "b">]><rss/>', 'doctype {"line":1,"column":1}'],
    ['half', '<rss>\n<channel>', 'not-well-formed {"line":2,"column":9}'],
  ])('takes nothing of %s', (_, text, line) => {
    expect(told(readFeed(text, options))).toEqual([line])
  })

  it('says that bytes were called by the wrong name', () => {
    const bytes = new TextEncoder().encode(
      `<?xml version="1.0" encoding="iso-8859-1"?>${rss('<item><guid>1</guid><title>é</title></item>')}`,
    )
    const harvest = readFeed(bytes, options)
    expect(taken(harvest)[0]?.title).toBe('é')
    expect(told(harvest)).toEqual(['document charset-stated-wrongly 1 iso-8859-1'])
  })

  it('reads ten thousand items within five seconds', () => {
    const items = Array.from(
      { length: 10_000 },
      (_, n) =>
        `<item><guid>${n}</guid><title>Titel ${n}</title><link>/i/${n}</link><description>&lt;p&gt;${'Een zin met woorden. '.repeat(10)}&lt;/p&gt;</description><pubDate>1 Nov 2026 10:00 GMT</pubDate></item>`,
    )
    // Of this thread alone: a busy machine changes nothing.
    const start = process.threadCpuUsage()
    expect(taken(readFeed(rss(items.join('\n')), options))).toHaveLength(10_000)
    expect(process.threadCpuUsage(start).user / 1000).toBeLessThan(5000)
  })
})

const entry: AtomEntry = {
  id: 'urn:1',
  title: 'Een & <b>',
  link: 'https://plein.nl/1',
  updated: new Date('2026-11-01T09:00:00Z'),
}
const feed: AtomFeed = {
  id: 'https://plein.nl/feeds',
  title: 'Alles',
  updated: new Date('2026-11-01T09:00:00Z'),
  self: 'https://plein.nl/feeds/alles.atom',
  page: 'https://plein.nl/',
  author: 'Het plein',
  language: 'nl',
  entries: [entry],
}

describe('writing feeds', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'<>&"\'\r\n\t\0 \uD800\u202Eaé😀') }),
  )
  const moment = fc.date({ min: new Date('1970-01-01'), max: now, noInvalidDate: true })

  it('gives a reader of Atom what was written', () => {
    const entries = fc.uniqueArray(
      fc.record({
        id: any.filter((id) => cleanText(xmlText(id)) !== ''),
        title: any,
        updated: moment,
        published: moment,
        summary: any,
        html: any,
        authors: fc.array(any),
        labels: fc.array(any),
      }),
      { selector: ({ id }) => cleanText(xmlText(id)), maxLength: 3 },
    )
    fc.assert(
      fc.property(entries, (all) => {
        const text = writeAtom({
          ...feed,
          entries: all.map(({ labels, ...rest }) => ({
            ...rest,
            link: 'https://plein.nl/1',
            title: `t${rest.title}`,
            subjects: labels.map((label) => ({ term: 't', label })),
          })),
        })
        const clean = (value: string, multiline = false) => cleanText(xmlText(value), { multiline })
        const list = (values: readonly string[]) =>
          [...new Set(values.map((value) => clean(value)))].filter((value) => value !== '')
        expect(taken(readFeed(text, options))).toEqual(
          all.map(({ id, title, updated, published, summary, html, authors, labels }) => ({
            sourceId: clean(id),
            title: clean(`t${title}`),
            link: 'https://plein.nl/1',
            language: 'nl',
            cancelled: false,
            deleted: false,
            changed: updated.toISOString(),
            published: published.toISOString(),
            ...(clean(summary, true) === '' ? {} : { summary: clean(summary, true) }),
            ...(xmlText(html).trim() === '' ? {} : { body: { kind: 'html', value: xmlText(html) } }),
            authors: authors.length === 0 ? ['Het plein'] : list(authors),
            subjects: list(labels),
          })),
        )
      }),
      { numRuns: 150 },
    )
  })

  it('writes JSON Feed 1.1 with the same in it', () => {
    const json = JSON.parse(
      writeJsonFeed({
        ...feed,
        entries: [
          entry,
          {
            ...entry,
            id: 'urn:2',
            html: '<p>x</p>',
            summary: 's\uD800',
            authors: ['Rosa'],
            subjects: [{ term: 'a', label: 'Armoede' }],
          },
        ],
      }),
    ) as unknown
    expect(json).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Alles',
      home_page_url: 'https://plein.nl/',
      feed_url: 'https://plein.nl/feeds/alles.atom',
      authors: [{ name: 'Het plein' }],
      language: 'nl',
      items: [
        {
          id: 'urn:1',
          url: 'https://plein.nl/1',
          title: 'Een & <b>',
          content_text: 'Een & <b>',
          date_modified: '2026-11-01T09:00:00.000Z',
        },
        {
          id: 'urn:2',
          url: 'https://plein.nl/1',
          title: 'Een & <b>',
          content_html: '<p>x</p>',
          summary: 's\uFFFD',
          date_modified: '2026-11-01T09:00:00.000Z',
          authors: [{ name: 'Rosa' }],
          tags: ['Armoede'],
        },
      ],
    })
  })

  it.each(['javascript:alert(1)', '/1', 'data:,x', ''])('lets no address out such as %j', (link) => {
    for (const write of [writeAtom, writeJsonFeed]) {
      expect(() => write({ ...feed, entries: [{ ...entry, link }] })).toThrow(RangeError)
      expect(() => write({ ...feed, self: link })).toThrow(RangeError)
    }
  })
})
