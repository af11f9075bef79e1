import { sql } from 'kysely'
import type { HeldBack } from '../../../lib/documents/read.ts'
import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Holder, Sealer, Vault } from '../../../platform/vault/vault.ts'
import type { AgreementRule } from '../deciding/approvals.rules.ts'
import type { Details } from '../kinds/kinds.rules.ts'
import type { KeptMark } from './marks.rules.ts'
import { unknown } from '../problems.ts'
import type { Provenance, Source } from '../square.tables.ts'
import { listSize, type State } from './states.rules.ts'
import type { ItemText } from './texts.rules.ts'
import '../tables.ts'

export const itemHolder = (id: string): Holder => `item:${id}`

/** The places of sealed words. */
export const fields = {
  title: 'knowledge_items.title',
  summary: 'knowledge_items.summary',
  source: 'knowledge_items.source',
  details: 'knowledge_items.details',
  reason: 'knowledge_items.withdrawn_reason',
  request: 'knowledge_items.request',
  context: 'knowledge_items.context',
  held: 'knowledge_items.held',
  part: (key: string) => `knowledge_item_parts.text:${key}`,
  mark: (id: string) => `knowledge_item_marks.reason:${id}`,
  revision: (version: number) => `knowledge_item_revisions.text:${version}`,
  revisionReason: (version: number) => `knowledge_item_revisions.reason:${version}`,
  shownAs: (yes: string) => `knowledge_item_yeses.shown_as:${yes}`,
  contact: 'knowledge_item_contacts.email',
  /** Why something was decided: an answer, a rule, a suggestion, a steward that leaves. */
  decision: 'knowledge_decisions.reason',
  pictureAlt: (id: string) => `knowledge_pictures.alt:${id}`,
  pictureMaker: (id: string) => `knowledge_pictures.maker:${id}`,
  pictureFile: (id: string, width: number) => `knowledge_picture_files.bytes:${id}:${String(width)}`,
  suggestion: (id: string) => `knowledge_suggestions.text:${id}`,
  joiner: (person: string) => `knowledge_item_supports.contact:${person}`,
} as const

/** Names that are marked in the words of this item. */
export type ItemContext = { readonly organisations: readonly string[]; readonly people: readonly string[] }

export type Steward = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly acceptedAt: Date | null
}

