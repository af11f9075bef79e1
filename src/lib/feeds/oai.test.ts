import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../text/clean.ts'
import { xmlText } from '../xml/write.ts'
import { decodePosition, encodePosition, type OaiPosition } from './oai-position.ts'
import { readOaiRequest, type OaiRequest } from './oai-request.ts'
import { writeOai, type OaiRecord, type OaiRepository } from './oai.ts'
import { readOai } from './read-oai.ts'

const now = new Date('2026-11-22T12:00:00Z')
const repository: OaiRepository = {
  name: 'Plein',
  address: 'https://plein.nl/oai',
  mail: 'beheer@plein.nl',
  earliest: new Date('2026-01-01T00:00:00Z'),
}
const at = (time: string) => new Date(time)
const position: OaiPosition = {
  verb: 'ListRecords',
  asOf: now,
  after: { changed: at('2026-11-01T09:00:00Z'), identifier: 'oai:plein.nl:1' },
  cursor: 100,
}
const query = (text: string) => [...new URLSearchParams(text)]
const asked = (text: string): OaiRequest | string[] => {
  const read = readOaiRequest(query(text), decodePosition)
  return read.ok ? read.request : read.errors.map(({ code }) => code)
}

describe('the arguments of a request', () => {
  it.each<[string, OaiRequest | string[]]>([
    ['', ['badVerb']],
    ['verb=', ['badVerb']],
    ['verb=constructor', ['badVerb']],
    ['verb=Identify&verb=Identify', ['badVerb']],
    ['verb=Identify', { verb: 'Identify' }],
    ['verb=Identify&set=a', ['badArgument']],
    ['verb=ListMetadataFormats', { verb: 'ListMetadataFormats' }],
    [
      'verb=ListMetadataFormats&identifier=oai:plein.nl:1',
      { verb: 'ListMetadataFormats', identifier: 'oai:plein.nl:1' },
    ],
    ['verb=ListSets', { verb: 'ListSets' }],
    ['verb=ListSets&resumptionToken=x', ['badResumptionToken']],
    ['verb=GetRecord', ['badArgument', 'badArgument']],
    ['verb=GetRecord&identifier=a&metadataPrefix=oai_dc', { verb: 'GetRecord', identifier: 'a' }],
    ['verb=GetRecord&identifier=a&metadataPrefix=marc', ['cannotDisseminateFormat']],
    ['verb=GetRecord&identifier=a&metadataPrefix=%3Cb%3E', ['badArgument']],
    ['verb=GetRecord&identifier=a%20%3Cb%3E&metadataPrefix=oai_dc', ['badArgument']],
    ['verb=GetRecord&identifier=a&identifier=b&metadataPrefix=oai_dc', ['badArgument']],
    ['verb=ListRecords', ['badArgument']],
    ['verb=ListRecords&metadataPrefix=oai_dc', { verb: 'ListRecords' }],
    ['verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x', ['badArgument']],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=a:b', { verb: 'ListRecords', set: 'a:b' }],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=a b', ['badArgument']],
    [
      'verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-01',
      { verb: 'ListRecords', from: at('2026-11-01T00:00:00Z') },
    ],
    [
      'verb=ListRecords&metadataPrefix=oai_dc&until=2026-11-01',
      { verb: 'ListRecords', until: at('2026-11-01T23:59:59.999Z') },
    ],
    [
      'verb=ListIdentifiers&metadataPrefix=oai_dc&until=2026-11-01T10:00:00Z',
      { verb: 'ListIdentifiers', until: at('2026-11-01T10:00:00.999Z') },
    ],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30', ['badArgument']],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-11', ['badArgument']],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-01T10:00:00%2B01:00', ['badArgument']],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-02&until=2026-11-01', ['badArgument']],
    [
      'verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-01&until=2026-11-01',
      { verb: 'ListRecords', from: at('2026-11-01T00:00:00Z'), until: at('2026-11-01T23:59:59.999Z') },
    ],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-01&until=2026-11-02T00:00:00Z', ['badArgument']],
    [`verb=ListRecords&resumptionToken=${encodePosition(position)}`, { verb: 'ListRecords', position }],
    [`verb=ListIdentifiers&resumptionToken=${encodePosition(position)}`, ['badResumptionToken']],
    [`verb=ListRecords&resumptionToken=${'a'.repeat(3000)}`, ['badResumptionToken']],
  ])('%s', (text, request) => {
    expect(asked(text)).toEqual(request)
  })
})

