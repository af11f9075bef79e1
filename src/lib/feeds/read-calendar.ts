import { daysLater } from '../days.ts'
import ICAL from 'ical.js'
import { decodeBytes } from '../xml/charset.ts'
import { isZone, readDate } from './dates.ts'
import { gather, shown, type Found } from './gather.ts'
import { defaultSize, defaultZone, type Harvest, type ReadingOptions, type Refusal, type Remark } from './harvested.ts'
import { wronglyStated } from './read-feed.ts'

type Line = { readonly text: string; readonly line: number }
type Block = { readonly line: number; readonly lines: readonly string[] }

/** One property as ical.js gives it: name, parameters, type, values. */
type Property = readonly [string, Readonly<Record<string, string | string[]>>, string, ...unknown[]]

const most = { lines: 2_000_000, event: 200_000, nested: 20 } as const

/**
 * Reads the events of an iCalendar file (RFC 5545), each for itself: one that cannot be read is refused with its line, the others
 * are taken. Times are given in UTC; of an event that repeats, the first time, with a remark. Alarms, tasks and free/busy
 * times are left out.
 */
export function readCalendar(source: Uint8Array | string, options: ReadingOptions): Harvest {
  const stop = (
    problem: 'too-large' | 'charset-unknown' | 'charset-wrong' | 'not-a-calendar',
    line: number,
    detail: string,
    column = 1,
  ): Harvest => ({
    ok: false,
    problem,
    place: { line, column },
    detail,
  })
  const size = options.size ?? defaultSize
  if (source.length > size) return stop('too-large', 1, String(size))
  const bytes = typeof source === 'string' ? null : decodeBytes(source, options.contentType)
  if (bytes && !bytes.ok) return stop(bytes.problem, bytes.line, bytes.detail, bytes.column)
  const text = bytes ? bytes.text : typeof source === 'string' ? source.replace(/^\uFEFF/, '') : ''

  const lines = unfolded(text)
  const first = lines.find((line) => line.text.trim() !== '')
  if (first === undefined || !/^BEGIN:VCALENDAR\s*$/i.test(first.text))
    return stop('not-a-calendar', first?.line ?? 1, shown(first?.text ?? ''))
  const { events, calendar, open } = blocksOf(lines)
  if (open !== null) return stop('not-a-calendar', open.line, shown(open.text))

  const zone =
    zoneOf(valueOf(calendar, 'X-WR-TIMEZONE') ?? valueOf(calendar, 'TIMEZONE-ID') ?? '') ??
    options.timeZone ??
    defaultZone
  const refused: Refusal[] = []
  const found: Found[] = []
  for (const event of events) {
    const read = readEvent(event, zone)
    if (read === null)
      refused.push({
        place: { line: event.line },
        reason: 'unreadable',
        found: shown(valueOf(event.lines, 'SUMMARY') ?? ''),
      })
    else found.push(read)
  }
  const gathered = gather(found, { ...options, timeZone: zone })
  const title = shown(valueOf(calendar, 'NAME') ?? valueOf(calendar, 'X-WR-CALNAME') ?? '')
  return {
    ok: true,
    format: 'calendar',
    ...(title === '' ? {} : { title: unescaped(title) }),
    records: gathered.records,
    refused: [...refused, ...gathered.refused].sort((a, b) => lineOf(a) - lineOf(b)),
    remarks: wronglyStated(bytes?.ok ? bytes.statedWrongly : undefined),
  }
}

const lineOf = (refusal: Refusal) => ('line' in refusal.place ? refusal.place.line : 0)
const unescaped = (value: string) => value.replace(/\\([\\;,])/g, '$1').replace(/\\n/gi, ' ')

/** The lines as they were before they were folded, each with the number of its first part. */
function unfolded(text: string): Line[] {
  const lines: { text: string; line: number }[] = []
  let number = 0
  let parts: string[] = []
  const close = () => {
    const last = lines.at(-1)
    if (last && parts.length > 0) last.text += parts.join('')
    parts = []
  }
  for (const raw of text.split(/\r\n|\n|\r/, most.lines)) {
    number += 1
    if ((raw.startsWith(' ') || raw.startsWith('\t')) && lines.length > 0) parts.push(raw.slice(1))
    else if (raw !== '') {
      close()
      lines.push({ text: raw, line: number })
    }
  }
  close()
  return lines
}

type Blocks = { readonly events: readonly Block[]; readonly calendar: readonly string[]; readonly open: Line | null }

function blocksOf(lines: readonly Line[]): Blocks {
  const events: Block[] = []
  const calendar: string[] = []
  const open: { name: string; at: Line }[] = []
  let event: { line: number; lines: string[] } | null = null
  for (const at of lines) {
    const mark = /^(BEGIN|END):([A-Za-z0-9-]{1,40})\s*$/i.exec(at.text)
    const name = mark?.[2]?.toUpperCase() ?? ''
    if (mark?.[1]?.toUpperCase() === 'BEGIN') {
      if (open.length >= most.nested) return { events, calendar, open: at }
      open.push({ name, at })
      if (name === 'VEVENT' && event === null) event = { line: at.line, lines: [] }
    } else if (mark) {
      if (open.pop()?.name !== name) return { events, calendar, open: at }
      if (name === 'VEVENT' && event !== null && !open.some((each) => each.name === 'VEVENT')) {
        events.push(event)
        event = null
      }
    } else if (open.at(-1)?.name === 'VEVENT') event?.lines.push(at.text)
    else if (open.length === 1) calendar.push(at.text)
  }
  return { events, calendar, open: open.at(-1)?.at ?? null }
}

const valueOf = (lines: readonly string[], name: string): string | undefined => {
  const line = lines.find(
    (each) => /^[;:]/.test(each.charAt(name.length)) && each.slice(0, name.length).toUpperCase() === name,
  )
  return line?.slice(line.indexOf(':') + 1)
}

