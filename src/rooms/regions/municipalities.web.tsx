import { z } from 'zod'
import { dayAt } from '../../lib/days.ts'
import { cleanText } from '../../lib/text/clean.ts'
import { squarePage, type Route } from '../../platform/http/routes.ts'
import { problems } from '../../platform/problems.ts'
import { findMunicipality, isCode, successorsOf } from './municipalities.sql.ts'
import { MunicipalityPage, SplitPage } from './municipalities.views.tsx'
import { paths } from './paths.ts'
import { suggestedPlaces } from './shipped-places.ts'

/** The page of a municipality, and the suggestions of the place field. */
export const municipalityRoutes: readonly Route[] = [
  squarePage(paths.municipality(':code'), {}, async (visit) => {
    const code = visit.param('code').toUpperCase()
    if (!isCode(code)) throw problems['not-found']()
    const day = dayAt(visit.now)
    const municipality = await visit.square((db) => findMunicipality(db, code, day))
    if (municipality) {
      if (visit.param('code') !== code.toLowerCase()) return visit.redirect(paths.municipality(code))
      return visit.html(<MunicipalityPage frame={visit.frame()} municipality={municipality} />)
    }
    const into = await visit.square((db) => successorsOf(db, code, day))
    const [only, ...others] = into
    if (!only) throw problems['not-found']()
    if (others.length === 0) return visit.redirect(paths.municipality(only.code))
    return visit.html(<SplitPage frame={visit.frame()} into={into} />)
  }),
  squarePage(
    paths.suggestions,
    { rate: 'searching', kind: 'file', input: z.object({ q: z.string().optional() }) },
    (visit) => {
      const typed = cleanText(visit.query('q') ?? '', { maxLength: 100 })
      const day = dayAt(visit.now)
      const suggestions = suggestedPlaces(typed, day).map((place) => ({
        value: place.name,
        label: place.via === 'name' || place.via === 'code' ? place.name : `${place.name} (${place.as})`,
      }))
      return visit.file(JSON.stringify(suggestions), 'application/json; charset=utf-8')
    },
  ),
]
