import { z } from 'zod'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { lines, optional } from '../../platform/forms.ts'
import { signedIn } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../platform/http/visit.ts'
import { evaluate } from './answer.actions.ts'
import { duoPaths } from './desk.paths.ts'
import { evaluationWords } from './evaluation.text.ts'
import { LookBackPage } from './evaluation.views.tsx'
import { press } from './press.tsx'
import { getForTeam } from './readings.sql.ts'
import { limits } from './request.rules.ts'

const lookBackSchema = (lang: Lang) => {
  const { errors } = evaluationWords[lang]
  const score = optional(z.coerce.number(errors.score).int(errors.score).min(1, errors.score).max(5, errors.score))
  return z
    .strictObject({
      usefulness: score,
      equality: score,
      load: score,
      tekst: optional(lines({ max: limits.evaluation }, { empty: errors.long, long: errors.long })),
    })
    .refine((sent) => Object.values(sent).some((value) => value !== undefined), {
      path: ['tekst'],
      message: errors.nothing,
    })
}

async function show(visit: Visit, kept?: { input: FormInput; errors: Errors; key: string }): Promise<Response> {
  const seen = await visit.house((tx) => getForTeam(tx, visit.platform.vault, visit.person(), visit.param('id')))
  return visit.html(
    <LookBackPage
      frame={visit.frame()}
      seen={seen}
      formKey={kept?.key ?? visit.newKey()}
      {...(kept && { input: kept.input, errors: kept.errors })}
    />,
    kept ? 422 : 200,
  )
}

async function lookBack(visit: ActVisit): Promise<Response> {
  const id = visit.param('id')
  const form = visit.read(lookBackSchema(visit.lang))
  if (!form.ok) return show(visit, { ...form, key: one(visit.sent, '_key') })
  const { tekst, ...scores } = form.value
  return press(
    visit,
    { id, path: duoPaths.lookBack(id) },
    (tx) => evaluate(tx, visit.platform.vault, visit.person(), id, { scores, text: tekst }, visit.now),
    () => duoPaths.lookBack(id),
  )
}

/** Looking back: each of the duo apart, read by the desk alone. */
export const evaluationRoutes: readonly Route[] = [
  page(duoPaths.lookBack(':id'), { who: signedIn, rate: 'working', data: 'special' }, (visit) => show(visit)),
  action(
    duoPaths.lookBack(':id'),
    { who: signedIn, rate: 'working', data: 'special', input: lookBackSchema('nl') },
    lookBack,
  ),
]
