import {
  articleLd,
  collectionLd,
  courseLd,
  eventLd,
  faqLd,
  learningResourceLd,
  projectLd,
  publicationLd,
  type Named,
  type Part,
  type Thing,
} from '../../../lib/feeds/json-ld.ts'
import type { Lang } from '../../../lib/words.ts'
import { href } from '../../../ui/address.ts'
import { findTerm, labelOf, termPaths } from '../../terms/public.ts'
import { kindOf, type Details, type LinkKind } from '../kinds/kinds.rules.ts'
import { gathering, licenceAddress, regionName } from '../out/out.rules.ts'
import type { Source, Steward } from '../square.tables.ts'
import { knowledgePaths } from '../square.paths.ts'

/** What of an item goes into the words of schema.org. */
export type DescribedItem = {
  readonly slug: string
  readonly type: string
  readonly title: string
  readonly summary: string
  readonly lang: Lang
  readonly body_html: string
  readonly stewards: readonly Steward[]
  readonly themes: readonly string[]
  readonly roles: readonly string[]
  readonly audiences: readonly string[]
  readonly regions: readonly string[]
  readonly authors: readonly string[]
  readonly source: Source | null
  readonly licence: string
  readonly details: Details
  readonly changed_at: Date
  readonly published_at: Date
  /** What it belongs to, and what belongs to it; a series in its order. */
  readonly links_from: readonly LinkOfItem[]
  readonly links_to: readonly LinkOfItem[]
}

type LinkOfItem = { readonly kind: LinkKind; readonly slug: string; readonly title: string }

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** The words of sanitised HTML. */
const plainOf = (html: string) =>
  html
    .replace(/<[^<>]+>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()

const organisation = (name: string): Named => ({ kind: 'Organization', name })
const webAddress = (text: unknown): string | undefined =>
  typeof text === 'string' && /^https?:\/\//.test(text) && URL.canParse(text) ? text : undefined
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined
const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []

const partOf = ({ slug, title }: LinkOfItem, origin: string): Part => ({
  page: `${origin}${knowledgePaths.item(slug)}`,
  title,
})

/** What a series or dossier holds. */
const heldBy = (item: DescribedItem, origin: string) =>
  item.links_to
    .filter(({ kind }) => kind === (kindOf(item.type).holds === 'in-order' ? 'series' : 'dossier'))
    .map((link) => partOf(link, origin))

const workOf = (item: DescribedItem, origin: string, lang: Lang) => {
  const licence = licenceAddress(item.licence)
  const within = item.links_from.filter(({ kind }) => kind === 'series' || kind === 'dossier')
  const [first] = item.stewards
  return {
    page: `${origin}${knowledgePaths.item(item.slug)}`,
    title: item.title,
    summary: item.summary,
    language: item.lang,
    published: item.published_at,
    changed: item.changed_at,
    authors:
      item.authors.length > 0
        ? item.authors.map((name): Named => ({ kind: 'Person', name }))
        : item.stewards.map((steward) => organisation(steward.name)),
    publisher: organisation(first?.name ?? 'Ervaringsplein'),
    ...(licence !== undefined && { licence }),
    about: [...item.themes, ...item.roles].flatMap((id) => {
      const term = findTerm(id)
      return term ? [{ page: `${origin}${href(lang, termPaths.term(term.slug))}`, label: labelOf(id, lang) }] : []
    }),
    audiences: item.audiences.map((id) => labelOf(id, lang)),
    ...(within.length > 0 && { within: within.map((link) => partOf(link, origin)) }),
  }
}

type Work = ReturnType<typeof workOf>

const modes: Readonly<Record<string, 'onsite' | 'online' | 'blended'>> = {
  'on-site': 'onsite',
  'at-work': 'onsite',
  online: 'online',
  blended: 'blended',
}

function training(item: DescribedItem, work: Work): Thing {
  const provider = textOf(item.details.provider)
  const mode = modes[textOf(item.details.learningForm) ?? '']
  const place = textOf(item.details.place)
  return courseLd({
    ...work,
    publisher: provider === undefined ? work.publisher : organisation(provider),
    runs: mode === undefined ? [] : [{ mode, ...(place !== undefined && { place }) }],
  })
}

function event(item: DescribedItem, work: Work): Thing {
  const when = gathering(item.details)
  // Without a day there is nothing to go to yet: it is a text about a plan.
  if (when === null) return articleLd(work)
  const online = when.attendance === 'online' || when.attendance === 'hybrid'
  const [code] = item.regions
  const region = code === undefined ? null : regionName(code)
  return eventLd({
    ...work,
    start: when.start,
    ...(when.end !== undefined && { end: when.end }),
    organiser: when.organiser === undefined ? work.publisher : organisation(when.organiser),
    ...(when.place !== undefined ? { place: { name: when.place } } : region !== null && { place: { name: region } }),
    ...(online && { online: webAddress(item.details.link) ?? work.page }),
    cancelled: false,
    ...(when.accessibility !== undefined && { accessibility: [when.accessibility] }),
  })
}

function publication(item: DescribedItem, work: Work): Thing {
  const { pages } = item.details
  const original = webAddress(item.details.link) ?? webAddress(item.source?.link)
  return publicationLd({
    ...work,
    ...(typeof pages === 'number' && { pages }),
    ...(original !== undefined && { original }),
  })
}

function project(item: DescribedItem, work: Work): Thing {
  const { startsOn, endsOn, funder, partners } = item.details
  const [region] = item.regions.flatMap((code) => regionName(code) ?? [])
  const day = (value: unknown) => {
    const text = textOf(value)
    const date = text === undefined ? undefined : new Date(text)
    return date === undefined || Number.isNaN(date.getTime()) ? undefined : date
  }
  const [start, end] = [day(startsOn), day(endsOn)]
  return projectLd({
    ...work,
    partners: [...new Set([...item.stewards.map(({ name }) => name), ...listOf(partners)])].map(organisation),
    funders: textOf(funder) === undefined ? [] : [organisation(textOf(funder) ?? '')],
    ...(region !== undefined && { region }),
    ...(start && { start }),
    ...(end && { end }),
  })
}

const publications = new Set(['report', 'book', 'policyDocument', 'factsheet'])
const forLearning = new Set(['guide', 'tool', 'questionnaire', 'jobProfile', 'dilemmaItem', 'video', 'podcast'])

/** An item in the words of schema.org, by its kind. @param lang of the page: labels of terms are in it */
export function itemLd(item: DescribedItem, origin: string, lang: Lang): Thing {
  const work = workOf(item, origin, lang)
  const { type } = item
  if (type === 'training') return training(item, work)
  if (type === 'event') return event(item, work)
  if (type === 'project' || type === 'initiative') return project(item, work)
  if (kindOf(type).holds !== undefined) return collectionLd({ ...work, parts: heldBy(item, origin) })
  if (type === 'faq') return faqLd({ ...work, questions: [{ question: item.title, answer: plainOf(item.body_html) }] })
  if (publications.has(type)) return publication(item, work)
  if (forLearning.has(type)) return learningResourceLd({ ...work, resourceType: labelOf(type, lang) })
  return articleLd(work)
}
