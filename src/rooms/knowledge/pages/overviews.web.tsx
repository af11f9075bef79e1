import { squarePage, type Route } from '../../../platform/http/routes.ts'
import { mostCompared, narrowedIn, overviews } from '../kinds/overviews.rules.ts'
import { listOccurring, listOverview, listTrainings } from './overviews.sql.ts'
import { ComparePage, OverviewPage } from './overviews.views.tsx'
import { knowledgePaths } from '../square.paths.ts'

/** A page per kind that people look through, and trainings side by side. */
export const overviewRoutes: readonly Route[] = [
  ...overviews.map((overview) =>
    squarePage(overview.path, {}, async (visit) => {
      const asked = visit.query('pagina') ?? '1'
      const page = /^[1-9]\d{0,2}$/.test(asked) ? Number(asked) : 1
      const narrowed = narrowedIn(overview, (word) => visit.query(word))
      const [rows, occurring] = await visit.square(async (db) => [
        await listOverview(db, overview, narrowed, page),
        await listOccurring(db, overview),
      ])
      return visit.html(<OverviewPage frame={visit.frame()} {...{ overview, narrowed, rows, occurring, page }} />)
    }),
  ),
  squarePage(knowledgePaths.compareTrainings, {}, async (visit) => {
    const chosen = [...new Set(visit.queries('opleiding').filter((slug) => /^[\w-]{1,200}$/.test(slug)))]
    const trainings = await visit.square((db) => listTrainings(db, chosen.slice(0, mostCompared)))
    return visit.html(
      <ComparePage frame={visit.frame()} trainings={trainings} tooMany={chosen.length > mostCompared} />,
    )
  }),
]
