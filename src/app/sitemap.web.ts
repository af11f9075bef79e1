import { writeSitemap, type SitemapPage } from '../lib/feeds/sitemap.ts'
import { squarePage, type Route } from '../platform/http/routes.ts'
import type { SquareVisit } from '../platform/http/visit.ts'
import { problems } from '../platform/problems.ts'
import { knowledgePaths, listPages, lastChange } from '../rooms/knowledge/public.ts'
import { termPaths, terms } from '../rooms/terms/public.ts'

/** Where the sitemap begins; robots.txt names it. */
export const sitemapPath = '/sitemap.xml'
const partPath = (part: number) => `/sitemap/${part + 1}.xml`

// Search results are not pages to find: their address holds words of whoever searched.
const notToFind = /^\/(zoeken|demo|post)(\/|$)/

/**
 * The sitemap of everything public: items, terms, and each page that stands at one address. `routes`: those of the whole
 * house.
 */
export function sitemapRoutes(routes: readonly Route[]): readonly Route[] {
  const fixed = routes
    .filter(
      ({ side, kind, path }) => side === 'square' && kind === 'page' && !path.includes(':') && !notToFind.test(path),
    )
    .map(({ path }) => path)

  const sitemap = (visit: SquareVisit) =>
    visit.square(async (db) => {
      const { origin } = visit.platform
      const changed = await lastChange(db)
      const page = (path: string, when: Date | null): SitemapPage => ({ address: `${origin}${path}`, changed: when })
      const items = await listPages(db)
      return {
        changed,
        ...writeSitemap(
          [
            ...fixed.map((path) => page(path, path === '/' ? changed : null)),
            ...terms.map((term) => page(termPaths.term(term.slug), null)),
            ...items.map((item) => page(knowledgePaths.item(item.slug), item.changed)),
          ],
          (part) => `${origin}${partPath(part)}`,
        ),
      }
    })
  const type = 'application/xml; charset=utf-8'
  return [
    squarePage(sitemapPath, { kind: 'file' }, async (visit) => {
      const { index, changed } = await sitemap(visit)
      return visit.file(index, type, changed)
    }),
    squarePage('/sitemap/:file', { kind: 'file' }, async (visit) => {
      const [, number = '0'] = /^([1-9]\d{0,4})\.xml$/.exec(visit.param('file')) ?? []
      const { parts, changed } = number === '0' ? { parts: [], changed: undefined } : await sitemap(visit)
      const part = parts[Number(number) - 1]
      if (part === undefined) throw problems['not-found']()
      return visit.file(part, type, changed)
    }),
  ]
}
