import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Harvest } from './harvested.ts'
import {
  articleLd,
  collectionLd,
  courseLd,
  datasetLd,
  eventLd,
  faqLd,
  jsonLdDocument,
  learningResourceLd,
  projectLd,
  publicationLd,
  termLd,
  writeJsonLd,
  type Named,
  type Thing,
} from './json-ld.ts'
import { whereNotJson } from './json-place.ts'
import { readJsonLd } from './read-json-ld.ts'
import { processorTime } from '../processor.testing.ts'

const now = new Date('2026-11-22T12:00:00Z')
const plein: Named = { kind: 'Organization', name: 'Het plein', page: 'https://plein.nl/' }
const work = {
  page: 'https://plein.nl/1',
  title: 'Een',
  summary: 'Kort',
  language: 'nl',
  published: new Date('2026-10-01T00:00:00Z'),
  changed: new Date('2026-11-01T00:00:00Z'),
  authors: [plein],
  publisher: plein,
  licence: 'https://creativecommons.org/licenses/by/4.0/',
}

const things: [string, Thing, object][] = [
  [
    'article',
    articleLd({ ...work, about: [{ page: 'https://plein.nl/begrippen/a', label: 'Armoede' }] }),
    {
      kind: 'article',
      title: 'Een',
      subjects: ['Armoede'],
      authors: ['Het plein'],
      licence: work.licence,
      published: '2026-10-01T00:00:00.000Z',
    },
  ],
  ['learning resource', learningResourceLd({ ...work, resourceType: 'dilemma' }), { kind: 'tool', title: 'Een' }],
  ['publication', publicationLd({ ...work, pages: 12, original: 'https://elders.nl/a.pdf' }), { kind: 'publication' }],
  [
    'collection',
    collectionLd({ ...work, parts: [{ page: 'https://plein.nl/2', title: 'Twee' }] }),
    { kind: 'article' },
  ],
  [
    'dataset',
    datasetLd({
      ...work,
      coverage: 'Nederland',
      files: [{ address: 'https://plein.nl/a.csv', mediaType: 'text/csv' }],
    }),
    { kind: 'dataset' },
  ],
  ['course', courseLd({ ...work, runs: [{ start: now, mode: 'onsite', place: 'Zwolle' }] }), { kind: 'training' }],
  [
    'event',
    eventLd({
      page: work.page,
      title: 'Leerkring',
      summary: 's',
      language: 'nl',
      start: '2026-12-03',
      end: new Date('2026-12-04T10:00:00Z'),
      organiser: plein,
      place: {
        name: 'Stadhuis',
        municipality: { name: 'Deventer', address: 'https://identifier.overheid.nl/tooi/id/gemeente/gm0150' },
      },
      cancelled: true,
      price: 0,
    }),
    {
      kind: 'event',
      start: '2026-12-03',
      end: '2026-12-04T10:00:00.000Z',
      location: 'Stadhuis',
      cancelled: true,
      authors: ['Het plein'],
    },
  ],
  [
    'term',
    termLd({
      page: work.page,
      label: 'Herstel',
      definition: 'd',
      scheme: 'https://plein.nl/begrippenkader',
      synonyms: ['beter worden'],
    }),
    { kind: 'term', title: 'Herstel', summary: 'd' },
  ],
  [
    'question',
    faqLd({ page: work.page, language: 'nl', questions: [{ question: 'Wat?', answer: 'Dat.' }] }),
    { kind: 'question', title: 'Wat?', body: { kind: 'text', value: 'Dat.' } },
  ],
  [
    'project',
    projectLd({ page: work.page, title: 'Samen', summary: 's', partners: [plein], funders: [plein], region: 'Twente' }),
    { kind: 'project', title: 'Samen' },
  ],
]
const records = (harvest: Harvest) => {
  if (!harvest.ok) throw new Error(`${harvest.problem} ${harvest.detail}`)
  return harvest.records.map(({ record }) => record)
}

