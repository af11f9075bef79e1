import { sql } from 'kysely'
import type { Lang } from '../../../lib/words.ts'
import type { SquareDb } from '../../../platform/db/database.ts'

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    'square.term_items': { term: string; items: number }
  }
}

export type NearTitle = { readonly slug: string; readonly type: string; readonly title: string; readonly lang: Lang }

type Known = {
  /** How many items stand under a theme, role or kind. */
  readonly terms: Readonly<Record<string, number>>
  /** In how many items a word stands. */
  readonly words: Readonly<Record<string, number>>
  readonly titles: readonly NearTitle[]
}

// Beginnings that many titles share: any of them will do.
const lookedAt = 200

/**
 * All that suggestions need of the square, in one question.
 * @param titled a tsquery over the words of titles; those that begin with `first` stand before the others, then the newest
 */
export async function findKnown(
  db: SquareDb,
  asked: { readonly words: readonly string[]; readonly titled: string; readonly first: string; readonly most: number },
): Promise<Known> {
  const { rows } = await sql<Known>`
    select coalesce((select json_object_agg(t.term, t.items) from square.term_items t), '{}') as terms,
           coalesce((select json_object_agg(w.word, w.items) from square.words w where w.word = any(${[...asked.words]}::text[])), '{}') as words,
           coalesce((select json_agg(json_build_object('slug', n.slug, 'type', n.type, 'title', n.title, 'lang', n.lang) order by n.later, n.published_at desc, n.slug)
              from (select i.slug, i.type, i.title, i.lang, i.published_at, not starts_with(lower(i.title), ${asked.first}) as later
                      from (select slug, type, title, lang, published_at from square.items
                             where square.plain_words(title) @@ ${asked.titled}::tsquery limit ${lookedAt}) i
                     order by later, i.published_at desc, i.slug limit ${asked.most}) n), '[]') as titles`.execute(db)
  return rows[0] ?? { terms: {}, words: {}, titles: [] }
}
