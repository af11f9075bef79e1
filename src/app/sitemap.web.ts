import { sitemapOf, type SitemapPage } from '../lib/feeds/sitemap.ts'
import { squarePage, type Route } from '../platform/http/routes.ts'
import type { SquareVisit } from '../platform/http/visit.ts'
import { problems } from '../platform/problems.ts'
import { gapPaths, knowledgePaths, lastChange, listGapSlugs, listPages } from '../rooms/knowledge/public.ts'
import { municipalityCodes, regionPaths } from '../rooms/regions/public.ts'
import { listPollPages, resultPaths } from '../rooms/surveys/public.ts'
import { termPaths, terms } from '../rooms/terms/public.ts'

/** Where the sitemap begins; robots.txt names it. */
export const sitemapPath = '/sitemap.xml'
const partPath = (part: number) => `/sitemap/${part + 1}.xml`

// A fifth of what the protocol allows: a part of this size is kept in memory, and is not written anew for every visitor.
const pagesInPart = 10_000

// Search results are not pages to find: their address holds words of whoever searched.
const notToFind = /^\/(zoeken|demo|post)(\/|$)/

/**
 * The sitemap of everything public: items, terms, municipalities, what we do not know yet, and each page that stands at one
 * address. `routes`: those of the whole house.
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
      const gaps = await listGapSlugs(db)
      const items = await listPages(db)
      const polls = await listPollPages(db)
      return {
        changed,
        ...sitemapOf(
          [
            ...fixed.map((path) => page(path, path === '/' ? changed : null)),
            ...terms.map((term) => page(termPaths.term(term.slug), null)),
            ...municipalityCodes().map((code) => page(regionPaths.municipality(code), null)),
            ...gaps.map((slug) => page(gapPaths.gap(slug), null)),
            ...[...new Set(polls.map(({ series }) => series))].map((series) => page(resultPaths.series(series), null)),
            ...polls.map((poll) => page(resultPaths.wave(poll.series, poll.wave), poll.released_at)),
            ...items.map((item) => page(knowledgePaths.item(item.slug), item.changed)),
          ],
          (part) => `${origin}${partPath(part)}`,
          pagesInPart,
        ),
      }
    })
  const type = 'application/xml; charset=utf-8'
  return [
    squarePage(sitemapPath, { kind: 'file' }, async (visit) => {
      const { index, changed } = await sitemap(visit)
      return visit.file(index(), type, changed)
    }),
    squarePage('/sitemap/:file', { kind: 'file' }, async (visit) => {
      const [, number = '0'] = /^([1-9]\d{0,4})\.xml$/.exec(visit.param('file')) ?? []
      if (number === '0') throw problems['not-found']()
      const { part, changed } = await sitemap(visit)
      const written = part(Number(number) - 1)
      if (written === undefined) throw problems['not-found']()
      return visit.file(written, type, changed)
    }),
  ]
}
