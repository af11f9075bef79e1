import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { root } from '../../platform/root.ts'
import { writeAtom } from './atom.ts'
import { readOaiRequest } from './oai-request.ts'
import { writeOai, type OaiAnswer, type OaiRecord, type OaiRepository } from './oai.ts'
import { readCalendar } from './read-calendar.ts'
import { readFeed } from './read-feed.ts'
import { readOai } from './read-oai.ts'
import { sitemapLimit, sitemapOf, type Sitemap } from './sitemap.ts'

const standards = join(root, '..', 'shared', 'data', 'standards')
const absent = !existsSync(join(standards, 'oai-pmh', 'OAI-PMH.xsd'))
if (absent) console.warn('skipped: the folder with schemas and examples is not here')

const now = new Date('2026-11-22T12:00:00Z')
const nasty = 'a & <b> "c" \u202E ]]> \0 \uD800 é 😀'

const complaints = async (xml: string, schema: string, preload: { fileName: string; contents: string }[] = []) =>
  (
    await validateXML({
      xml: { fileName: 'ours.xml', contents: xml },
      schema: { fileName: 'entrance.xsd', contents: schema },
      preload,
    })
  ).errors.map(({ message }) => message)

const repository: OaiRepository = {
  name: nasty,
  address: 'https://plein.nl/oai',
  mail: 'beheer@plein.nl',
  earliest: new Date('2026-01-01T00:00:00Z'),
}
const metadata = {
  title: [nasty],
  creator: ['x', 'y'],
  subject: [],
  date: ['2026-11-01'],
  type: ['Text'],
  identifier: ['https://plein.nl/1'],
  language: ['nl'],
  coverage: ['Zwolle'],
  rights: ['https://creativecommons.org/licenses/by/4.0/'],
}
const records: OaiRecord[] = [
  { identifier: 'oai:plein.nl:1', changed: now, sets: ['thema:armoede', 'soort:artikel'], metadata },
  { identifier: 'oai:plein.nl:2', changed: now, sets: [], metadata: 'deleted' },
]
const page = { token: 'abc', cursor: 0, size: 120, expires: now }
const answers: [string, OaiAnswer][] = [
  ['verb=Identify', { verb: 'Identify' }],
  ['verb=ListMetadataFormats', { verb: 'ListMetadataFormats' }],
  ['verb=ListSets', { verb: 'ListSets', sets: [{ spec: 'thema:armoede', name: nasty }] }],
  ['verb=ListSets', { verb: 'ListSets', sets: [] }],
  [
    'verb=GetRecord&identifier=oai:plein.nl:1&metadataPrefix=oai_dc',
    { verb: 'GetRecord', record: records[0] as OaiRecord },
  ],
  ['verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-01-01', { verb: 'ListIdentifiers', records, page }],
  ['verb=ListRecords&metadataPrefix=oai_dc&set=thema:armoede', { verb: 'ListRecords', records, page }],
  ['verb=ListRecords&resumptionToken=abc', { verb: 'ListRecords', records, page: { ...page, token: null } }],
  ['verb=ListRecords&metadataPrefix=oai_dc', { verb: 'ListRecords', records: [] }],
]
const mistakes = [
  '',
  'verb=Nee',
  'verb=Identify&x=<',
  'verb=GetRecord&metadataPrefix=oai_dc',
  'verb=GetRecord&identifier=a%20b&metadataPrefix=oai_dc',
  'verb=ListRecords&metadataPrefix=marc21',
  'verb=ListRecords&resumptionToken=<"\0',
  'verb=ListRecords&metadataPrefix=oai_dc&from=gisteren',
  'verb=ListRecords&metadataPrefix=<',
  'verb=ListRecords&metadataPrefix=oai_dc&set=a b',
]

