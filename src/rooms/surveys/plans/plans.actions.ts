import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import { asKept, isSamePlan, type PlanTerms } from './plans.rules.ts'
import { findPlan } from './plans.sql.ts'
import { problems } from '../problems.ts'
import { isBeingMade } from '../waves/waves.states.rules.ts'
import { waveWith } from '../waves/waves.sql.ts'
import '../tables.ts'

/**
 * Writes the plan of a wave. Once the wave was opened it is fixed: a change then needs a reason, which stays beside it.
 * @param reason null before the wave opens
 * @throws Problem not-found, plan-fixed (opened, and there is no reason)
 */
export async function writePlan(
  tx: Tx,
  id: string,
  plan: { readonly terms: PlanTerms; readonly reason: string | null; readonly by: string | null },
  now: Date,
): Promise<void> {
  const wave = await waveWith(tx, id, true)
  const { terms } = plan
  const found = await findPlan(tx, wave.id)
  if (found !== null && isSamePlan(found.terms, terms)) return
  if (isBeingMade(wave.state)) {
    const row = { ...asRow(terms), written_by: plan.by, written_at: now }
    await tx
      .insertInto('surveys_plans')
      .values({ wave_id: wave.id, ...row })
      .onConflict((conflict) => conflict.column('wave_id').doUpdateSet(row))
      .execute()
    await record(tx, 'surveys.plan-written', wave.id, now)
    return
  }
  if (found === null || plan.reason === null) throw problems['plan-fixed']()
  await sql`select house.surveys_change_fixed_plan(${wave.id}, ${JSON.stringify(asKept(terms))}::jsonb, ${plan.reason}, ${now})`.execute(
    tx,
  )
  await record(tx, 'surveys.plan-changed', wave.id, now)
}

const asRow = (terms: PlanTerms) => ({
  main_questions: [...terms.mainQuestions],
  cells_from: terms.cellsFrom,
  base_from: terms.baseFrom,
  margin: terms.margin,
  weighting: [...terms.weighting],
  weight_cap: terms.weightCap,
  tables_by: [...terms.tablesBy],
  sensitive: [...terms.sensitive],
})
