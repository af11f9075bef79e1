import { createServer, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inHouse, testOrigin, type RolledBackHouse } from '../../../../test/house.ts'
import { openFetcher } from '../../../platform/fetching/fetching.ts'
import { readRun } from './harvest-reading.jobs.ts'
import { handsOf, recordRows, runRow, sendFile } from './harvests.testing.ts'

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const oai = (inner: string) =>
  `<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-22T00:00:00Z</responseDate>${inner}</OAI-PMH>`
const rss = (items: string) => `<rss version="2.0"><channel><title>Bron</title>${items}</channel></rss>`
const item = (n: number, more = '') =>
  `<item><guid>${n}</guid><title>Stuk ${n}</title><description>Kort stuk ${n}.</description>${more}</item>`
const bomb = `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>`

const show = async (house: RolledBackHouse, run: string) =>
  (await (await house.as('editorA')).get(`/redactie/inlezen/${run}`)).text.replace(/\s+/g, ' ')

describe('a file that is wrong', () => {
  it.each<[string, string | Uint8Array<ArrayBuffer>, readonly string[]]>([
    ['nothing in it', ' ', ['Er staat niets in']],
    [
      'XML that is not well-formed',
      rss('<item><title>Een</titel></item>'),
      ['Regel 1, teken', 'Hier klopt de XML niet'],
    ],
    ['an entity bomb', bomb, ['DOCTYPE']],
    [
      'an entity that does not exist',
      rss('<item><title>a &eacute; b</title></item>'),
      ['Regel 1, teken', 'een afkorting met een &'],
    ],
    ['parts in parts in parts', `${'<a>'.repeat(200)}${'</a>'.repeat(200)}`, ['te veel onderdelen in elkaar']],
    [
      'a web page in place of a feed',
      '<!doctype html><html><body>Hallo</body></html>',
      ['gewone webpagina', 'adres van de feed'],
    ],
    ['another kind of XML', '<svg xmlns="http://www.w3.org/2000/svg"/>', ['een ander soort bestand']],
    ['a picture with the name of a table', latin('\x89PNG\r\n\x1a\nxyz'), ['Wij herkennen dit niet']],
    ['a table without titles', 'id;naam2\n1;a', ['Regel 1', 'geen kolom met een titel']],
    ['a line with other fields', 'id;titel\n1;a\n2;b;c', ['Regel 3', 'Hier klopt de CSV niet']],
    [
      'another charset than is said',
      latin('<?xml version="1.0" encoding="utf-8"?><rss><channel><item><title>caf\xe9</title></item></channel></rss>'),
      ['Regel 1, teken', 'UTF-8'],
    ],
    ['half a calendar', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n', ['geen hele agenda']],
    ['JSON that breaks off', '{"@context":"https://schema.org","@graph":[{', ['Regel 1', 'Hier klopt de JSON niet']],
    ['JSON of something else', '{"naam":"x"}', ['geen gegevens van schema.org']],
    [
      'an error of OAI-PMH',
      oai('<error code="badArgument">from is wrong</error>'),
      ['De bron gaf zelf een fout', 'badArgument: from is wrong'],
    ],
  ])('says so and takes nothing: %s', async (_, bytes, sentences) => {
    await inHouse(async (house) => {
      const run = await sendFile(house, await house.as('editorA'), bytes, { fileName: 'lijst.csv' })
      await house.runJobs()
      expect(await runRow(house, run)).toMatchObject({ state: 'failed' })
      expect(await house.count('knowledge_harvest_records')).toBe(0)
      const page = await show(house, run)
      for (const sentence of ['Er is niets overgenomen', ...sentences]) expect(page).toContain(sentence)
    })()
  })

  it.each<[string, string, readonly string[]]>([
    [
      'a day that does not exist',
      'id;titel;datum\n1;Goed;2026-03-01\n2;Fout;31-02-2026\n',
      ['Regel 3, kolom datum', 'zo’n datum bestaat niet', 'Er stond: ‘31-02-2026’'],
    ],
    [
      'a day in the future',
      'id;titel;datum\n1;Later;2031-01-01\n',
      ['Regel 2, kolom datum', 'hij ligt in de toekomst'],
    ],
    [
      'a dangerous link',
      'id;titel;link\n1;Klik;javascript:alert(1)\n',
      ['Regel 2, kolom link', 'Deze link is weggelaten'],
    ],
    [
      'a name that comes twice',
      'id;titel\n1;Een\n1;Nog een\n',
      ['Regel 3', 'Een stuk met deze naam staat er al in. Het eerste telt. Er stond: ‘1’'],
    ],
    [
      'a column that we do not know',
      'id;titel;kleur\n1;Een;rood\n',
      ['Over het hele bestand', 'Regel 1: Deze kolom kennen wij niet', '‘kleur’'],
    ],
    ['a title that is too long', `id;titel\n1;${'lang '.repeat(50)}\n`, ['De titel was te lang']],
    ['letters that went wrong', 'id;titel\n1;CafÃ© Zeeland\n', ['Deze letters lijken verminkt']],
  ])('reads the rest and names the place: %s', async (_, bytes, sentences) => {
    await inHouse(async (house) => {
      const run = await sendFile(house, await house.as('editorA'), bytes)
      await house.runJobs()
      expect(await runRow(house, run)).toMatchObject({ state: 'previewed' })
      const page = await show(house, run)
      for (const sentence of sentences) expect(page).toContain(sentence)
      expect(page).not.toContain('href="javascript:')
    })()
  })

  it(
    'leaves a phone number out of a short fact, and scripts out of a text',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Bron</title><entry><id>x</id><title>Stuk</title>
        <author><name>Kim 06-12345678</name></author><content type="html">&lt;p&gt;Tekst &lt;a href="javascript:x()"&gt;hier&lt;/a&gt;&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</content></entry></feed>`
      const run = await sendFile(house, editor, feed, { fileName: 'feed.xml' })
      await house.runJobs()
      const page = await show(house, run)
      expect(page).toContain('het wijst misschien naar iemand')
      expect(page).toContain('zijn gewone tekst geworden')
      expect(page).not.toMatch(/06-12345678|alert\(1\)|javascript:/)
    }),
  )
})

describe('an address', () => {
  const asked: { url: string; headers: Record<string, unknown> }[] = []
  let answers: (url: URL, answer: ServerResponse) => void = () => {}
  const server = createServer((ask, answer) => {
    asked.push({ url: ask.url ?? '', headers: ask.headers })
    answers(new URL(ask.url ?? '', 'http://bron'), answer)
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

  const read = (house: RolledBackHouse, run: string) =>
    readRun(handsOf(house), run, openFetcher(testOrigin, { loopbackPorts: [port] }))
  const at = async (house: RolledBackHouse, path: string) =>
    sendFile(house, await house.as('editorA'), '', { address: `http://127.0.0.1:${port}${path}` })
  const again = async (house: RolledBackHouse, run: string) => {
    const editor = await house.as('editorA')
    const { source_id } = await runRow(house, run)
    const seen = await editor.upload(`/redactie/bronnen/${source_id}`, {}, {})
    return seen.location?.split('/').at(-1) ?? ''
  }
  const xml = (answer: ServerResponse, text: string, headers: Record<string, string> = {}) =>
    answer.writeHead(200, { 'content-type': 'application/xml', ...headers }).end(text)

  it.each<[string, typeof answers, readonly string[]]>([
    ['gives an error', (_, answer) => answer.writeHead(500).end(), ['De site gaf een fout terug', '500']],
    [
      'has no end',
      (_, answer) => answer.writeHead(200, { 'content-length': '1073741824' }).end('x'),
      ['Dit bestand is te groot'],
    ],
    [
      'goes round',
      (url, answer) =>
        xml(
          answer,
          rss(
            `<link xmlns="http://www.w3.org/2005/Atom" rel="next" href="http://127.0.0.1:${port}${url.pathname}"/>${item(1)}`,
          ),
        ),
      ['waar wij al waren'],
    ],
    [
      'keeps sending us on',
      (url, answer) => answer.writeHead(302, { location: `${url.pathname}x` }).end(),
      ['verwijst steeds door'],
    ],
  ])('that %s is a clear failure', async (_, behaves, sentences) => {
    await inHouse(async (house) => {
      answers = behaves
      const run = await at(house, '/feed')
      await read(house, run)
      expect((await runRow(house, run)).state).toBe('failed')
      const page = await show(house, run)
      for (const sentence of sentences) expect(page).toContain(sentence)
    })()
  })

  it(
    'inside our own house is never asked',
    inHouse(async (house) => {
      const run = await sendFile(house, await house.as('editorA'), '', { address: 'http://127.0.0.1/geheim' })
      await house.runJobs()
      expect(await show(house, run)).toContain('een computer die niet openbaar is')
    }),
  )

  it(
    'is told what we have, and says when nothing changed',
    inHouse(async (house) => {
      asked.length = 0
      answers = (_, answer) =>
        asked.at(-1)?.headers['if-none-match'] === '"een"'
          ? answer.writeHead(304).end()
          : xml(answer, rss(item(1)), { etag: '"een"' })
      const run = await at(house, '/feed')
      await read(house, run)
      const editor = await house.as('editorA')
      // Laid aside, nothing is remembered: the next time everything comes again.
      await editor.post(`/redactie/inlezen/${run}/opzij`)
      const second = await again(house, run)
      await read(house, second)
      expect(asked.at(-1)?.headers['if-none-match']).toBeUndefined()
      await editor.post(`/redactie/inlezen/${second}/overnemen`)
      await house.runJobs()
      const third = await again(house, second)
      await read(house, third)
      expect(await runRow(house, third)).toMatchObject({ state: 'set-aside', counts: { unchanged: 1 } })
      expect(await show(house, third)).toContain('er niets is veranderd')
    }),
  )

  it(
    'of an OAI-PMH collection is asked page by page, later only for what is newer, and tells what was taken away',
    inHouse(async (house) => {
      asked.length = 0
      const entry = (n: number, status = '') =>
        `<record><header${status}><identifier>oai:bron:${n}</identifier><datestamp>2026-11-0${n}</datestamp></header>${
          status
            ? ''
            : `<metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Stuk ${n}</dc:title><dc:description>Kort ${n}.</dc:description></oai_dc:dc></metadata>`
        }</record>`
      answers = (url, answer) => {
        const of = (name: string) => url.searchParams.get(name)
        if (of('verb') === null) return xml(answer, oai('<error code="badVerb">no verb</error>'))
        if (of('resumptionToken') === 'twee') return xml(answer, oai(`<ListRecords>${entry(2)}</ListRecords>`))
        if (of('from') !== null)
          return xml(answer, oai(`<ListRecords>${entry(1, ' status="deleted"')}${entry(3)}</ListRecords>`))
        return xml(answer, oai(`<ListRecords>${entry(1)}<resumptionToken>twee</resumptionToken></ListRecords>`))
      }
      const run = await at(house, '/oai')
      await read(house, run)
      expect((await recordRows(house, run)).map((row) => row.outcome)).toEqual(['new', 'new'])
      const editor = await house.as('editorA')
      await editor.post(`/redactie/inlezen/${run}/overnemen`)
      await house.runJobs()
      house.setClock('2026-12-10T08:00:00Z')
      const second = await again(house, run)
      await read(house, second)
      expect(new URL(asked.at(-1)?.url ?? '', 'http://bron').searchParams.get('from')).toMatch(/^2026-/)
      const rows = await recordRows(house, second)
      expect(rows.map((row) => row.outcome)).toEqual(['gone', 'new'])
      expect(rows[0]?.item_id).toBe((await recordRows(house, run))[0]?.item_id)
      expect(await show(house, second)).toContain('De bron heeft dit weggehaald')
    }),
  )

  it(
    'is looked at each week when that was chosen, and editors hear of it only when something is new',
    inHouse(async (house) => {
      let items = item(1)
      answers = (_, answer) => xml(answer, rss(items))
      house.setClock('2026-11-24T04:00:00Z')
      const editor = await house.as('editorA')
      const run = await sendFile(house, editor, '', { address: `http://127.0.0.1:${port}/feed`, weekly: 'on' })
      await read(house, run)
      await editor.post(`/redactie/inlezen/${run}/overnemen`)
      await house.runJobs()
      const newest = async () => {
        const rows = await house.peek((tx) =>
          tx.selectFrom('knowledge_harvest_runs').selectAll().orderBy('started_at', 'desc').execute(),
        )
        return rows[0]
      }
      const letters = async () => (await house.letters()).filter((letter) => letter.text.includes('/redactie/inlezen/'))
      house.setClock('2026-11-28T04:00:00Z')
      await house.runDaily('knowledge.read-weekly-sources')
      expect((await newest())?.id).toBe(run)
      house.setClock('2026-12-01T04:00:00Z')
      await house.runDaily('knowledge.read-weekly-sources')
      const quiet = (await newest())?.id ?? ''
      expect(quiet).not.toBe(run)
      await read(house, quiet)
      await house.runJobs()
      expect(await runRow(house, quiet)).toMatchObject({ state: 'set-aside', scheduled: true, counts: { same: 1 } })
      expect(await letters()).toEqual([])
      items += item(2)
      house.setClock('2026-12-08T04:00:00Z')
      await house.runDaily('knowledge.read-weekly-sources')
      const loud = (await newest())?.id ?? ''
      await read(house, loud)
      await house.runJobs()
      expect((await letters()).map((letter) => letter.to)).toEqual(['eva@example.org'])
      expect(await house.count('knowledge_items')).toBe(1)
      // It waits for an editor: the week after nothing is asked.
      house.setClock('2026-12-16T04:00:00Z')
      await house.runDaily('knowledge.read-weekly-sources')
      expect((await newest())?.id).toBe(loud)
    }),
  )
})
