/** A date as a document states it: as precise as it was written, and in its own words. */
export type StatedDate = { readonly iso: string; readonly precision: 'day' | 'month' | 'year'; readonly words: string }

const months: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['maart', 'march', 'mrt', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augustus', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]
const anyMonth = months.flat().join('|')
const lead =
  /^(?:(?:gepubliceerd|geplaatst|publicatiedatum|laatst (?:gewijzigd|bijgewerkt|aangepast)|bijgewerkt|datum|verschenen|published|posted|last updated|updated|date)(?:\s(?:op|on|in))?\s?:?\s|(?:ma|di|wo|do|vr|za|zo)[a-z]{0,8}dag\s|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)+/i
const worded = new RegExp(`^(?:(\\d{1,2})(?:e|st|nd|rd|th)?\\s)?(${anyMonth})\\.?\\s((?:19|20)\\d{2})$`, 'i')
const wordedFirst = new RegExp(`^(${anyMonth})\\s(\\d{1,2})(?:st|nd|rd|th)?,\\s((?:19|20)\\d{2})$`, 'i')
const dutchDigits = /^(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d{2})$/
const isoDate = /^((?:19|20)\d{2})-(\d{2})(?:-(\d{2}))?(?:T.*)?$/

/**
 * Reads a line that states a date and nothing else, such as "Gepubliceerd op 12 februari 2024". Dates inside sentences are
 * about other things and are not read.
 * @returns null when the line is something else, or no day of the calendar.
 */
export function readDateLine(line: string): StatedDate | null {
  const trimmed = line.trim().replace(/\s+/g, ' ')
  if (trimmed.length > 60) return null
  const labelled = lead.test(trimmed)
  const words = trimmed
    .replace(lead, '')
    .replace(/(?:,\s|\s[-–|]\s|\som\s|\s)\d{1,2}[:.]\d{2}(?:\suur)?$/, '')
    .trim()
  const day = worded.exec(words)
  if (day !== null) return dated(day[3], monthOf(day[2]), day[1], words)
  const english = wordedFirst.exec(words)
  if (english !== null) return dated(english[3], monthOf(english[1]), english[2], words)
  const digits = dutchDigits.exec(words)
  if (digits !== null) return dated(digits[3], Number(digits[2]), digits[1], words)
  const iso = isoDate.exec(words)
  if (iso !== null) return dated(iso[1], Number(iso[2]), iso[3], words)
  return labelled && /^(?:19|20)\d{2}$/.test(words) ? { iso: words, precision: 'year', words } : null
}

const monthOf = (name: string | undefined) =>
  months.findIndex((names) => names.includes((name ?? '').toLowerCase())) + 1

function dated(year: string | undefined, month: number, day: string | undefined, words: string): StatedDate | null {
  if (year === undefined || month < 1 || month > 12) return null
  const yearMonth = `${year}-${String(month).padStart(2, '0')}`
  if (day === undefined) return { iso: yearMonth, precision: 'month', words }
  const days = new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
  if (Number(day) < 1 || Number(day) > days) return null
  return { iso: `${yearMonth}-${day.padStart(2, '0')}`, precision: 'day', words }
}
