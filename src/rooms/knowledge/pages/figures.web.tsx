import { squarePage, type Route } from '../../../platform/http/routes.ts'
import { countStandings } from './figures.sql.ts'
import { FiguresPage } from './figures.views.tsx'
import { knowledgePaths } from '../square.paths.ts'

/** What the square says of itself in figures. */
export const figureRoutes: readonly Route[] = [
  squarePage(knowledgePaths.figures, {}, async (visit) =>
    visit.html(<FiguresPage frame={visit.frame()} items={await visit.square(countStandings)} />),
  ),
]
