import type { Tx } from '../../../platform/db/database.ts'
import type { Plan } from '../findings/findings.ts'
import { fromKept, planForAnalysis, type PlanChange, type PlanTerms } from './plans.rules.ts'
import '../tables.ts'

/** The plan of a wave; null before it was written. */
export async function findPlan(
  tx: Tx,
  wave: string,
): Promise<{ readonly terms: PlanTerms; readonly fixedAt: Date | null } | null> {
  const row = await tx.selectFrom('surveys_plans').selectAll().where('wave_id', '=', wave).executeTakeFirst()
  if (row === undefined) return null
  const { margin, weight_cap, fixed_at: fixedAt, ...kept } = row
  return {
    terms: fromKept({
      ...kept,
      margin: Number(margin),
      weight_cap: weight_cap === null ? null : Number(weight_cap),
    }),
    fixedAt,
  }
}

/** What was changed after the plan was fixed, oldest first: printed with every release. */
export async function listPlanChanges(tx: Tx, wave: string): Promise<readonly PlanChange[]> {
  const rows = await tx
    .selectFrom('surveys_plan_changes')
    .select(['before', 'after', 'reason', 'changed_by as by', 'changed_at as at'])
    .where('wave_id', '=', wave)
    .orderBy('changed_at')
    .orderBy('id')
    .execute()
  return rows.map(({ before, after, ...rest }) => ({ ...rest, before: fromKept(before), after: fromKept(after) }))
}

/** How many main questions the plan of a wave names; 0 before it was written. */
export async function countMainQuestions(tx: Tx, wave: string): Promise<number> {
  const row = await tx
    .selectFrom('surveys_plans')
    .select('main_questions')
    .where('wave_id', '=', wave)
    .executeTakeFirst()
  return row?.main_questions.length ?? 0
}

/** The plan as the analysis takes it; null before it was written. */
export async function analysisPlan(tx: Tx, wave: string): Promise<Plan | null> {
  const found = await findPlan(tx, wave)
  return found === null ? null : planForAnalysis(found.terms)
}
