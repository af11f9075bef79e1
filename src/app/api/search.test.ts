import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../test/house.ts'
import { publishOwnItem } from '../../rooms/knowledge/public.ts'

type Answer = {
  query: string
  repairs: { typed: string; searched: string[] }[]
  total: number
  more: boolean
  items: { slug: string; url: string; themes: string[]; passage: { heading: string | null; text: string } }[]
  facets: Record<'types' | 'themes' | 'stewards', { value: string; items: number }[]>
  next: string | null
}

const texts = [
  ['Eerlijke beloning', 'guide', ['povertyDebt'], '## Begin hier\n\nEen bon is geen vergoeding voor wie meedenkt.'],
  ['Vergoeding en uitkering', 'article', ['povertyDebt', 'homelessness'], 'Een vergoeding kan gevolgen hebben.'],
  ['Werken in een duo', 'guide', ['homelessness'], 'Twee mensen weten meer dan één.'],
] as const

const fill = (house: RolledBackHouse) =>
  house.operate(async (tx) => {
    for (const [title, type, themes, body] of texts)
      await publishOwnItem(
        tx,
        house.platform.vault,
        {
          title,
          type,
          themes,
          body,
          summary: 'Kort.',
          lang: 'nl',
          roles: [],
          audiences: [],
          stewards: [house.people.organisations.a],
          provenance: 'own',
          authors: [],
          source: null,
          checkedAt: house.platform.now(),
          publishedAt: house.platform.now(),
        },
        null,
        house.platform.now(),
      )
  })

describe('the search of the API', () => {
  it(
    'finds what the page finds, with the passage that answers, counts, filters and the next page',
    inHouse(async (house) => {
      await fill(house)
      const program = house.visitor()
      const ask = async (query: string) => {
        const seen = await program.get(`/api/v1/search?${query}`)
        expect(seen.status).toBe(200)
        return JSON.parse(seen.text) as Answer
      }
      const slugs = (answer: Answer) => answer.items.map((item) => item.slug)

      const all = await ask('q=vergoeding')
      expect(slugs(all).toSorted()).toEqual(['eerlijke-beloning', 'vergoeding-en-uitkering'])
      expect([all.total, all.more, all.next]).toEqual([2, false, null])
      expect(all.facets.themes).toEqual([
        { value: 'povertyDebt', items: 2 },
        { value: 'homelessness', items: 1 },
      ])
      expect(all.facets.types.map((each) => each.value).toSorted()).toEqual(['article', 'guide'])
      expect(all.facets.stewards).toEqual([{ value: expect.any(String), items: 2 }])
      const page = (await program.get('/zoeken?q=vergoeding')).text
      for (const slug of slugs(all)) expect(page).toContain(`/kennis/${slug}`)
      const reward = all.items.find((item) => item.slug === 'eerlijke-beloning')
      expect(reward?.url).toBe(`${house.platform.origin}/kennis/eerlijke-beloning`)

      expect(slugs(await ask('q=vergoeding&theme=homelessness'))).toEqual(['vergoeding-en-uitkering'])
      expect(slugs(await ask('q=vergoeding&type=guide'))).toEqual(['eerlijke-beloning'])
      expect(slugs(await ask(`q=vergoeding&steward=${all.facets.stewards[0]?.value}`))).toHaveLength(2)
      expect(slugs(await ask('q=vergoeding&steward=niemand'))).toEqual([])

      const first = await ask('q=vergoeding&pageSize=1&theme=povertyDebt')
      expect(slugs(first)).toHaveLength(1)
      const second = await ask(new URL(first.next ?? '').search.slice(1))
      expect([...slugs(first), ...slugs(second)].toSorted()).toEqual(slugs(all).toSorted())
      expect(second.next).toBeNull()
      expect((await ask('q=vergoedign')).repairs).toEqual([{ typed: 'vergoedign', searched: ['vergoeding'] }])
    }),
  )

  it(
    'refuses a query that is not one, as a problem',
    inHouse(async (house) => {
      const program = house.visitor()
      for (const query of [
        '',
        'q=',
        'q=%20',
        `q=${'a'.repeat(201)}`,
        'q=duo&page=0',
        'q=duo&pageSize=51',
        'q=duo&x=1',
      ]) {
        const seen = await program.get(`/api/v1/search?${query}`)
        expect([query, seen.status]).toEqual([query, 400])
        expect(seen.headers.get('content-type')).toContain('application/problem+json')
        expect(JSON.parse(seen.text)).toMatchObject({ status: 400, title: expect.any(String) })
      }
    }),
  )

  it(
    'stands in the document of the API',
    inHouse(async (house) => {
      const { text } = await house.visitor().get('/api/v1/openapi.json')
      const { get } = JSON.parse(text).paths['/search']
      expect(get.parameters.map((each: { name: string }) => each.name)).toEqual([
        'q',
        'type',
        'theme',
        'role',
        'region',
        'checked',
        'steward',
        'page',
        'pageSize',
      ])
      expect(get.parameters[0]).toMatchObject({ in: 'query', required: true })
      expect(Object.keys(get.responses)).toEqual(['200', '304', '400', '429'])
    }),
  )
})
