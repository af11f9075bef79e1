import { Client } from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../test/house.ts'
import { expertRoles, findTerm, itemTypes } from '../terms/public.ts'
import { exportPartner } from './out/exports.actions.ts'
import { kindOf } from './kinds/kinds.rules.ts'
import './tables.ts'
import { placed } from './kinds/kinds.testing.ts'

const slugFor = (type: string) => `een-${type}`.toLowerCase()

/** One item of every kind, kept by partner A. @returns their numbers by kind. */
async function oneOfEach(house: RolledBackHouse): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for (const { id: type } of itemTypes) {
    const details = kindOf(type).details.includes('startsOn') ? { startsOn: '2027-03-01' } : {}
    const { id } = await placed(house, { slug: slugFor(type), type, title: `Een ${type}`, details })
    ids.set(type, id)
  }
  return ids
}

const partnerA = (house: RolledBackHouse) =>
  house.peek((tx) =>
    tx
      .selectFrom('accounts_organisations')
      .select('slug')
      .where('id', '=', house.people.organisations.a)
      .executeTakeFirstOrThrow(),
  )

/** Of which kinds something is not there. */
async function without(there: (type: string) => Promise<boolean>): Promise<readonly string[]> {
  const missing: string[] = []
  for (const { id } of itemTypes) if (!(await there(id))) missing.push(id)
  return missing
}

describe('every kind of item', () => {
  it(
    'has a page in two languages, a form of its own, and stands in the API, the feeds, the sets and what a partner takes along',
    inHouse(async (house) => {
      const ids = await oneOfEach(house)
      const visitor = house.visitor()
      const editor = await house.as('editorA')
      const textOf = async (path: string) => (await visitor.get(path)).text

      expect(
        await without(async (type) => {
          const [page, english] = [
            await visitor.get(`/kennis/${slugFor(type)}`),
            await visitor.get(`/en/kennis/${slugFor(type)}`),
          ]
          return [page, english].every((seen) => seen.status === 200 && seen.text.includes(`Een ${type}`))
        }),
      ).toEqual([])

      expect(
        await without(async (type) => {
          const form = (await editor.get(`/redactie/${ids.get(type)}`)).text
          const { parts, details } = kindOf(type)
          return [...parts.map((key) => `part:${key}`), ...details.map((name) => `detail:${name}`)].every((name) =>
            form.includes(`name="${name}"`),
          )
        }),
      ).toEqual([])

      const described = new Set<string>()
      expect(
        await without(async (type) => {
          const [, block = '{}'] =
            /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(
              await textOf(`/kennis/${slugFor(type)}`),
            ) ?? []
          const things = (JSON.parse(block) as { '@graph': { '@type': string; '@id'?: string }[] })['@graph']
          const own = things.find((thing) => thing['@id']?.endsWith(`/kennis/${slugFor(type)}`))
          if (own) described.add(own['@type'])
          return own !== undefined
        }),
      ).toEqual([])
      expect(described.size).toBeGreaterThan(6)

      const api = async (type: string) => {
        const one = await visitor.get(`/api/v1/items/${slugFor(type)}`)
        const list = (await visitor.get(`/api/v1/items?type=${type}`)).json<{ items: { slug: string }[] }>()
        return one.json<{ type: string }>().type === type && list.items.map(({ slug }) => slug).join() === slugFor(type)
      }
      expect(await without(api)).toEqual([])

      expect(
        await without(async (type) => {
          const word = findTerm(type)?.slug ?? ''
          const feeds = await Promise.all(['atom', 'json'].map((form) => textOf(`/feeds/soort/${word}.${form}`)))
          return feeds.every((feed) => feed.includes(`/kennis/${slugFor(type)}`))
        }),
      ).toEqual([])

      const partner = await partnerA(house)
      const files = [
        await textOf('/data/kennis.jsonl'),
        await textOf('/data/kennis.csv'),
        await textOf('/sitemap/1.xml'),
        (await house.operate((tx) => exportPartner(tx, house.platform.vault, partner.slug)))?.text ?? '',
        await textOf('/oai?verb=ListRecords&metadataPrefix=oai_dc'),
      ]
      for (const [at, file] of files.entries())
        expect([at, await without(async (type) => file.includes(slugFor(type)))]).toEqual([at, []])
    }),
  )

  it(
    'is found in the API by kind, theme, role, region, steward and language, all together',
    inHouse(async (house) => {
      const [role, other] = expertRoles
      const at = { type: 'guide', themes: ['youth'], roles: [role.id], regions: ['GM0344'] } as const
      await placed(house, { slug: 'past', ...at })
      await placed(house, { slug: 'soort', ...at, type: 'tool' })
      await placed(house, { slug: 'thema', ...at, themes: ['stigma'] })
      await placed(house, { slug: 'rol', ...at, roles: [other.id] })
      await placed(house, { slug: 'regio', ...at, regions: ['GM0193'] })
      await placed(house, { slug: 'partner', ...at, stewards: [house.people.organisations.b] })
      await placed(house, { slug: 'taal', ...at, lang: 'en' })
      const found = async (query: Record<string, string>) =>
        (await house.visitor().get(`/api/v1/items?${new URLSearchParams(query)}`))
          .json<{ items: { slug: string }[] }>()
          .items.map(({ slug }) => slug)
      const { slug: steward } = await partnerA(house)
      const all = { type: 'guide', theme: 'youth', role: role.id, region: 'GM0344', steward, language: 'nl' }
      expect(await found(all)).toEqual(['past'])
      const each = { type: 'soort', theme: 'thema', role: 'rol', region: 'regio', steward: 'partner', language: 'taal' }
      for (const [name, slug] of Object.entries(each)) {
        const { [name as keyof typeof all]: _, ...others } = all
        expect((await found(others)).toSorted()).toEqual(['past', slug].toSorted())
      }
    }),
  )

  it(
    'is one question to the square, for its page and in the API',
    inHouse(async (house) => {
      await oneOfEach(house)
      const visitor = house.visitor()
      // The first page of a process reads the terms; after that they are known until they change.
      await placed(house, { slug: 'eerst', type: 'article' })
      await visitor.get('/kennis/eerst')
      const asked = vi.spyOn(Client.prototype, 'query')
      try {
        for (const path of itemTypes.flatMap(({ id }) => [`/kennis/${slugFor(id)}`, `/api/v1/items/${slugFor(id)}`])) {
          asked.mockClear()
          expect((await visitor.get(path)).status).toBe(200)
          const questions = asked.mock.calls
            .map(([question]) =>
              typeof question === 'string' ? question : String((question as { text?: string }).text),
            )
            .filter((text) => /^\s*(select|with)\b/i.test(text) && text.includes('square'))
          expect([path, questions.length]).toEqual([path, 1])
        }
      } finally {
        asked.mockRestore()
      }
    }),
  )
})
