import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import { problems } from './problems.ts'
import { newestVision } from './vision.sql.ts'

/**
 * Writes a new version of the shared vision. The older ones stay readable; every partner is asked anew.
 * @param after the version the writer had read; 0 for the first
 * @throws Problem newer-vision when somebody wrote another one meanwhile
 */
export async function writeVision(
  tx: Tx,
  vision: { readonly text: string; readonly why: string; readonly after: number; readonly by: string },
  now: Date,
): Promise<number> {
  const newest = (await newestVision(tx))?.version ?? 0
  if (newest !== vision.after) throw problems['newer-vision']()
  const version = newest + 1
  await tx
    .insertInto('governance_vision_versions')
    .values({ version, text: vision.text, why: vision.why, made_by: vision.by, made_at: now })
    .execute()
  await record(tx, 'governance.vision-written', String(version), now)
  return version
}

/**
 * Says for a partner that it agrees with the newest version, or agrees except for a point (`exception`). Saying it again
 * replaces what was said.
 * @throws Problem newer-vision when `version` is not the newest
 */
export async function statePosition(
  tx: Tx,
  position: {
    readonly version: number
    readonly organisation: string
    readonly exception: string | null
    readonly by: string
  },
  now: Date,
): Promise<void> {
  if ((await newestVision(tx))?.version !== position.version) throw problems['newer-vision']()
  const said = { exception: position.exception, said_by: position.by, said_at: now }
  await tx
    .insertInto('governance_vision_positions')
    .values({ version: position.version, organisation_id: position.organisation, ...said })
    .onConflict((conflict) => conflict.columns(['version', 'organisation_id']).doUpdateSet(said))
    .execute()
  await record(tx, 'governance.position-stated', position.organisation, now, { version: position.version })
}
