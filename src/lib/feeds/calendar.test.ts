import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../text/clean.ts'
import { writeCalendar, type Calendar, type CalendarEvent } from './calendar.ts'
import type { Harvest, HarvestedRecord } from './harvested.ts'
import { readCalendar } from './read-calendar.ts'
import { processorTime } from '../processor.testing.ts'

const now = new Date('2026-11-22T12:00:00Z')
const at = (time: string) => new Date(time)
const event: CalendarEvent = {
  uid: 'leerkring-7@plein.nl',
  sequence: 2,
  changed: at('2026-11-01T09:00:00Z'),
  title: 'Leerkring; kwaliteit, en meer',
  start: at('2026-12-03T12:00:00Z'),
  end: at('2026-12-03T14:00:00Z'),
  description: 'Eerst dit\nen dan \\ dat',
  place: 'Stadhuis, Deventer',
  subjects: ['leren, samen', 'kwaliteit'],
  link: 'https://plein.nl/agenda/7',
  state: 'confirmed',
}
const calendar: Calendar = {
  name: 'Agenda',
  product: '-//Plein//Agenda//NL',
  self: 'https://plein.nl/agenda.ics',
  page: 'https://plein.nl/agenda',
  language: 'nl',
  refreshHours: 1,
  events: [event],
}

const read = (text: string | Uint8Array) => readCalendar(text, { now })
const taken = (harvest: Harvest): readonly HarvestedRecord[] => {
  if (!harvest.ok) throw new Error(`${harvest.problem} ${harvest.detail}`)
  return harvest.records.map(({ record }) => record)
}
const told = (harvest: Harvest): string[] =>
  harvest.ok
    ? [
        ...harvest.refused.map(
          ({ reason, place, found }) => `refused ${reason} ${Object.values(place).join(':')} ${found}`,
        ),
        ...harvest.records
          .flatMap(({ remarks }) => remarks)
          .map(({ field, reason, place, found }) => `${field} ${reason} ${Object.values(place).join(':')} ${found}`),
      ]
    : [`${harvest.problem} ${Object.values(harvest.place).join(':')}`]
