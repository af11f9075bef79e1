import { squarePage, type Route } from '../../platform/http/routes.ts'
import { mostCompared, overviews } from './overviews.rules.ts'
import { listOverview, listTrainings } from './overviews.sql.ts'
import { ComparePage, OverviewPage } from './overviews.views.tsx'
import { knowledgePaths } from './square.paths.ts'

/** A page per kind that people look through, and trainings side by side. */
export const overviewRoutes: readonly Route[] = [
  ...overviews.map((overview) =>
    squarePage(overview.path, {}, async (visit) => {
      const asked = visit.query('pagina') ?? '1'
      const page = /^[1-9]\d{0,2}$/.test(asked) ? Number(asked) : 1
      const rows = await visit.square((db) => listOverview(db, overview, page))
      return visit.html(<OverviewPage frame={visit.frame()} overview={overview} rows={rows} page={page} />)
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
