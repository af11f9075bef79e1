import { gunzipSync } from 'node:zlib'
import { childOf, childrenOf, readXml, textOf, type ReadElement } from '../xml/read.ts'
import { firstMoment, readDate } from './dates.ts'
import { addressOf, shown } from './gather.ts'
import { defaultSize, defaultZone, type HarvestProblem, type Place, type StatedDate } from './harvested.ts'
import { sitemapLimit } from './sitemap.ts'

/** `changed`: what the site says of when the page last changed; null when it does not say, or says what cannot be. */
export type SitemapAddress = { readonly address: string; readonly changed: StatedDate | null }

/**
 * What a sitemap holds: `pages`, or `parts` when it is an index of other sitemaps. Each address once, in the order of the
 * file, all of the same site as the sitemap.
 */
export type SitemapRead =
  | {
      readonly ok: true
      readonly kind: 'pages' | 'parts'
      readonly addresses: readonly SitemapAddress[]
      /** Addresses that were left out: of another site, or none at all. */
      readonly refused: number
      /** More addresses than are read stood in it. */
      readonly cut: boolean
    }
  | { readonly ok: false; readonly problem: HarvestProblem; readonly place: Place; readonly detail: string }

export type SitemapOptions = {
  /** Where it was found: addresses are of that site only, whatever `www` stands before its name. */
  readonly address: string
  readonly now: Date
  readonly contentType?: string
  /** Bytes, after unpacking too; 32 MB when absent. */
  readonly size?: number
  /** Addresses; what the protocol allows in one file (50,000) when absent. */
  readonly most?: number
}

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
// Google's first version, and sites that state none.
const others = new Set([namespace, 'http://www.google.com/schemas/sitemap/0.84', ''])

/** Reads a sitemap (version 0.9), packed with gzip or not, of a site or an index of them. Never throws; never fetches. */
export function readSitemap(source: Uint8Array, options: SitemapOptions): SitemapRead {
  const size = options.size ?? defaultSize
  const problem = (reason: HarvestProblem, line: number, column: number, detail: string): SitemapRead => ({
    ok: false,
    problem: reason,
    place: { line, column },
    detail,
  })
  const bytes = unpacked(source, size)
  if (bytes === 'too-large') return problem('too-large', 1, 1, String(size))
  if (bytes === 'broken') return problem('not-xml', 1, 1, 'gzip')
  const read = readXml(bytes, { size }, options.contentType)
  if (!read.ok) return problem(read.problem, read.line, read.column, read.detail)
  const { root } = read
  const isIndex = root.name === 'sitemapindex'
  if (!others.has(root.namespace) || (!isIndex && root.name !== 'urlset'))
    return problem('another-format', root.line, root.column, shown(root.name))

  const most = options.most ?? sitemapLimit
  const found = new Map<string, SitemapAddress>()
  let refused = 0
  const entries = childrenOf(root, root.namespace, isIndex ? 'sitemap' : 'url')
  for (const entry of entries) {
    const address = addressOf(wordsOf(entry, 'loc'), options.address)
    if (!address.startsWith('http') || siteOf(address) !== siteOf(options.address)) refused++
    else if (!found.has(address)) {
      if (found.size >= most)
        return { ok: true, kind: isIndex ? 'parts' : 'pages', addresses: [...found.values()], refused, cut: true }
      found.set(address, { address, changed: dayOf(wordsOf(entry, 'lastmod'), options.now) })
    }
  }
  return { ok: true, kind: isIndex ? 'parts' : 'pages', addresses: [...found.values()], refused, cut: false }
}

const wordsOf = (entry: ReadElement, name: string): string => {
  const child = childOf(entry, entry.namespace, name)
  return child ? textOf(child).trim() : ''
}

/** The name of a site, by which its addresses are told from those of others: with its port, without `www`. */
export const siteOf = (address: string): string => new URL(address).host.replace(/^www\./, '')

function dayOf(written: string, now: Date): StatedDate | null {
  const day = written === '' ? null : readDate(written, defaultZone)
  if (day === null) return null
  const from = firstMoment(day)
  return from < Date.UTC(1990, 0, 1) || from > now.getTime() + 86_400_000 ? null : day
}

function unpacked(source: Uint8Array, size: number): Uint8Array | 'too-large' | 'broken' {
  if (source[0] !== 0x1f || source[1] !== 0x8b) return source
  try {
    return gunzipSync(source, { maxOutputLength: size })
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : 'broken'
  }
}