describe('writing JSON-LD', () => {
  it.each(things)('gives a reader back its %s', (_, thing, record) => {
    expect(records(readJsonLd(writeJsonLd(jsonLdDocument([thing])), { now }))[0]).toMatchObject(record)
  })

  it('says what search engines ask of an event and a course', () => {
    expect(
      JSON.parse(
        writeJsonLd(
          eventLd({
            page: work.page,
            title: 't',
            summary: 's',
            language: 'nl',
            start: now,
            organiser: plein,
            online: 'https://x.nl/',
            cancelled: false,
            price: 12.5,
          }),
        ),
      ),
    ).toMatchObject({
      '@type': 'Event',
      name: 't',
      startDate: '2026-11-22T12:00:00.000Z',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: [{ '@type': 'VirtualLocation', url: 'https://x.nl/' }],
      offers: { price: 12.5, priceCurrency: 'EUR' },
      isAccessibleForFree: false,
    })
    expect(JSON.parse(writeJsonLd(courseLd({ ...work, runs: [{ mode: 'online' }] })))).toMatchObject({
      '@type': 'Course',
      name: 'Een',
      description: 'Kort',
      provider: { '@type': 'Organization', name: 'Het plein' },
      hasCourseInstance: [{ courseMode: 'online' }],
    })
  })

  it('stays inside its script element, whatever the texts are', () => {
    const any = fc.string({
      unit: fc.constantFrom('</script>', '<!--', '<script', ']]>', '&', '"', '\\', '\u2028', '\uD800', 'é', ' '),
    })
    fc.assert(
      fc.property(any, any, (title, summary) => {
        const text = writeJsonLd(jsonLdDocument([articleLd({ ...work, title: `t${title}`, summary })]))
        expect(text).not.toMatch(/[<>&\u2028\u2029]/)
        expect((JSON.parse(text) as { name: string }).name).toBe(`t${title}`.toWellFormed())
        const page = `<!doctype html><script>var a = "<"</script><!-- <script type="application/ld+json">{"x":</script> --><SCRIPT nonce=x type='application/ld+json'>${text}</SCRIPT>`
        const harvest = readJsonLd(page, { now })
        expect(records(harvest)).toHaveLength(1)
        expect(harvest).toMatchObject({ refused: [] })
      }),
      { numRuns: 300 },
    )
  })

  it.each(['javascript:x', '/a', ''])('lets no address out such as %j', (page) => {
    expect(() => articleLd({ ...work, page })).toThrow(RangeError)
    expect(() => articleLd({ ...work, authors: [{ ...plein, page }] })).toThrow(RangeError)
  })
})

