import type { Day } from '../../../lib/days.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import './checks.tables.ts'
import type { Details } from '../kinds/kinds.rules.ts'
import { afterLook, failedDaysUntilHeard, freshLink, linksIn, type LinkOutcome } from './link-checks.rules.ts'
import type { Source } from '../square.tables.ts'

export type LinkedItem = { readonly item: string; readonly links: readonly string[] }

/** Days after which the links of an item are tried again; those that fail are tried again the next day. */
const daysBetween = 7

/** Published items of which the links were not tried for longest. */
export async function listToTry(tx: Tx, most: number, today: Day, now: Date): Promise<readonly LinkedItem[]> {
  const { rows } = await sql<{ id: string; body_html: string; source: Source | null; details: Details }>`
    select i.id, s.body_html, s.source, s.details from knowledge_items i join square.items s on s.id = i.id
     where i.shelf_version is not null
       and (i.links_seen_at is null or i.links_seen_at < ${new Date(now.getTime() - daysBetween * 86_400_000)}
         or exists (select from knowledge_link_checks l where l.item_id = i.id and l.seen_on < ${today}::date))
     order by i.links_seen_at nulls first, i.id limit ${most}`.execute(tx)
  return rows.map((row) => ({
    item: row.id,
    links: linksIn(row.body_html, [row.source?.link, ...Object.values(row.details).flat()]),
  }))
}

/** Notes what a look at all links of an item gave. A link that works, or is no longer there, is forgotten. */
export async function noteLooks(
  tx: Tx,
  item: string,
  looks: readonly { readonly link: string; readonly outcome: LinkOutcome }[],
  today: Day,
  now: Date,
): Promise<void> {
  const watched = await tx.selectFrom('knowledge_link_checks').selectAll().where('item_id', '=', item).execute()
  for (const { link } of watched)
    if (!looks.some((look) => look.link === link))
      await tx.deleteFrom('knowledge_link_checks').where('item_id', '=', item).where('link', '=', link).execute()
  for (const { link, outcome } of looks) {
    const known = watched.find((each) => each.link === link)
    const before = known
      ? { failedDays: known.failed_days, failedSince: known.failed_since, lastFailed: known.last_failed }
      : freshLink
    const state = afterLook(before, outcome, today)
    if (state.failedDays === 0) {
      await tx.deleteFrom('knowledge_link_checks').where('item_id', '=', item).where('link', '=', link).execute()
      continue
    }
    const row = {
      seen_on: today,
      failed_days: state.failedDays,
      failed_since: state.failedSince,
      last_failed: state.lastFailed,
      broken_at: known?.broken_at ?? (state.failedDays >= failedDaysUntilHeard ? now : null),
    }
    await tx
      .insertInto('knowledge_link_checks')
      .values({ item_id: item, link, ...row })
      .onConflict((conflict) => conflict.columns(['item_id', 'link']).doUpdateSet(row))
      .execute()
  }
  await tx.updateTable('knowledge_items').set({ links_seen_at: now }).where('id', '=', item).execute()
}