const wrap = (lines: string) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${lines}\r\nEND:VCALENDAR\r\n`
const one = (lines: string) => wrap(`BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:t\r\n${lines}\r\nEND:VEVENT`)

describe('writing a calendar', () => {
  it('writes an event', () => {
    const lines = writeCalendar(calendar).split('\r\n')
    expect(lines.slice(lines.indexOf('BEGIN:VEVENT'))).toEqual([
      'BEGIN:VEVENT',
      'UID:leerkring-7@plein.nl',
      'SEQUENCE:2',
      'DTSTAMP:20261101T090000Z',
      'LAST-MODIFIED:20261101T090000Z',
      'DTSTART:20261203T120000Z',
      'DTEND:20261203T140000Z',
      'SUMMARY:Leerkring\\; kwaliteit\\, en meer',
      'DESCRIPTION:Eerst dit\\nen dan \\\\ dat',
      'LOCATION:Stadhuis\\, Deventer',
      'CATEGORIES:leren\\, samen,kwaliteit',
      'URL;VALUE=URI:https://plein.nl/agenda/7',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('counts the last day of an event of days, as people do', () => {
    const days = { ...event, start: { day: '2026-12-03' }, end: { day: '2026-12-04' } }
    const text = writeCalendar({ ...calendar, events: [days] })
    expect(text).toContain('DTSTART;VALUE=DATE:20261203\r\nDTEND;VALUE=DATE:20261205\r\n')
    expect(taken(read(text))[0]).toMatchObject({ start: '2026-12-03', end: '2026-12-04' })
  })

  it('keeps a cancelled event, as cancelled', () => {
    const text = writeCalendar({ ...calendar, events: [{ ...event, state: 'cancelled' }] })
    expect(text).toContain('\r\nSTATUS:CANCELLED\r\n')
    expect(taken(read(text))[0]?.cancelled).toBe(true)
  })

  it('can be without events', () => {
    const text = writeCalendar({ ...calendar, events: [] })
    expect(text).toContain('BEGIN:VTIMEZONE')
    expect(taken(read(text))).toEqual([])
  })

  it.each<[string, Partial<CalendarEvent>]>([
    ['a link that runs', { link: 'javascript:x' }],
    ['an end before its start', { end: at('2026-12-03T11:00:00Z') }],
    ['a day with a time', { end: { day: '2026-12-03' } }],
    ['a day that does not exist', { start: { day: '2026-02-30' }, end: { day: '2026-03-30' } }],
    ['no uid', { uid: '' }],
    ['no date', { start: new Date(Number.NaN) }],
  ])('refuses %s', (_, change) => {
    expect(() => writeCalendar({ ...calendar, events: [{ ...event, ...change }] })).toThrow(RangeError)
  })

  it.each(['a', 'é', '€', '😀'])('fills lines of %s as far as 75 bytes, and no further', (letter) => {
    const size = new TextEncoder().encode(letter).length
    for (const before of ['', 'b', 'bc', 'bcd']) {
      const text = writeCalendar({ ...calendar, events: [{ ...event, title: before + letter.repeat(300) }] })
      const widths = text.split('\r\n').map((line) => new TextEncoder().encode(line).length)
      expect(Math.max(...widths)).toBeLessThanOrEqual(75)
      expect(Math.max(...widths)).toBeGreaterThan(75 - size)
    }
  })

  it('folds at 75 bytes, breaks no letter, and is read back as it was', () => {
    const any = fc.string({
      unit: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 1 }),
        fc.constantFrom(...'\\;,:"\r\n\t\0 aé€😀', '\\n', 'X:'),
      ),
      maxLength: 200,
    })
    fc.assert(
      fc.property(any, any, any, fc.array(any, { maxLength: 3 }), (title, description, place, subjects) => {
        const text = writeCalendar({
          ...calendar,
          events: [{ ...event, title: `t${title}`, description, place, subjects }],
        })
        for (const line of text.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]/)
          expect(line.isWellFormed()).toBe(true)
        }
        const [record] = taken(read(new TextEncoder().encode(text)))
        const clean = (value: string, multiline = false) =>
          cleanText(value.toWellFormed().replace(/\r\n?/g, '\n'), { multiline })
        expect(record).toMatchObject({
          sourceId: event.uid,
          title: clean(`t${title}`),
          start: '2026-12-03T12:00:00.000Z',
          end: '2026-12-03T14:00:00.000Z',
          changed: '2026-11-01T09:00:00.000Z',
          kind: 'event',
        })
        expect(record?.summary ?? '').toBe(clean(description, true))
        expect(record?.location ?? '').toBe(clean(place))
        expect(record?.subjects).toEqual(
          [...new Set(subjects.map((subject) => clean(subject)))].filter((subject) => subject !== ''),
        )
      }),
      { numRuns: 150 },
    )
  })
})

describe('reading the calendars of others', () => {
  it.each<[string, string, Partial<HarvestedRecord>]>([
    ['a time in UTC', 'DTSTART:20261203T120000Z', { start: '2026-12-03T12:00:00.000Z' }],
    ['a time of nowhere, read in Amsterdam', 'DTSTART:20260703T120000', { start: '2026-07-03T10:00:00.000Z' }],
    ['a time with a zone', 'DTSTART;TZID=America/New_York:20261203T120000', { start: '2026-12-03T17:00:00.000Z' }],
    [
      'a time with a long zone',
      'DTSTART;TZID=/x.org/2025/Europe/Amsterdam:20261203T120000',
      { start: '2026-12-03T11:00:00.000Z' },
    ],
    [
      'a time of Outlook',
      'DTSTART;TZID="W. Europe Standard Time":20261203T120000',
      { start: '2026-12-03T11:00:00.000Z' },
    ],
    ['a length', 'DTSTART:20261203T120000Z\r\nDURATION:P1DT1H30M', { end: '2026-12-04T13:30:00.000Z' }],
    ['one day', 'DTSTART;VALUE=DATE:20261203\r\nDTEND;VALUE=DATE:20261204', { start: '2026-12-03', end: '2026-12-03' }],
    [
      'folded lines',
      'DESCRIPTION:een lan\r\n ge tekst\\, met\r\n\t \\nregels',
      { summary: 'een lange tekst, met\nregels' },
    ],
    ['bare line ends', 'DESCRIPTION:a\n b\nLOCATION:c', { summary: 'ab', location: 'c' }],
    ['HTML beside the text', 'X-ALT-DESC;FMTTYPE=text/html:<p>x</p>', { body: { kind: 'html', value: '<p>x</p>' } }],
    [
      'an alarm inside',
      'LOCATION:a\r\nBEGIN:VALARM\r\nDESCRIPTION:piep\r\nSUMMARY:piep\r\nEND:VALARM',
      { title: 't', location: 'a' },
    ],
    ['a line that nobody reads and that is wrong', 'ATTENDEE;=;;x\r\nLOCATION:a', { location: 'a' }],
  ])('%s', (_, lines, record) => {
    const harvest = read(one(lines))
    expect(taken(harvest)).toMatchObject([record])
    expect(told(harvest)).toEqual([])
  })

  it.each<[string, string, string[]]>([
    [
      'no uid',
      wrap('BEGIN:VEVENT\r\nSUMMARY:t\r\nDTSTART:20261203T120000Z\r\nEND:VEVENT'),
      ['sourceId id-made 3 20261203T120000Z t', 'start'],
    ],
    ['the year 2037', one('DTSTART:20370101T000000Z'), ['start date-far-future 3 2037-01-01T00:00:00Z']],
    ['the year 9999', one('DTSTART:99990101T000000Z'), ['start date-implausible 3 9999-01-01T00:00:00Z']],
    ['the thirtieth of February', one('DTSTART:20260230T000000Z'), ['start date-unreadable 3 2026-02-30T00:00:00Z']],
    [
      'an end before its start',
      one('DTSTART:20261203T120000Z\r\nDTEND:20261203T110000Z'),
      ['end end-before-start 3 2026-12-03T12:00:00.000Z 2026-12-03T11:00:00.000Z'],
    ],
    ['a zone that is none', one('DTSTART;TZID=Mars:20261203T120000'), ['start time-zone-unknown 3 Mars']],
    ['what repeats', one('DTSTART:20261203T120000Z\r\nRRULE:FREQ=SECONDLY'), ['start repeats 3 FREQ=SECONDLY']],
    ['a link that runs', one('URL:javascript:alert(1)'), ['link link-refused 3 javascript:alert(1)']],
    ['a line without a value', one('DTSTART;X'), ['refused unreadable 3 t']],
    ['an event of a megabyte', one(`DESCRIPTION:${'x'.repeat(1_000_000)}`), ['refused unreadable 3 t']],
    [
      'one uid twice',
      wrap('BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:b\r\nEND:VEVENT'),
      ['refused twice 7 1'],
    ],
    ['something else', '<html>', ['not-a-calendar 1:1']],
    ['nothing', '', ['not-a-calendar 1:1']],
    ['half a calendar', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1', ['not-a-calendar 2:1']],
    ['crossed ends', wrap('BEGIN:VEVENT\r\nBEGIN:VALARM\r\nEND:VEVENT\r\nEND:VALARM'), ['not-a-calendar 5:1']],
    ['a hundred thousand deep', 'BEGIN:VCALENDAR\r\n'.repeat(100_000), ['not-a-calendar 21:1']],
  ])('says what is wrong: %s', (_, text, lines) => {
    const said = told(read(text))
    if (lines[1] === 'start') expect(said).toEqual(['sourceId id-made 3 2026-12-03T12:00:00Z t'])
    else expect(said).toEqual(lines)
  })

  it('keeps a changed day of a series apart from the series', () => {
    const text = wrap(
      'BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID:20261203T120000Z\r\nSUMMARY:b\r\nEND:VEVENT',
    )
    expect(taken(read(text)).map(({ sourceId }) => sourceId)).toEqual(['1', '1#2026-12-03T12:00:00Z'])
  })

  it('reads times of nowhere in the zone of the calendar', () => {
    expect(
      taken(
        read(
          wrap(
            'X-WR-TIMEZONE:Europe/London\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:a\r\nDTSTART:20261203T120000\r\nEND:VEVENT',
          ),
        ),
      )[0]?.start,
    ).toBe('2026-12-03T12:00:00.000Z')
  })

  it.each([
    ['forty thousand addresses', 'URL:a\r\n'.repeat(39_000)],
    ['a line of parameters', `DTSTART;${'A=B;'.repeat(40_000)}X=Y:20261203T120000Z`],
    ['quotes that never close', `CATEGORIES;A=${'"a'.repeat(60_000)}`],
    ['a line of backslashes', `CATEGORIES:${'\\'.repeat(150_000)}`],
    ['folds', `DESCRIPTION:a${'\r\n b'.repeat(190_000)}`],
  ])('does not take long over %s', (_, lines) => {
    const start = processorTime()
    read(one(lines))
    expect(processorTime() - start).toBeLessThan(2000)
  })

  it('never throws, and always ends, for any lines', () => {
    const part = fc.constantFrom(
      'BEGIN:VCALENDAR',
      'END:VCALENDAR',
      'BEGIN:VEVENT',
      'END:VEVENT',
      'UID:1',
      'SUMMARY',
      ':',
      ';',
      '=',
      '"',
      '\r\n',
      '\n ',
      'DTSTART',
      'RRULE:',
      'DURATION:P',
      'T',
      '\0',
      '\uD800',
      '__proto__',
      'CATEGORIES:a,b',
      'TZID',
    )
    const run = () =>
      fc.assert(
        fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
          read(`BEGIN:VCALENDAR\r\n${parts.join('')}`)
          read(one(parts.join('')))
        }),
        { numRuns: 500 },
      )
    expect(run).not.toThrow()
  })
})
