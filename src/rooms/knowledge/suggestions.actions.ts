import type { Tx } from '../../platform/db/database.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { getItem } from './items.sql.ts'
import type { Doer } from './starting.actions.ts'
import { savedWith, type FieldSet } from './suggestions.rules.ts'
import { saveItem } from './writing.actions.ts'

/**
 * Saves an item with other words or details in some fields, as an editor would: a concept again, scanned, for everybody to
 * say yes to anew. @returns its new version
 * @throws Problem not-found, no-such-move
 */
export async function rewriteFields(
  tx: Tx,
  vault: Vault,
  id: string,
  changes: readonly FieldSet[],
  reason: string,
  doer: Doer,
  now: Date,
): Promise<number> {
  const item = await getItem(tx, vault, id, true)
  await saveItem(tx, vault, id, savedWith(item, changes, reason), doer, now)
  return item.version + 1
}
