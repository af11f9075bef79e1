import { dayAt } from '../../../lib/days.ts'
import { z } from 'zod'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { problems as platform } from '../../../platform/problems.ts'
import { versionWith } from '../../questionnaires/public.ts'
import { askAnalysis } from '../analyses/analyses.actions.ts'
import { readInviting } from '../invitations/invitations.actions.ts'
import { AskMovePage } from './moves.views.tsx'
import { paths } from '../paths.ts'
import { countMainQuestions } from '../plans/plans.sql.ts'
import { problems } from '../problems.ts'
import { researching } from '../series/series.web.tsx'
import { moveWave } from './waves.actions.ts'
import { MoveForm } from './waves.forms.ts'
import { getWave, waveFacts } from './waves.sql.ts'
import { waveOf } from './waves.web.tsx'

const Press = z.strictObject({})

async function ask(visit: Visit, to: 'open' | 'closed'): Promise<Response> {
  const seen = await visit.house(async (tx) => {
    const { series, wave } = await getWave(tx, ...waveOf(visit))
    return {
      series,
      wave,
      facts: await waveFacts(tx, wave),
      inviting: await readInviting(tx, wave.id),
      version: wave.version === null ? null : await versionWith(tx, wave.version),
      mainQuestions: await countMainQuestions(tx, wave.id),
    }
  })
  return visit.html(
    <AskMovePage frame={visit.frame()} {...seen} to={to} today={dayAt(visit.now)} pageKey={visit.newKey()} />,
  )
}

/** The steps of a wave: what opening and closing mean is asked on a page of its own; reckoning can be asked for again. */
export const moveRoutes: readonly Route[] = [
  page(paths.opening(':reeks', ':golf'), researching, (visit) => ask(visit, 'open')),
  page(paths.closing(':reeks', ':golf'), researching, (visit) => ask(visit, 'closed')),
  action(paths.moveWave(':reeks', ':golf'), { ...researching, input: MoveForm }, (visit) => {
    const form = visit.read(MoveForm)
    if (!form.ok) throw platform['unknown-form']()
    const names = waveOf(visit)
    return visit.act(
      async (tx) => {
        const { wave } = await getWave(tx, ...names)
        await moveWave(tx, wave.id, form.value.to, { doing: 'researcher', person: visit.person() }, visit.now)
      },
      () => paths.wave(...names),
    )
  }),
  action(paths.reckon(':reeks', ':golf'), { ...researching, input: Press }, (visit) => {
    const names = waveOf(visit)
    return visit.act(
      async (tx) => {
        const { wave } = await getWave(tx, ...names)
        if (wave.state !== 'cleaned' && wave.state !== 'published') throw problems['no-such-move']()
        await askAnalysis(tx, wave.id, visit.person(), visit.now)
      },
      () => paths.wave(...names),
    )
  }),
]
