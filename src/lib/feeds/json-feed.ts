import { published } from './addresses.ts'
import type { AtomEntry, AtomFeed } from './atom.ts'

/** The same as for Atom, so that both formats of one feed hold the same. */
export type JsonFeed = AtomFeed

/**
 * Writes JSON Feed 1.1. An item without HTML gives its summary as text; without that, its title: the format asks for one of them.
 * @throws {RangeError} when an address is not http or https.
 */
export function writeJsonFeed(feed: JsonFeed): string {
  const { title, subtitle, self, page, next, author, language, entries } = feed
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: title.toWellFormed(),
    home_page_url: published(page),
    feed_url: published(self),
    description: subtitle?.toWellFormed(),
    next_url: next === undefined ? undefined : published(next),
    authors: [{ name: author.toWellFormed() }],
    language,
    items: entries.map((entry) => itemOf(entry)),
  })
}

const itemOf = (entry: AtomEntry) => ({
  id: entry.id.toWellFormed(),
  url: published(entry.link),
  title: entry.title.toWellFormed(),
  ...(entry.html === undefined
    ? { content_text: (entry.summary ?? entry.title).toWellFormed() }
    : { content_html: entry.html.toWellFormed() }),
  summary: entry.summary?.toWellFormed(),
  date_published: entry.published?.toISOString(),
  date_modified: entry.updated.toISOString(),
  authors: entry.authors?.length ? entry.authors.map((name) => ({ name: name.toWellFormed() })) : undefined,
  tags: entry.subjects?.length ? entry.subjects.map(({ label }) => label.toWellFormed()) : undefined,
  language: entry.language,
})