describe('OAI-PMH by its own schema', () => {
  const file = (name: string) => readFileSync(join(standards, 'oai-pmh', name), 'utf8')
  const valid = (xml: string) =>
    complaints(
      xml,
      file('alles.xsd'),
      ['OAI-PMH.xsd', 'oai_dc.xsd', 'dc-eenvoudig.xsd'].map((fileName) => ({ fileName, contents: file(fileName) })),
    )

  it.skipIf(absent).each(answers)('%s', async (asked, answer) => {
    expect(await valid(writeOai(repository, [...new URLSearchParams(asked)], answer, now))).toEqual([])
  })

  it.skipIf(absent).each(mistakes)('answers %j with an error', async (asked) => {
    const given = [...new URLSearchParams(asked)]
    const read = readOaiRequest(given, () => null)
    expect(read.ok).toBe(false)
    if (!read.ok) expect(await valid(writeOai(repository, given, { errors: read.errors }, now))).toEqual([])
  })

  it.skipIf(absent)('would be told of a mistake', async () => {
    const wrong = writeOai(repository, [['verb', 'Nee']], { verb: 'Identify' }, now)
    expect(await valid(wrong)).not.toEqual([])
  })
})

// The two formats below have no schema in that folder. These are ours, as strict as the texts of the standards.
const sitemapSchema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
<xs:simpleType name="loc"><xs:restriction base="xs:anyURI"><xs:minLength value="12"/><xs:maxLength value="2048"/></xs:restriction></xs:simpleType>
<xs:complexType name="entry"><xs:sequence><xs:element name="loc" type="loc"/><xs:element name="lastmod" type="xs:dateTime" minOccurs="0"/></xs:sequence></xs:complexType>
<xs:element name="urlset"><xs:complexType><xs:sequence><xs:element name="url" type="entry" maxOccurs="50000"/></xs:sequence></xs:complexType></xs:element>
<xs:element name="sitemapindex"><xs:complexType><xs:sequence><xs:element name="sitemap" type="entry" maxOccurs="50000"/></xs:sequence></xs:complexType></xs:element></xs:schema>`
const atomSchema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/2005/Atom" targetNamespace="http://www.w3.org/2005/Atom" elementFormDefault="qualified">
<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>
<xs:complexType name="text"><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="type"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="text"/><xs:enumeration value="html"/></xs:restriction></xs:simpleType></xs:attribute></xs:extension></xs:simpleContent></xs:complexType>
<xs:complexType name="person"><xs:sequence><xs:element name="name" type="xs:string"/></xs:sequence></xs:complexType>
<xs:complexType name="link"><xs:attribute name="rel" use="required"/><xs:attribute name="type"/><xs:attribute name="href" type="xs:anyURI" use="required"/></xs:complexType>
<xs:complexType name="category"><xs:attribute name="term" use="required"/><xs:attribute name="label"/></xs:complexType>
<xs:complexType name="entry"><xs:sequence><xs:element name="id" type="xs:anyURI"/><xs:element name="title" type="text"/><xs:element name="link" type="link"/><xs:element name="updated" type="xs:dateTime"/><xs:element name="published" type="xs:dateTime" minOccurs="0"/><xs:element name="author" type="person" minOccurs="0" maxOccurs="unbounded"/><xs:element name="category" type="category" minOccurs="0" maxOccurs="unbounded"/><xs:element name="summary" type="text" minOccurs="0"/><xs:element name="content" type="text" minOccurs="0"/></xs:sequence><xs:attribute ref="xml:lang"/></xs:complexType>
<xs:element name="feed"><xs:complexType><xs:sequence><xs:element name="id" type="xs:anyURI"/><xs:element name="title" type="text"/><xs:element name="subtitle" type="text" minOccurs="0"/><xs:element name="updated" type="xs:dateTime"/><xs:element name="author" type="person"/><xs:element name="link" type="link" minOccurs="2" maxOccurs="3"/><xs:element name="rights" type="text" minOccurs="0"/><xs:element name="entry" type="entry" minOccurs="0" maxOccurs="unbounded"/></xs:sequence><xs:attribute ref="xml:lang"/></xs:complexType></xs:element></xs:schema>`
const xmlSchema = {
  fileName: 'xml.xsd',
  contents:
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace"><xs:attribute name="lang" type="xs:language"/></xs:schema>',
}

