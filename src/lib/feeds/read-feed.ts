import { childOf, childrenOf, innerHtml, readXml, textOf, xmlNamespace, type ReadElement } from '../xml/read.ts'
import { addressOf, gather, shown, type Found, type Loose } from './gather.ts'
import { defaultSize, type Harvest, type NextPage, type ReadingOptions, type Remark } from './harvested.ts'

const atom = 'http://www.w3.org/2005/Atom'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const rss1 = 'http://purl.org/rss/1.0/'
const dc = 'http://purl.org/dc/elements/1.1/'
const contentModule = 'http://purl.org/rss/1.0/modules/content/'

/**
 * Reads Atom 1.0 (RFC 4287), RSS 2.0 (and 0.9x) or RSS 1.0 (RDF), whichever it is.
 * @returns the records in the order of the feed. Not ok: nothing was taken, and the place says where it went wrong.
 */
export function readFeed(source: Uint8Array | string, options: ReadingOptions): Harvest {
  const read = readXml(source, { size: options.size ?? defaultSize }, options.contentType)
  if (!read.ok)
    return { ok: false, problem: read.problem, place: { line: read.line, column: read.column }, detail: read.detail }
  const { root } = read
  const remarks = wronglyStated(read.statedWrongly)
  if (root.namespace === atom && root.name === 'feed') {
    const base = baseOf(root, options.address)
    const next = nextOf(childrenOf(root, atom, 'link'), base)
    // Looked up once: a feed may have as many children as it has entries.
    const ofAll: OfAll = {
      base,
      authors: atomNames(root),
      language: root.attributes.get(`{${xmlNamespace}}lang`),
      licence: plainOf(root, atom, 'rights'),
    }
    return {
      ok: true,
      format: 'atom',
      ...titled(loose(childOf(root, atom, 'title'))?.value),
      ...gather(
        childrenOf(root, atom, 'entry').map((entry) => atomEntry(entry, ofAll)),
        options,
      ),
      remarks,
      ...(next ? { next } : {}),
    }
  }
  if (root.namespace === '' && root.name === 'rss') {
    const channel = childOf(root, '', 'channel') ?? root
    const ofAll = { base: plainOf(channel, '', 'link'), language: plainOf(channel, '', 'language') }
    const next = nextOf(childrenOf(channel, atom, 'link'), options.address)
    return {
      ok: true,
      format: 'rss',
      ...titled(plainOf(channel, '', 'title')),
      ...gather(
        childrenOf(channel, '', 'item').map((item) => rssItem(item, '', ofAll)),
        options,
      ),
      remarks,
      ...(next ? { next } : {}),
    }
  }
  if (root.namespace === rdf && root.name === 'RDF') {
    const channel = childOf(root, rss1, 'channel')
    const ofAll = {
      base: channel && plainOf(channel, rss1, 'link'),
      language: channel && plainOf(channel, dc, 'language'),
    }
    return {
      ok: true,
      format: 'rdf',
      ...titled(channel && plainOf(channel, rss1, 'title')),
      ...gather(
        childrenOf(root, rss1, 'item').map((item) => rssItem(item, rss1, ofAll)),
        options,
      ),
      remarks,
    }
  }
  return {
    ok: false,
    problem: 'another-format',
    place: { line: root.line, column: root.column },
    detail: shown(root.name),
  }
}

/** The remark about bytes in another encoding than was said; none when it was right. */
export const wronglyStated = (label: string | undefined): Remark[] =>
  label === undefined ? [] : [{ place: { line: 1 }, field: 'document', reason: 'charset-stated-wrongly', found: label }]

const titled = (title: string | undefined) => {
  const clean = shown(title ?? '')
  return clean === '' ? {} : { title: clean }
}

const plainOf = (parent: ReadElement, namespace: string, name: string): string | undefined => {
  const child = childOf(parent, namespace, name)
  return child && textOf(child)
}

const allOf = (parent: ReadElement, namespace: string, name: string): string[] =>
  childrenOf(parent, namespace, name).map(textOf)

const baseOf = (at: ReadElement, base: string | undefined): string | undefined => {
  const given = at.attributes.get(`{${xmlNamespace}}base`)
  if (given === undefined) return base
  const read = addressOf(given, base)
  return read.startsWith('http') ? read : base
}

function nextOf(links: readonly ReadElement[], base: string | undefined): NextPage | undefined {
  const href = links.find((link) => link.attributes.get('rel') === 'next')?.attributes.get('href')
  const address = href === undefined ? '' : addressOf(href, base)
  return address.startsWith('http') ? { kind: 'address', address } : undefined
}

