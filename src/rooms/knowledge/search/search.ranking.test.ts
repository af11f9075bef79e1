import type { QueryResult, RootOperationNode, UnknownRow } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../../test/house.ts'
import { lexemesOf } from '../../../lib/dutch/query.ts'
import { searchSquare } from './search.actions.ts'
import { search } from './search.sql.ts'
import { itemOf, shelve } from './shelf.testing.ts'

describe('the order of what is found', () => {
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
})
