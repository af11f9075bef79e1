import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import './analyses.tables.ts'

/**
 * Asks for an analysis of a wave; the worker reckons it. One at a time per wave.
 * @param by who asks; null when cleaning the wave does
 * @returns its id, also when one was asked for already
 */
export async function askAnalysis(tx: Tx, wave: string, by: string | null, now: Date): Promise<string> {
  const id = randomUUID()
  const made = await tx
    .insertInto('surveys_analyses')
    .values({ id, wave_id: wave, state: 'asked', asked_by: by, asked_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (Number(made.numInsertedOrUpdatedRows ?? 0n) > 0) {
    await record(tx, 'surveys.analysis-asked', id, now)
    return id
  }
  const { id: running } = await tx
    .selectFrom('surveys_analyses')
    .select('id')
    .where('wave_id', '=', wave)
    .where('state', 'in', ['asked', 'running'])
    .executeTakeFirstOrThrow()
  return running
}
