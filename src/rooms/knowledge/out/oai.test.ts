import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { inHouse, testOrigin, type RolledBackHouse } from '../../../../test/house.ts'
import { root } from '../../../platform/root.ts'
import { fieldOfCheck } from '../freshness/checks.forms.ts'
import { press } from '../knowledge.testing.ts'
import { positionOf, signedToken } from './oai.rules.ts'
import { withdraw } from '../publishing/publishing.actions.ts'
import { publishOwnItem, type OwnItem } from '../seeding.actions.ts'
import '../tables.ts'

const schemas = join(root, '..', 'shared', 'data', 'standards', 'oai-pmh')
const absent = !existsSync(join(schemas, 'OAI-PMH.xsd'))
if (absent) console.warn('skipped: the folder with schemas is not here')

/** What the schema of the protocol has against an answer. */
const complaints = async (xml: string) => {
  const file = (fileName: string) => ({ fileName, contents: readFileSync(join(schemas, fileName), 'utf8') })
  const { errors } = await validateXML({
    xml: { fileName: 'ours.xml', contents: xml },
    schema: file('alles.xsd'),
    preload: ['OAI-PMH.xsd', 'oai_dc.xsd', 'dc-eenvoudig.xsd'].map(file),
  })
  return errors.map(({ message }) => message)
}

const publish = (house: RolledBackHouse, slug: string, more: Partial<OwnItem> = {}) =>
  house.operate((tx) =>
    publishOwnItem(
      tx,
      house.platform.vault,
      {
        slug,
        title: `Over ${slug} & meer`,
        summary: 'Begin klein.',
        lang: 'nl',
        type: 'article',
        themes: ['povertyDebt'],
        roles: [],
        audiences: [],
        regions: ['GM0193'],
        stewards: [house.people.organisations.a],
        body: 'Vraag wat iemand nodig heeft.',
        provenance: 'own',
        authors: [],
        source: { title: 'Een boek', link: 'https://example.org/boek' },
        checkedAt: new Date('2020-01-01T00:00:00Z'),
        publishedAt: new Date('2020-01-01T00:00:00Z'),
        ...more,
      },
      null,
      house.platform.now(),
    ),
  )

const takeDown = (house: RolledBackHouse, id: string) =>
  house.operate((tx) => withdraw(tx, house.platform.vault, id, 'Niet meer juist.', house.platform.now()))

const identifiers = (xml: string) => [...xml.matchAll(/<identifier>([^<]*)</g)].map((match) => match[1])
const tokenIn = (xml: string) => /<resumptionToken[^>]*>([^<]+)</.exec(xml)?.[1] ?? null
const errorIn = (xml: string) => /<error code="(\w+)"/.exec(xml)?.[1] ?? null