describe('Atom by a schema of ours', () => {
  it('is complete and in order', async () => {
    const entry = { id: 'urn:1', title: nasty, link: 'https://plein.nl/1?a=b&c=d', updated: now }
    const xml = writeAtom({
      id: 'urn:0',
      title: nasty,
      subtitle: nasty,
      updated: now,
      self: 'https://plein.nl/f',
      page: 'https://plein.nl/',
      next: 'https://plein.nl/f?2',
      author: 'x',
      licence: 'CC BY 4.0',
      language: 'nl',
      entries: [
        entry,
        {
          ...entry,
          published: now,
          summary: nasty,
          html: `<p>${nasty}</p>`,
          authors: ['x', 'y'],
          subjects: [{ term: nasty, label: nasty }],
          language: 'en',
        },
      ],
    })
    expect(await complaints(xml, atomSchema, [xmlSchema])).toEqual([])
    expect(await complaints(xml.replace(/<updated>[^<]*<\/updated>/, ''), atomSchema, [xmlSchema])).not.toEqual([])
  })
})

describe('a sitemap', () => {
  const pages = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      address: `https://plein.nl/${n}?a=b&c=ü`,
      changed: new Date(Date.UTC(2026, 0, 1) + n),
    }))
  const addressOf = (part: number) => `https://plein.nl/sitemap-${part}.xml`
  it('is valid, index and part', async () => {
    const sitemap = sitemapOf(pages(3), addressOf)
    const [index, part] = [sitemap.index(), sitemap.part(0) ?? '']
    expect(await complaints(index, sitemapSchema)).toEqual([])
    expect(await complaints(part, sitemapSchema)).toEqual([])
    expect([sitemap.parts, sitemap.part(1)]).toEqual([1, undefined])
    expect(index).toContain('<loc>https://plein.nl/sitemap-0.xml</loc><lastmod>2026-01-01T00:00:00.002Z</lastmod>')
    expect(part).toContain('<loc>https://plein.nl/0?a=b&amp;c=%C3%BC</loc>')
  })

  it('begins a new part at fifty thousand pages, and before fifty megabytes', () => {
    const partsOf = (sitemap: Sitemap) => Array.from({ length: sitemap.parts }, (_, at) => sitemap.part(at) ?? '')
    const sitemap = sitemapOf(pages(sitemapLimit + 1), addressOf)
    expect(partsOf(sitemap).map((part) => part.split('<url>').length - 1)).toEqual([sitemapLimit, 1])
    expect(sitemap.index()).toContain('sitemap-1.xml')
    expect(sitemapOf(pages(25), addressOf, 10).parts).toBe(3)
    const long = Array.from({ length: 6000 }, (_, n) => ({
      address: `https://plein.nl/${n}?${'&'.repeat(1900)}`,
      changed: now,
    }))
    for (const part of partsOf(sitemapOf(long, addressOf)))
      expect(Buffer.byteLength(part)).toBeLessThan(50 * 1024 * 1024)
  })

  it('lets no other address out', () => {
    expect(() => sitemapOf([{ address: 'javascript:x', changed: now }], addressOf)).toThrow(RangeError)
  })
})

describe('the examples that others made', () => {
  const example = (name: string) => readFileSync(join(standards, 'voorbeelden', name))
  it.skipIf(absent)('are read without a remark', () => {
    for (const harvest of [
      readFeed(example('praktijk.atom'), { now }),
      readOai(example('oai-listrecords.xml'), { now }),
      readCalendar(example('agenda.ics'), { now }),
    ]) {
      expect(harvest).toMatchObject({ ok: true, refused: [], remarks: [] })
      expect(
        harvest.ok && harvest.records.length > 0 && harvest.records.every(({ remarks }) => remarks.length === 0),
      ).toBe(true)
    }
  })
})
