import type { Lang } from '../../../lib/words.ts'
import type { SquareDb } from '../../../platform/db/database.ts'
import { labelOf } from '../../terms/public.ts'
import { listNewest } from '../items/items.square.sql.ts'
import { knowledgePaths } from '../square.paths.ts'

/** The newest items of the square as cards: finished words and a path. */
export const newestItems = async (db: SquareDb, lang: Lang, limit: number) =>
  (await listNewest(db, lang, limit)).map((hit) => ({
    path: knowledgePaths.item(hit.slug),
    kind: labelOf(hit.type, lang),
    title: hit.title,
    summary: hit.summary,
    lang: hit.lang,
    checkedAt: hit.checkedAt,
  }))
