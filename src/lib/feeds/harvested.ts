import type { XmlProblem } from '../xml/read.ts'

export const harvestFormats = ['atom', 'rss', 'rdf', 'calendar', 'json-ld', 'oai', 'csv', 'wordpress', 'page'] as const
export type HarvestFormat = (typeof harvestFormats)[number]

/** What a source calls a record, as far as it can be told; a hint for an editor, no decision. */
export type KindHint =
  | 'article'
  | 'publication'
  | 'event'
  | 'training'
  | 'term'
  | 'question'
  | 'dataset'
  | 'tool'
  | 'project'

/**
 * A date as precise as the source gave it, in ISO 8601: `2026`, `2026-11`, `2026-11-01`, or a moment in UTC with milliseconds
 * (`2026-11-01T09:00:00.000Z`). Dates without a time are days in Amsterdam.
 */
export type StatedDate = string

/**
 * One thing that another site offers, in one shape for every format. Texts are cleaned, of one line (summary and plain body: of
 * several) and of a bounded length. Absent: the source does not say, or what it said was refused (see the remarks).
 */
export type HarvestedRecord = {
  /** The name that the source gives it and keeps; the only key for a next harvest. */
  readonly sourceId: string
  /** '' only for what was deleted. */
  readonly title: string
  /** Plain text. */
  readonly summary?: string
  /** HTML is as it came, scripts included: whoever shows or stores it, sanitises it. */
  readonly body?: { readonly kind: 'html' | 'text'; readonly value: string }
  /** An absolute http or https address. */
  readonly link?: string
  /** More addresses that lead to it at its source, absolute: a short link, the place it was fetched from. */
  readonly otherLinks?: readonly string[]
  /** The part of its source that it stands in: a category, or the first part of its path. */
  readonly section?: string
  readonly published?: StatedDate
  readonly changed?: StatedDate
  readonly authors: readonly string[]
  readonly subjects: readonly string[]
  readonly kind?: KindHint
  /** Of an event. */
  readonly location?: string
  /** Of an event, and its end: not before the start. The end of a day-long event is its last day. */
  readonly start?: StatedDate
  readonly end?: StatedDate
  readonly language?: string
  readonly licence?: string
  /** The event does not go on, and stays visible as such. */
  readonly cancelled: boolean
  /** The source withdrew it: nothing else than its name is known. */
  readonly deleted: boolean
}

/** Where in what was read: a line and column from 1, or for JSON a path such as `$["@graph"][3]`. */
export type Place = { readonly line: number; readonly column?: number } | { readonly path: string }

export type RemarkReason =
  | 'charset-stated-wrongly'
  | 'column-unknown'
  | 'link-refused'
  | 'link-not-absolute'
  | 'date-unreadable'
  | 'date-in-future'
  | 'date-far-future'
  | 'date-implausible'
  | 'end-before-start'
  | 'time-zone-unknown'
  | 'repeats'
  | 'title-made'
  | 'id-made'
  | 'shortened'
  | 'too-many'
  | 'garbled'
  | 'builder-codes'
  | 'attachments-skipped'
  | 'unpublished-skipped'
  | 'parts-skipped'
  | 'pages-forbidden'
  | 'pages-cut'

/** Something that was left out, changed or looks wrong. The record itself was taken. */
export type Remark = {
  readonly place: Place
  readonly field: keyof HarvestedRecord | 'document'
  readonly reason: RemarkReason
  /** What stood there, shortened. */
  readonly found: string
}

export type RefusalReason =
  | 'no-name'
  | 'no-title'
  | 'twice'
  | 'too-many-records'
  | 'unreadable'
  | 'no-answer'
  | 'elsewhere'
  | 'not-a-page'

/** A record that was not taken. */
export type Refusal = {
  readonly place: Place
  readonly reason: RefusalReason
  /** Its title or name, shortened; '' when it has neither. */
  readonly found: string
}

export type Taken = { readonly record: HarvestedRecord; readonly place: Place; readonly remarks: readonly Remark[] }

export type HarvestProblem =
  | XmlProblem
  | 'another-format'
  | 'not-json'
  | 'no-records-of-schema-org'
  | 'not-a-calendar'
  | 'not-csv'
  | 'column-missing'
  | 'oai-error'

export type Harvest =
  | {
      readonly ok: true
      readonly format: HarvestFormat
      /** What the source calls itself. */
      readonly title?: string
      readonly records: readonly Taken[]
      readonly refused: readonly Refusal[]
      /** About the whole, not about one record. */
      readonly remarks: readonly Remark[]
      /** Where more is, for a source that answers in pages. Absent: this was all. */
      readonly next?: NextPage
    }
  | {
      readonly ok: false
      readonly problem: HarvestProblem
      readonly place: Place
      /** In the words of the parser or the source; for the log and the curious. */
      readonly detail: string
    }

/** The token to ask for the next page with (OAI-PMH), or its address (Atom). */
export type NextPage =
  | { readonly kind: 'token'; readonly token: string; readonly size?: number }
  | { readonly kind: 'address'; readonly address: string }

/** What every reader needs to know beside the source itself. */
export type ReadingOptions = {
  /** For dates that lie in the future. */
  readonly now: Date
  /** The address it came from: links are completed with it. */
  readonly address?: string
  /** The header `Content-Type` that came with bytes. */
  readonly contentType?: string
  /** Bytes; 32 MB when absent. */
  readonly size?: number
  /** Records; 20,000 when absent. What comes after is refused by name. */
  readonly records?: number
  /** The zone of times without one; Europe/Amsterdam when absent. */
  readonly timeZone?: string
}

export const defaultSize = 32 * 1024 * 1024
export const defaultZone = 'Europe/Amsterdam'
