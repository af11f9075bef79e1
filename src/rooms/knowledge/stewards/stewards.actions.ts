import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import { partnerOrganisations } from '../../accounts/public.ts'
import type { Item } from '../items/items.sql.ts'
import { problems, unknown } from '../problems.ts'
import type { Doer } from '../items/starting.actions.ts'
import { afterJoining } from './succession.actions.ts'

/** Own organisations join at once; another partner is asked. Nobody takes another partner out. */
export async function setStewards(tx: Tx, item: Item, wanted: readonly string[], doer: Doer, now: Date): Promise<void> {
  const partners = new Set((await partnerOrganisations(tx)).map((each) => each.id))
  if (wanted.some((organisation) => !partners.has(organisation))) throw problems['not-a-partner']()
  const own = (organisation: string) => doer === null || doer.edits.has(organisation)
  const leaving = item.stewards.filter(
    (each) => !wanted.includes(each.id) && (own(each.id) || each.acceptedAt === null),
  )
  const staying = item.stewards.filter((each) => !leaving.includes(each) && each.acceptedAt !== null)
  const joining = wanted.filter((organisation) => !item.stewards.some((each) => each.id === organisation))
  if (staying.length === 0 && !joining.some(own)) throw problems['no-steward']()
  if (joining.length > 0)
    await tx
      .insertInto('knowledge_item_stewards')
      .values(
        joining.map((organisation_id) => ({
          item_id: item.id,
          organisation_id,
          added_by: doer?.person ?? null,
          added_at: now,
          accepted_at: own(organisation_id) ? now : null,
        })),
      )
      .execute()
  if (leaving.length > 0)
    await tx
      .deleteFrom('knowledge_item_stewards')
      .where('item_id', '=', item.id)
      .where(
        'organisation_id',
        'in',
        leaving.map((each) => each.id),
      )
      .execute()
}

/**
 * A partner that was asked to take part says yes or no.
 * @throws Problem not-found when none of the doer's organisations was asked
 */
export async function answerStewardship(
  tx: Tx,
  id: string,
  answer: { readonly organisation: string; readonly yes: boolean },
  doer: NonNullable<Doer>,
  now: Date,
): Promise<void> {
  if (!doer.edits.has(answer.organisation)) throw unknown()
  const asked = tx
    .selectFrom('knowledge_item_stewards')
    .select('item_id')
    .where('item_id', '=', id)
    .where('organisation_id', '=', answer.organisation)
    .where('accepted_at', 'is', null)
  if (!(await asked.executeTakeFirst())) throw unknown()
  if (answer.yes)
    await tx
      .updateTable('knowledge_item_stewards')
      .set({ accepted_at: now })
      .where('item_id', '=', id)
      .where('organisation_id', '=', answer.organisation)
      .execute()
  else
    await tx
      .deleteFrom('knowledge_item_stewards')
      .where('item_id', '=', id)
      .where('organisation_id', '=', answer.organisation)
      .execute()
  if (answer.yes) await afterJoining(tx, id, answer.organisation, now)
  await record(tx, answer.yes ? 'knowledge.steward-joined' : 'knowledge.steward-declined', id, now)
}