describe('OAI-PMH', () => {
  it(
    'answers all six verbs by GET and by POST alike, after the schema of the protocol',
    inHouse(async (house) => {
      const { id } = await publish(house, 'schulden')
      const gone = await publish(house, 'weg')
      await takeDown(house, gone.id)
      const visitor = house.visitor()
      const name = `oai:localhost:${id}`
      for (const query of [
        'verb=Identify',
        'verb=ListMetadataFormats',
        `verb=ListMetadataFormats&identifier=${name}`,
        'verb=ListSets',
        `verb=GetRecord&metadataPrefix=oai_dc&identifier=${name}`,
        'verb=ListIdentifiers&metadataPrefix=oai_dc',
        'verb=ListRecords&metadataPrefix=oai_dc',
        'verb=ListRecords&metadataPrefix=oai_dc&set=thema:armoede-en-schulden',
        'verb=ListRecords&metadataPrefix=marc21',
        'verb=Nee',
        '',
      ]) {
        const got = await visitor.get(`/oai?${query}`)
        expect([query, got.status, got.headers.get('content-type')]).toEqual([query, 200, 'text/xml; charset=utf-8'])
        const posted = await visitor.postRaw('/oai', query, { origin: 'https://harvester.example' })
        const still = (xml: string) => xml.replace(/<responseDate>[^<]*/, '').replace(/expirationDate="[^"]*"/, '')
        expect(still(posted.text)).toBe(still(got.text))
        if (!absent) expect([query, await complaints(got.text)]).toEqual([query, []])
      }
      const record = await visitor.get(`/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=${name}`)
      for (const part of [
        '<dc:title>Over schulden &amp; meer</dc:title>',
        `<dc:identifier>${testOrigin}/kennis/schulden</dc:identifier>`,
        '<dc:coverage>Zwolle</dc:coverage>',
        '<setSpec>soort:artikel</setSpec>',
        '<setSpec>thema:armoede-en-schulden</setSpec>',
        '<dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights>',
      ])
        expect(record.text).toContain(part)
    }),
  )

  it(
    'gives the moment at which a record changed here, and what was withdrawn as deleted, for ever',
    inHouse(async (house) => {
      const { id } = await publish(house, 'oud')
      const visitor = house.visitor()
      const list = async (more = '') => (await visitor.get(`/oai?verb=ListRecords&metadataPrefix=oai_dc${more}`)).text
      // Its own dates are of 2020; here it is new.
      // oxlint-disable-next-line plein/day-of-moment -- OAI-PMH counts in UTC
      const today = new Date().toISOString().slice(0, 10)
      expect(identifiers(await list(`&from=${today}`))).toEqual([`oai:localhost:${id}`])
      expect(errorIn(await list('&until=2020-12-31'))).toBe('noRecordsMatch')

      await takeDown(house, id)
      for (const set of ['', '&set=thema:armoede-en-schulden', '&set=soort:artikel', '&set=thema']) {
        const text = await list(`&from=${today}${set}`)
        expect(text).toContain('<header status="deleted">')
        expect(text).not.toContain('Begin klein')
        expect(text).not.toContain('<metadata>')
      }
      expect(errorIn(await list('&set=thema:dakloosheid'))).toBe('noRecordsMatch')
      expect(errorIn(await list('&set=thema:is-er-niet'))).toBe('noRecordsMatch')
    }),
  )

  it(
    'gives an item anew when something that leaves has changed, and not when the night moved it up the ladder of checks',
    inHouse(async (house) => {
      const { id } = await publish(house, 'oud', { type: 'fundingSource', checkedAt: house.platform.now() })
      const list = async (from: Date) =>
        identifiers(
          (
            await house
              .visitor()
              .get(`/oai?verb=ListIdentifiers&metadataPrefix=oai_dc&from=${from.toISOString().slice(0, 19)}Z`)
          ).text,
        )
      const afterDays = (days: number) => {
        house.setClock(new Date(house.platform.now().getTime() + days * 86_400_000).toISOString())
        return house.platform.now()
      }
      const lastStep = async () =>
        house.peek((tx) =>
          tx.selectFrom('square.items').select(['standing', 'needs_work']).where('id', '=', id).executeTakeFirst(),
        )
      // Up the whole ladder, and somebody says that it needs work.
      for (const standing of ['due', 'overdue', 'stale']) {
        const then = afterDays(standing === 'due' ? 175 : standing === 'overdue' ? 20 : 120)
        await house.runDaily('knowledge.climb-ladder')
        expect((await lastStep())?.standing).toBe(standing)
        expect(await list(then)).toEqual([])
      }
      const said = afterDays(1)
      const editor = await house.as('editorA')
      await editor.submit(await editor.get('/redactie/nakijken'), {
        [fieldOfCheck({ item: id, organisation: house.people.organisations.a })]: 'needs-work',
      })
      expect((await lastStep())?.needs_work).toBe(true)
      expect(await list(said)).toEqual([])
      // The day of the check goes along with what leaves.
      const checked = afterDays(1)
      await press(house, await house.as('editorA'), id, 'nagekeken')
      expect(await list(checked)).toEqual([`oai:localhost:${id}`])
    }),
  )

  it(
    'walks a long list page by page as it was at the first page, each record once',
    inHouse(async (house) => {
      const made: string[] = []
      for (let n = 0; n < 203; n++) made.push((await publish(house, `stuk-${n}`)).id)
      const visitor = house.visitor()
      const pages: string[][] = []
      let text = (await visitor.get('/oai?verb=ListIdentifiers&metadataPrefix=oai_dc')).text
      pages.push(identifiers(text) as string[])
      const later = await publish(house, 'later')
      for (let token = tokenIn(text); token !== null; token = tokenIn(text)) {
        text = (await visitor.get(`/oai?verb=ListIdentifiers&resumptionToken=${encodeURIComponent(token)}`)).text
        pages.push(identifiers(text) as string[])
      }
      expect(pages.map((page) => page.length)).toEqual([100, 100, 3])
      expect(text).toContain('<resumptionToken cursor="200"')
      expect(pages.flat().toSorted()).toEqual(made.map((id) => `oai:localhost:${id}`).toSorted())
      expect(pages.flat()).not.toContain(`oai:localhost:${later.id}`)
    }),
    // Two hundred publications: a busy machine takes its time.
    120_000,
  )

  it(
    'takes no token of another maker, for another verb, or of yesterday',
    inHouse(async (house) => {
      const now = new Date()
      const position = {
        verb: 'ListRecords' as const,
        asOf: now,
        after: { changed: now, identifier: 'oai:localhost:00000000-0000-4000-8000-000000000000' },
        cursor: 100,
      }
      const key = house.platform.vault.derive('oai resumption')
      const ours = signedToken(key, position)
      expect(positionOf(key, ours, now)).toEqual(position)
      const foreign = signedToken(Buffer.alloc(32), position)
      const old = signedToken(key, { ...position, asOf: new Date(now.getTime() - 25 * 3_600_000) })
      const changed = `${ours.slice(0, 20)}${ours[20] === 'A' ? 'B' : 'A'}${ours.slice(21)}`
      const visitor = house.visitor()
      const ask = async (verb: string, token: string) =>
        errorIn((await visitor.get(`/oai?verb=${verb}&resumptionToken=${encodeURIComponent(token)}`)).text)
      expect(await ask('ListRecords', ours)).not.toBe('badResumptionToken')
      expect(await ask('ListIdentifiers', ours)).toBe('badResumptionToken')
      for (const token of [foreign, old, changed, 'x', '.'])
        expect([token, await ask('ListRecords', token)]).toEqual([token, 'badResumptionToken'])
    }),
  )

  it(
    'knows no other name than its own',
    inHouse(async (house) => {
      const { id } = await publish(house, 'schulden')
      for (const name of [`oai:elders.nl:${id}`, 'oai:localhost:1', `oai:localhost:${id.replace(/.$/, 'z')}`, id]) {
        const { text } = await house.visitor().get(`/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=${name}`)
        expect([name, errorIn(text)]).toEqual([name, 'idDoesNotExist'])
      }
    }),
  )
})
