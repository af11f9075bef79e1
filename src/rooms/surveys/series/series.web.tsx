import { may } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import type { Errors, FormInput } from '../../../lib/form-values.ts'
import { partnerOrganisations } from '../../accounts/public.ts'
import { endPanel } from './panel.actions.ts'
import { paths } from '../paths.ts'
import { changeSeries, hasOpened, startSeries } from './series.actions.ts'
import { ChangeForm, EndForm, inputOf, seriesOf, StartForm } from './series.forms.ts'
import { getSeries, listSeries } from './series.sql.ts'
import { EndPage, SeriesFormPage, SeriesListPage, SeriesPage } from './series.views.tsx'
import { listWaves } from '../waves/waves.sql.ts'

/** Researchers, and what their pages hold: organisations, never people. */
export const researching = { who: may('researcher'), rate: 'working', data: 'none' } as const

type Sent = { readonly input: FormInput; readonly errors: Errors }

async function showStart(visit: Visit, sent?: Sent) {
  const organisations = await visit.house((tx) => partnerOrganisations(tx))
  return visit.html(
    <SeriesFormPage
      frame={visit.frame()}
      series={null}
      organisations={organisations}
      fixed={false}
      pageKey={visit.newKey()}
      input={sent?.input ?? { sizes: '0 klein / small\n50 middelgroot / medium\n250 groot / large' }}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

async function showChange(visit: Visit, sent?: Sent) {
  const seen = await visit.house(async (tx) => {
    const series = await getSeries(tx, visit.param('reeks'))
    return { series, fixed: await hasOpened(tx, series.id) }
  })
  return visit.html(
    <SeriesFormPage
      frame={visit.frame()}
      {...seen}
      organisations={[]}
      pageKey={visit.newKey()}
      input={sent?.input ?? inputOf(seen.series)}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

async function showEnd(visit: Visit, sent?: Sent) {
  const series = await visit.house((tx) => getSeries(tx, visit.param('reeks')))
  return visit.html(
    <EndPage frame={visit.frame()} series={series} pageKey={visit.newKey()} errors={sent?.errors ?? {}} />,
    sent ? 422 : 200,
  )
}

export const seriesRoutes: readonly Route[] = [
  page(paths.list, researching, async (visit) => {
    const listed = await visit.house(async (tx) => {
      const found = []
      for (const series of await listSeries(tx)) found.push({ series, waves: await listWaves(tx, series.id) })
      return found
    })
    return visit.html(<SeriesListPage frame={visit.frame()} listed={listed} />)
  }),
  page(paths.start, researching, (visit) => showStart(visit)),
  action(paths.start, { ...researching, input: StartForm('nl') }, (visit) => {
    const form = visit.read(StartForm(visit.lang))
    if (!form.ok) return showStart(visit, form)
    const { organisation } = form.value
    return visit.act(
      (tx) =>
        startSeries(tx, visit.platform.vault, { ...seriesOf(form.value), organisation, by: visit.person() }, visit.now),
      paths.series,
    )
  }),
  page(paths.series(':reeks'), researching, async (visit) => {
    const seen = await visit.house(async (tx) => {
      const series = await getSeries(tx, visit.param('reeks'))
      return { series, waves: await listWaves(tx, series.id) }
    })
    return visit.html(<SeriesPage frame={visit.frame()} {...seen} />)
  }),
  page(paths.changeSeries(':reeks'), researching, (visit) => showChange(visit)),
  action(paths.changeSeries(':reeks'), { ...researching, input: ChangeForm('nl') }, (visit) => {
    const form = visit.read(ChangeForm(visit.lang))
    if (!form.ok) return showChange(visit, form)
    const slug = visit.param('reeks')
    return visit.act(
      (tx) => changeSeries(tx, slug, seriesOf(form.value), visit.now),
      () => paths.series(slug),
    )
  }),
  page(paths.endPanel(':reeks'), researching, (visit) => showEnd(visit)),
  action(paths.endPanel(':reeks'), { ...researching, input: EndForm('nl') }, (visit) => {
    const form = visit.read(EndForm(visit.lang))
    if (!form.ok) return showEnd(visit, form)
    const slug = visit.param('reeks')
    return visit.act(
      async (tx) => endPanel(tx, (await getSeries(tx, slug)).id, visit.person(), visit.now),
      () => paths.series(slug),
    )
  }),
]
