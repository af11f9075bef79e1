import { element, texts, writeXml } from '../xml/write.ts'
import { published } from './addresses.ts'

/** `changed` is null for a page of which nobody knows. */
export type SitemapPage = { readonly address: string; readonly changed: Date | null }

/** An index and the parts it points to; part n, from 0, stands at `addressOf(n)`. Each is written when it is asked for. */
export type Sitemap = {
  readonly parts: number
  readonly index: () => string
  /** @returns undefined when there is no such part. */
  readonly part: (at: number) => string | undefined
}

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
/** What the protocol allows in one file, both for pages in a part and for parts in the index. */
export const sitemapLimit = 50_000
// The protocol allows 50 MB; an address of 2000 letters fits 50,000 times in no file, so bytes are counted too.
const partBytes = 50 * 1024 * 1024 - 1000

/**
 * Divides the pages of a sitemap of version 0.9 in as many parts as it takes. No pages give one empty part.
 * @param addressOf the address of part n, counted from 0.
 * @param most how many pages stand in one part; no more than the protocol allows.
 * @throws {RangeError} when an address is not http or https, or there are more parts than an index may hold.
 */
export function sitemapOf(
  pages: Iterable<SitemapPage>,
  addressOf: (part: number) => string,
  most = sitemapLimit,
): Sitemap {
  const parts: { pages: SitemapPage[]; bytes: number; changed: Date | null }[] = [
    { pages: [], bytes: 0, changed: null },
  ]
  for (const page of pages) {
    const address = published(page.address)
    // Five bytes for an ampersand that becomes an entity, at the worst.
    const bytes = address.length * 6 + 120
    let part = parts.at(-1)
    if (!part || part.pages.length >= most || part.bytes + bytes > partBytes)
      parts.push((part = { pages: [], bytes: 0, changed: null }))
    part.pages.push({ address, changed: page.changed })
    part.bytes += bytes
    if (page.changed !== null && (part.changed === null || part.changed < page.changed)) part.changed = page.changed
  }
  if (parts.length > sitemapLimit) throw new RangeError(`${parts.length} parts do not fit in one index`)
  return {
    parts: parts.length,
    index: () =>
      writeXml(
        element(
          'sitemapindex',
          { xmlns: namespace },
          parts.map((part, at) =>
            element('sitemap', {}, [
              ...texts('loc', [published(addressOf(at))]),
              ...texts('lastmod', [part.changed?.toISOString()]),
            ]),
          ),
        ),
      ),
    part: (at) => {
      const part = parts[at]
      return part && writeXml(urlset(part.pages))
    },
  }
}

const urlset = (pages: readonly SitemapPage[]) =>
  element(
    'urlset',
    { xmlns: namespace },
    pages.map(({ address, changed }) =>
      element('url', {}, [...texts('loc', [address]), ...texts('lastmod', [changed?.toISOString()])]),
    ),
  )