describe('reading JSON-LD', () => {
  const read = (value: unknown) => readJsonLd(JSON.stringify(value), { now, address: 'https://bron.nl/x' })
  const article = { '@type': 'Article', '@id': 'https://bron.nl/1', headline: 'Een' }
  it.each<[string, unknown, string[]]>([
    ['one thing', article, ['Een']],
    ['a list', [article, { ...article, '@id': 'b', headline: 'Twee' }], ['Een', 'Twee']],
    ['a graph', { '@graph': [{ '@type': 'WebSite', name: 'x' }, article] }, ['Een']],
    ['a graph in a list', [{ '@graph': [article] }], ['Een']],
    ['full addresses as types', { ...article, '@type': ['http://schema.org/BlogPosting', 'x'] }, ['Een']],
    ['prefixes', { '@type': 'schema:Article', '@id': 'a', 'schema:headline': 'Een' }, ['Een']],
    ['a page with its thing', { '@type': 'WebPage', mainEntity: article }, ['Een']],
    ['a list of items', { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: article }] }, ['Een']],
    [
      'a set of terms',
      { '@type': 'DefinedTermSet', hasDefinedTerm: [{ '@type': 'DefinedTerm', '@id': 'a', name: 'Herstel' }] },
      ['Herstel'],
    ],
    ['a value with a language', { ...article, headline: { '@value': 'Een', '@language': 'nl' } }, ['Een']],
    ['HTML in a name', { ...article, headline: 'A &amp; <b>B</b>' }, ['A & B']],
    ['half a pair', { ...article, headline: 'a\uD800' }, ['a\uFFFD']],
  ])('takes %s', (_, value, titles) => {
    expect(records(read(value)).map(({ title }) => title)).toEqual(titles)
  })

  it('looks names up in the same document, and where a thing takes place', () => {
    const [record] = records(
      read({
        '@graph': [
          {
            '@type': 'Event',
            '@id': 'e',
            name: 'Leerkring',
            organizer: { '@id': '#o' },
            location: { '@type': 'Place', address: { addressLocality: 'x' }, name: 'Stadhuis' },
            startDate: '2026-12-03T13:00:00+01:00',
            url: '/e',
            keywords: 'a, b',
          },
          { '@type': 'Organization', '@id': '#o', name: 'Het plein' },
        ],
      }),
    )
    expect(record).toEqual({
      sourceId: 'e',
      title: 'Leerkring',
      link: 'https://bron.nl/e',
      authors: ['Het plein'],
      subjects: ['a', 'b'],
      kind: 'event',
      location: 'Stadhuis',
      start: '2026-12-03T12:00:00.000Z',
      cancelled: false,
      deleted: false,
    })
  })

  it.each<[string, string, string]>([
    ['no JSON', '{"a":\n  }', 'not-json {"line":2,"column":3}'],
    ['half of it', '{"@type":"Article"', 'not-json {"line":1,"column":19}'],
    ['nothing', ' ', 'empty {"line":1,"column":1}'],
    ['other things', '{"@type":"Person","name":"Rosa"}', 'no-records-of-schema-org {"line":1,"column":1}'],
    ['a page without blocks', '<!doctype html><script>1</script>', 'no-records-of-schema-org {"line":1,"column":1}'],
    [
      'nesting of a hundred thousand',
      '['.repeat(100_000) + ']'.repeat(100_000),
      'no-records-of-schema-org {"line":1,"column":1}',
    ],
    [
      'a hundred thousand scripts that never end',
      '<script '.repeat(100_000),
      'no-records-of-schema-org {"line":1,"column":1}',
    ],
    [
      'a hundred thousand scripts that never close',
      '<script>'.repeat(100_000),
      'no-records-of-schema-org {"line":1,"column":1}',
    ],
    [
      'names of parts of objects',
      '{"@type":"constructor","__proto__":{"@type":"Article","name":"x","@id":"y"}}',
      'no-records-of-schema-org {"line":1,"column":1}',
    ],
  ])('takes nothing of %s', (_, text, told) => {
    const start = processorTime()
    const harvest = readJsonLd(text, { now })
    expect(harvest.ok ? 'read' : `${harvest.problem} ${JSON.stringify(harvest.place)}`).toBe(told)
    expect(processorTime() - start).toBeLessThan(2000)
  })

  it('names the block and the place of what it could not read, and takes the rest', () => {
    const harvest = readJsonLd(
      `<p>\n<script type="application/ld+json">\n{"a" 1}</script><script type=application/ld+json>[${JSON.stringify({ ...article, url: 'javascript:x' })}]</script>`,
      { now },
    )
    expect(harvest).toMatchObject({
      refused: [{ place: { line: 3, column: 6 }, reason: 'unreadable' }],
      records: [
        {
          place: { path: 'script[1]$[0]' },
          record: { title: 'Een' },
          remarks: [{ field: 'link', reason: 'link-refused', found: 'javascript:x' }],
        },
      ],
    })
  })

  it('does not follow names that point to names, and says where it stopped', () => {
    const many = (id: string) => Array.from({ length: 200 }, () => ({ '@id': id }))
    const names = [
      { '@type': 'Thing', '@id': 'x', name: many('y') },
      { '@type': 'Thing', '@id': 'y', name: many('z') },
      { '@type': 'Thing', '@id': 'z', name: Array.from({ length: 200 }, (_, n) => `naam ${n}`) },
    ]
    const articles = Array.from({ length: 500 }, (_, n) => ({ ...article, '@id': `a${n}`, author: many('x') }))
    const start = processorTime()
    expect(records(read([...names, ...articles]))).toHaveLength(500)
    expect(processorTime() - start).toBeLessThan(4000)
    const harvest = read([article, ...Array.from({ length: 100_001 }, () => 0)])
    expect(harvest).toMatchObject({ refused: [{ reason: 'too-many-records', place: { path: '$[99999]' } }] })
  })

  it('never throws for any JSON', () => {
    const keys = fc.constantFrom(
      '@type',
      '@id',
      '@graph',
      'name',
      'author',
      'url',
      'mainEntity',
      'itemListElement',
      'startDate',
      'keywords',
      '@value',
    )
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('Article', 'Event', 'FAQPage', 'ItemList', 'x', 1, null, true, ''),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 4 }),
      ),
    }))
    expect(() =>
      fc.assert(
        fc.property(tree, (value) => void read(value).ok),
        { numRuns: 500 },
      ),
    ).not.toThrow()
  })
})

describe('where a text stops being JSON', () => {
  it.each([
    ['{"a":}', 5],
    ['{"a" 1}', 5],
    ['[1,]', 3],
    ['{,}', 1],
    ['[1 2]', 3],
    ['{"a":1,}', 7],
    ['[}', 1],
    ['01', 0],
    ['nul', 0],
    ['"a\\x"', 2],
    ['"a\nb"', 2],
    ['"a', 2],
    ['', 0],
    ['1 2', 2],
    ["{'a':1}", 1],
  ])('%j at %i', (text, at) => {
    expect(whereNotJson(text)).toBe(at)
  })

  it('reaches the end of everything that is JSON, and of nothing else', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u12aB"',
      '"\\',
      '1',
      '-0.5e3',
      '1.',
      'true',
      ' ',
      '\u007F',
      '\0',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
        ),
        (text) => {
          let isJson = true
          try {
            JSON.parse(text)
          } catch {
            isJson = false
          }
          const at = whereNotJson(text)
          if (isJson) expect(at).toBe(text.length)
          // What is whole up to its last letter may still go on; then a comma in place of the end is wrong there.
          else expect(at < text.length || whereNotJson(`${text},`) >= text.length).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
