import { randomBytes } from 'node:crypto'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Holder, Vault } from '../../../platform/vault/vault.ts'
import { problems, unknown } from '../problems.ts'
import '../tables.ts'

const holderOf = (series: string): Holder => `survey-series:${series}`
const field = 'surveys_series.panel_key'

/** A fresh key for a series that is about to be made, sealed. */
export const newPanelKey = async (tx: Tx, vault: Vault, series: string): Promise<Buffer> =>
  (await vault.makeKey(tx, holderOf(series))).sealBytes(field, randomBytes(32))

/**
 * The key that links the waves of a series. Ask for it only where a pseudonym is made; never keep it.
 * @throws Problem not-found, panel-ended (the key is gone for good)
 */
export async function panelKey(tx: Tx, vault: Vault, series: string): Promise<Buffer> {
  const row = await tx
    .selectFrom('surveys_series')
    .select('panel_key_sealed')
    .where('id', '=', series)
    .executeTakeFirst()
  if (row === undefined) throw unknown()
  const sealer = await vault.sealerOf(tx, holderOf(series))
  if (row.panel_key_sealed === null || sealer === null) throw problems['panel-ended']()
  return sealer.openBytes(field, row.panel_key_sealed)
}

/**
 * Ends the link between the waves of a series, for good: its key is destroyed, the names of the organisations that were
 * asked go, and their addresses. Answers stay, under pseudonyms that lead nowhere.
 * @throws Problem not-found, panel-ended, wave-running (a wave is open or in pilot)
 */
export async function endPanel(tx: Tx, series: string, by: string | null, now: Date): Promise<void> {
  const row = await tx
    .selectFrom('surveys_series')
    .select('panel_ended_at')
    .where('id', '=', series)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw unknown()
  if (row.panel_ended_at !== null) throw problems['panel-ended']()
  const running = await tx
    .selectFrom('surveys_waves')
    .select('id')
    .where('series_id', '=', series)
    .where('state', 'in', ['pilot', 'open'])
    .executeTakeFirst()
  if (running !== undefined) throw problems['wave-running']()
  // The trigger of this table destroys the data key, the names and the addresses in the same breath.
  await tx
    .updateTable('surveys_series')
    .set({ panel_key_sealed: null, panel_ended_at: now, panel_ended_by: by })
    .where('id', '=', series)
    .execute()
  await record(tx, 'surveys.panel-ended', series, now)
}
