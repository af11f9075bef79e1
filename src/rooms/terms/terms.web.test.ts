import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../test/house.ts'
import { termsLike } from './filter.rules.ts'
import { schemes } from './term.rules.ts'
import { findTerm, terms } from './vocabulary.ts'

describe('the filter of the list', () => {
  const rows = terms.map((term) => ({
    id: term.id,
    label: term.label,
    alt_labels: term.altLabels,
    hidden_labels: term.hiddenLabels,
  }))
  const found = (typed: string) => termsLike(rows, typed).map((term) => term.id)

  it.each([
    ['dakloos', 'homelessness'],
    ['DAKLOOSHIJD', 'homelessness'],
    ['financiele problemen', 'povertyDebt'],
    ['money problems', 'povertyDebt'],
    ['wit', 'whiteSpot'],
  ])('%s finds %s', (typed, id) => {
    expect(found(typed)).toContain(id)
  })

  it('gives all when nothing is typed, and nothing for what is in no word', () => {
    expect(found('  ')).toHaveLength(terms.length)
    expect(found('xyzzy')).toEqual([])
    expect(found('loosheid')).toEqual([])
  })
})

describe('the pages of terms', () => {
  it(
    'are as many as there are terms, and each opens in both languages',
    inHouse(async ({ visitor, count }) => {
      expect(await count('square.terms')).toBe(terms.length)
      const browser = visitor()
      for (const term of terms) {
        const page = await browser.get(`/begrippen/${term.slug}`)
        expect([term.id, page.status]).toEqual([term.id, 200])
      }
      expect((await browser.get('/en/begrippen/huiselijk-geweld')).text).toContain('Domestic violence')
      expect((await browser.get('/begrippen/bestaat-niet')).status).toBe(404)
      expect((await browser.get('/begrippen/%00')).status).toBe(404)
    }),
  )

  it(
    'list by scheme, filter without script, and say it when there is nothing',
    inHouse(async ({ visitor }) => {
      const all = await visitor().get('/begrippen')
      expect(all.text).toContain('id="theme"')
      expect(all.text).toContain('id="concept"')
      const some = await visitor().get('/begrippen?zoek=dakloos')
      expect(some.text).toContain('/begrippen/dakloosheid')
      expect(some.text).not.toContain('/begrippen/autisme')
      const none = await visitor().get('/begrippen?zoek=%3Cscript%3Ealert(1)%3C/script%3E')
      expect(none.status).toBe(200)
      expect(none.text).not.toContain('<script>alert')
      expect(none.text).toContain('Wij hebben geen begrip gevonden')
    }),
  )

  it(
    'fold each list, and go by letter too, so that a phone shows no endless page',
    inHouse(async ({ visitor }) => {
      const all = (await visitor().get('/begrippen')).text
      expect(all.match(/<details class="plein-fold">/g)).toHaveLength(schemes.length)
      expect(all).toContain('href="/begrippen?letter=z"')
      const some = (await visitor().get('/begrippen?letter=z')).text
      expect(some).toContain('/begrippen/zzp')
      expect(some).not.toContain('href="/begrippen/dakloosheid"')
      expect(some).not.toContain('<details class="plein-fold">')
      const strange = (await visitor().get('/begrippen?letter=%3Cb%3E')).text
      expect(strange.match(/<details class="plein-fold">/g)).toHaveLength(schemes.length)
    }),
  )

  it(
    'hold definition, other words, neighbours, a way to search and a way to ask',
    inHouse(async ({ visitor }) => {
      const page = await visitor().get('/begrippen/dakloosheid')
      const term = findTerm('homelessness')
      expect(page.text).toContain('Geen eigen plek hebben om te wonen')
      expect(page.text).toContain(term?.altLabels.nl[1]?.label)
      expect(page.text).toContain('Gevoelig onderwerp')
      expect(page.text).toContain('/begrippen/maatschappelijke-opvang')
      expect(page.text).toContain('/zoeken?q=dak-%20en%20thuisloosheid')
      expect(page.text).toContain('<plein-read-aloud')
      expect(page.text).not.toContain('plein-exit')
      expect(page.text).not.toContain('dakeloosheid')
      expect((await visitor().get('/begrippen/sociale-uitsluiting')).text).not.toContain('Gevoelig onderwerp')
    }),
  )

  it.each(['huiselijk-geweld', 'kindermishandeling', 'vrouwenopvang', 'trauma'])(
    'about violence offer a way out and a neutral title: %s',
    (slug) =>
      inHouse(async ({ visitor }) => {
        const page = await visitor().get(`/begrippen/${slug}`)
        expect(page.text).toContain('plein-exit')
        expect(page.text).toMatch(/<title>Begrippen - [^<]*<\/title>/)
      })(),
  )
})

describe('the API of terms', () => {
  it(
    'gives all, one scheme, one term, and no misspellings',
    inHouse(async ({ visitor }) => {
      const all = await visitor().get('/api/v1/terms')
      expect(all.json<{ terms: unknown[] }>().terms).toHaveLength(terms.length)
      expect(all.text).not.toContain('dakeloosheid')
      const themes = (await visitor().get('/api/v1/terms?scheme=theme')).json<{ terms: { scheme: string }[] }>().terms
      expect(new Set(themes.map((term) => term.scheme))).toEqual(new Set(['theme']))
      const one = await visitor().get('/api/v1/terms/homelessness')
      expect(one.json()).toMatchObject({ id: 'homelessness', sensitive: 'safety', page: '/begrippen/dakloosheid' })
      expect((await visitor().get('/api/v1/terms/nothing')).status).toBe(404)
      expect((await visitor().get('/api/v1/terms?scheme=nothing')).status).toBe(404)
    }),
  )
})
