import { readHtml } from '../documents/html.ts'
import { cleanText } from '../text/clean.ts'
import {
  defaultZone,
  type HarvestedRecord,
  type KindHint,
  type Place,
  type ReadingOptions,
  type Refusal,
  type Remark,
  type RemarkReason,
  type StatedDate,
  type Taken,
} from './harvested.ts'
import { firstMoment, readDate } from './dates.ts'

/** A text of which the source says, or leaves open, whether it is HTML. */
export type Loose = { readonly kind: 'html' | 'text'; readonly value: string }

/** A record in the words of its source, before anything was judged. */
export type Found = {
  readonly place: Place
  readonly sourceId?: string | undefined
  readonly title?: Loose | undefined
  readonly summary?: Loose | undefined
  readonly body?: Loose | undefined
  readonly link?: string | undefined
  readonly otherLinks?: readonly string[]
  readonly section?: string | undefined
  /** What links are completed with; otherwise the address of the source. */
  readonly base?: string | undefined
  readonly published?: string | undefined
  readonly changed?: string | undefined
  readonly authors?: readonly string[]
  readonly subjects?: readonly string[]
  readonly kind?: KindHint | undefined
  readonly location?: string | undefined
  readonly start?: string | undefined
  readonly end?: string | undefined
  readonly language?: string | undefined
  readonly licence?: string | undefined
  readonly cancelled?: boolean
  readonly deleted?: boolean
  /** A name to make when the source gives none. */
  readonly otherName?: string | undefined
  readonly remarks?: readonly Remark[]
}

const most = {
  title: 300,
  summary: 5000,
  body: 500_000,
  link: 2000,
  name: 1000,
  list: 100,
  otherLinks: 10,
  item: 200,
  records: 20_000,
} as const
const day = 86_400_000

export type Gathered = { readonly records: readonly Taken[]; readonly refused: readonly Refusal[] }

/**
 * Judges records one by one, the same way for every format: cleans, shortens, completes links, reads dates, and notes what it
 * left out and where. Of two records with one name the first is taken.
 */
export function gather(found: Iterable<Found>, options: ReadingOptions): Gathered {
  const records: Taken[] = []
  const refused: Refusal[] = []
  const names = new Set<string>()
  const limit = options.records ?? most.records
  for (const each of found) {
    const taken = judge(each, options)
    if ('reason' in taken) refused.push(taken)
    else if (names.has(taken.record.sourceId))
      refused.push({ place: each.place, reason: 'twice', found: shown(taken.record.sourceId) })
    else if (records.length >= limit) {
      refused.push({ place: each.place, reason: 'too-many-records', found: shown(taken.record.title) })
      break
    } else {
      names.add(taken.record.sourceId)
      records.push(taken)
    }
  }
  return { records, refused }
}

/** A value as it may be shown in a message. */
export const shown = (value: string): string => cleanText(value.slice(0, 400), { maxLength: 80 })

/** The text of HTML, a line for each block. */
const plain = (loose: Loose | undefined): string => {
  if (!loose) return ''
  if (loose.kind === 'text') return loose.value
  return readHtml(loose.value.slice(0, most.body))
    .blocks.map((block) => block.text)
    .join('\n')
}

