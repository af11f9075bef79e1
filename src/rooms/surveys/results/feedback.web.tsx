import { sql } from 'kysely'
import { linkFor } from '../../../platform/http/access.ts'
import { page, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { FeedbackPage } from './feedback.views.tsx'
import { openFilling } from '../filling/filling.actions.ts'
import { fillingPaths as paths } from '../filling/filling.paths.ts'
import { unknown } from '../problems.ts'
import { findRelease } from './results.sql.ts'
import '../tables.ts'

async function showFeedback(visit: Visit): Promise<Response> {
  const { sheet, place } = await visit.house(async (tx) => ({
    sheet: (await openFilling(tx, visit.platform.vault, visit.subject())).sheet,
    place: await tx
      .selectFrom('surveys_waves as w')
      .innerJoin('surveys_series as s', 's.id', 'w.series_id')
      .select(['s.slug as series', 'w.slug as wave'])
      .where('w.id', '=', sql<string>`(select house.surveys_linked_wave())`)
      .executeTakeFirst(),
  }))
  if (place === undefined || sheet.sentAt === null) throw unknown()
  const found = await visit.square((db) => findRelease(db, place.series, place.wave))
  return visit.html(<FeedbackPage frame={visit.frame()} released={found?.document ?? null} answers={sheet.answers} />)
}

/** Behind the own link of an organisation, and behind the link to its answers that it had mailed. */
export const feedbackRoutes: readonly Route[] = [
  page(paths.feedback(':link'), { who: linkFor('sheet'), rate: 'reading', data: 'personal' }, showFeedback),
  page(paths.ownFeedback(':link'), { who: linkFor('sheet-copy'), rate: 'reading', data: 'personal' }, showFeedback),
]