/** A text construct of Atom (RFC 4287, 3.1), or content in text, HTML or XHTML; other media are left out. */
function loose(at: ReadElement | undefined): Loose | undefined {
  if (!at || at.attributes.has('src')) return undefined
  const type = at.attributes.get('type') ?? 'text'
  if (type === 'xhtml' || type === 'application/xhtml+xml')
    return { kind: 'html', value: innerHtml(childOf(at, 'http://www.w3.org/1999/xhtml', 'div') ?? at) }
  if (type === 'html' || type === 'text/html') return { kind: 'html', value: textOf(at) }
  return type === 'text' || type === 'text/plain' ? { kind: 'text', value: textOf(at) } : undefined
}

/** What a feed says for every record that says nothing of its own. */
type OfAll = {
  readonly base: string | undefined
  readonly authors?: readonly string[]
  readonly language: string | undefined
  readonly licence?: string | undefined
}

const atomNames = (from: ReadElement) =>
  childrenOf(from, atom, 'author').flatMap((author) => allOf(author, atom, 'name'))

function atomEntry(entry: ReadElement, ofAll: OfAll): Found {
  const base = baseOf(entry, ofAll.base)
  const links = childrenOf(entry, atom, 'link').filter(
    (link) => (link.attributes.get('rel') ?? 'alternate') === 'alternate',
  )
  const best = links.find((link) => (link.attributes.get('type') ?? 'text/html').includes('html')) ?? links[0]
  const source = childOf(entry, atom, 'source')
  const own = atomNames(entry)
  const subjects = childrenOf(entry, atom, 'category').flatMap(
    ({ attributes }) => attributes.get('label') ?? attributes.get('term') ?? [],
  )
  const language = entry.attributes.get(`{${xmlNamespace}}lang`) ?? ofAll.language
  return {
    place: { line: entry.line, column: entry.column },
    sourceId: plainOf(entry, atom, 'id'),
    title: loose(childOf(entry, atom, 'title')),
    summary: loose(childOf(entry, atom, 'summary')),
    body: loose(childOf(entry, atom, 'content')),
    link: best?.attributes.get('href'),
    base: best ? baseOf(best, base) : base,
    published: plainOf(entry, atom, 'published'),
    changed: plainOf(entry, atom, 'updated'),
    authors: own.length > 0 ? own : source ? atomNames(source) : (ofAll.authors ?? []),
    subjects,
    language,
    licence: plainOf(entry, atom, 'rights') ?? ofAll.licence,
  }
}

// RSS never says whether a text is HTML. What holds a tag or an entity is read as if it were.
const guessed = (value: string | undefined): Loose | undefined =>
  value === undefined
    ? undefined
    : { kind: /<\/?[a-z!][^<]{0,2000}>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i.test(value) ? 'html' : 'text', value }

function rssItem(item: ReadElement, rss: string, { base, language }: OfAll): Found {
  const guid = childOf(item, rss, 'guid')
  const name = guid && textOf(guid).trim()
  const isLink = name !== undefined && guid?.attributes.get('isPermaLink') !== 'false' && /^https?:/i.test(name)
  const link = plainOf(item, rss, 'link')?.trim() || (isLink ? name : undefined)
  const description = guessed(plainOf(item, rss, 'description'))
  const full = plainOf(item, contentModule, 'encoded')
  // The author of RSS 2.0 is a mail address with the name in brackets; an address is nobody's to spread.
  const writers = [...allOf(item, dc, 'creator'), ...allOf(item, rss, 'author')]
    .map((writer) => /^[^\s@]+@[^\s@]+\s+\(([^()]{1,200})\)$/.exec(writer.trim())?.[1] ?? writer)
    .filter((writer) => !writer.includes('@'))
  return {
    place: { line: item.line, column: item.column },
    sourceId: name || item.attributes.get(`{${rdf}}about`),
    title: guessed(plainOf(item, rss, 'title')),
    summary: description,
    body: full === undefined ? undefined : { kind: 'html', value: full },
    link,
    base,
    published: plainOf(item, rss, 'pubDate') ?? plainOf(item, dc, 'date'),
    authors: writers,
    subjects: [...allOf(item, rss, 'category'), ...allOf(item, dc, 'subject')],
    language: plainOf(item, dc, 'language') ?? language,
    licence: plainOf(item, dc, 'rights'),
  }
}
