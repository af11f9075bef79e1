import { gzipSync } from 'node:zlib'
import type { Route } from '../../platform/http/routes.ts'
import { readAssets } from '../assets.ts'
import { house } from '../house.ts'

/** A public page as it goes over the line on a first visit: document, style and script, compressed, in bytes. */
export type PageSize = {
  readonly pattern: string
  /** The address that was looked at; null when no link on the site led to such a page. */
  readonly path: string | null
  readonly document: number
  readonly style: number
  readonly script: number
  readonly total: number
}

const mostVisits = 250

const matcherOf = (pattern: string) => new RegExp(`^${pattern.replace(/:[^/]+/g, '[^/]+')}$`)

/** Follows the links of the public pages from the home page on, until a page of every pattern was seen. */
export async function sizesOfPages(port: number): Promise<readonly PageSize[]> {
  const { addresses, sizes } = readAssets()
  const style = sizes.get(addresses.css) ?? 0
  const script = sizes.get(addresses.js) ?? 0
  const patterns = house.routes
    .filter((route: Route) => route.side === 'square' && route.kind === 'page')
    .map((route) => ({ pattern: route.path, matches: matcherOf(route.path) }))
  const seen = new Map<string, PageSize>()
  const toVisit = [
    '/',
    ...patterns.map((each) => each.pattern).filter((path) => !path.includes(':')),
    '/zoeken?q=ervaring',
  ]
  const known = new Set(toVisit)
  for (let visits = 0; toVisit.length > 0 && visits < mostVisits; visits++) {
    const path = toVisit.shift() ?? '/'
    const [bare = '/'] = path.split('?')
    const found = patterns.find(({ matches }) => matches.test(bare))
    // One page of a kind is enough, except that a page with results is larger than one without.
    if (!found || (seen.has(found.pattern) && bare === path)) continue
    const answer = await fetch(`http://127.0.0.1:${port}${path}`)
    const text = await answer.text()
    if (answer.status !== 200) continue
    const document = gzipSync(text, { level: 6 }).length
    if (document > (seen.get(found.pattern)?.document ?? 0))
      seen.set(found.pattern, {
        pattern: found.pattern,
        path,
        document,
        style,
        script,
        total: document + style + script,
      })
    for (const [, link = ''] of text.matchAll(/<a\b[^>]*\shref="(\/[^"#?]*)"/g)) {
      if (known.has(link) || link.startsWith('/en')) continue
      known.add(link)
      toVisit.push(link)
    }
  }
  return patterns.map(
    ({ pattern }) => seen.get(pattern) ?? { pattern, path: null, document: 0, style, script, total: 0 },
  )
}
