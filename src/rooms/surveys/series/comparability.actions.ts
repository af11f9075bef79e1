import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import { askingOf } from '../../questionnaires/public.ts'
import { differencesOf, takesBridge, type Level } from './comparability.rules.ts'
import { problems, unknown } from '../problems.ts'
import { listEarlier, waveWith, type Wave } from '../waves/waves.sql.ts'
import '../tables.ts'

/** A wave and an earlier one that it can be held against. @throws Problem not-found, wave-fixed (it was published) */
async function pairOf(tx: Tx, wave: string, earlier: string): Promise<readonly [later: Wave, earlier: Wave]> {
  const later = await waveWith(tx, wave, true)
  const before = (await listEarlier(tx, later)).find(({ id }) => id === earlier)
  if (before === undefined) throw unknown()
  if (later.state === 'published') throw problems['wave-fixed']()
  return [later, before]
}

/**
 * Declares how far a wave can be compared with an earlier one, with the reason that readers see. Saying it again replaces it.
 * @throws Problem not-found, wave-fixed (it was published)
 */
export async function declareComparability(
  tx: Tx,
  wave: string,
  earlier: string,
  said: { readonly level: Level; readonly reason: Said; readonly by: string | null },
  now: Date,
): Promise<void> {
  const [later, before] = await pairOf(tx, wave, earlier)
  const row = { level: said.level, reason: JSON.stringify(said.reason), declared_by: said.by, declared_at: now }
  await tx
    .insertInto('surveys_comparabilities')
    .values({ wave_id: later.id, earlier_id: before.id, ...row })
    .onConflict((conflict) => conflict.columns(['wave_id', 'earlier_id']).doUpdateSet(row))
    .execute()
  await record(tx, 'surveys.comparability-declared', later.id, now, { level: said.level })
}

/**
 * Writes why a changed question still asks the same, or takes that back (`words` null): then it is not compared.
 * @throws Problem not-found (also for a question that did not change), wave-fixed (it was published)
 */
export async function writeBridge(
  tx: Tx,
  wave: string,
  earlier: string,
  bridge: { readonly question: string; readonly words: Said | null; readonly by: string | null },
  now: Date,
): Promise<void> {
  const [later, before] = await pairOf(tx, wave, earlier)
  if (later.version === null || before.version === null) throw unknown()
  const differences = differencesOf(await askingOf(tx, before.version), await askingOf(tx, later.version), new Map())
  if (!differences.some((each) => each.key === bridge.question && takesBridge(each))) throw unknown()
  if (bridge.words === null)
    await tx
      .deleteFrom('surveys_bridges')
      .where('wave_id', '=', later.id)
      .where('earlier_id', '=', before.id)
      .where('question', '=', bridge.question)
      .execute()
  else {
    const row = { words: JSON.stringify(bridge.words), made_by: bridge.by, made_at: now }
    await tx
      .insertInto('surveys_bridges')
      .values({ wave_id: later.id, earlier_id: before.id, question: bridge.question, ...row })
      .onConflict((conflict) => conflict.columns(['wave_id', 'earlier_id', 'question']).doUpdateSet(row))
      .execute()
  }
  await record(tx, bridge.words === null ? 'surveys.bridge-taken-back' : 'surveys.bridge-written', later.id, now)
}
