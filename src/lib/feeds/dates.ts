import type { StatedDate } from './harvested.ts'

type Parts = { year: number; month: number; day: number; hour: number; minute: number; second: number; ms: number }

const iso =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?([Zz]|[+-]\d\d(?::?\d\d)?)?)?)?)?$/
const compact = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$/
const rfc822 =
  /^(?:[A-Za-z]{2,9}\.?,?\s+)?(\d{1,2})\s+([A-Za-z]{3})[A-Za-z]{0,6}\.?\s+(\d{2}|\d{4})(?:\s+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s*([A-Za-z]{1,5}|[+-]\d{4}))?)?$/
const dutch = /^(\d{1,2})-(\d{1,2})-(\d{4})(?: (\d{1,2}):(\d\d))?$/
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
// RFC 822 names these; every other letter zone means that the sender did not know (RFC 2822, 4.3).
const namedZones: Readonly<Record<string, number>> = {
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
  bst: 60,
}

/**
 * Reads a date of Atom, RSS (RFC 822, with years of two digits), Dublin Core, JSON-LD, iCalendar or a Dutch spreadsheet
 * (`31-12-2026`).
 * @param zone of times without an offset.
 * @returns the date as precise as it was written, or null when it is none that exists in the calendar.
 */
export function readDate(text: string, zone: string): StatedDate | null {
  const written = text.trim().slice(0, 64)
  const found = iso.exec(written)
  if (found) {
    const [, year = '', month, day, hour, minute, second, fraction, offset] = found
    if (month === undefined) return year
    if (day === undefined) return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month}` : null
    return whenWritten(
      [year, month, day, hour, minute, second],
      Number((fraction ?? '0').padEnd(3, '0').slice(0, 3)),
      offset === undefined ? null : offsetOf(offset),
      zone,
    )
  }
  const short = compact.exec(written)
  if (short) {
    const [, year, month, day, hour, minute, second, utc] = short
    return whenWritten([year, month, day, hour, minute, second], 0, utc ? 0 : null, zone)
  }
  const mail = rfc822.exec(written)
  if (mail) {
    const [, day, name = '', shortOrLong = '', hour, minute, second, offset] = mail
    const month = months.indexOf(name.toLowerCase()) + 1
    const year =
      shortOrLong.length === 4 ? shortOrLong : String(Number(shortOrLong) + (Number(shortOrLong) < 70 ? 2000 : 1900))
    const minutes =
      offset === undefined ? 0 : /^[+-]/.test(offset) ? offsetOf(offset) : (namedZones[offset.toLowerCase()] ?? 0)
    return month === 0 ? null : whenWritten([year, String(month), day, hour, minute, second], 0, minutes, zone)
  }
  const sheet = dutch.exec(written)
  if (sheet) return whenWritten([sheet[3], sheet[2], sheet[1], sheet[4], sheet[5], undefined], 0, null, zone)
  return null
}

function offsetOf(offset: string): number {
  if (/^z$/i.test(offset)) return 0
  const hours = Number(offset.slice(1, 3))
  const minutes = Number(offset.slice(3).replace(':', '') || 0)
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

function whenWritten(
  found: readonly (string | undefined)[],
  ms: number,
  offset: number | null,
  zone: string,
): StatedDate | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.map((part) => Number(part ?? 0))
  const last = new Date(Date.UTC(2000, month, 0)).getUTCDate()
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (month < 1 || month > 12 || day < 1 || day > (month === 2 && !leap ? 28 : last)) return null
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null
  const two = (part: number) => String(part).padStart(2, '0')
  if (found[3] === undefined) return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  const parts = { year, month, day, hour, minute, second: Math.min(second, 59), ms }
  const moment = offset === null ? momentIn(zone, parts) : asUtc(parts) - offset * 60_000
  return new Date(moment).toISOString()
}

function asUtc({ year, month, day, hour, minute, second, ms }: Parts): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.setUTCHours(hour, minute, second, ms)
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Whether the runtime knows a zone by this name. */
export function isZone(zone: string): boolean {
  return zone.length < 64 && formatterOf(zone) !== null
}

function formatterOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(timeZone)
  if (known) return known
  try {
    const made = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      era: 'short',
    })
    // Names come from outside; the runtime knows some six hundred of them, in any mixture of capitals.
    if (formatters.size < 1000) formatters.set(timeZone, made)
    return made
  } catch {
    return null
  }
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function ahead(zone: string, moment: number): number {
  const parts = Object.fromEntries(
    (formatterOf(zone) ?? formatterOf('UTC'))?.formatToParts(moment).map((part) => [part.type, part.value]) ?? [],
  )
  const number = (name: string) => Number(parts[name])
  const year = parts['era']?.startsWith('B') ? 1 - number('year') : number('year')
  const shown = {
    year,
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
    ms: 0,
  }
  return asUtc(shown) - Math.floor(moment / 1000) * 1000
}

// A time that the clock skips is read as if it had not yet been put forward; of a time that comes twice, the first counts.
function momentIn(zone: string, parts: Parts): number {
  const wall = asUtc(parts)
  const day = 86_400_000
  const before = wall - ahead(zone, wall - day)
  const after = wall - ahead(zone, wall + day)
  const candidates = [before, after].filter((moment) => moment + ahead(zone, moment) === wall)
  return candidates.length > 0 ? Math.min(...candidates) : before
}

/** The first moment of a date, for comparing. */
export const firstMoment = (date: StatedDate): number =>
  Date.parse(date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date)
