import { sql } from 'kysely'
import type { Lang } from '../../../lib/words.ts'
import type { SquareDb, Tx } from '../../../platform/db/database.ts'
import { startKeys, startPaths, type StartKey, type StartPage } from './start-pages.rules.ts'
import './start-pages.tables.ts'
import { startWords } from './start-pages.text.ts'

/** An item as a start page shows it. */
export type ShownItem = {
  readonly id: string
  readonly slug: string
  readonly type: string
  readonly title: string
  readonly summary: string
  readonly lang: Lang
}

/** A section on the square: of its items those that stand there now, in their order. */
export type ShownSection = {
  readonly position: number
  readonly heading: string
  readonly sentence: string
  readonly items: readonly ShownItem[]
}

// Sections have the same columns on both sides; a reader gets one language.
const sectionsOf = (lang: Lang) => sql<readonly ShownSection[]>`(
  select coalesce(json_agg(json_build_object('position', s.position,
           'heading', ${sql.ref(`s.heading_${lang}`)}, 'sentence', ${sql.ref(`s.sentence_${lang}`)},
           'items', (select coalesce(json_agg(json_build_object('id', i.id, 'slug', i.slug, 'type', i.type, 'title', i.title,
                              'summary', i.summary, 'lang', i.lang) order by chosen.at), '[]')
                       from unnest(s.item_ids) with ordinality as chosen(id, at) join square.items i on i.id = chosen.id))
           order by s.position), '[]')
    from square.start_sections s where s.key = square.start_pages.key)`

/** @returns undefined while nobody has filled the page. */
export const findStartPage = (db: SquareDb, key: StartKey, lang: Lang) =>
  db
    .selectFrom('square.start_pages')
    .select([`title_${lang} as title`, `lead_${lang} as lead`])
    .select(sectionsOf(lang).as('sections'))
    .where('key', '=', key)
    .executeTakeFirst()

/** What the pages are called on the square, by key; those that nobody filled are absent. */
export const listStartTitles = async (db: SquareDb, lang: Lang): Promise<ReadonlyMap<StartKey, string>> =>
  new Map(
    (
      await db
        .selectFrom('square.start_pages')
        .select(['key', `title_${lang} as title`])
        .execute()
    ).map((row) => [row.key, row.title]),
  )

/** The pages for one audience each, in their order, as they are called now. */
export async function audiencePages(db: SquareDb, lang: Lang) {
  const titles = await listStartTitles(db, lang)
  return startKeys
    .filter((key) => key !== 'basics')
    .map((key) => ({ path: startPaths[key], title: titles.get(key) ?? startWords[lang].pages[key].title }))
}

/** A page as its editors have it, with the number of its version; null while nobody has filled it. */
export async function readStartPage(tx: Tx, key: StartKey): Promise<(StartPage & { readonly version: number }) | null> {
  const row = await tx.selectFrom('knowledge_start_pages').selectAll().where('key', '=', key).executeTakeFirst()
  if (!row) return null
  const sections = await tx
    .selectFrom('knowledge_start_sections')
    .selectAll()
    .where('key', '=', key)
    .orderBy('position')
    .execute()
  return {
    version: row.version,
    title: { nl: row.title_nl, en: row.title_en },
    lead: { nl: row.lead_nl, en: row.lead_en },
    sections: sections.map((each) => ({
      heading: { nl: each.heading_nl, en: each.heading_en },
      sentence: { nl: each.sentence_nl, en: each.sentence_en },
      items: each.item_ids,
    })),
  }
}

/** The last ten changes of a page, the newest first. */
export const listStartChanges = (tx: Tx, key: StartKey) =>
  tx
    .selectFrom('knowledge_start_changes')
    .select(['version', 'reason', 'changed_for', 'changed_at'])
    .where('key', '=', key)
    .orderBy('version', 'desc')
    .limit(10)
    .execute()

export type StartChange = Awaited<ReturnType<typeof listStartChanges>>[number]

/** When each page was changed last; a page that nobody filled is absent. */
export const listStartPages = (tx: Tx) =>
  tx.selectFrom('knowledge_start_pages').select(['key', 'title_nl', 'title_en', 'changed_at']).execute()

/** The items on the square with these path words or ids, in the order given; what does not stand there is left out. */
export async function listShownItems(
  db: SquareDb | Tx,
  by: 'slug' | 'id',
  wanted: readonly string[],
): Promise<readonly ShownItem[]> {
  if (wanted.length === 0) return []
  const rows = await db
    .selectFrom('square.items')
    .select(['id', 'slug', 'type', 'title', 'summary', 'lang'])
    .where(by, 'in', [...wanted])
    .execute()
  return rows.toSorted((a, b) => wanted.indexOf(a[by]) - wanted.indexOf(b[by]))
}
