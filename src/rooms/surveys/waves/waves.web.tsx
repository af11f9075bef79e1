import { dayAt } from '../../../lib/days.ts'
import type { Errors, FormInput } from '../../../lib/form-values.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { listQuestionnaires, versionWith } from '../../questionnaires/public.ts'
import { analysisProgress } from '../analyses/analyses.sql.ts'
import { countMainQuestions } from '../plans/plans.sql.ts'
import { codedQuestionsOf, listCodingStandings } from '../coding/coding.sql.ts'
import { saidOf } from '../series/series.forms.ts'
import { paths } from '../paths.ts'
import { getSeries } from '../series/series.sql.ts'
import { researching } from '../series/series.web.tsx'
import { changeWave, startWave } from './waves.actions.ts'
import { ChangeWaveForm, StartWaveForm, waveInputOf } from './waves.forms.ts'
import { getWave, listEarlier, waveFacts } from './waves.sql.ts'
import { stepOf } from './waiting.sql.ts'
import { StartWavePage, WaveFormPage, WavePage } from './waves.views.tsx'
import { waveWords } from './waves.text.ts'

type Sent = { readonly input: FormInput; readonly errors: Errors }

/** The names in the address of a wave. */
export const waveOf = (visit: Visit): readonly [series: string, wave: string] => [
  visit.param('reeks'),
  visit.param('golf'),
]

/** The wave of the address. @throws Problem not-found */
export const waveIdOf = async (tx: Tx, visit: Visit): Promise<string> => (await getWave(tx, ...waveOf(visit))).wave.id

async function showStart(visit: Visit, sent?: Sent) {
  const series = await visit.house((tx) => getSeries(tx, visit.param('reeks')))
  const year = dayAt(visit.now).slice(0, 4)
  return visit.html(
    <StartWavePage
      frame={visit.frame()}
      series={series}
      pageKey={visit.newKey()}
      input={sent?.input ?? { year }}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

async function showChange(visit: Visit, sent?: Sent) {
  const seen = await visit.house(async (tx) => {
    const { series, wave } = await getWave(tx, ...waveOf(visit))
    const listed = (await listQuestionnaires(tx)).filter(({ archivedAt }) => archivedAt === null)
    const chosen = wave.version === null ? null : await versionWith(tx, wave.version)
    return { series, wave, listed, chosen }
  })
  return visit.html(
    <WaveFormPage
      frame={visit.frame()}
      {...seen}
      pageKey={visit.newKey()}
      input={sent?.input ?? waveInputOf(seen.wave)}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

export const waveRoutes: readonly Route[] = [
  page(paths.startWave(':reeks'), researching, (visit) => showStart(visit)),
  action(paths.startWave(':reeks'), { ...researching, input: StartWaveForm('nl') }, (visit) => {
    const form = visit.read(StartWaveForm(visit.lang))
    if (!form.ok) return showStart(visit, form)
    const { year, labelNl, labelEn } = form.value
    const series = visit.param('reeks')
    return visit.act(
      (tx) => startWave(tx, series, { year, label: saidOf(labelNl, labelEn), by: visit.person() }, visit.now),
      (wave) => paths.wave(series, wave),
    )
  }),
  page(paths.wave(':reeks', ':golf'), researching, async (visit) => {
    const seen = await visit.house(async (tx) => {
      const { series, wave } = await getWave(tx, ...waveOf(visit))
      const version = wave.version === null ? null : await versionWith(tx, wave.version)
      const facts = await waveFacts(tx, wave)
      return {
        series,
        wave,
        codings: version === null ? [] : await listCodingStandings(tx, wave.id, codedQuestionsOf(version.definition)),
        facts,
        step: await stepOf(tx, wave, facts, dayAt(visit.now)),
        earlier: (await listEarlier(tx, wave)).length,
        version,
        mainQuestions: await countMainQuestions(tx, wave.id),
        analysis:
          wave.state === 'cleaned' || wave.state === 'published' ? await analysisProgress(tx, wave.id) : undefined,
      }
    })
    return visit.html(<WavePage frame={visit.frame()} {...seen} today={dayAt(visit.now)} newKey={visit.newKey} />)
  }),
  page(paths.changeWave(':reeks', ':golf'), researching, (visit) => showChange(visit)),
  action(paths.changeWave(':reeks', ':golf'), { ...researching, input: ChangeWaveForm('nl') }, async (visit) => {
    const form = visit.read(ChangeWaveForm(visit.lang))
    if (!form.ok) return showChange(visit, form)
    const { labelNl, labelEn, version = null, opens = null, closes = null } = form.value
    const names = waveOf(visit)
    const offered = await visit.house(async (tx) => {
      const { wave } = await getWave(tx, ...names)
      if (version === null || version === wave.version) return true
      return (await listQuestionnaires(tx)).some((each) => each.version.id === version || each.fixed?.id === version)
    })
    if (!offered)
      return showChange(visit, { input: form.input, errors: { version: visit.words(waveWords).form.choose } })
    return visit.act(
      async (tx) => {
        const { wave } = await getWave(tx, ...names)
        await changeWave(tx, wave.id, { label: saidOf(labelNl, labelEn), version, opens, closes }, visit.now)
      },
      () => paths.wave(...names),
    )
  }),
]
