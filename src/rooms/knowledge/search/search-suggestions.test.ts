import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type House } from '../../../../test/house.ts'
import { findTerm, type Term } from '../../terms/public.ts'
import { placed } from '../kinds/kinds.testing.ts'
import { takeFromShelf } from './shelf.sql.ts'
import { nearTerms, titleQuery } from './search-suggestions.rules.ts'

type Suggested = { value: string; label?: string; note?: string; lang?: string; href: string }

const suggested = async (house: House, typed: string, prefix = '') =>
  (await house.visitor().get(`${prefix}/zoeken/suggesties?q=${encodeURIComponent(typed)}`)).json<Suggested[]>()

const term = (id: string, label: string, also: readonly string[] = [], hidden: readonly string[] = []): Term => ({
  id,
  scheme: 'theme',
  slug: id,
  label: { nl: label, en: `${label} in English` },
  definition: { nl: '', en: '' },
  altLabels: { nl: also.map((each) => ({ label: each, source: '' })), en: [] },
  hiddenLabels: hidden,
  broader: null,
  related: [],
  note: null,
})

const titles = async (house: House, typed: string) =>
  (await suggested(house, typed)).filter((each) => each.href.startsWith('/kennis/')).map((each) => each.value)

describe('the terms that somebody may be typing', () => {
  const terms = [
    term('debts', 'Armoede en schulden', ['schuldhulp'], ['schulde']),
    term('reception', 'Opvang', ['Maatschappelijke opvang']),
    term('guilt', 'Schuldgevoel'),
    term('young', 'Jeugd', ['Cliënten onder de 18']),
  ]
  it.each([
    ['the label begins so, then a word of it, then another word', 'schuld', ['guilt', 'debts']],
    ['the beginning of a word further on', 'en sch', ['debts']],
    ['accents and capitals make no difference', 'CLIENT', ['young']],
    ['a misspelling', 'schulde', ['debts']],
    ['the middle of a word', 'moede', []],
    ['one letter', 's', []],
    ['nothing', '', []],
    ['signs', "'&|:*", []],
  ])('%s', (_what, typed, ids) => {
    expect(nearTerms(typed, terms, 'nl', () => 0).map((each) => each.term.id)).toEqual(ids)
  })

  it('names the word by which a term was found, never a misspelling', () => {
    expect(nearTerms('schuldh', terms, 'nl', () => 0)).toMatchObject([{ via: 'schuldhulp' }])
    expect(nearTerms('schulde', terms, 'nl', () => 0)).toMatchObject([{ via: null }])
    expect(nearTerms('schuldhulp', terms, 'en', () => 0)).toEqual([])
  })

  it('puts what is used most first among equals', () => {
    const two = [term('one', 'Werk en inkomen'), term('two', 'Werkgevers')]
    expect(nearTerms('werk', two, 'nl', (each) => (each.id === 'two' ? 3 : 1)).map((each) => each.term.id)).toEqual([
      'two',
      'one',
    ])
  })

  it.each([
    ['ervaring delen', "'ervaring' & 'delen':*"],
    ['Zelf-regie!', "'zelf' & 'regie':*"],
    ["' | !& :*", null],
    ['a', null],
  ])('asks titles for %s', (typed, query) => {
    expect(titleQuery(typed)).toBe(query)
  })
})

describe('suggestions while typing', () => {
  it(
    'are themes with how many items stand under them, titles and municipalities, each with its page',
    inHouse(async (house) => {
      const label = findTerm('homelessness')?.label.nl ?? ''
      await placed(house, { slug: 'een', type: 'guide', title: 'Dakloos, en dan?', themes: ['homelessness'] })
      await placed(house, {
        slug: 'twee',
        type: 'article',
        title: 'Praten over dakloze jongeren',
        themes: ['homelessness'],
      })
      const found = await suggested(house, 'dakl')
      const theme = found.find((each) => each.value === label)
      expect(theme).toMatchObject({ note: '2 stukken' })
      expect((await house.visitor().get(theme?.href ?? '')).text).toContain('2 stukken gevonden.')
      expect(await titles(house, 'dakl')).toEqual(['Dakloos, en dan?', 'Praten over dakloze jongeren'])
      expect(await suggested(house, 'utrech')).toContainEqual({
        value: 'Utrecht',
        label: 'Utrecht',
        note: 'gemeente',
        href: '/gemeenten/gm0344',
      })
      const english = await suggested(house, 'homel', '/en')
      expect(english[0]).toMatchObject({ value: findTerm('homelessness')?.label.en, note: '2 items' })
      expect(english[0]?.href).toMatch(/^\/en\/zoeken\?/)
      expect(await suggested(house, 'dakl', '/en')).toContainEqual(
        expect.objectContaining({ value: 'Dakloos, en dan?', lang: 'nl', href: '/en/kennis/een' }),
      )
    }),
  )

  it(
    'finds titles by every word, the last one unfinished, whatever the accents',
    inHouse(async (house) => {
      await placed(house, { slug: 'client', type: 'article', title: 'Cliëntenraad: zó begin je' })
      for (const typed of ['clientenr', 'Cliëntenraad zo', 'begin clien'])
        expect([typed, await titles(house, typed)]).toEqual([typed, ['Cliëntenraad: zó begin je']])
      expect(await titles(house, 'clien begin')).toEqual([])
    }),
  )

  it(
    'knows nothing of an item that was taken off, and counts it no more',
    inHouse(async (house) => {
      await placed(house, { slug: 'blijft', type: 'article', title: 'Zwerfjongeren blijven', themes: ['homelessness'] })
      const gone = await placed(house, {
        slug: 'weg',
        type: 'guide',
        title: 'Zwerfjongeren weg',
        themes: ['homelessness'],
      })
      const counts = () => house.peek((tx) => tx.selectFrom('square.term_items').selectAll().orderBy('term').execute())
      expect(await counts()).toEqual([
        { term: 'article', items: 1 },
        { term: 'guide', items: 1 },
        { term: 'homelessness', items: 2 },
      ])
      await house.operate((tx) => takeFromShelf(tx, gone.id))
      expect(await titles(house, 'zwerfj')).toEqual(['Zwerfjongeren blijven'])
      expect(await counts()).toEqual([
        { term: 'article', items: 1 },
        { term: 'homelessness', items: 1 },
      ])
    }),
  )

  it(
    'counts many at once as it counts one',
    inHouse(async (house) => {
      await placed(house, { slug: 'een', type: 'article', themes: ['youth', 'broad'], roles: [] })
      await house.peek((tx) =>
        sql`insert into square.items select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'slug', 'kopie-' || n))).*
              from square.items i, generate_series(1, 20) n`.execute(tx),
      )
      const count = () =>
        house.peek((tx) => tx.selectFrom('square.term_items').select('items').where('term', '=', 'youth').execute())
      expect(await count()).toEqual([{ items: 21 }])
      await house.peek((tx) => tx.deleteFrom('square.items').where('slug', 'like', 'kopie-%').execute())
      expect(await count()).toEqual([{ items: 1 }])
      await house.peek((tx) => tx.deleteFrom('square.items').execute())
      expect(await count()).toEqual([])
    }),
  )

  it.each(['', 'x', "' & !", '\\', '<script>', 'a'.repeat(300), '%00', "x'::tsquery"])('takes %s as words', (typed) =>
    inHouse(async (house) => {
      await placed(house, { slug: 'een', type: 'article', title: 'Iets' })
      const seen = await house.visitor().get(`/zoeken/suggesties?q=${encodeURIComponent(typed)}`)
      expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
      expect(seen.json<Suggested[]>()).toEqual([])
    })(),
  )
})