function propertiesOf(lines: readonly string[]): Map<string, Property> | null {
  if (lines.reduce((sum, line) => sum + line.length, 0) > most.event) return null
  const all = new Map<string, Property>()
  for (const line of lines) {
    if (!wanted.test(line)) continue
    let property: Property
    try {
      property = ICAL.parse.property(line) as Property
    } catch {
      return null
    }
    const name = property[0].toUpperCase()
    // Each of these may stand once; of a thousand the first counts.
    if (!all.has(name)) all.set(name, property)
  }
  return all
}

// What is not used is not read either: it cannot be wrong.
const wanted =
  /^(?:UID|RECURRENCE-ID|SUMMARY|DESCRIPTION|X-ALT-DESC|LOCATION|URL|STATUS|DTSTART|DTEND|DURATION|CREATED|LAST-MODIFIED)[;:]/i

function readEvent(event: Block, zone: string): Found | null {
  const all = propertiesOf(event.lines)
  if (all === null) return null
  const remarks: Remark[] = []
  const place = { line: event.line }
  const one = (name: string) => all.get(name)
  const value = (name: string): string | undefined => {
    const found = one(name)?.[3]
    return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined
  }
  const when = (
    name: 'DTSTART' | 'DTEND' | 'CREATED' | 'LAST-MODIFIED' | 'RECURRENCE-ID',
    field: Remark['field'],
  ): string | undefined => {
    const written = value(name)
    const stated = one(name)?.[1]['tzid']
    if (written === undefined || typeof stated !== 'string' || written.endsWith('Z')) return written
    const own = zoneOf(stated)
    if (own === null) remarks.push({ place, field, reason: 'time-zone-unknown', found: shown(stated) })
    return readDate(written, own ?? zone) ?? written
  }
  const start = when('DTSTART', 'start')
  const end = when('DTEND', 'end') ?? endAfter(start, value('DURATION'), zone)
  const rule = valueOf(event.lines, 'RRULE') ?? valueOf(event.lines, 'RDATE')
  if (rule !== undefined) remarks.push({ place, field: 'start', reason: 'repeats', found: shown(rule) })
  const name = value('UID')?.trim()
  const again = when('RECURRENCE-ID', 'sourceId')
  const title = value('SUMMARY')
  const html = one('X-ALT-DESC')
  return {
    place,
    sourceId: name && again !== undefined ? `${name}#${again}` : name,
    // Without a name: the same event at the same time gets the same one at the next harvest.
    otherName: start === undefined && title === undefined ? undefined : `${start ?? ''} ${title ?? ''}`,
    title: title === undefined ? undefined : { kind: 'text', value: title },
    summary: value('DESCRIPTION') === undefined ? undefined : { kind: 'text', value: value('DESCRIPTION') ?? '' },
    body:
      html && String(html[1]['fmttype'] ?? '').toLowerCase() === 'text/html'
        ? { kind: 'html', value: String(html[3]) }
        : undefined,
    link: value('URL'),
    published: when('CREATED', 'published'),
    changed: when('LAST-MODIFIED', 'changed'),
    subjects: event.lines.flatMap(categoriesIn),
    kind: 'event',
    location: value('LOCATION'),
    start,
    end:
      end !== undefined && isDay(end) && start !== undefined && isDay(start) && end > start ? daysLater(end, -1) : end,
    cancelled: value('STATUS')?.trim().toUpperCase() === 'CANCELLED',
    remarks,
  }
}

// ical.js takes the comma behind an escaped backslash for an escaped comma.
function categoriesIn(line: string): string[] {
  const value = /^CATEGORIES(?:;(?:[^":]|"[^"]*")*)?:(.*)$/is.exec(line)?.[1]
  return (value?.match(/(?:\\.|[^\\,])+/gs) ?? []).map((each) =>
    each.replace(/\\(.)/gs, (_, letter: string) => (letter.toLowerCase() === 'n' ? '\n' : letter)),
  )
}

const isDay = (written: string) => /^\d{4}-\d\d-\d\d$/.test(written) && readDate(written, 'UTC') !== null

const lengthShape = /^P(?:(\d{1,4})W|(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?)$/

function endAfter(start: string | undefined, length: string | undefined, zone: string): string | undefined {
  const parts = lengthShape.exec(length?.trim().replace(/^\+/, '') ?? '')
  const from = start === undefined ? null : readDate(start, zone)
  if (!parts || from === null) return undefined
  const [weeks, days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0))
  const ms =
    (((((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000
  const end = new Date(Date.parse(from) + ms).toISOString()
  return isDay(from) ? end.slice(0, 10) : end
}

// Outlook names zones in its own way; these are the ones of our neighbours (CLDR, windowsZones).
const outlook: Readonly<Record<string, string>> = {
  'w. europe standard time': 'Europe/Berlin',
  'romance standard time': 'Europe/Paris',
  'central europe standard time': 'Europe/Budapest',
  'central european standard time': 'Europe/Warsaw',
  'gmt standard time': 'Europe/London',
  'greenwich standard time': 'Atlantic/Reykjavik',
  utc: 'UTC',
}

const regional =
  /(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Etc|Europe|Indian|Pacific)\/[A-Za-z_/+\d-]{2,40}$/

/** A zone as the runtime knows it: its own name, the end of a longer one (`/x.org/Europe/Amsterdam`), or that of Outlook. */
function zoneOf(stated: string): string | null {
  const clean = stated.trim().slice(0, 120)
  const named = outlook[clean.toLowerCase()] ?? regional.exec(clean)?.[0] ?? clean
  return named !== '' && isZone(named) ? named : null
}
