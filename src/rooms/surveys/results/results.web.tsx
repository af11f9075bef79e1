import { squareFile, squarePage, type Route } from '../../../platform/http/routes.ts'
import type { SquareVisit } from '../../../platform/http/visit.ts'
import { findFollowed } from '../interviews/followed.sql.ts'
import { FigurePage, PlanPage } from './method.views.tsx'
import { unknown } from '../problems.ts'
import { ReportPage } from './report.views.tsx'
import type { Version } from '../releases/releases.document.ts'
import { resultPaths as paths } from './results.paths.ts'
import { shownQuestions } from './results.rules.ts'
import { findFile, findRelease, listFiles, listReleases, type FoundRelease } from './results.sql.ts'
import { PollsPage, printedReport, ResultsPage, SeriesPage } from './results.views.tsx'

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/
const year = /^[12]\d{3}(-[2-9])?$/

async function released(visit: SquareVisit): Promise<FoundRelease> {
  const [series, wave] = [visit.param('series'), visit.param('wave')]
  const found =
    slug.test(series) && year.test(wave) ? await visit.square((db) => findRelease(db, series, wave)) : undefined
  if (found === undefined) throw unknown()
  return found
}

/** @throws Error when a release has no version: the door to the square writes one with every row. */
function versionsOf({ versions }: Pick<FoundRelease, 'versions'>): readonly [Version, ...Version[]] {
  const [newest, ...older] = versions
  if (newest === undefined) throw new Error('a release without a version')
  return [newest, ...older]
}

/** The public pages of polls. They read the square, and nothing else. */
export const resultRoutes: readonly Route[] = [
  squarePage(paths.polls, {}, async (visit) => {
    const all = await visit.square((db) => listReleases(db))
    const polls = [...Map.groupBy(all, ({ series }) => series).values()]
    return visit.html(<PollsPage frame={visit.frame()} polls={polls} />)
  }),
  squarePage(paths.series(':series'), {}, async (visit) => {
    const series = visit.param('series')
    const [newest, ...older] = slug.test(series) ? await visit.square((db) => listReleases(db, series)) : []
    if (newest === undefined) throw unknown()
    return visit.html(<SeriesPage frame={visit.frame()} waves={[newest, ...older]} />)
  }),
  squarePage(paths.wave(':series', ':wave'), {}, async (visit) => {
    const found = await released(visit)
    const files = await visit.square((db) => listFiles(db, found.id))
    const followed = await visit.square((db) => findFollowed(db, found.series, found.wave))
    return visit.html(
      <ResultsPage
        frame={visit.frame()}
        released={found.document}
        versions={versionsOf(found)}
        files={files}
        followed={followed}
      />,
    )
  }),
  squarePage('/peilingen/:series/:wave/cijfers/:question', {}, async (visit) => {
    const found = await released(visit)
    const question = shownQuestions(found.document.findings).find(({ key }) => key === visit.param('question'))
    if (question === undefined) throw unknown()
    return visit.html(<FigurePage frame={visit.frame()} released={found.document} question={question} />)
  }),
  squarePage(paths.plan(':series', ':wave'), {}, async (visit) => {
    const found = await released(visit)
    return visit.html(<PlanPage frame={visit.frame()} released={found.document} />)
  }),
  squarePage(paths.report(':series', ':wave'), {}, async (visit) => {
    const found = await released(visit)
    const files = await visit.square((db) => listFiles(db, found.id))
    const versions = versionsOf(found)
    return visit.html(
      <ReportPage
        frame={visit.frame()}
        pdf={printedReport(files, found.document, versions[0], visit.lang)}
        released={found.document}
        versions={versions}
      />,
    )
  }),
  squareFile(paths.file(':series', ':wave', ':number', ':file'), { rate: 'heavy' }, async (visit) => {
    const number = visit.param('number')
    if (!/^[1-9]\d{0,5}$/.test(number)) throw unknown()
    const found = await visit.square((db) =>
      findFile(db, visit.param('series'), visit.param('wave'), Number(number), visit.param('file')),
    )
    if (found === undefined) throw unknown()
    return { type: found.type, version: found.sha256, bytes: new Uint8Array(found.content) }
  }),
]
