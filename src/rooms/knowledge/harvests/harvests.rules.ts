import { dayAt, daysLater } from '../../../lib/days.ts'
import { asMarkdown } from '../../../lib/rich-text/escape.ts'
import type { KindHint, HarvestedRecord, StatedDate } from '../../../lib/feeds/harvested.ts'
import type { Reason } from '../../../lib/likeness/duplicates.ts'
import { cleanMarkdown } from '../../../lib/rich-text/markdown.ts'
import type { Lang } from '../../../lib/words.ts'
import { expertRolesIn, themesIn, type ItemTypeId } from '../../terms/public.ts'
import type { FollowedField, Said } from './followed.rules.ts'
import { kindOf } from '../kinds/kinds.rules.ts'
import { limits, type Licence } from '../items/texts.rules.ts'

export const runStates = ['waiting', 'reading', 'previewed', 'committing', 'committed', 'failed', 'set-aside'] as const
export type RunState = (typeof runStates)[number]

/** A run that still has something to do or to ask. A source has one of these at a time. */
export const isOpen = (state: RunState) =>
  state === 'waiting' || state === 'reading' || state === 'previewed' || state === 'committing'

/** Something is being done now: the page shows how far it is. */
export const isUnderWay = (state: RunState) => isOpen(state) && state !== 'previewed'

/** Whoever took a run, or asked to publish it, edited no more when its turn came: it waits for another editor. */
export const wasTurnedBack = (run: {
  readonly state: RunState
  readonly acceptedBy: string | null
  readonly publishAskedBy: string | null
  readonly publishAskedAt: Date | null
}): boolean =>
  (run.state === 'previewed' && run.acceptedBy !== null) || (run.publishAskedBy !== null && run.publishAskedAt === null)

/**
 * What a record is, next to what we have. kept: only fields that follow their source no more differ. gone: its source took it
 * away. elsewhere: another partner keeps the item. left: an editor left it out before. refused: it could not be taken.
 */
export const outcomes = ['new', 'changed', 'kept', 'same', 'gone', 'elsewhere', 'left', 'refused'] as const
export type Outcome = (typeof outcomes)[number]

/** ask: it may be an item that is there already, and nobody has said so; it is not taken until somebody does. */
export type Choice = 'take' | 'leave' | 'same' | 'ask'

/** How many of each; `unchanged`: the source said itself that nothing is new. */
export type Counts = Readonly<Partial<Record<Outcome | 'taken' | 'published' | 'unchanged', number>>>

/** An item that may be the same, with the reasons, strongest first. */
export type Alike = { readonly item: string; readonly reasons: readonly Reason['kind'][] }

/** What was left out or changed on the way from record to item, beside what the reader noticed. */
export type DraftRemark =
  | 'title-shortened'
  | 'text-shortened'
  | 'links-left-out'
  | 'pictures-left-out'
  | 'person-left-out'

/** A record as an item. */
export type Draft = {
  readonly said: Said
  readonly lang: Lang
  readonly type: string
  readonly themes: readonly string[]
  readonly roles: readonly string[]
  readonly licence: string
  /** For what has to be there and the source does not say. */
  readonly summary: string
  readonly remarks: readonly DraftRemark[]
}

/** What a source says about all its records. */
export type SourceDefaults = {
  readonly lang: Lang
  readonly type: string
  readonly themes: readonly string[]
  readonly licence: string
}

const mostThemes = 4
const mostRoles = 3
const mostLine = 200

const typeOfKind: Readonly<Record<KindHint, ItemTypeId>> = {
  article: 'article',
  publication: 'report',
  event: 'event',
  training: 'training',
  term: 'termItem',
  question: 'faq',
  dataset: 'report',
  tool: 'tool',
  project: 'project',
}

const cutAt = (text: string, most: number): string => {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1).toWellFormed()
  const space = cut.lastIndexOf(' ')
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`
}

/** The first sentences of a text, without its signs, as far as a summary may go. */
export function opening(text: string): string {
  const prose = text.replace(/^#{1,6}\s.*$/gm, '')
  // The points of a list read as a stammer one after the other; a text of points alone keeps them.
  const withoutLists = prose.replace(/^ {0,8}(?:[-*+]|\d{1,3}[.)]) .*$/gm, '')
  const plain = (withoutLists.trim() === '' ? prose : withoutLists)
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/[*_`>|\\]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= limits.summary) return plain
  const cut = plain.slice(0, limits.summary).toWellFormed()
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('? '), cut.lastIndexOf('! '))
  return end > 40 ? cut.slice(0, end + 1) : cutAt(plain, limits.summary)
}

