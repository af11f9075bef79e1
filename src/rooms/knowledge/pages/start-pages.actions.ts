import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import { changedMeanwhile } from '../problems.ts'
import type { StartKey, StartPage } from './start-pages.rules.ts'
import './start-pages.tables.ts'

/**
 * Writes a start page as a whole and puts it on the square, with who changed it and why.
 * @param change `version` is the one that was read; 0 for a page that nobody filled yet. `by` is null from the command line.
 * @throws Problem changed-meanwhile when somebody was first
 */
export async function saveStartPage(
  tx: Tx,
  key: StartKey,
  page: StartPage,
  change: { readonly version: number; readonly reason: string; readonly by: string | null },
  now: Date,
): Promise<void> {
  const kept = await tx
    .selectFrom('knowledge_start_pages')
    .select('version')
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst()
  if ((kept?.version ?? 0) !== change.version) throw changedMeanwhile()
  const version = change.version + 1
  const texts = { title_nl: page.title.nl, title_en: page.title.en, lead_nl: page.lead.nl, lead_en: page.lead.en }
  const rows = page.sections.map((section, at) => ({
    key,
    position: at + 1,
    heading_nl: section.heading.nl,
    heading_en: section.heading.en,
    sentence_nl: section.sentence.nl,
    sentence_en: section.sentence.en,
    item_ids: [...section.items],
  }))

  if (kept)
    await tx
      .updateTable('knowledge_start_pages')
      .set({ ...texts, version, changed_at: now })
      .where('key', '=', key)
      .execute()
  else
    await tx
      .insertInto('knowledge_start_pages')
      .values({ key, ...texts, version, changed_at: now })
      .execute()
  await tx.deleteFrom('knowledge_start_sections').where('key', '=', key).execute()
  if (rows.length > 0) await tx.insertInto('knowledge_start_sections').values(rows).execute()
  await tx
    .insertInto('knowledge_start_changes')
    .values({
      key,
      version,
      content: JSON.stringify(page),
      reason: change.reason,
      changed_by: change.by,
      changed_for: sql<string | null>`house.knowledge_speaks_for()`,
      changed_at: now,
    })
    .execute()

  await tx.deleteFrom('square.start_pages').where('key', '=', key).execute()
  await tx
    .insertInto('square.start_pages')
    .values({ key, ...texts, changed_at: now })
    .execute()
  if (rows.length > 0) await tx.insertInto('square.start_sections').values(rows).execute()
  await sql`select pg_notify('square', '')`.execute(tx)
  await record(tx, 'knowledge.start-page-changed', key, now, { version })
}
