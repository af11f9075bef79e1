import { daysLater } from '../days.ts'
import { published } from './addresses.ts'

/** A moment, or a whole day in Amsterdam as `2026-12-03`. */
export type When = Date | { readonly day: string }

export type Calendar = {
  readonly name: string
  readonly description?: string
  /** Who made it, as `-//Organisation//Product//NL`. */
  readonly product: string
  /** The address of this calendar, and of the page that shows the same to people. */
  readonly self: string
  readonly page: string
  readonly language: string
  /** How often a subscriber looks again. */
  readonly refreshHours: number
  readonly events: readonly CalendarEvent[]
}

export type CalendarEvent = {
  /** Stays the same through every change, for ever; at most 255 bytes. */
  readonly uid: string
  /** 0 at first; one more with each change that a visitor must know of. */
  readonly sequence: number
  readonly changed: Date
  readonly title: string
  readonly start: When
  /** The last moment, or the last day (not, as in the format itself, the day after). Absent: not told. */
  readonly end?: When
  readonly description?: string
  readonly place?: string
  readonly subjects?: readonly string[]
  readonly link: string
  /** Where one joins from afar (RFC 7986, CONFERENCE). */
  readonly online?: string
  /** A cancelled event stays in the calendar, so that it goes from the calendars of others. */
  readonly state: 'confirmed' | 'tentative' | 'cancelled'
}

/**
 * Writes a calendar as RFC 5545 and 7986 ask: times in UTC, lines ended by CRLF and folded at 75 bytes on the borders of letters.
 * The same calendar gives the same bytes.
 * @throws {RangeError} when an address is not http or https, a uid is empty or too long, a day does not exist, an event begins
 * with a day and ends with a time (or the other way round), or ends before it begins.
 */
export function writeCalendar(calendar: Calendar): string {
  const { name, description, product, self, page, language, refreshHours, events } = calendar
  const latest = events.reduce<Date | undefined>(
    (last, { changed }) => (last && last >= changed ? last : changed),
    undefined,
  )
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${text(product)}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME;LANGUAGE=${parameter(language)}:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    ...(description === undefined ? [] : [`DESCRIPTION;LANGUAGE=${parameter(language)}:${text(description)}`]),
    `URL;VALUE=URI:${published(page)}`,
    `SOURCE;VALUE=URI:${published(self)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${hours(refreshHours)}H`,
    `X-PUBLISHED-TTL:PT${hours(refreshHours)}H`,
    ...(latest ? [`LAST-MODIFIED:${moment(latest)}`] : []),
    ...events.flatMap(eventLines),
    // The format asks for at least one component.
    ...(events.length > 0 ? [] : noEvents),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const noEvents = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
]

function eventLines(event: CalendarEvent): string[] {
  const { uid, sequence, changed, title, start, end, description, place, subjects = [], link, online, state } = event
  const bytes = new TextEncoder().encode(uid).length
  if (bytes === 0 || bytes > 255) throw new RangeError(`a uid has 1 to 255 bytes, not ${bytes}`)
  if (end !== undefined && end instanceof Date !== start instanceof Date)
    throw new RangeError(`${uid} begins with a day and ends with a time, or the other way round`)
  if (end !== undefined && instant(end) < instant(start)) throw new RangeError(`${uid} ends before it begins`)
  return [
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `SEQUENCE:${Math.max(0, Math.trunc(sequence))}`,
    `DTSTAMP:${moment(changed)}`,
    `LAST-MODIFIED:${moment(changed)}`,
    whenLine('DTSTART', start, 0),
    ...(end === undefined ? [] : [whenLine('DTEND', end, 1)]),
    `SUMMARY:${text(title)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${text(description)}`]),
    ...(place === undefined ? [] : [`LOCATION:${text(place)}`]),
    ...(subjects.length === 0 ? [] : [`CATEGORIES:${subjects.map(text).join(',')}`]),
    `URL;VALUE=URI:${published(link)}`,
    ...(online === undefined ? [] : [`CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:${published(online)}`]),
    `STATUS:${state.toUpperCase()}`,
    `TRANSP:${state === 'cancelled' ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ]
}

const hours = (given: number) => Math.max(1, Math.trunc(given))

const instant = (when: When): number => {
  const at = when instanceof Date ? when.getTime() : Date.parse(when.day)
  if (Number.isNaN(at)) throw new RangeError('an event has no date')
  return at
}

function whenLine(name: string, when: When, more: number): string {
  if (when instanceof Date) return `${name}:${moment(when)}`
  if (!/^\d{4}-\d\d-\d\d$/.test(when.day) || daysLater(when.day, 0) !== when.day)
    throw new RangeError(`${when.day} is not a day`)
  const day = daysLater(when.day, more)
  return `${name};VALUE=DATE:${day.replaceAll('-', '')}`
}

const moment = (date: Date): string => date.toISOString().replace(/[-:]|\.\d+/g, '')

// oxlint-disable-next-line no-control-regex -- controls are what this is about
const controls = /[\u0000-\u0008\u000B-\u001F\u007F]/g
const text = (value: string): string =>
  value
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

const parameter = (value: string): string => value.replace(/[^A-Za-z0-9-]/g, '')

const width = 75

function folded(line: string): string {
  if (line.length * 3 <= width) return line
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const letter of line) {
    const code = letter.codePointAt(0) ?? 0
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (bytes + size > width) {
      parts.push(part)
      // The blank that marks a continued line counts too.
      part = ''
      bytes = 1
    }
    part += letter
    bytes += size
  }
  parts.push(part)
  return parts.join('\r\n ')
}
