import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../../test/house.ts'
import { relatedItems, searchSquare } from './search.actions.ts'
import { takeFromShelf } from './shelf.sql.ts'
import { itemOf, shelve } from './shelf.testing.ts'
import { knowledgePaths } from '../square.paths.ts'

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
    'shows once what is both the summary and the beginning of the text',
    inHouse(async (house) => {
      const summary = 'Een lantaarn helpt wie zoekt.'
      await shelve(house, itemOf({ summary, bodyMarkdown: `${summary} Ook in de herfst.\n\n## Later\n\nMeer.` }))
      const { text } = await house.visitor().get('/zoeken?q=lantaarn')
      expect(text.match(/helpt wie zoekt/g)).toHaveLength(1)
      expect(text).toContain('Ook in de herfst.')
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
      const english = await house.platform.database.square((db) =>
        relatedItems(db, 'What is a fair reward, and what about a benefit?', 'en'),
      )
      expect(english.map((hit) => hit.slug)).toEqual(['beloning'])
      expect(
        await house.platform.database.square((db) =>
          relatedItems(db, 'Hoe plant ik tulpen in de herfst bij de uitkering?'),
        ),
      ).toEqual([])
    }),
  )
})
