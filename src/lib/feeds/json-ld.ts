import { published } from './addresses.ts'

/** A value of JSON-LD; undefined is left out. */
export type JsonLd = string | number | boolean | undefined | readonly JsonLd[] | { readonly [key: string]: JsonLd }

/** A page's thing in schema.org. Each builder gives one, without `@context`. */
export type Thing = { readonly '@type': string } & { readonly [key: string]: JsonLd }

/** Organisations, and people only as far as they chose to be named. */
export type Named = { readonly kind: 'Organization' | 'Person'; readonly name: string; readonly page?: string }

type Work = {
  readonly page: string
  readonly title: string
  readonly summary: string
  readonly language: string
  readonly published?: Date
  readonly changed: Date
  readonly authors: readonly Named[]
  readonly publisher: Named
  /** The address of the licence. */
  readonly licence?: string
  /** The terms it is about: address and label. */
  readonly about?: readonly { readonly page: string; readonly label: string }[]
  /** For whom, in words. */
  readonly audiences?: readonly string[]
  /** The series and dossiers in which it stands. */
  readonly within?: readonly Part[]
}

/** A page by its address and its title. */
export type Part = { readonly page: string; readonly title: string }

const who = ({ kind, name, page }: Named): Thing => ({
  '@type': kind,
  name,
  url: page === undefined ? undefined : published(page),
})

const day = (date: Date | undefined) => date?.toISOString()

const work = (type: string, given: Work): Thing => ({
  '@type': type,
  '@id': published(given.page),
  url: published(given.page),
  name: given.title,
  description: given.summary,
  inLanguage: given.language,
  datePublished: day(given.published),
  dateModified: day(given.changed),
  author: given.authors.map(who),
  publisher: who(given.publisher),
  license: given.licence === undefined ? undefined : published(given.licence),
  about: given.about?.map(({ page, label }) => ({ '@type': 'DefinedTerm', '@id': published(page), name: label })),
  audience: given.audiences?.map((audience) => ({ '@type': 'Audience', audienceType: audience })),
  isPartOf: given.within?.map(({ page, title }) => ({
    '@type': 'Collection',
    '@id': published(page),
    url: published(page),
    name: title,
  })),
  isAccessibleForFree: true,
})

/** An article or a practice example. */
export const articleLd = (given: Work): Thing => ({ ...work('Article', given), headline: given.title })

/** A tool, a role description, a dilemma: something to learn or work with. */
export const learningResourceLd = (given: Work & { readonly resourceType?: string }): Thing => ({
  ...work('LearningResource', given),
  learningResourceType: given.resourceType,
})

/** A report, thesis or book that stands elsewhere. */
export const publicationLd = (given: Work & { readonly pages?: number; readonly original?: string }): Thing => ({
  ...work('Report', given),
  numberOfPages: given.pages,
  isBasedOn: given.original === undefined ? undefined : published(given.original),
})

/** A series (ordered) or dossier (mixed) with the pages of what it holds. */
export const collectionLd = (given: Work & { readonly parts: readonly Part[] }): Thing => ({
  ...work('Collection', given),
  hasPart: given.parts.map(({ page, title }, at) => ({
    '@type': 'CreativeWork',
    '@id': published(page),
    url: published(page),
    name: title,
    position: at + 1,
  })),
})

/** Data with its files. */
export const datasetLd = (
  given: Work & {
    readonly files: readonly { readonly address: string; readonly mediaType: string }[]
    readonly coverage?: string
  },
): Thing => ({
  ...work('Dataset', given),
  spatialCoverage: given.coverage,
  distribution: given.files.map(({ address, mediaType }) => ({
    '@type': 'DataDownload',
    contentUrl: published(address),
    encodingFormat: mediaType,
  })),
})

/** A training. schema.org asks for a provider; when and where it is given stands in `runs`. */
export const courseLd = (
  given: Work & {
    readonly runs: readonly {
      readonly start?: Date
      readonly end?: Date
      readonly mode: 'onsite' | 'online' | 'blended'
      readonly place?: string
    }[]
  },
): Thing => ({
  ...work('Course', given),
  isAccessibleForFree: undefined,
  provider: who(given.publisher),
  hasCourseInstance: given.runs.map(({ start, end, mode, place }) => ({
    '@type': 'CourseInstance',
    courseMode: mode,
    startDate: day(start),
    endDate: day(end),
    location: place === undefined ? undefined : { '@type': 'Place', name: place },
  })),
})

export type EventForLd = {
  readonly page: string
  readonly title: string
  readonly summary: string
  readonly language: string
  /** A moment, or a day as `2026-12-03`. */
  readonly start: Date | string
  readonly end?: Date | string
  readonly organiser: Named
  readonly place?: {
    readonly name: string
    readonly municipality?: { readonly name: string; readonly address: string }
  }
  /** Where one joins from afar. */
  readonly online?: string
  readonly cancelled: boolean
  /** In euros; 0 for free. Absent: not told. */
  readonly price?: number
  /** What is there for people with a disability, in the words of schema.org. */
  readonly accessibility?: readonly string[]
}

