import { randomUUID } from 'node:crypto'
import type { QueryResult, RootOperationNode, UnknownRow } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type House } from '../../../../test/house.ts'
import { lexemesOf } from '../../../lib/dutch/query.ts'
import { relatedItems, searchSquare } from './search.actions.ts'
import { search } from './search.sql.ts'
import { placeOnShelf, takeFromShelf, type ShelfItem } from './shelf.sql.ts'
import { knowledgePaths } from '../square.paths.ts'

const itemOf = (changes: Partial<ShelfItem> = {}): ShelfItem => ({
  id: randomUUID(),
  slug: `stuk-${randomUUID().slice(0, 8)}`,
  type: 'article',
  title: 'Eerlijke beloning',
  summary: 'Wat is een eerlijke vergoeding voor wie meedenkt?',
  lang: 'nl',
  bodyMarkdown:
    '## Begin hier\n\nVraag eerst wat iemand zelf wil. Een bon is geen beloning.\n\n## Uitkering\n\nMet een uitkering kan een vergoeding gevolgen hebben.',
  stewards: [{ slug: 'partner-a', name: 'Partner A' }],
  themes: ['povertyDebt'],
  roles: [],
  audiences: [],
  authors: [],
  source: null,
  provenance: 'own',
  licence: 'CC BY 4.0',
  sensitive: false,
  writtenOn: null,
  changedAt: new Date(),
  checkedAt: new Date(),
  publishedAt: new Date(),
  version: 1,
  ...changes,
})

const shelve = (house: House, ...items: ShelfItem[]) =>
  house.operate(async (tx) => {
    for (const item of items) await placeOnShelf(tx, item)
  })

