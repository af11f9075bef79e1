import { z } from 'zod'
import type { Errors, FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { lines, optional } from '../../../platform/forms.ts'
import { may } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../../platform/http/visit.ts'
import { decideDouble, listDoubles, readDouble } from './doubles.actions.ts'
import { doublesText } from './doubles.text.ts'
import { DoublePage } from './doubles.views.tsx'
import { readInviting } from './invitations.actions.ts'
import { invitationPaths as paths } from './invitations.paths.ts'
import { getWave } from '../waves/waves.sql.ts'
import { waveIdOf, waveOf } from '../waves/waves.web.tsx'

const DecisionForm = (lang: Lang) => {
  const text = doublesText[lang]
  return z
    .object({
      rule: z.enum(['latest', 'merge'], text.choose),
      reason: optional(lines({ max: 1000 }, { empty: text.reasonLong, long: text.reasonLong })),
    })
    .catchall(z.string())
}

async function show(visit: Visit, wanted: string | null, failed: { input: FormInput; errors: Errors } | null = null) {
  const seen = await visit.house(async (tx) => {
    const { series, wave } = await getWave(tx, ...waveOf(visit))
    const { doubles: declared, toDecide } = await readInviting(tx, wave.id)
    const waiting = toDecide === null ? [] : await listDoubles(tx, wave.id)
    const at = waiting.find((each) => each === wanted) ?? waiting[0] ?? null
    const double = at === null ? null : await readDouble(tx, visit.platform.vault, wave.id, at)
    return { series, wave, declared, double, left: waiting.filter((each) => each !== at).length }
  })
  return visit.html(
    <DoublePage
      frame={visit.frame()}
      {...seen}
      input={failed?.input ?? {}}
      errors={failed?.errors ?? {}}
      done={visit.query('gedaan') !== null}
      newKey={visit.newKey()}
    />,
    failed === null ? 200 : 422,
  )
}

async function decide(visit: ActVisit): Promise<Response> {
  const respondent = visit.param('number')
  const text = doublesText[visit.lang]
  const form = visit.read(DecisionForm(visit.lang))
  if (!form.ok) return show(visit, respondent, form)
  const { rule, reason, ...rest } = form.value
  const strange = Object.keys(rest).some((name) => !name.startsWith('section.'))
  const { doubles } = await visit.house(async (tx) => readInviting(tx, await waveIdOf(tx, visit)))
  const errors: Errors = {
    ...(strange && { _form: text.choose }),
    ...(rule !== doubles && reason === undefined && { reason: text.reasonMissing }),
  }
  if (Object.keys(errors).length > 0) return show(visit, respondent, { input: form.input, errors })
  const sections =
    rule === 'merge'
      ? Object.fromEntries(Object.entries(rest).map(([name, from]) => [name.slice('section.'.length), String(from)]))
      : {}
  return visit.act(
    async (tx) =>
      decideDouble(
        tx,
        visit.platform.vault,
        { wave: await waveIdOf(tx, visit), respondent },
        { rule, sections, reason: reason ?? null, by: visit.person() },
        visit.now,
      ),
    () => `${paths.doubles(...waveOf(visit))}?gedaan`,
  )
}

const researcher = { who: may('researcher'), rate: 'working', data: 'personal' } as const

export const doubleRoutes: readonly Route[] = [
  page(paths.doubles(':reeks', ':golf'), researcher, (visit) => show(visit, null)),
  action(paths.decide(':reeks', ':golf', ':number'), { ...researcher, input: DecisionForm('nl') }, decide),
]
