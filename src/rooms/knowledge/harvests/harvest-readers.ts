import {
  harvestFormats,
  type Harvest,
  type HarvestFormat,
  type HarvestProblem,
  type NextPage,
  type Place,
  type Refusal,
  type Remark,
  type Taken,
} from '../../../lib/feeds/harvested.ts'
import { readCalendar } from '../../../lib/feeds/read-calendar.ts'
import { readCsvItems } from '../../../lib/feeds/read-csv-items.ts'
import { readFeed } from '../../../lib/feeds/read-feed.ts'
import { readJsonLd } from '../../../lib/feeds/read-json-ld.ts'
import { readOai } from '../../../lib/feeds/read-oai.ts'
import { readWordPress, type WordPressOptions } from '../../../lib/feeds/read-wordpress.ts'
import type {
  Failure as FetchFailure,
  Fetched,
  Fetcher,
  Refusal as FetchRefusal,
} from '../../../platform/fetching/fetching.ts'
import { fromWhen, harvestLimits } from './harvests.rules.ts'

export type ReadingProblem =
  | HarvestProblem
  | FetchRefusal
  | FetchFailure
  | 'not-recognised'
  | 'status'
  | 'goes-round'
  | 'too-many-pages'
  | 'file-gone'
  | 'robots-unreachable'
  | 'no-sitemap'

/** Everything that a source has to say now. `detail`: for the curious. */
export type Reading =
  | {
      readonly ok: true
      readonly format: HarvestFormat
      readonly records: readonly Taken[]
      readonly refused: readonly Refusal[]
      readonly remarks: readonly Remark[]
      /** What to say at the next question, so that the source need not repeat itself. */
      readonly etag?: string | null
      readonly lastModified?: string | null
      readonly readUntil?: string | null
    }
  | { readonly ok: true; readonly format: null }
  | { readonly ok: false; readonly problem: ReadingProblem; readonly place: Place | null; readonly detail: string }

const firstLetters = (bytes: Uint8Array) =>
  new TextDecoder('latin1')
    .decode(bytes.subarray(0, 4_000))
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '')
    .trimStart()

