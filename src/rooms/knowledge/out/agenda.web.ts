import { writeCalendar, type CalendarEvent } from '../../../lib/feeds/calendar.ts'
import { squarePage, type Route } from '../../../platform/http/routes.ts'
import type { SquareVisit } from '../../../platform/http/visit.ts'
import { problems } from '../../../platform/problems.ts'
import { findTermBySlug, labelOf } from '../../terms/public.ts'
import { feedWords } from './feeds.text.ts'
import { outPaths } from './out.paths.ts'
import { gathering } from './out.rules.ts'
import { findOut, listEvents, lastChange, type OutItem } from './out.sql.ts'
import { knowledgePaths } from '../square.paths.ts'

const words = feedWords.nl
const mostEvents = 1_000

function eventOf(item: OutItem, origin: string): CalendarEvent | null {
  const when = gathering(item.details)
  if (when === null) return null
  return {
    uid: `urn:uuid:${item.id}`,
    sequence: item.version,
    changed: item.recorded_at,
    title: item.title,
    start: { day: when.start },
    ...(when.end !== undefined && { end: { day: when.end } }),
    description: item.summary,
    ...(when.place !== undefined && { place: when.place }),
    subjects: item.themes.map((id) => labelOf(id, item.lang)),
    link: `${origin}${knowledgePaths.item(item.slug)}`,
    state: 'confirmed',
  }
}

function calendar(
  visit: SquareVisit,
  name: string,
  self: string,
  page: string,
  items: readonly OutItem[],
  changed: Date,
) {
  const { origin } = visit.platform
  const body = writeCalendar({
    name,
    product: '-//Ervaringsplein//Agenda//NL',
    self: `${origin}${self}`,
    page: `${origin}${page}`,
    language: 'nl',
    refreshHours: 12,
    events: items.flatMap((item) => eventOf(item, origin) ?? []),
  })
  return visit.file(body, 'text/calendar; charset=utf-8', changed)
}

/** Events as a calendar that can be subscribed to: all of them, of one theme, and one alone. */
export const agendaRoutes: readonly Route[] = [
  squarePage(outPaths.calendar, { kind: 'file' }, async (visit) => {
    const { items, changed } = await eventsOf(visit, {})
    return calendar(visit, words.agenda, outPaths.calendar, '/', items, changed)
  }),
  squarePage('/agenda/:file', { kind: 'file' }, async (visit) => {
    const [, slug = ''] = /^([\w-]{1,80})\.ics$/.exec(visit.param('file')) ?? []
    const term = findTermBySlug(slug)
    if (term?.scheme !== 'theme') throw problems['not-found']()
    const { items, changed } = await eventsOf(visit, { theme: term.id })
    const name = words.agendaAbout(labelOf(term.id, 'nl'))
    return calendar(visit, name, outPaths.themeCalendar(slug), outPaths.feeds, items, changed)
  }),
  squarePage('/kennis/:slug/agenda.ics', { kind: 'file' }, async (visit) => {
    const slug = visit.param('slug')
    const item = /^[\w-]{1,200}$/.test(slug) ? await visit.square((db) => findOut(db, slug, 'event')) : undefined
    if (item === undefined || gathering(item.details) === null) throw problems['not-found']()
    return calendar(
      visit,
      item.title,
      outPaths.eventCalendar(slug),
      knowledgePaths.item(slug),
      [item],
      item.recorded_at,
    )
  }),
]

const eventsOf = (visit: SquareVisit, filter: { theme?: string }) =>
  visit.square(async (db) => ({
    items: await listEvents(db, filter, mostEvents),
    changed: await lastChange(db),
  }))
