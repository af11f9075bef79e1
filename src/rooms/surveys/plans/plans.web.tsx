import type { Errors, FormInput } from '../../../lib/form-values.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { namesOf } from '../../accounts/public.ts'
import { versionWith } from '../../questionnaires/public.ts'
import { paths } from '../paths.ts'
import { writePlan } from './plans.actions.ts'
import { PlanForm, planInputOf, termsOf } from './plans.forms.ts'
import { mainKeysOf, usualPlan } from './plans.rules.ts'
import { findPlan, listPlanChanges } from './plans.sql.ts'
import { PlanPage } from './plans.views.tsx'
import { researching } from '../series/series.web.tsx'
import { getWave } from '../waves/waves.sql.ts'
import { waveOf } from '../waves/waves.web.tsx'

const readPlan = (visit: Visit) =>
  visit.house(async (tx) => {
    const { series, wave } = await getWave(tx, ...waveOf(visit))
    const changes = await listPlanChanges(tx, wave.id)
    const names = await namesOf(
      tx,
      visit.platform.vault,
      changes.flatMap(({ by }) => by ?? []),
    )
    return {
      series,
      wave,
      plan: await findPlan(tx, wave.id),
      changes: changes.map((change) => ({ ...change, by: names.get(change.by ?? '') ?? null })),
      keys: wave.version === null ? null : mainKeysOf((await versionWith(tx, wave.version)).definition),
    }
  })

async function showPlan(visit: Visit, sent?: { readonly input: FormInput; readonly errors: Errors }) {
  const seen = await readPlan(visit)
  return visit.html(
    <PlanPage
      frame={visit.frame()}
      {...seen}
      pageKey={visit.newKey()}
      input={sent?.input ?? planInputOf(seen.plan?.terms ?? usualPlan, visit.lang)}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

export const planRoutes: readonly Route[] = [
  page(paths.plan(':reeks', ':golf'), researching, (visit) => showPlan(visit)),
  action(paths.plan(':reeks', ':golf'), { ...researching, input: PlanForm('nl') }, async (visit) => {
    const { wave, plan, keys } = await readPlan(visit)
    const form = visit.read(PlanForm(visit.lang, new Set(keys?.keys()), (plan?.fixedAt ?? null) !== null))
    if (!form.ok) return showPlan(visit, form)
    const names = waveOf(visit)
    const reason = form.value.reason ?? null
    return visit.act(
      (tx) => writePlan(tx, wave.id, { terms: termsOf(form.value), reason, by: visit.person() }, visit.now),
      () => (plan === null ? paths.wave(...names) : paths.plan(...names)),
    )
  }),
]
