import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import type { Sealer, Vault } from '../../platform/vault/vault.ts'
import { triageRequest, type Division, type SeenRequest } from './desk.actions.ts'
import { changeRequest } from './moving.actions.ts'
import { problems } from './problems.ts'
import { lockRequest, sealerOfRequest } from './requests.sql.ts'
import type { State } from './states.rules.ts'

/** How the desk divides a question, with how much say people get and what can still change. */
export type DivisionWithInfluence = Division & { readonly level: string | null; readonly canChange: string | null }

const canChangeField = 'advice_requests.can_change'

/** What a question was divided into can still be put right here; later the duo has begun from it. */
export const mayDivideAgain = (state: State): boolean => state === 'triaged' || state === 'seeking-duo'

/** Divides a question, or puts the division right as long as nobody works on it. */
export async function divideRequest(
  tx: Tx,
  vault: Vault,
  by: string,
  seen: SeenRequest,
  division: DivisionWithInfluence,
  now: Date,
): Promise<void> {
  const row = await lockRequest(tx, seen.id, seen.version)
  const { level, canChange, ...what } = division
  if (mayDivideAgain(row.state)) {
    // Somebody who said yes to a small question did not say yes to a large one.
    if (row.size !== what.size && (await isAnybodyAsked(tx, row.id))) throw problems['no-such-move']()
    const { size, form, themes, questionKind } = what
    await changeRequest(tx, row, { size, form, theme_ids: [...themes], question_kind: questionKind })
    await record(tx, 'advice.divided-again', row.id, now)
  } else await triageRequest(tx, by, seen, what, now)
  const sealer = await sealerOfRequest(tx, vault, row.id)
  await tx
    .updateTable('advice_requests')
    .set({
      participation_level: level,
      can_change_sealed: canChange === null ? null : sealer.seal(canChangeField, canChange),
    })
    .where('id', '=', row.id)
    .execute()
}

const isAnybodyAsked = async (tx: Tx, request: string): Promise<boolean> =>
  (await tx
    .selectFrom('advice_team')
    .select('id')
    .where('request_id', '=', request)
    .where('ended_at', 'is', null)
    .executeTakeFirst()) !== undefined

export type Influence = { readonly level: string | null; readonly canChange: string | null }

/** How much say people get, and what can still change. Null: not asked yet. */
export async function findInfluence(tx: Tx, sealer: Sealer, request: string): Promise<Influence> {
  const row = await tx
    .selectFrom('advice_requests')
    .select(['participation_level', 'can_change_sealed'])
    .where('id', '=', request)
    .executeTakeFirst()
  return {
    level: row?.participation_level ?? null,
    canChange: row?.can_change_sealed ? sealer.open(canChangeField, row.can_change_sealed) : null,
  }
}
