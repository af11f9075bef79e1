import { element, texts, writeXml, type XmlElement } from '../xml/write.ts'
import { published } from './addresses.ts'

/** A feed in Atom. `id` stays the same for ever; addresses are absolute, http or https. */
export type AtomFeed = {
  readonly id: string
  readonly title: string
  readonly subtitle?: string
  /** When anything in the feed last changed. */
  readonly updated: Date
  /** The address of this feed, and of the page that shows the same to people. */
  readonly self: string
  readonly page: string
  /** The page of the feed that holds older entries (RFC 5005). Absent: there are none. */
  readonly next?: string
  /** Who is behind entries without authors of their own; Atom asks for one. */
  readonly author: string
  readonly licence?: string
  readonly language: string
  readonly entries: readonly AtomEntry[]
}

export type AtomEntry = {
  readonly id: string
  readonly title: string
  readonly link: string
  readonly updated: Date
  readonly published?: Date
  /** Plain text. */
  readonly summary?: string
  /** Sanitised already. */
  readonly html?: string
  readonly authors?: readonly string[]
  readonly subjects?: readonly { readonly term: string; readonly label: string }[]
  /** Where it differs from the language of the feed. */
  readonly language?: string
}

/**
 * Writes a feed as RFC 4287 asks. The same feed gives the same bytes.
 * @throws {RangeError} when an address is not http or https.
 */
export function writeAtom(feed: AtomFeed): string {
  const { id, title, subtitle, updated, self, page, next, author, licence, language, entries } = feed
  return writeXml(
    element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language }, [
      ...texts('id', [id]),
      ...texts('title', [title]),
      ...texts('subtitle', [subtitle]),
      ...texts('updated', [updated.toISOString()]),
      element('author', {}, texts('name', [author])),
      element('link', { rel: 'self', type: 'application/atom+xml', href: published(self) }),
      element('link', { rel: 'alternate', type: 'text/html', href: published(page) }),
      next === undefined ? null : element('link', { rel: 'next', type: 'application/atom+xml', href: published(next) }),
      ...texts('rights', [licence]),
      ...entries.map(entryElement),
    ]),
  )
}

const entryElement = (entry: AtomEntry): XmlElement =>
  element('entry', { 'xml:lang': entry.language }, [
    ...texts('id', [entry.id]),
    ...texts('title', [entry.title]),
    element('link', { rel: 'alternate', type: 'text/html', href: published(entry.link) }),
    ...texts('updated', [entry.updated.toISOString()]),
    ...texts('published', [entry.published?.toISOString()]),
    ...(entry.authors ?? []).map((name) => element('author', {}, texts('name', [name]))),
    ...(entry.subjects ?? []).map(({ term, label }) => element('category', { term, label })),
    entry.summary === undefined ? null : element('summary', { type: 'text' }, [entry.summary]),
    entry.html === undefined ? null : element('content', { type: 'html' }, [entry.html]),
  ])
