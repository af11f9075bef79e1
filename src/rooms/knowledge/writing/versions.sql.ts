import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { namesOf } from '../../accounts/public.ts'
import { fields, sealerOfItem } from '../items/items.sql.ts'
import type { Silent, Wording } from '../items/wordings.rules.ts'

/** One save of an item. */
export type Version = {
  readonly version: number
  readonly at: Date
  /** Their name; null when they have none that this editor may see, were erased, or it was the command line. */
  readonly by: string | null
  readonly reason: string | null
  readonly restoredFrom: number | null
  /** Whether its words are still there: older ones are forgotten. */
  readonly kept: boolean
}

const mostVersions = 200

/** Every save of an item, newest first; at most two hundred. */
export async function listVersions(tx: Tx, vault: Vault, id: string): Promise<readonly Version[]> {
  const sealer = await sealerOfItem(tx, vault, id)
  const rows = await tx
    .selectFrom('knowledge_item_revisions')
    .select(['version', 'saved_by', 'saved_at', 'reason_sealed', 'restored_from'])
    .select((each) => each('text_sealed', 'is not', null).as('kept'))
    .where('item_id', '=', id)
    .orderBy('version', 'desc')
    .limit(mostVersions)
    .execute()
  const names = await namesOf(
    tx,
    vault,
    rows.flatMap((row) => row.saved_by ?? []),
  )
  return rows.map((row) => ({
    version: row.version,
    at: row.saved_at,
    by: (row.saved_by !== null && names.get(row.saved_by)) || null,
    reason: row.reason_sealed === null ? null : sealer.open(fields.revisionReason(row.version), row.reason_sealed),
    restoredFrom: row.restored_from,
    kept: row.kept === true,
  }))
}

/** @returns the words of one version; null when there is no such version or its words were forgotten. */
export async function findWording(tx: Tx, vault: Vault, id: string, version: number): Promise<Wording | null> {
  const row = await tx
    .selectFrom('knowledge_item_revisions')
    .select('text_sealed')
    .where('item_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row?.text_sealed) return null
  const sealer = await sealerOfItem(tx, vault, id)
  return JSON.parse(sealer.open(fields.revision(version), row.text_sealed)) as Wording
}

/** Whose words nobody may change back: those who said no, took a yes back, or were erased. */
export async function silentGivers(tx: Tx, id: string): Promise<Silent> {
  const rows = await tx
    .selectFrom('knowledge_item_givers as g')
    .select(['g.kind', 'g.person_id'])
    .where('g.item_id', '=', id)
    .where((each) =>
      each.or([
        each.and([each('g.kind', '=', 'author'), each('g.person_id', 'is', null)]),
        each.exists(
          each
            .selectFrom('knowledge_item_yeses as y')
            .select(sql`1`.as('one'))
            .whereRef('y.giver_id', '=', 'g.id')
            .where((yes) => yes.or([yes('y.answer', '=', 'no'), yes('y.withdrawn_at', 'is not', null)])),
        ),
      ]),
    )
    .execute()
  return {
    requester: rows.some((row) => row.kind === 'requester'),
    authors: rows.some((row) => row.kind === 'author'),
    people: new Set(rows.flatMap((row) => (row.kind === 'author' ? (row.person_id ?? []) : []))),
  }
}
