import { withoutAtEnd } from '../text/ends.ts'
import { readHtml } from '../documents/html.ts'
import { decodeBytes } from '../xml/charset.ts'
import { gather } from './gather.ts'
import { defaultSize, type Harvest, type HarvestedRecord, type ReadingOptions } from './harvested.ts'
import { mainPart } from './main-part.ts'
import { wronglyStated } from './read-feed.ts'
import { readJsonLd } from './read-json-ld.ts'
import { siteOf } from './read-sitemap.ts'

/** A page is of a site, so it must be known where it was found; `address` is also its name for a next harvest. */
export type PageOptions = ReadingOptions & { readonly address: string }

/**
 * Reads one page of a site as one record: its title, its summary, the part that is there to be read (HTML, see
 * {@link mainPart}), its language, dates and lasting address. What the page says of itself in JSON-LD leads, then what it
 * says in its head, then what it shows. Writers are not taken. `section`: the first part of the path.
 */
export function readPage(source: Uint8Array, options: PageOptions): Harvest {
  const size = options.size ?? defaultSize
  if (source.length > size)
    return { ok: false, problem: 'too-large', place: { line: 1, column: 1 }, detail: String(size) }
  const bytes = decodeBytes(source, options.contentType ?? charsetIn(source))
  if (!bytes.ok)
    return {
      ok: false,
      problem: bytes.problem,
      place: { line: bytes.line, column: bytes.column },
      detail: bytes.detail,
    }
  const html = bytes.text
  if (html.trim() === '') return { ok: false, problem: 'empty', place: { line: 1, column: 1 }, detail: '' }
  if (!/<(?:html|head|body|main|article|h1|p|div)\b/i.test(html.slice(0, 100_000)))
    return { ok: false, problem: 'another-format', place: { line: 1, column: 1 }, detail: '' }

  const head = readHead(html)
  const said = saidOf(html, options)
  const canonical = head('canonical')
  const link = canonical !== undefined && isOfSite(canonical, options.address) ? canonical : options.address
  const page = readHtml(html)
  const part = mainPart(html)
  const title = said?.title ?? head('og:title') ?? part.heading ?? withoutSite(page.title ?? '', head('og:site_name'))
  const path = new URL(link, options.address).pathname.split('/').filter((each) => each !== '')
  return {
    ok: true,
    format: 'page',
    ...gather(
      [
        {
          place: { line: 1, column: 1 },
          sourceId: new URL(link, options.address).href,
          title: { kind: 'text', value: title },
          summary: textOf(said?.summary ?? head('description') ?? head('og:description')),
          body: { kind: 'html', value: part.html },
          link,
          otherLinks: [options.address],
          published: said?.published ?? head('article:published_time') ?? page.date,
          changed: said?.changed ?? head('article:modified_time'),
          kind: said?.kind,
          start: said?.start,
          end: said?.end,
          location: said?.location,
          licence: said?.licence,
          language: said?.language ?? page.lang,
          subjects: said?.subjects ?? [],
          section: path.length > 1 ? path[0] : undefined,
        },
      ],
      options,
    ),
    remarks: wronglyStated(bytes.statedWrongly),
  }
}

const textOf = (value: string | undefined) => (value === undefined ? undefined : ({ kind: 'text', value } as const))

/** What the page says of itself, when that is about one thing. */
function saidOf(html: string, options: PageOptions): HarvestedRecord | undefined {
  const read = readJsonLd(html, options)
  if (!read.ok) return undefined
  const told = read.records.map(({ record }) => record).filter((record) => record.kind !== 'term')
  return told.length === 1 ? told[0] : told.find((record) => record.link === options.address)
}

const isOfSite = (written: string, address: string) => {
  const url = URL.parse(written, address)
  return url !== null && /^https?:$/.test(url.protocol) && siteOf(url.href) === siteOf(address)
}

// "Luisteren zonder oordeel - De Partner": the name of the site is no part of the title.
function withoutSite(title: string, site: string | undefined): string {
  if (site !== undefined && title.endsWith(site)) return withoutAtEnd(title.slice(0, -site.length), ' \u00A0-–—|»:·')
  const parts = title.split(/\s[-–—|»]\s/).map((part) => part.trim())
  return parts.length > 1 ? parts.slice(0, -1).join(' - ') : title
}

/** What a page says of its encoding in its head, as if it were a header. */
function charsetIn(source: Uint8Array): string | undefined {
  const start = String.fromCharCode(...source.subarray(0, 2_000))
  const label = /<meta[^>]{0,200}?charset\s*=\s*(?:["']\s*)?([\w.:-]{1,40})/i.exec(start)?.[1]
  return label === undefined ? undefined : `text/html; charset=${label}`
}

const headLetters = 200_000
const tag = /<(meta|link)\s([^>]{1,3000})>/gi

/** The values of the head by name: `meta` by name or property, `link rel=canonical` as canonical. The first counts. */
function readHead(html: string): (name: string) => string | undefined {
  const values = new Map<string, string>()
  for (const [, kind = '', attributes = ''] of html.slice(0, headLetters).matchAll(tag)) {
    const of = attributesOf(attributes)
    const name =
      kind.toLowerCase() === 'link'
        ? of.get('rel')?.toLowerCase()
        : (of.get('property') ?? of.get('name'))?.toLowerCase()
    const value = of.get(kind.toLowerCase() === 'link' ? 'href' : 'content')
    if (name !== undefined && value !== undefined && value.trim() !== '' && !values.has(name))
      values.set(name, value.trim())
  }
  return (name) => values.get(name)
}

const attributesOf = (written: string): ReadonlyMap<string, string> =>
  new Map(
    [...written.matchAll(/([a-z:-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)].map(
      ([, name = '', double, single, bare]) => [name.toLowerCase(), plain(double ?? single ?? bare ?? '')] as const,
    ),
  )

// Through the one reader of entities there is.
const plain = (value: string) => readHtml(`<p>${value.replaceAll('<', '&lt;')}</p>`).blocks[0]?.text ?? ''