/** An item as those who keep it see it. */
export type Item = ItemText & {
  readonly id: string
  readonly slug: string | null
  readonly state: State
  readonly stateSince: Date
  readonly lang: Lang
  readonly type: string | null
  readonly source: Source | null
  readonly themes: readonly string[]
  readonly roles: readonly string[]
  readonly audiences: readonly string[]
  /** Codes of municipalities and provinces; none: everywhere. */
  readonly regions: readonly string[]
  /** Everything that was ever filled in, also of a kind that it no longer is. */
  readonly details: Details
  readonly provenance: Provenance
  readonly licence: string
  readonly writtenOn: string | null
  readonly version: number
  readonly shelfVersion: number | null
  readonly openMarks: number
  readonly changedAt: Date
  readonly checkedAt: Date
  /** Its own rhythm; null: that of its kind. */
  readonly reviewMonths: number | null
  readonly publishedAt: Date | null
  readonly stewards: readonly Steward[]
  readonly kept: readonly KeptMark[]
  readonly context: ItemContext
  readonly held: readonly HeldBack[]
  readonly missingYeses: number
  /** How many of its stewards must agree before a version is published. */
  readonly rule: AgreementRule
  /** Days after which no answer counts as a yes; null: never. */
  readonly silenceDays: number | null
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
export const isId = (text: string) => uuid.test(text)

export async function sealerOfItem(tx: Tx, vault: Vault, id: string): Promise<Sealer> {
  const sealer = await vault.sealerOf(tx, itemHolder(id))
  if (sealer === null) throw new Error('an item without a data key')
  return sealer
}

export const listStewards = async (tx: Tx, items: readonly string[]): Promise<ReadonlyMap<string, Steward[]>> => {
  const found = new Map<string, Steward[]>()
  if (items.length === 0) return found
  const rows = await tx
    .selectFrom('knowledge_item_stewards as s')
    .innerJoin('accounts_organisations as o', 'o.id', 's.organisation_id')
    .select(['s.item_id', 's.accepted_at', 'o.id', 'o.slug', 'o.name'])
    .where('s.item_id', 'in', items)
    .orderBy('s.added_at')
    .orderBy('o.name')
    .execute()
  for (const { item_id, accepted_at, id, slug, name } of rows)
    found.set(item_id, [...(found.get(item_id) ?? []), { id, slug, name, acceptedAt: accepted_at }])
  return found
}

/** Whether the actor may work on the item: an editor of a steward, a job or an operator. */
async function mayKeep(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select house.knowledge_keeps(${id}::uuid) or house.actor_works() as may`.execute(tx)
  return rows[0]?.may === true
}

/**
 * An item with all its words. `lock` keeps it from changing under a move.
 * @throws Problem not-found when it is not there, or not the actor's to keep: one answer for both
 */
export async function getItem(tx: Tx, vault: Vault, id: string, lock = false): Promise<Item> {
  if (!isId(id) || !(await mayKeep(tx, id))) throw unknown()
  const row = await tx
    .selectFrom('knowledge_items')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw unknown()
  const sealer = await sealerOfItem(tx, vault, id)
  const parts = await tx
    .selectFrom('knowledge_item_parts')
    .selectAll()
    .where('item_id', '=', id)
    .orderBy('position')
    .orderBy('key')
    .execute()
  const marks = await tx
    .selectFrom('knowledge_item_marks')
    .selectAll()
    .where('item_id', '=', id)
    .where('choice', '=', 'keep')
    .orderBy('starts')
    .execute()
  const missing = await sql<{ n: number }>`select house.knowledge_missing_yeses(${id}::uuid) as n`.execute(tx)
  const stewards = await listStewards(tx, [id])
  const json = <T>(field: string, sealed: Buffer | null, absent: T): T =>
    sealed === null ? absent : (JSON.parse(sealer.open(field, sealed)) as T)
  return {
    id: row.id,
    slug: row.slug,
    state: row.state,
    stateSince: row.state_since,
    lang: row.lang,
    type: row.type,
    title: sealer.open(fields.title, row.title_sealed),
    summary: sealer.open(fields.summary, row.summary_sealed),
    source: json<Source | null>(fields.source, row.source_sealed, null),
    themes: row.themes,
    roles: row.roles,
    audiences: row.audiences,
    regions: row.regions,
    details: json<Details>(fields.details, row.details_sealed, {}),
    provenance: row.provenance,
    licence: row.licence,
    writtenOn: row.written_on,
    version: row.version,
    shelfVersion: row.shelf_version,
    openMarks: row.open_marks,
    changedAt: row.changed_at,
    checkedAt: row.checked_at,
    reviewMonths: row.review_months,
    publishedAt: row.published_at,
    stewards: stewards.get(id) ?? [],
    parts: parts.map((part) => ({
      key: part.key,
      whose: part.whose,
      author: part.author_id,
      text: sealer.open(fields.part(part.key), part.text_sealed),
    })),
    kept: marks.flatMap((mark) =>
      mark.starts === null || mark.ends === null || mark.reason_sealed === null
        ? []
        : [
            {
              key: mark.part_key,
              kind: mark.kind,
              start: mark.starts,
              end: mark.ends,
              reason: sealer.open(fields.mark(mark.id), mark.reason_sealed),
              by: mark.decided_by,
              at: mark.decided_at,
            },
          ],
    ),
    context: json<ItemContext>(fields.context, row.context_sealed, { organisations: [], people: [] }),
    held: json<readonly HeldBack[]>(fields.held, row.held_sealed, []),
    missingYeses: missing.rows[0]?.n ?? 0,
    rule: row.rule,
    silenceDays: row.silence_days,
  }
}

/** One line of the list of an editor. `mine` is false while an organisation of theirs was only asked to take part. */
export type ListedItem = {
  readonly id: string
  readonly title: string
  readonly state: State
  readonly shelfVersion: number | null
  readonly version: number
  readonly openMarks: number
  readonly missingYeses: number
  readonly asked: number
  readonly checkedAt: Date
  /** ISO day; null while it was never published. */
  readonly reviewBy: string | null
  readonly changedAt: Date
  readonly stewards: readonly Steward[]
  readonly mine: boolean
}

/** The items of the organisations that the actor edits, those that were looked at longest ago first. `page` from 1. */
export async function listItems(
  tx: Tx,
  vault: Vault,
  edits: ReadonlySet<string>,
  filter: { readonly state: State | null; readonly page: number },
): Promise<{ readonly items: readonly ListedItem[]; readonly total: number }> {
  const mine = tx
    .selectFrom('knowledge_items as i')
    .$if(filter.state !== null, (query) => query.where('i.state', '=', filter.state ?? 'concept'))
  const { total } = await mine
    .select((each) => each.cast<number>(each.fn.countAll(), 'integer').as('total'))
    .executeTakeFirstOrThrow()
  const rows = await mine
    .select([
      'i.id',
      'i.title_sealed',
      'i.state',
      'i.shelf_version',
      'i.version',
      'i.open_marks',
      'i.checked_at',
      'i.review_by',
      'i.changed_at',
    ])
    .select(sql<number>`house.knowledge_missing_yeses(i.id)`.as('missing'))
    .select(
      sql<number>`(select count(*)::int from knowledge_item_yeses y where y.item_id = i.id and y.answer is null)`.as(
        'asked',
      ),
    )
    .orderBy(
      sql`case when i.state in ('concept', 'in-redaction', 'ready') then 0 when i.state = 'withdrawn' then 2 else 1 end`,
    )
    .orderBy('i.checked_at')
    .orderBy('i.id')
    .limit(listSize)
    .offset((filter.page - 1) * listSize)
    .execute()
  const ids = rows.map((row) => row.id)
  const stewards = await listStewards(tx, ids)
  const sealers = await vault.sealersOf(tx, ids.map(itemHolder))
  return {
    total,
    items: rows.map((row) => {
      const of = stewards.get(row.id) ?? []
      return {
        id: row.id,
        title: sealers.get(itemHolder(row.id))?.open(fields.title, row.title_sealed) ?? '',
        state: row.state,
        shelfVersion: row.shelf_version,
        version: row.version,
        openMarks: row.open_marks,
        missingYeses: row.missing,
        asked: row.asked,
        checkedAt: row.checked_at,
        reviewBy: row.review_by,
        changedAt: row.changed_at,
        stewards: of,
        mine: of.some((each) => each.acceptedAt !== null && edits.has(each.id)),
      }
    }),
  }
}

export type Revision = {
  readonly version: number
  readonly by: string | null
  readonly at: Date
  readonly reason: string | null
}

/** Who saved which version and why, newest first; the words of a version stay sealed. */
export async function listRevisions(tx: Tx, vault: Vault, id: string): Promise<readonly Revision[]> {
  const sealer = await sealerOfItem(tx, vault, id)
  const rows = await tx
    .selectFrom('knowledge_item_revisions')
    .select(['version', 'saved_by', 'saved_at', 'reason_sealed'])
    .where('item_id', '=', id)
    .orderBy('version', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    version: row.version,
    by: row.saved_by,
    at: row.saved_at,
    reason: row.reason_sealed === null ? null : sealer.open(fields.revisionReason(row.version), row.reason_sealed),
  }))
}
