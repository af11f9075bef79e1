import { sql } from 'kysely'
import { quoted } from '../../../lib/dutch/vector.ts'
import type { Lang } from '../../../lib/words.ts'
import type { SquareDb, Tx } from '../../../platform/db/database.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { frequencies } from '../search/frequencies.sql.ts'
import { fields, itemHolder } from '../items/items.sql.ts'
import type { Source, Steward } from '../square.tables.ts'
import '../moving/moving.tables.ts'
import '../tables.ts'

/** Another item that may be about the same: on the square (with its path word), or a draft of one's own. */
export type OtherItem = {
  readonly id: string
  readonly slug: string | null
  readonly title: string
  readonly lang: Lang
  readonly stewards: readonly Steward[]
  readonly links: readonly string[]
}

// So many are held against what is typed; they are in the order of the words they share.
const mostShared = 200
// A word in more titles than this finds nothing by itself.
const common = 3_000

/**
 * Items on the square whose titles share words with these, or parts of words, most first; and those about one of the links.
 * @param stems of the title and of the parts of its words
 * @param links as they may be written; @param address the link as an old address
 */
export async function listSharing(
  db: SquareDb,
  stems: readonly string[],
  links: readonly string[],
  address: string | null,
): Promise<readonly OtherItem[]> {
  const { of } = await frequencies(db)
  const rare = stems.filter((stem) => (of.get(stem) ?? 0) <= common)
  const chosen = rare.length > 0 ? rare : stems
  // A and B are the words of a title and their parts; the first passage is the one that has it.
  const asked = chosen.map((stem) => `${quoted(stem)}:AB`).join(' | ')
  const shared = sql`
    select p.item_id, ts_rank('{0,0,0.6,1}', p.vector, ${asked}::tsquery) as rank from square.passages p
     where p.position = 0 and p.vector @@ ${asked}::tsquery order by rank desc, p.item_id limit ${mostShared}`
  const { rows } = await sql<OtherItem & { link: string | null; stood: string | null }>`
    with found as (
      ${asked === '' ? sql`select null::uuid as item_id, 0::real as rank where false` : sql`(${shared})`}
      union all select i.id, 2 from square.items i where i.source ->> 'link' = any(${links}::text[])
      union all select o.item_id, 2 from square.old_addresses o where o.address = ${address}
    )
    select i.id, i.slug, i.title, i.lang, i.stewards, i.source ->> 'link' as link,
           (select 'https://' || o.address from square.old_addresses o where o.address = ${address} and o.item_id = i.id) as stood
      from (select item_id, max(rank) as rank from found group by item_id) f join square.items i on i.id = f.item_id
     order by f.rank desc, i.id`.execute(db)
  return rows.map(({ link, stood, ...row }) => ({ ...row, links: [link, stood].filter((each) => each !== null) }))
}

// The newest changed: who has more drafts than this waiting, works through them from the list.
const mostDrafts = 500

/** Drafts of the actor's own organisations that never stood on the square. */
export async function listOwnDrafts(
  tx: Tx,
  vault: Vault,
  organisations: readonly string[],
): Promise<readonly OtherItem[]> {
  const rows = await tx
    .selectFrom('knowledge_items as i')
    .select(['i.id', 'i.lang', 'i.title_sealed', 'i.source_sealed'])
    .where('i.shelf_version', 'is', null)
    .where('i.state', '<>', 'withdrawn')
    .where((each) =>
      each.exists(
        each
          .selectFrom('knowledge_item_stewards as s')
          .select('s.item_id')
          .whereRef('s.item_id', '=', 'i.id')
          .where('s.organisation_id', 'in', organisations),
      ),
    )
    .orderBy('i.changed_at', 'desc')
    .limit(mostDrafts)
    .execute()
  const sealers = await vault.sealersOf(
    tx,
    rows.map((row) => itemHolder(row.id)),
  )
  return rows.flatMap((row) => {
    const sealer = sealers.get(itemHolder(row.id))
    if (!sealer) return []
    const source =
      row.source_sealed === null ? null : (JSON.parse(sealer.open(fields.source, row.source_sealed)) as Source)
    return [
      {
        id: row.id,
        slug: null,
        title: sealer.open(fields.title, row.title_sealed),
        lang: row.lang,
        stewards: [],
        links: source?.link === undefined ? [] : [source.link],
      },
    ]
  })
}