describe('a resumption token', () => {
  const moment = fc.date({ noInvalidDate: true })
  const positions: fc.Arbitrary<OaiPosition> = fc.record(
    {
      verb: fc.constantFrom('ListRecords' as const, 'ListIdentifiers' as const),
      from: moment,
      until: moment,
      set: fc.stringMatching(/^[a-z:]{1,20}$/),
      asOf: moment,
      after: fc.record({ changed: moment, identifier: fc.string({ unit: 'grapheme', maxLength: 50 }) }),
      cursor: fc.maxSafeNat(),
    },
    { requiredKeys: ['verb', 'asOf', 'after', 'cursor'] },
  )
  it('says what was put in, in letters that need no escape', () => {
    fc.assert(
      fc.property(positions, (given) => {
        const token = encodePosition(given)
        expect(token).toMatch(/^[\w-]+$/)
        expect(decodePosition(token)).toEqual(given)
      }),
    )
  })

  const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  it.each<[string, string]>([
    ['nothing', ''],
    ['not base64url', 'a+b/'],
    ['with blanks', `${encodePosition(position)} `],
    ['no list', written({})],
    ['another version', written([2, 'ListRecords', null, null, null, 0, 0, 'a', 0])],
    ['another verb', written([1, 'Identify', null, null, null, 0, 0, 'a', 0])],
    ['a negative place', written([1, 'ListRecords', null, null, null, 0, 0, 'a', -1])],
    ['no moment', written([1, 'ListRecords', null, null, null, 1e300, 0, 'a', 0])],
    ['a date as text', written([1, 'ListRecords', '2026', null, null, 0, 0, 'a', 0])],
  ])('is none: %s', (_, text) => {
    expect(decodePosition(text)).toBeNull()
  })

  it('is null or a position for any text, and never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.base64String(), fc.string()), (text) => decodePosition(text) === null))
  })
})

const record: OaiRecord = {
  identifier: 'oai:plein.nl:1',
  changed: at('2026-11-01T09:00:00.500Z'),
  sets: ['thema:armoede'],
  metadata: { title: ['Een & <b>'], subject: ['a', 'b'], identifier: ['https://plein.nl/1'] },
}

