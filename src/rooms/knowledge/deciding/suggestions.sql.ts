import { sql } from 'kysely'
import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Sealer, Vault } from '../../../platform/vault/vault.ts'
import { fields, isId, itemHolder, sealerOfItem, type ItemContext } from '../items/items.sql.ts'
import { unknown } from '../problems.ts'
import type { Provenance } from '../square.tables.ts'
import type { Suggested } from './suggestions.rules.ts'
import type { Wording } from '../items/wordings.rules.ts'
import './suggestions.tables.ts'

/** What readers see of an item, as it was written; for everybody who is signed in. */
export type Published = Pick<Wording, 'title' | 'summary' | 'parts' | 'details'> & {
  readonly id: string
  readonly slug: string
  readonly version: number
  readonly lang: Lang
  readonly type: string | null
  readonly provenance: Provenance
  /** Names to look for in what somebody types; never shown. */
  readonly context: ItemContext
}

/** @throws Problem not-found when nothing stands on the square under this path word */
export async function getPublished(tx: Tx, vault: Vault, slug: string): Promise<Published> {
  const { rows } = await sql<{
    id: string
    version: number
    lang: Lang
    type: string | null
    provenance: Provenance
    text_sealed: Buffer
    context_sealed: Buffer | null
  }>`select * from house.knowledge_published_words(${slug})`.execute(tx)
  const [row] = rows
  if (!row) throw unknown()
  const sealer = await sealerOfItem(tx, vault, row.id)
  const { title, summary, parts, details, type } = JSON.parse(
    sealer.open(fields.revision(row.version), row.text_sealed),
  ) as Wording
  const context = row.context_sealed === null ? null : sealer.open(fields.context, row.context_sealed)
  return {
    id: row.id,
    slug,
    version: row.version,
    lang: row.lang,
    type: type ?? row.type,
    provenance: row.provenance,
    title,
    summary,
    parts,
    details,
    context: context === null ? { organisations: [], people: [] } : (JSON.parse(context) as ItemContext),
  }
}

/** What is kept of a suggestion under the key of its item. */
export type SuggestedText = {
  readonly title: string
  readonly lang: Lang
  readonly reason: string
  readonly fields: readonly Suggested[]
}

export type FieldDecision = { readonly decision: 'accepted' | 'declined'; readonly reason: string | null }

export type Suggestion = {
  readonly id: string
  readonly item: string
  readonly madeAt: Date
  readonly outcome: 'decided' | 'taken-back' | null
  readonly decidedAt: Date | null
  /** The organisation that decided. */
  readonly decidedFor: string | null
  /** Null when it was forgotten. */
  readonly text: SuggestedText | null
  readonly decisions: ReadonlyMap<string, FieldDecision>
  /** Where the item stands on the square; null when it does not. */
  readonly slug: string | null
}

const seen = (tx: Tx) =>
  tx
    .selectFrom('knowledge_suggestions as s')
    .leftJoin('accounts_organisations as o', 'o.id', 's.decided_for')
    .leftJoin('square.items as i', 'i.id', 's.item_id')
    .select(['s.id', 's.item_id', 's.made_at', 's.outcome', 's.decided_at', 's.text_sealed', 'o.name', 'i.slug'])
    .orderBy('s.made_at', 'desc')
    .orderBy('s.id')
    .limit(100)

type SeenRow = Awaited<ReturnType<ReturnType<typeof seen>['execute']>>[number]

async function opened(tx: Tx, vault: Vault, rows: readonly SeenRow[]): Promise<readonly Suggestion[]> {
  if (rows.length === 0) return []
  const sealers = await vault.sealersOf(
    tx,
    rows.map((row) => itemHolder(row.item_id)),
  )
  const decided = await tx
    .selectFrom('knowledge_suggestion_fields')
    .selectAll()
    .where(
      'suggestion_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  const why = (sealer: Sealer | undefined, sealed: Buffer | null) =>
    sealed === null ? null : (sealer?.open(fields.decision, sealed) ?? null)
  return rows.map((row) => {
    const sealer = sealers.get(itemHolder(row.item_id))
    return {
      id: row.id,
      item: row.item_id,
      madeAt: row.made_at,
      outcome: row.outcome,
      decidedAt: row.decided_at,
      decidedFor: row.name,
      text:
        row.text_sealed === null || !sealer
          ? null
          : (JSON.parse(sealer.open(fields.suggestion(row.id), row.text_sealed)) as SuggestedText),
      decisions: new Map(
        decided.flatMap((each) =>
          each.suggestion_id !== row.id || each.decision === null
            ? []
            : [[each.field, { decision: each.decision, reason: why(sealer, each.reason_sealed) }] as const],
        ),
      ),
      slug: row.slug,
    }
  })
}

/** What somebody suggested, newest first. */
export const listOwnSuggestions = async (tx: Tx, vault: Vault, person: string): Promise<readonly Suggestion[]> =>
  opened(tx, vault, await seen(tx).where('s.person_id', '=', person).execute())

/** What waits for those who keep an item, or (null) any item of the actor's organisations. */
export const listWaitingSuggestions = async (
  tx: Tx,
  vault: Vault,
  item: string | null,
): Promise<readonly Suggestion[]> =>
  opened(
    tx,
    vault,
    await seen(tx)
      .where('s.outcome', 'is', null)
      .where('s.text_sealed', 'is not', null)
      .where(sql<boolean>`house.knowledge_keeps(s.item_id)`)
      .$if(item !== null, (query) => query.where('s.item_id', '=', item ?? ''))
      .execute(),
  )

/** Of an item that the actor keeps, or their own. @throws Problem not-found */
export async function getSuggestion(
  tx: Tx,
  vault: Vault,
  id: string,
  of: { readonly item: string } | { readonly person: string },
): Promise<Suggestion> {
  const [found] = isId(id)
    ? await opened(
        tx,
        vault,
        await seen(tx)
          .where('s.id', '=', id)
          .$if('item' in of, (query) => query.where('s.item_id', '=', 'item' in of ? of.item : ''))
          .$if('person' in of, (query) => query.where('s.person_id', '=', 'person' in of ? of.person : ''))
          .execute(),
      )
    : []
  if (!found) throw unknown()
  return found
}
