import type { Tx } from '../../../platform/db/database.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { getItem } from '../items/items.sql.ts'
import { problems } from '../problems.ts'
import type { Doer } from '../items/starting.actions.ts'
import { findWording, silentGivers } from './versions.sql.ts'
import { partsPutBack } from '../items/wordings.rules.ts'
import { saveItem } from './writing.actions.ts'

/**
 * Puts an earlier version back as the next one: a draft that is looked through and asked about like any other save. Who
 * keeps the item does not change by it.
 * @throws Problem not-found, changed-meanwhile, version-forgotten, no-such-move
 */
export async function restoreVersion(
  tx: Tx,
  vault: Vault,
  id: string,
  given: { readonly version: number; readonly to: number; readonly reason: string | undefined },
  doer: Doer,
  now: Date,
): Promise<void> {
  const item = await getItem(tx, vault, id, true)
  const earlier = given.to < item.version ? await findWording(tx, vault, id, given.to) : null
  if (earlier === null) throw problems['version-forgotten']()
  const back = { ...earlier, parts: partsPutBack(item.parts, earlier.parts, await silentGivers(tx, id)) }
  await saveItem(
    tx,
    vault,
    id,
    {
      version: given.version,
      title: back.title,
      summary: back.summary,
      parts: back.parts.map(({ key, text }) => ({ key, text })),
      lang: back.lang ?? item.lang,
      type: back.type === undefined ? item.type : back.type,
      themes: back.themes ?? item.themes,
      roles: back.roles ?? item.roles,
      audiences: back.audiences ?? item.audiences,
      regions: back.regions ?? item.regions,
      details: back.details,
      source: back.source === undefined ? item.source : back.source,
      licence: back.licence ?? item.licence,
      writtenOn: back.writtenOn === undefined ? item.writtenOn : back.writtenOn,
      stewards: item.stewards.map((each) => each.id),
      reason: given.reason,
      restoredFrom: given.to,
    },
    doer,
    now,
  )
}