/** A gathering, on a place, from afar or both. */
export function eventLd(given: EventForLd): Thing {
  const { place, online, price } = given
  const when = (date: Date | string | undefined) => (date instanceof Date ? date.toISOString() : date)
  const mode = online === undefined ? 'Offline' : place === undefined ? 'Online' : 'Mixed'
  const places: Thing[] = []
  if (place)
    places.push({
      '@type': 'Place',
      name: place.name,
      containedInPlace: place.municipality && {
        '@type': 'AdministrativeArea',
        name: place.municipality.name,
        sameAs: published(place.municipality.address),
      },
    })
  if (online !== undefined) places.push({ '@type': 'VirtualLocation', url: published(online) })
  return {
    '@type': 'Event',
    '@id': published(given.page),
    url: published(given.page),
    name: given.title,
    description: given.summary,
    inLanguage: given.language,
    startDate: when(given.start),
    endDate: when(given.end),
    eventStatus: `https://schema.org/Event${given.cancelled ? 'Cancelled' : 'Scheduled'}`,
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    location: places,
    organizer: who(given.organiser),
    isAccessibleForFree: price === undefined ? undefined : price === 0,
    offers:
      price === undefined ? undefined : { '@type': 'Offer', price, priceCurrency: 'EUR', url: published(given.page) },
    accessibilityFeature: given.accessibility,
  }
}

/** A term of the begrippenkader with its working definition. */
export const termLd = (given: {
  readonly page: string
  readonly label: string
  readonly definition: string
  readonly scheme: string
  readonly synonyms?: readonly string[]
}): Thing => ({
  '@type': 'DefinedTerm',
  '@id': published(given.page),
  url: published(given.page),
  name: given.label,
  description: given.definition,
  alternateName: given.synonyms,
  inDefinedTermSet: published(given.scheme),
})

/** Questions with the one answer that stands on this page. */
export const faqLd = (given: {
  readonly page: string
  readonly language: string
  readonly questions: readonly { readonly question: string; readonly answer: string }[]
}): Thing => ({
  '@type': 'FAQPage',
  '@id': published(given.page),
  inLanguage: given.language,
  mainEntity: given.questions.map(({ question, answer }) => ({
    '@type': 'Question',
    name: question,
    acceptedAnswer: { '@type': 'Answer', text: answer },
  })),
})

/** An initiative or project with who takes part and who pays. */
export const projectLd = (given: {
  readonly page: string
  readonly title: string
  readonly summary: string
  readonly partners: readonly Named[]
  readonly funders: readonly Named[]
  readonly region?: string
  readonly start?: Date
  readonly end?: Date
}): Thing => ({
  '@type': 'Project',
  '@id': published(given.page),
  url: published(given.page),
  name: given.title,
  description: given.summary,
  member: given.partners.map(who),
  funder: given.funders.map(who),
  areaServed: given.region,
  foundingDate: day(given.start),
  dissolutionDate: day(given.end),
})

/** Where a page stands: the pages above it, from the first one, and the page itself. */
export const breadcrumbsLd = (given: readonly { readonly page: string; readonly label: string }[]): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: given.map(({ page, label }, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name: label,
    item: published(page),
  })),
})

/** A site and who is behind it. */
export const siteLd = (given: {
  readonly page: string
  readonly name: string
  readonly summary: string
  readonly languages: readonly string[]
  /** Where one searches: the words come after it. */
  readonly search: string
}): readonly Thing[] => [
  {
    '@type': 'Organization',
    '@id': published(`${given.page}#organisatie`),
    name: given.name,
    url: published(given.page),
    description: given.summary,
  },
  {
    '@type': 'WebSite',
    '@id': published(`${given.page}#site`),
    name: given.name,
    url: published(given.page),
    inLanguage: given.languages,
    publisher: { '@id': published(`${given.page}#organisatie`) },
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${published(given.search)}{woorden}` },
      'query-input': 'required name=woorden',
    },
  },
]

/** What belongs in a JSON-LD document or a script element: things with their context. */
export const jsonLdDocument = (things: readonly Thing[]): JsonLd =>
  things.length === 1
    ? { '@context': 'https://schema.org', ...things[0] }
    : { '@context': 'https://schema.org', '@graph': things }

const risky: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/**
 * JSON-LD as text for a document or for inside `<script type="application/ld+json">`: nothing in it can end the script, begin a
 * comment or a second script. Half a surrogate pair becomes U+FFFD. JSON means the same.
 */
export const writeJsonLd = (value: JsonLd): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'string' ? each.toWellFormed() : each)).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => risky[letter] ?? letter,
  )