describe('answers', () => {
  it.each([
    ['badVerb', false],
    ['badArgument', false],
    ['idDoesNotExist', true],
  ] as const)('repeats the arguments, unless they are what is wrong: %s %s', (code, repeats) => {
    const text = writeOai(
      repository,
      query('verb=GetRecord&identifier=a"b'),
      { errors: [{ code, message: 'm <' }] },
      now,
    )
    expect(text.includes('<request verb="GetRecord" identifier="a&quot;b">https://plein.nl/oai</request>')).toBe(
      repeats,
    )
    expect(text).toContain(`<error code="${code}">m &lt;</error>`)
  })

  it('makes of an empty list the error that the protocol has for it', () => {
    expect(writeOai(repository, [], { verb: 'ListRecords', records: [] }, now)).toContain(
      '<error code="noRecordsMatch">',
    )
    expect(writeOai(repository, [], { verb: 'ListSets', sets: [] }, now)).toContain('<error code="noSetHierarchy">')
    expect(() => writeOai(repository, [], { errors: [] }, now)).toThrow(RangeError)
  })

  it('keeps of what was deleted only that it was', () => {
    const text = writeOai(repository, [], { verb: 'ListRecords', records: [{ ...record, metadata: 'deleted' }] }, now)
    expect(text).toContain(
      '<record><header status="deleted"><identifier>oai:plein.nl:1</identifier><datestamp>2026-11-01T09:00:00Z</datestamp><setSpec>thema:armoede</setSpec></header></record>',
    )
  })

  it('ends a list of pages with an empty token', () => {
    const text = writeOai(
      repository,
      [],
      { verb: 'ListIdentifiers', records: [record], page: { token: null, cursor: 100, size: 101 } },
      now,
    )
    expect(text).toContain('<resumptionToken completeListSize="101" cursor="100"/>')
  })

  it('can be read back', () => {
    const any = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'<>&"\r\n\0é\uD800') }))
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: any, subject: any, deleted: fc.boolean() }), { minLength: 1, maxLength: 4 }),
        (all) => {
          const records = all.map(({ title, subject, deleted }, n): OaiRecord => ({
            ...record,
            identifier: `oai:plein.nl:${n}`,
            metadata: deleted
              ? 'deleted'
              : {
                  title: [`t${title}`],
                  subject: [`s${subject}`],
                  identifier: ['doi:1', `https://plein.nl/${n}`],
                  language: ['nl'],
                },
          }))
          const read = readOai(
            writeOai(
              repository,
              [],
              { verb: 'ListRecords', records, page: { token: 'volgende', cursor: 0, size: 9 } },
              now,
            ),
            { now },
          )
          const clean = (value: string) => cleanText(xmlText(value))
          expect(read).toMatchObject({ ok: true, next: { kind: 'token', token: 'volgende', size: 9 }, refused: [] })
          expect(read.ok && read.records.map((each) => each.record)).toEqual(
            all.map(({ title, subject, deleted }, n) => ({
              sourceId: `oai:plein.nl:${n}`,
              title: '',
              changed: '2026-11-01T09:00:00.000Z',
              authors: [],
              subjects: [],
              cancelled: false,
              deleted,
              ...(deleted
                ? {}
                : {
                    title: clean(`t${title}`),
                    subjects: [clean(`s${subject}`)],
                    link: `https://plein.nl/${n}`,
                    language: 'nl',
                  }),
            })),
          )
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('reading the answers of others', () => {
  const wrap = (inside: string) =>
    `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-22T12:00:00Z</responseDate>\n${inside}</OAI-PMH>`
  const dc = (inside: string) =>
    wrap(
      `<ListRecords><record><header><identifier>1</identifier><datestamp>2026-11-01</datestamp></header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>t</dc:title>${inside}</oai_dc:dc></metadata></record></ListRecords>`,
    )

  it('reads Dublin Core', () => {
    const read = readOai(
      dc(
        '<dc:creator>Rosa</dc:creator><dc:type>Text</dc:type><dc:type>Report</dc:type><dc:date>2020</dc:date><dc:identifier>10.1234/ab</dc:identifier><dc:rights>CC BY</dc:rights><dc:description>a</dc:description><dc:description>b</dc:description>',
      ),
      { now },
    )
    expect(read.ok && read.records[0]?.record).toEqual({
      sourceId: '1',
      title: 't',
      summary: 'a\n\nb',
      link: 'https://doi.org/10.1234/ab',
      published: '2020',
      changed: '2026-11-01',
      authors: ['Rosa'],
      subjects: [],
      kind: 'publication',
      licence: 'CC BY',
      cancelled: false,
      deleted: false,
    })
  })

  it.each([
    ['nothing that matches', wrap('<error code="noRecordsMatch">leeg</error>'), 'read 0'],
    [
      'a token that is over',
      wrap('<error code="badResumptionToken">op</error>'),
      'oai-error {"line":2,"column":1} badResumptionToken: op',
    ],
    ['another answer', wrap('<Identify/>'), 'another-format {"line":1,"column":1} no ListRecords'],
    ['a feed', '<feed/>', 'another-format {"line":1,"column":1} feed'],
    ['laughs', '<!DOCTYPE a [<!ENTITY x "y">]><OAI-PMH/>', 'doctype {"line":1,"column":1} a [<!ENTITY x "y">]'],
    ['a page', '<html></html>', 'web-page {"line":1,"column":1} '],
  ])('%s', (_, text, told) => {
    const read = readOai(text, { now })
    expect(
      read.ok ? `read ${read.records.length}` : `${read.problem} ${JSON.stringify(read.place)} ${read.detail}`,
    ).toBe(told)
  })

  it('names a record in another format, and a link that runs', () => {
    const other = readOai(
      wrap(
        '<ListRecords><record><header><identifier>1</identifier></header><metadata><x xmlns="urn:marc"/></metadata></record></ListRecords>',
      ),
      { now },
    )
    expect(other.ok && other.refused).toEqual([{ place: { line: 2, column: 14 }, reason: 'no-title', found: '1' }])
    const link = readOai(dc('<dc:identifier>javascript:alert(1)</dc:identifier>'), { now })
    expect(link.ok && link.records[0]?.remarks).toEqual([
      { place: { line: 2, column: 14 }, field: 'link', reason: 'link-refused', found: 'javascript:alert(1)' },
    ])
  })
})
