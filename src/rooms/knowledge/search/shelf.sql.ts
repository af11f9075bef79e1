import { sql } from 'kysely'
import type { Pictures } from '../../../lib/rich-text/render.ts'
import { searchVector, wordVersion } from '../../../lib/dutch/vector.ts'
import { vocabularyOf } from '../../../lib/dutch/vocabulary.ts'
import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { labelOf } from '../../terms/public.ts'
import { fieldLexicon } from './lexicon.ts'
import { blocksOf, renderMarkdown } from '../items/markdown.ts'
import { passagesOf, type Passage } from '../items/passages.rules.ts'
import { facetsOf } from './search.facets.ts'
import { wordsIn, type Details } from '../kinds/kinds.rules.ts'
import type { Provenance, Source, Steward } from '../square.tables.ts'

/** An item as it goes to the square: finished, with nothing in it that points at a person who did not choose so. */
export type ShelfItem = {
  readonly id: string
  readonly slug: string
  readonly type: string
  readonly title: string
  readonly summary: string
  readonly lang: Lang
  readonly bodyMarkdown: string
  /** The pictures that it shows; absent: none. */
  readonly pictures?: Pictures
  readonly stewards: readonly Steward[]
  readonly themes: readonly string[]
  readonly roles: readonly string[]
  readonly audiences: readonly string[]
  readonly regions?: readonly string[]
  readonly details?: Details
  readonly authors: readonly string[]
  readonly source: Source | null
  readonly provenance: Provenance
  readonly licence: string
  readonly sensitive: boolean
  /** ISO day, or null when it is not known. */
  readonly writtenOn: string | null
  readonly changedAt: Date
  readonly checkedAt: Date
  readonly publishedAt: Date
  readonly version: number
  /** The Dutch path of its page when another room has it; absent: the page is made here, of `bodyMarkdown`. */
  readonly page?: string
}

// An item is also found by the names of its themes and roles, in its own language, and by who made, gives or pays it.
const subjectsOf = (item: ShelfItem) =>
  [...[...item.themes, ...item.roles].map((id) => labelOf(id, item.lang)), ...wordsIn(item.details ?? {})].join('\n')

// Publishing is rare and short: one at a time keeps the counts of words right without deadlocks.
const shelfLock = 5_031_977

const wordsOf = (title: string, summary: string, passages: readonly { heading: string | null; text: string }[]) =>
  vocabularyOf([title, summary, ...passages.flatMap((passage) => [passage.heading ?? '', passage.text])].join('\n'))

/** The first passage carries the title and the summary; the others are found by what they say themselves. */
const passagesFor = (item: ShelfItem): readonly Passage[] => {
  const [first, ...rest] = passagesOf([{ heading: null, text: item.summary }, ...blocksOf(item.bodyMarkdown)])
  return first ? [first, ...rest] : []
}

/**
 * Puts items on the shelf, or replaces them: the rows, their passages, the words for typing errors, and the sign to every
 * process that the square changed. All in the transaction of the caller. No item is given twice.
 */