function judge(found: Found, options: ReadingOptions): Taken | Refusal {
  const remarks: Remark[] = [...(found.remarks ?? [])]
  const note = (field: Remark['field'], reason: RemarkReason, value: string) =>
    remarks.push({ place: found.place, field, reason, found: shown(value) })
  const text = (field: Remark['field'], value: string, length: number, multiline: boolean): string => {
    const clean = cleanText(value, { multiline })
    if (clean.length > length) note(field, 'shortened', clean)
    // UTF-8 that somebody read as latin and saved again: é became Ã©, ’ became â€™.
    if (/\u00C3[\u0080-\u00BF\u0152-\u2122]|\u00E2\u20AC[\u0080-\u00BF\u0152-\u2122]/u.test(clean.slice(0, length)))
      note(field, 'garbled', clean)
    return cleanText(clean, { multiline, maxLength: length })
  }
  const list = (field: 'authors' | 'subjects', values: readonly string[]): string[] => {
    if (values.length > most.list) note(field, 'too-many', String(values.length))
    const clean = values.slice(0, most.list).map((value) => text(field, value, most.item, false))
    return [...new Set(clean)].filter((value) => value !== '')
  }
  const date = (
    field: 'published' | 'changed' | 'start' | 'end',
    value: string | undefined,
  ): StatedDate | undefined => {
    if (value === undefined || value.trim() === '') return undefined
    const read = readDate(value, options.timeZone ?? defaultZone)
    if (read === null) {
      note(field, 'date-unreadable', value)
      return undefined
    }
    const from = firstMoment(read)
    const ahead = from - options.now.getTime()
    const event = field === 'start' || field === 'end'
    if (from < Date.UTC(1900, 0, 1) || ahead > 100 * 366 * day) note(field, 'date-implausible', value)
    else if (!event && ahead > day) note(field, 'date-in-future', value)
    else {
      if (ahead > 5 * 365 * day) note(field, 'date-far-future', value)
      return read
    }
    return undefined
  }

  const link = linkOf(found, options, note)
  const deleted = found.deleted === true
  let title = deleted ? '' : text('title', plain(found.title), most.title, false)
  const summary = deleted ? '' : text('summary', plain(found.summary), most.summary, true)
  const body = deleted ? undefined : bodyOf(found.body, note)
  if (title === '' && !deleted) {
    const words = cleanText(summary || plain(found.body).slice(0, 400))
    title =
      words.length <= 80
        ? words
        : `${words
            .slice(0, 80)
            .toWellFormed()
            .replace(/\s\S*$/, '')
            .trimEnd()}…`
    if (title !== '') note('title', 'title-made', title)
  }
  let sourceId = cleanText(found.sourceId ?? '')
  if (sourceId === '') {
    sourceId = link ?? cleanText(found.otherName ?? '')
    if (sourceId !== '') note('sourceId', 'id-made', sourceId)
  }
  if (sourceId === '' || sourceId.length > most.name)
    return { place: found.place, reason: 'no-name', found: shown(title || sourceId) }
  if (title === '' && !deleted) return { place: found.place, reason: 'no-title', found: shown(sourceId) }

  const start = date('start', found.start)
  let end = date('end', found.end)
  if (start !== undefined && end !== undefined && firstMoment(end) < firstMoment(start)) {
    note('end', 'end-before-start', `${start} ${end}`)
    end = undefined
  }
  const record: HarvestedRecord = {
    sourceId,
    title,
    ...present({
      summary: summary || undefined,
      body,
      link,
      otherLinks: otherLinksOf(found, options, link),
      section: text('section', found.section ?? '', most.item, false) || undefined,
      published: date('published', found.published),
      changed: date('changed', found.changed),
      kind: found.kind,
      location: text('location', found.location ?? '', most.title, false) || undefined,
      start,
      end,
      language: languageOf(found.language),
      licence: text('licence', found.licence ?? '', most.title, false) || undefined,
    }),
    authors: list('authors', found.authors ?? []),
    subjects: list('subjects', found.subjects ?? []),
    cancelled: found.cancelled === true,
    deleted,
  }
  return { record, place: found.place, remarks }
}

type Note = (field: Remark['field'], reason: RemarkReason, value: string) => void

function bodyOf(found: Loose | undefined, note: Note): HarvestedRecord['body'] {
  if (!found) return undefined
  const value =
    found.kind === 'text'
      ? cleanText(found.value, { multiline: true })
      : found.value.toWellFormed().replaceAll('\0', '')
  if (value.trim() === '') return undefined
  if (value.length > most.body) note('body', 'shortened', String(value.length))
  return { kind: found.kind, value: value.length > most.body ? value.slice(0, most.body).toWellFormed() : value }
}

function linkOf(found: Found, options: ReadingOptions, note: Note): string | undefined {
  const written = found.link?.trim() ?? ''
  if (written === '') return undefined
  const read = addressOf(written, found.base ?? options.address)
  if (read.startsWith('http')) return read
  note('link', read === 'relative' ? 'link-not-absolute' : 'link-refused', written)
  return undefined
}

const otherLinksOf = (found: Found, options: ReadingOptions, link: string | undefined) => {
  const read = (found.otherLinks ?? [])
    .slice(0, most.otherLinks)
    .map((written) => addressOf(written.trim(), found.base ?? options.address))
    .filter((address) => address.startsWith('http') && address !== link)
  return read.length === 0 ? undefined : [...new Set(read)]
}

/**
 * An address as links may have it: http or https, without a name and password, at most 2000 letters. Parsed as browsers do, so
 * that blanks and control characters inside `javascript:` hide nothing.
 */
export function addressOf(written: string, base?: string): string | 'relative' | 'refused' {
  if (written.length > most.link) return 'refused'
  let url: URL
  try {
    url = new URL(written, base !== undefined && /^https?:/i.test(base) ? base : undefined)
  } catch {
    return 'relative'
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'refused'
  if (url.username !== '' || url.password !== '' || url.href.length > most.link) return 'refused'
  return url.href
}

const languageOf = (written: string | undefined): string | undefined =>
  written !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(written.trim())
    ? written.trim().toLowerCase()
    : undefined

/** The fields that have a value. */
function present<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>
  }
}
