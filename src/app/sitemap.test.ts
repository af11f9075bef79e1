import { describe, expect, it } from 'vitest'
import { routes, setScene } from '../../test/contract/scene.ts'
import { inHouse, testOrigin } from '../../test/house.ts'

describe('the sitemap', () => {
  it(
    'is named by robots.txt, and leads to pages that are there',
    inHouse(async (house) => {
      await setScene(house)
      const visitor = house.visitor()
      expect((await visitor.get('/robots.txt')).text).toContain(`\nSitemap: ${testOrigin}/sitemap.xml\n`)
      const index = await visitor.get('/sitemap.xml')
      expect(index.text).toContain(`<loc>${testOrigin}/sitemap/1.xml</loc>`)
      const part = await visitor.get('/sitemap/1.xml')
      const pages = [...part.text.matchAll(/<loc>([^<]+)</g)].map(([, address = '']) => new URL(address).pathname)
      for (const path of [
        '/',
        '/over',
        '/kennis/stuk-a',
        '/begrippen/dakloosheid',
        '/feeds',
        '/gemeenten/gm0193',
        '/voor/clienten-en-naasten',
      ])
        expect(pages).toContain(path)
      expect(pages.filter((path) => /^\/(zoeken|mijn|redactie|vraag\/)/.test(path))).toEqual([])
      expect(new Set(pages).size).toBe(pages.length)
      // A few of them will do: the pages of terms are all made alike.
      for (const path of pages.filter((_, at) => at % 25 === 0 || pages.length - at < 5))
        expect([path, (await visitor.get(path)).status]).toEqual([path, 200])
      expect(part.text).toMatch(/stuk-a<\/loc><lastmod>\d{4}-/)
      expect((await visitor.get('/sitemap/2.xml')).status).toBe(404)
    }),
  )
})

type Block = { '@context': string; '@graph'?: { '@type': string }[]; '@type'?: string; itemListElement?: unknown[] }

describe('what a public page says of itself', () => {
  it(
    'is one block of JSON-LD with where the page stands, on every page of the square and on no other',
    inHouse(async (house) => {
      const scene = await setScene(house)
      const visitor = house.visitor()
      for (const { route, name } of routes.filter(
        (each) => each.route.kind === 'page' && each.route.method === 'GET',
      )) {
        if (route.side !== 'square') continue
        const seen = await visitor.get(await scene.path(route, 'own'))
        const { text } = seen.location === null ? seen : await visitor.follow(seen)
        const blocks = [...text.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)]
        expect([name, blocks.length]).toEqual([name, 1])
        const block = JSON.parse(blocks[0]?.[1] ?? '') as Block
        const things = block['@graph'] ?? [block]
        expect([name, things.map((thing) => thing['@type'])]).toEqual([
          name,
          expect.arrayContaining(['BreadcrumbList']),
        ])
        // Nothing else on the page is script inside it.
        expect([name, text.replace(blocks[0]?.[0] ?? '', '').match(/<script[^>]*>[^<]/g)]).toEqual([name, null])
      }
      expect((await visitor.get('/inloggen')).text).not.toContain('ld+json')
      expect((await visitor.get('/kennis/is-er-niet')).text).not.toContain('ld+json')
      expect((await visitor.get('/kennis/stuk-a')).text).toContain('"@type":"Article"')
      expect((await visitor.get('/')).text).toContain('"@type":"Organization"')
      expect((await visitor.get('/begrippen/dakloosheid')).text).toContain('"@type":"DefinedTerm"')
    }),
  )
})