describe('search', () => {
  it(
    'finds an item by another form of its words, and shows where',
    inHouse(async (house) => {
      await shelve(house, itemOf({ slug: 'beloning' }))
      const seen = await house.visitor().get('/zoeken?q=eerlijke+beloningen')
      expect(seen.status).toBe(200)
      expect(seen.text).toContain('/kennis/beloning')
      expect(seen.text).toContain('<mark>eerlijke</mark>')
    }),
  )

  it(
    'finds Dutch items by the English name of a term, for who reads English',
    inHouse(async (house) => {
      await shelve(
        house,
        itemOf({ slug: 'rood-staan', title: 'Rood staan', bodyMarkdown: 'Wie schulden heeft, slaapt slecht.' }),
      )
      const visitor = house.visitor()
      const seen = await visitor.get('/en/zoeken?q=debts')
      expect(seen.text).toContain('/en/kennis/rood-staan')
      expect(seen.text).toMatch(/For ‘debts’ we also searched: [^<]*schulden/)
      const feed = /href="([^"]+\.atom[^"]*q=debts[^"]*)"/.exec(seen.text)?.[1] ?? ''
      expect((await visitor.get(feed.replaceAll('&amp;', '&'))).text).toContain('Rood staan')
      expect((await visitor.get('/zoeken?q=debts')).text).not.toContain('rood-staan')
    }),
  )

  it(
    'looks everywhere when the parts that promised enough do not hold it',
    inHouse(async (house) => {
      const beside = 'Eerlijke beloning ergens anders'
      await shelve(house, itemOf({ title: beside }))
      const found = await house.platform.database.square(async (db) => {
        const { query } = await searchSquare(db, 'beloning', {}, { size: 10, number: 1 })
        const of = new Map(query.terms.flatMap((term) => lexemesOf(term.wide)).map((lexeme) => [lexeme, 50_000]))
        return search(db, query, {}, { size: 10, number: 1 }, { all: 100_000, of, newest: 1_000_000 })
      })
      expect(found.hits.map(({ title }) => title)).toEqual([beside])
    }),
  )

  it(
    'asks once when enough stands before the parts are looked into',
    inHouse(async (house) => {
      const paragraphs = Array.from(
        { length: 120 },
        (_, at) => `Een eerlijke beloning is gewoon, deel ${at}. ${'Meer zinnen. '.repeat(40)}`,
      )
      await shelve(house, itemOf({ bodyMarkdown: paragraphs.join('\n\n') }))
      let asked = 0
      const counting = {
        transformQuery: ({ node }: { node: RootOperationNode }) => (asked++, node),
        transformResult: async ({ result }: { result: QueryResult<UnknownRow> }) => result,
      }
      const found = await house.platform.database.square(async (db) => {
        const { query } = await searchSquare(db, 'eerlijke beloning', {}, { size: 10, number: 1 })
        const of = new Map(query.terms.flatMap((term) => lexemesOf(term.wide)).map((lexeme) => [lexeme, 3_100]))
        return search(
          db.withPlugin(counting),
          query,
          {},
          { size: 10, number: 1 },
          { all: 100_000, of, newest: 1_000_000 },
        )
      })
      expect(found.items).toBe(1)
      // The lines of facets are known already.
      expect(asked).toBe(1)
    }),
  )

  it(
    'counts what was found by kind, theme and steward, and narrows by them',
    inHouse(async (house) => {
      await shelve(
        house,
        itemOf({ title: 'Eerlijke beloning een' }),
        itemOf({ title: 'Eerlijke beloning twee', type: 'guide', themes: ['povertyDebt', 'stigma'] }),
        itemOf({ title: 'Eerlijke beloning drie', stewards: [{ slug: 'partner-b', name: 'Partner B' }] }),
      )
      const found = await house.platform.database.square((db) =>
        searchSquare(db, 'eerlijke beloning', {}, { size: 10, number: 1 }),
      )
      expect(found.found.facets).toEqual(
        [
          { facet: 'theme', value: 'povertyDebt', items: 3 },
          { facet: 'type', value: 'article', items: 2 },
          { facet: 'steward', value: 'partner-a', items: 2 },
          { facet: 'steward', value: 'partner-b', items: 1 },
          { facet: 'theme', value: 'stigma', items: 1 },
          { facet: 'type', value: 'guide', items: 1 },
          { facet: 'region', value: 'NL', items: 3 },
          { facet: 'checked', value: 'in-time', items: 3 },
        ].sort((a, b) => b.items - a.items || (a.value < b.value ? -1 : 1)),
      )
      const narrowed = await house.visitor().get('/zoeken?q=eerlijke+beloning&van=partner-b&thema=povertyDebt')
      expect(narrowed.text).toContain('Eerlijke beloning drie')
      expect(found.found.stewardNames).toEqual({ 'partner-a': 'Partner A', 'partner-b': 'Partner B' })
      expect(narrowed.text).not.toContain('Eerlijke beloning een')
    }),
  )

  it(
    'puts the word itself before its parts, and all its parts before one of them',
    inHouse(async (house) => {
      const about = (slug: string, bodyMarkdown: string) =>
        itemOf({ slug, title: 'Stuk', summary: 'Kort.', bodyMarkdown, themes: [] })
      await shelve(
        house,
        about('delen', 'De hulp die wij samen met mensen uit de wijk verlenen, en nog meer hulp.'),
        about('zelf', 'De hulpverlening die wij samen met mensen uit de wijk ooit zijn begonnen, en nog meer werk.'),
        about('een-deel', 'Schulden, schulden en nog eens schulden.'),
        about(
          'alle-delen',
          'Een loket waar wij met mensen uit de wijk over geld en andere zorgen en een schuld praten.',
        ),
      )
      const order = async (text: string) =>
        (
          await house.platform.database.square((db) => searchSquare(db, text, {}, { size: 10, number: 1 }))
        ).found.hits.map((hit) => hit.slug)
      expect(await order('hulpverlening')).toEqual(['zelf', 'delen'])
      expect(await order('schuldenloket')).toEqual(['alle-delen', 'een-deel'])
    }),
  )

  it(
    'ranks what answers one term by a word that belongs to another one too',
    inHouse(async (house) => {
      await shelve(
        house,
        ...Array.from({ length: 6 }, (_, at) =>
          itemOf({
            slug: `terzijde-${at}`,
            title: 'Stuk',
            summary: 'Kort.',
            themes: [],
            bodyMarkdown: `Stuk ${at} met een beetje beleid in een lange zin over tafels, stoelen en lampen.`,
          }),
        ),
        itemOf({ slug: 'schulden', title: 'Stuk', summary: 'Kort.', themes: [], bodyMarkdown: 'Wie schulden heeft.' }),
        itemOf({
          slug: 'gaat-erover',
          title: 'Beleid',
          summary: 'Kort.',
          themes: [],
          bodyMarkdown: 'Beleid over beleid.',
        }),
      )
      const { found } = await house.platform.database.square((db) =>
        searchSquare(db, 'schuldbeleid beleid', {}, { size: 10, number: 1 }),
      )
      expect(found.items).toBe(8)
      // “beleid” alone is too general to answer “schuldbeleid”.
      const ranked = found.hits.filter(({ slug }) => slug !== 'schulden')
      expect(ranked.map(({ terms }) => terms)).toEqual(ranked.map(() => 1))
      expect(ranked[0]?.slug).toBe('gaat-erover')
    }),
  )

  it(
    'puts the same items in the same order, page by page or all at once',
    inHouse(async (house) => {
      const words = ['tafel', 'lampen', 'deken', 'spiegel']
      const items = Array.from({ length: 15 }, (_, mask) =>
        itemOf({
          slug: `stuk-${mask}`,
          title: `Stuk ${mask}`,
          bodyMarkdown: words.filter((_word, bit) => ((mask + 1) & (1 << bit)) !== 0).join(' '),
        }),
      )
      await shelve(house, ...items)
      const page = async (size: number, number: number) =>
        (
          await house.platform.database.square((db) => searchSquare(db, words.join(' '), {}, { size, number }))
        ).found.hits.map((hit) => hit.slug)
      const all = await page(100, 1)
      expect(all).toHaveLength(15)
      expect(all[0]).toBe('stuk-14')
      const paged = []
      for (let number = 1; number <= 4; number++) paged.push(...(await page(4, number)))
      expect(paged).toEqual(all)
    }),
  )

  it(
    'puts a colon after a heading, unless it is a sentence of its own',
    inHouse(async (house) => {
      await shelve(
        house,
        itemOf({ bodyMarkdown: '## Waarom betalen?\n\nOm de lantaarn.\n\n## Begin hier\n\nMet een vlieger.' }),
      )
      const seen = async (word: string) => (await house.visitor().get(`/zoeken?q=${word}`)).text
      expect(await seen('lantaarn')).toContain('<strong>Waarom betalen? </strong>')
      expect(await seen('vlieger')).toContain('<strong>Begin hier: </strong>')
    }),
  )

  it(
    'shows of many words the same order page by page as all at once',
    inHouse(async (house) => {
      const words = ['beloning', 'vervoer', 'bijeenkomst', 'wachtlijst', 'huisvesting']
      // Every set of words once: together in one passage, or each under a heading of its own.
      const items = Array.from({ length: 31 }, (_, at) => words.filter((_, bit) => ((at + 1) >> bit) & 1)).flatMap(
        (these, at) => [
          itemOf({
            title: `Samen ${at}`,
            summary: 'Kort',
            bodyMarkdown: `Over ${these.join(' en ')}. ${'Meer. '.repeat(at)}`,
          }),
          itemOf({
            title: `Verspreid ${at}`,
            summary: 'Kort',
            bodyMarkdown: these
              .map((word) => `## Deel\n\nHier staat ${word}. ${'Meer. '.repeat(31 - at)}`)
              .join('\n\n'),
          }),
        ],
      )
      await shelve(house, ...items)
      const titles = (size: number, number: number) =>
        house.platform.database.square(async (db) => {
          const { found } = await searchSquare(db, words.join(' '), {}, { size, number })
          return found.hits.map((hit) => hit.title)
        })
      const all = await titles(100, 1)
      expect(all).toHaveLength(62)
      expect(all.slice(0, 2).toSorted()).toEqual(['Samen 30', 'Verspreid 30'])
      const pages = await Promise.all(Array.from({ length: 13 }, (_, at) => titles(5, at + 1)))
      expect(pages.flat()).toEqual(all)
    }),
  )

  it(
    'says how many there are on a page after the last',
    inHouse(async (house) => {
      await shelve(house, itemOf())
      const seen = await house.visitor().get('/zoeken?q=beloning&pagina=9')
      expect(seen.text).not.toContain('Niets gevonden')
    }),
  )

  it(
    'takes a typing error for the word that looks like it, and says so',
    inHouse(async (house) => {
      await shelve(house, itemOf())
      const seen = await house.visitor().get('/zoeken?q=uitkeringg')
      expect(seen.text).toContain('‘uitkeringg’ kennen we niet')
      expect(seen.text).toContain('Eerlijke beloning')
    }),
  )

  it(
    'says once for each word which other words it looked for',
    inHouse(async (house) => {
      await shelve(house, itemOf())
      const { text } = await house.visitor().get('/zoeken?q=ervaringsdeskundige+beloning')
      const said = [...text.matchAll(/We zochten bij ‘([^’]+)’ ook naar: ([^<]+)\./g)]
      expect(said.map(([, word]) => word)).toEqual(['ervaringsdeskundige', 'beloning'])
      // Two terms are called so: other words of both stand there.
      expect(said[0]?.[2]).toContain('ervaringskunde')
      expect(said[0]?.[2]).toContain('ervaringsexpert')
    }),
  )

  it(
    'leads to the desk when nothing is found, and keeps the words but not who',
    inHouse(async (house) => {
      const seen = await house.visitor().get('/zoeken?q=zebrapadkleur')
      expect(seen.text).toContain('/vraag?q=zebrapadkleur')
      expect(seen.text).toContain('Niets gevonden voor ‘zebrapadkleur’')
      expect(seen.text).not.toContain('plein-found')
      expect(await house.count('house.knowledge_empty_searches')).toBe(1)
    }),
  )

  it(
    'keeps no words that could point at somebody',
    inHouse(async (house) => {
      await house.visitor().get('/zoeken?q=mevrouw+Janneke+de+Vries')
      await house.visitor().get('/zoeken?q=0612345678')
      expect(await house.count('house.knowledge_empty_searches')).toBe(0)
    }),
  )

  it(
    'is gone from page, search and words once taken from the shelf',
    inHouse(async (house) => {
      const item = itemOf({ slug: 'weg' })
      await shelve(house, item)
      await house.operate((tx) => takeFromShelf(tx, item.id))
      expect((await house.visitor().get(knowledgePaths.item('weg'))).status).toBe(410)
      expect((await house.visitor().get('/zoeken?q=beloning')).text).not.toContain('/kennis/weg')
      expect(await house.count('square.words')).toBe(0)
    }),
  )

  it.each([
    '"',
    "'",
    '& | !',
    '<script>alert(1)</script>',
    '\\',
    ':*',
    '()',
    'a'.repeat(500),
    '%00',
    '\u202eabc',
    '*',
    '-',
    "x' or 1=1 --",
  ])('takes %s as words and stays well', (text) =>
    inHouse(async (house) => {
      await shelve(house, itemOf())
      const seen = await house
        .visitor()
        .get(
          `/zoeken?q=${encodeURIComponent(text)}&soort=${encodeURIComponent(text)}&pagina=${encodeURIComponent(text)}`,
        )
      expect(seen.status).toBe(200)
      expect(seen.text).not.toContain('<script>alert')
    })(),
  )

  it(
    'narrows by kind and counts what each choice would give',
    inHouse(async (house) => {
      await shelve(house, itemOf({ slug: 'een' }), itemOf({ slug: 'twee', type: 'guide' }))
      const all = await house.visitor().get('/zoeken?q=beloning')
      expect(all.text).toContain('soort=guide')
      const guides = await house.visitor().get('/zoeken?q=beloning&soort=guide')
      expect(guides.text).toContain('/kennis/twee')
      expect(guides.text).not.toContain('/kennis/een')
    }),
  )

  it(
    'suggests only what answers a good part of a question',
    inHouse(async (house) => {
      await shelve(house, itemOf({ slug: 'beloning' }))
      const near = await house.platform.database.square((db) =>
        relatedItems(db, 'Wat is een eerlijke beloning voor iemand met een uitkering?'),
      )
      expect(near.map((hit) => hit.slug)).toEqual(['beloning'])
      expect(
        await house.platform.database.square((db) =>
          relatedItems(db, 'Hoe plant ik tulpen in de herfst bij de uitkering?'),
        ),
      ).toEqual([])
    }),
  )

  it(
    'shows an item with its stewards and dates, hides the theme of violence from the history, and offers a way out',
    inHouse(async (house) => {
      await shelve(house, itemOf({ slug: 'veilig', title: 'Na huiselijk geweld', sensitive: true }))
      const seen = await house.visitor().get('/kennis/veilig')
      expect(seen.text).toContain('Partner A')
      expect(seen.text).toContain('plein-exit')
      expect(/<title>([^<]*)/.exec(seen.text)?.[1]).not.toContain('geweld')
    }),
  )

  it(
    'renders Markdown without script, frames or odd links',
    inHouse(async (house) => {
      await shelve(
        house,
        itemOf({
          slug: 'vuil',
          bodyMarkdown:
            '<script>x()</script>\n\n[klik](javascript:alert(1)) <iframe src=x></iframe> ![p](http://x/y.png)\n\n[goed](https://example.org)',
        }),
      )
      const { text } = await house.visitor().get('/kennis/vuil')
      const body = text.slice(text.indexOf('plein-prose'))
      expect(body).not.toMatch(/<script>x|href="javascript|<iframe|<img/)
      expect(body).toContain('href="https://example.org"')
    }),
  )
})
