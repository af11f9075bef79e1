import type { Lang } from '../../../lib/words.ts'

/** The addresses at which the square is given to others, once. `word` is the path word of a term. */
export const outPaths = {
  feeds: '/feeds',
  allFeed: (form: FeedForm) => `/feeds/alles.${form}`,
  themeFeed: (word: string, form: FeedForm) => `/feeds/thema/${word}.${form}`,
  typeFeed: (word: string, form: FeedForm) => `/feeds/soort/${word}.${form}`,
  /** By the code of a municipality or province. */
  regionFeed: (code: string, form: FeedForm) => `/feeds/regio/${code.toLowerCase()}.${form}`,
  searchFeed: (form: FeedForm) => `/zoeken.${form}`,
  /** `query` is that of the page of the search; the reader's language decides what its words find. */
  followedSearch: (query: string, form: FeedForm, reader: Lang) =>
    `/zoeken.${form}${query}${reader === 'nl' ? '' : `&taal=${reader}`}`,
  calendar: '/agenda.ics',
  themeCalendar: (word: string) => `/agenda/${word}.ics`,
  eventCalendar: (slug: string) => `/kennis/${slug}/agenda.ics`,
  oai: '/oai',
  catalogue: '/catalogus',
  catalogueTurtle: '/catalogus.ttl',
  catalogueJsonLd: '/catalogus.jsonld',
  setLines: '/data/kennis.jsonl',
  setTable: '/data/kennis.csv',
}

/** In how many forms a feed is given. */
export const feedForms = ['atom', 'json'] as const
export type FeedForm = (typeof feedForms)[number]

export const feedTypes: Readonly<Record<FeedForm, string>> = {
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}