/** A day when the source states one. A moment is a day in Amsterdam; a month or year does not say which day. */
export function dayOfStated(date: StatedDate | undefined): string | undefined {
  if (date === undefined || date.length < 10) return undefined
  if (date.length === 10) return date
  return dayAt(new Date(date))
}

const licenceOf = (stated: string | undefined): Licence | undefined => {
  const text = (stated ?? '').toLowerCase()
  if (/creativecommons\.org\/publicdomain\/zero|\bcc0\b/.test(text)) return 'CC0-1.0'
  if (/creativecommons\.org\/licenses\/by-sa\/4|\bcc[- ]by[- ]sa[- ]4/.test(text)) return 'CC-BY-SA-4.0'
  if (/creativecommons\.org\/licenses\/by\/4|\bcc[- ]by[- ]4/.test(text)) return 'CC-BY-4.0'
  return undefined
}

// Every line is a paragraph.
const plainMarkdown = (text: string) => asMarkdown(text).replace(/\n+/g, '\n\n')

/**
 * A record as the item that it would become: its words cleaned to Markdown and cut to what an item holds, kind and themes from
 * what it says or else from its source.
 * @param pointsAtSomebody whether a short text would lead to a person: such details are left out
 */
export function draftOf(
  record: HarvestedRecord,
  defaults: SourceDefaults,
  pointsAtSomebody: (text: string) => boolean,
): Draft {
  const remarks = new Set<DraftRemark>()
  const title = cutAt(record.title, limits.title)
  if (title !== record.title) remarks.add('title-shortened')
  let text = ''
  if (record.body?.kind === 'html') {
    const clean = cleanMarkdown(record.body.value, record.link)
    text = clean.markdown
    if (clean.links > 0) remarks.add('links-left-out')
    if (clean.imagesWithoutText > 0) remarks.add('pictures-left-out')
    if (clean.shortened) remarks.add('text-shortened')
  } else if (record.body !== undefined) text = plainMarkdown(record.body.value)
  const stated = record.summary?.trim() ?? ''
  if (text === '') text = plainMarkdown(stated)
  if (text.length > limits.part) {
    text = text.slice(0, limits.part).toWellFormed()
    remarks.add('text-shortened')
  }
  const type = record.kind === undefined ? defaults.type : typeOfKind[record.kind]
  const about = [record.title, stated, ...record.subjects].join('\n')
  const themes = themesIn(about)
    .slice(0, mostThemes)
    .map((each) => each.id)
  const asked = new Set<string>(kindOf(type).details)
  const detail = (name: 'author' | 'startsOn' | 'endsOn' | 'place', value: string | undefined) => {
    if (value === undefined || value === '' || !asked.has(name)) return undefined
    const short = cutAt(value, mostLine)
    if (!pointsAtSomebody(short)) return short
    remarks.add('person-left-out')
    return undefined
  }
  const lang = record.language?.split('-')[0]
  const said: Record<FollowedField, string | undefined> = {
    title,
    summary: stated === '' ? undefined : opening(stated),
    text: text === '' ? undefined : text,
    link: record.link !== undefined && record.link.length <= 500 ? record.link : undefined,
    writtenOn: dayOfStated(record.published),
    author: detail('author', record.authors.join(', ')),
    startsOn: detail('startsOn', dayOfStated(record.start)),
    endsOn: detail('endsOn', dayOfStated(record.end)),
    place: detail('place', record.location),
  }
  return {
    said: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Said,
    lang: lang === 'nl' || lang === 'en' ? lang : defaults.lang,
    type,
    themes: themes.length > 0 ? themes : defaults.themes,
    roles: expertRolesIn(about)
      .slice(0, mostRoles)
      .map((each) => each.id),
    licence: licenceOf(record.licence) ?? defaults.licence,
    summary: said.summary ?? opening(text),
    remarks: [...remarks],
  }
}

/** How a source is asked again when it answers in dates: a day earlier than it was read, for clocks that differ. */
export const fromWhen = (readUntil: string): string => daysLater(readUntil.slice(0, 10), -1)

/** The most that one harvest takes: bytes of a file or answer, records, pages of an answer in pages. */
export const harvestLimits = { bytes: 50 * 1024 * 1024, records: 20_000, pages: 500 } as const

/** Records on one page of a preview. */
export const previewSize = 50