export async function placeOnShelf(tx: Tx, ...items: readonly ShelfItem[]): Promise<void> {
  if (items.length === 0) return
  await sql`select pg_advisory_xact_lock(${shelfLock})`.execute(tx)
  const ids = items.map((item) => item.id)
  const there = await tx.selectFrom('square.items').select('id').where('id', 'in', ids).execute()
  for (const { id } of there) await removeRows(tx, id)
  await tx.deleteFrom('square.withdrawn_items').where('id', 'in', ids).execute()
  const lexicon = await fieldLexicon()
  const shelved = items.map((item) => ({ item, passages: passagesFor(item) }))
  await tx
    .insertInto('square.items')
    .values(
      items.map((item) => ({
        id: item.id,
        slug: item.slug,
        type: item.type,
        title: item.title,
        summary: item.summary,
        lang: item.lang,
        body_html: renderMarkdown(item.bodyMarkdown, item.pictures),
        stewards: JSON.stringify(item.stewards),
        steward_slugs: item.stewards.map((steward) => steward.slug),
        themes: [...item.themes],
        roles: [...item.roles],
        audiences: [...item.audiences],
        regions: [...(item.regions ?? [])],
        details: JSON.stringify(item.details ?? {}),
        authors: [...item.authors],
        source: JSON.stringify(item.source),
        provenance: item.provenance,
        licence: item.licence,
        sensitive: item.sensitive,
        written_on: item.writtenOn,
        changed_at: item.changedAt,
        checked_at: item.checkedAt,
        published_at: item.publishedAt,
        version: item.version,
        page: item.page ?? null,
      })),
    )
    .execute()
  const rows = shelved.flatMap(({ item, passages }) =>
    passages.map((passage) => ({
      item: item.id,
      position: passage.position,
      heading: passage.heading,
      text: passage.text,
      vector: searchVector(
        {
          title: passage.position === 0 ? item.title : '',
          heading: passage.heading ?? '',
          body: passage.position === 0 ? `${passage.text}\n${subjectsOf(item)}` : passage.text,
        },
        lexicon,
      ),
      facets: facetsOf(item),
    })),
  )
  await sql`
    insert into square.passages (item_id, position, heading, text, vector, facets, word_version)
    select r.item, r.position, r.heading, r.text, r.vector::tsvector, r.facets, ${wordVersion}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as r(item uuid, position int, heading text, text text, vector text, facets text)`.execute(tx)
  const stewards = new Map(items.flatMap((item) => item.stewards.map((steward) => [steward.slug, steward])))
  await sql`
    insert into square.stewards (slug, name)
    select s.slug, s.name from jsonb_to_recordset(${JSON.stringify([...stewards.values()])}::jsonb) as s(slug text, name text)
    on conflict (slug) do update set name = excluded.name where square.stewards.name <> excluded.name`.execute(tx)
  await countWords(tx, shelved)
  await sql`select pg_notify('square', '')`.execute(tx)
}

async function countWords(
  tx: Tx,
  shelved: readonly { readonly item: ShelfItem; readonly passages: readonly Passage[] }[],
): Promise<void> {
  const counts = new Map<string, number>()
  for (const { item, passages } of shelved)
    for (const word of wordsOf(item.title, item.summary, passages)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const words = [...counts.keys()].sort()
  await sql`
    insert into square.words (word, items)
    select * from unnest(${words}::text[], ${words.map((word) => counts.get(word) ?? 0)}::int[])
    on conflict (word) do update set items = square.words.items + excluded.items`.execute(tx)
}

/**
 * Takes an item off the shelf: page, search, feeds and counts no longer know it, and it is listed as withdrawn. Nothing
 * happens when it is not there.
 */
export async function takeFromShelf(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${shelfLock})`.execute(tx)
  await sql`
    insert into square.withdrawn_items (id, slug, type, themes, at)
    select id, slug, type, themes, date_trunc('milliseconds', clock_timestamp() + (house.moment() - now())) from square.items where id = ${id}`.execute(
    tx,
  )
  await removeRows(tx, id)
  await sql`select pg_notify('square', '')`.execute(tx)
}

async function removeRows(tx: Tx, id: string): Promise<void> {
  const item = await tx.selectFrom('square.items').select(['title', 'summary']).where('id', '=', id).executeTakeFirst()
  if (!item) return
  const passages = await tx
    .selectFrom('square.passages')
    .select(['heading', 'text'])
    .where('item_id', '=', id)
    .execute()
  const words = [...wordsOf(item.title, item.summary, passages)]
  await sql`delete from square.words where word = any(${words}::text[]) and items = 1`.execute(tx)
  await sql`update square.words set items = items - 1 where word = any(${words}::text[])`.execute(tx)
  await tx.deleteFrom('square.items').where('id', '=', id).execute()
}
