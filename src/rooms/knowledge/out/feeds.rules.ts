import type { AtomEntry, AtomFeed } from '../../../lib/feeds/atom.ts'
import type { FeedLink } from '../../../ui/layout.tsx'
import type { Lang } from '../../../lib/words.ts'
import { labelOf } from '../../terms/public.ts'
import { feedWords } from './feeds.text.ts'
import { feedForms, feedTypes, outPaths, type FeedForm } from './out.paths.ts'
import type { OutItem } from './out.sql.ts'
import { knowledgePaths } from '../square.paths.ts'

/** How many items one page of a feed holds, and how far one can go back in it. */
export const feedSize = 50
export const lastFeedPage = 200

const later = (a: Date, b: Date) => (a > b ? a : b)

const entryOf = (item: OutItem, origin: string, lang: Lang): AtomEntry => ({
  // Not the address: that may be another one where the item moves to.
  id: `urn:uuid:${item.id}`,
  title: item.title,
  link: `${origin}${knowledgePaths.item(item.slug)}`,
  updated: later(item.changed_at, item.published_at),
  published: item.published_at,
  summary: item.summary,
  html: item.body_html,
  authors: item.authors.length > 0 ? item.authors : item.stewards.map((steward) => steward.name),
  subjects: [item.type, ...item.themes, ...item.roles].map((id) => ({ term: id, label: labelOf(id, item.lang) })),
  ...(item.lang !== lang && { language: item.lang }),
})

/** A feed of items: the same in both forms. `changed` is when the square last changed, for a feed without items. */
export const feedOf = (given: {
  readonly origin: string
  /** What its own words are in. */
  readonly lang: Lang
  readonly title: string
  readonly subtitle?: string
  readonly self: string
  readonly page: string
  readonly next?: string | undefined
  readonly items: readonly OutItem[]
  readonly changed: Date
}): AtomFeed => {
  const { origin, lang, title, subtitle, self, page, next, items, changed } = given
  const entries = items.map((item) => entryOf(item, origin, lang))
  const [first, ...others] = entries.map((entry) => entry.updated)
  return {
    id: `${origin}${self}`,
    title,
    ...(subtitle !== undefined && { subtitle }),
    updated: first === undefined ? changed : others.reduce(later, first),
    self: `${origin}${self}`,
    page: `${origin}${page}`,
    ...(next !== undefined && { next: `${origin}${next}` }),
    author: feedWords[lang].site,
    licence: feedWords[lang].licence,
    language: lang,
    entries,
  }
}

const both = (title: string, path: (form: FeedForm) => string): readonly FeedLink[] =>
  feedForms.map((form) => ({ path: path(form), title, type: feedTypes[form] }))

/** Where a page says that everything, a theme, a kind or a search can be followed. */
export const everythingFeeds = (lang: Lang): readonly FeedLink[] => both(feedWords[lang].all, outPaths.allFeed)

export const termFeeds = (term: { readonly id: string; readonly slug: string; readonly scheme: string }, lang: Lang) =>
  both(feedWords[lang].about(labelOf(term.id, lang)), (form) =>
    term.scheme === 'theme' ? outPaths.themeFeed(term.slug, form) : outPaths.typeFeed(term.slug, form),
  )

/** `query` begins with a question mark. */
export const searchFeeds = (text: string, query: string, lang: Lang): readonly FeedLink[] =>
  both(feedWords[lang].found(text), (form) => outPaths.followedSearch(query, form, lang))