/** The format that the first letters show, whatever the name of the file or the type of the answer says. */
function formatOf(bytes: Uint8Array): HarvestFormat | null {
  const text = firstLetters(bytes)
  if (/^BEGIN:VCALENDAR/i.test(text)) return 'calendar'
  if (/^[[{]/.test(text)) return 'json-ld'
  if (text.startsWith('<')) {
    if (/^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html)\b/i.test(text)) return 'page'
    const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/.exec(text)?.[1]
    if (root === 'rss' && text.includes('http://wordpress.org/export/')) return 'wordpress'
    return root === 'OAI-PMH' ? 'oai' : root === 'rss' ? 'rss' : root === 'RDF' ? 'rdf' : 'atom'
  }
  return text === '' || /[,;\t]|^\W*(?:titel|title|naam)\W*(?:\r?\n|$)/i.test(text.split(/\r?\n/, 1)[0] ?? '')
    ? 'csv'
    : null
}

/** Reads bytes by what they are. */
export function readBytes(bytes: Uint8Array, given: Omit<WordPressOptions, 'size' | 'records'>): Harvest | Reading {
  const options: WordPressOptions = { ...given, size: harvestLimits.bytes, records: harvestLimits.records }
  const format = formatOf(bytes)
  if (format === null) return { ok: false, problem: 'not-recognised', place: { line: 1 }, detail: '' }
  if (format === 'calendar') return readCalendar(bytes, options)
  if (format === 'json-ld') return readJsonLd(bytes, options)
  if (format === 'oai') return readOai(bytes, options)
  if (format === 'wordpress') return readWordPress(bytes, options)
  if (format === 'csv') return readCsvItems(bytes, options)
  if (format !== 'page') return readFeed(bytes, options)
  const page = readJsonLd(bytes, options)
  // A page without data of its own is the page about the feed, not the feed.
  return !page.ok && page.problem === 'no-records-of-schema-org' ? { ...page, problem: 'web-page' } : page
}

const failedAt = (problem: ReadingProblem, detail: string): Reading => ({ ok: false, problem, place: null, detail })

/** Why an answer is no reading; null when there is something to read. */
function whyNotRead(answer: Fetched): Reading | null {
  if (answer.kind !== 'answered') return failedAt(answer.why, answer.address)
  return answer.status === 200 ? null : failedAt('status', `${answer.status} ${answer.address}`)
}

/** Where a source is asked, and what it said when it was asked last. */
export type Asked = {
  readonly address: string
  readonly format: string | null
  readonly etag: string | null
  readonly lastModified: string | null
  readonly readUntil: string | null
}

const known = (format: string | null) => harvestFormats.find((each) => each === format) ?? null

/** What OAI-PMH is asked: everything, or what changed since. */
function oaiQuestion(address: string, readUntil: string | null): string {
  const url = new URL(address)
  const set = url.searchParams.get('set')
  url.search = ''
  url.searchParams.set('verb', 'ListRecords')
  url.searchParams.set('metadataPrefix', 'oai_dc')
  if (set !== null) url.searchParams.set('set', set)
  if (readUntil !== null) url.searchParams.set('from', fromWhen(readUntil))
  return url.href
}

function nextQuestion(address: string, next: NextPage): string {
  if (next.kind === 'address') return next.address
  const url = new URL(address)
  url.search = ''
  url.searchParams.set('verb', 'ListRecords')
  url.searchParams.set('resumptionToken', next.token)
  return url.href
}

const wish = { mostBytes: harvestLimits.bytes, milliseconds: 120_000 } as const
const accept =
  'application/atom+xml, application/rss+xml, text/calendar, application/ld+json, text/csv, application/xml;q=0.9, */*;q=0.5'

/**
 * Asks an address for everything, page after page. An answer that goes round, or has more pages than we turn, is no reading:
 * half of a source would look like all of it. `format: null`: nothing changed since the last time.
 */
export async function readAddress(fetcher: Fetcher, asked: Asked, now: Date): Promise<Reading> {
  const begun = now.toISOString()
  const isOai = known(asked.format) === 'oai'
  let question = isOai ? oaiQuestion(asked.address, asked.readUntil) : asked.address
  const first = await fetcher(question, {
    ...wish,
    accept,
    ...(!isOai && asked.etag !== null && { ifNoneMatch: asked.etag }),
    ...(!isOai && asked.lastModified !== null && { ifModifiedSince: asked.lastModified }),
  })
  if (first.kind === 'answered' && first.status === 304) return { ok: true, format: null }

  const been = new Set<string>()
  const records = new Map<string, Taken>()
  const refused: Refusal[] = []
  const remarks: Remark[] = []
  let answer = first
  let format: HarvestFormat | null = null
  for (let page = 1; ; page++) {
    const failure = whyNotRead(answer)
    if (failure !== null || answer.kind !== 'answered') return failure ?? failedAt('status', '')
    been.add(question)
    const read = readBytes(answer.body, {
      now,
      address: answer.address,
      ...(answer.contentType !== null && { contentType: answer.contentType }),
    })
    // A repository that was not asked in its own way says so in its own format.
    if (!read.ok && read.problem === 'oai-error' && page === 1 && !isOai && been.size === 1) {
      question = oaiQuestion(asked.address, null)
      if (been.has(question)) return read
      answer = await fetcher(question, wish)
      continue
    }
    if (!read.ok || read.format === null) return read
    format ??= read.format
    for (const taken of read.records) {
      const { sourceId } = taken.record
      if (records.has(sourceId)) refused.push({ place: taken.place, reason: 'twice', found: sourceId.slice(0, 80) })
      else records.set(sourceId, taken)
    }
    refused.push(...read.refused)
    remarks.push(...read.remarks)
    const next = 'next' in read ? read.next : undefined
    if (next === undefined) break
    question = nextQuestion(answer.address, next)
    if (been.has(question)) return failedAt('goes-round', question)
    if (page >= harvestLimits.pages || records.size > harvestLimits.records)
      return failedAt('too-many-pages', String(records.size))
    answer = await fetcher(question, wish)
  }
  return {
    ok: true,
    format,
    records: [...records.values()],
    refused,
    remarks,
    ...(first.kind === 'answered' && format !== 'oai' && { etag: first.etag, lastModified: first.lastModified }),
    ...(format === 'oai' && { readUntil: begun }),
  }
}
