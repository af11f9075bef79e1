import type { SquareDb } from '../../../platform/db/database.ts'
import { itemsOnSquare } from '../../knowledge/public.ts'
import './interviews.tables.ts'

/** What followed from a wave, as everybody may see it; null when nothing did, or too little to tell. */
export async function findFollowed(db: SquareDb, series: string, wave: string) {
  const row = await db
    .selectFrom('square.poll_interviews')
    .select(['interviews', 'items'])
    .where('series', '=', series)
    .where('wave', '=', wave)
    .executeTakeFirst()
  if (row === undefined) return null
  const items = await itemsOnSquare(db, 'id', row.items)
  return items.length === 0 && row.interviews === null ? null : { interviews: row.interviews, items }
}
export type Followed = NonNullable<Awaited<ReturnType<typeof findFollowed>>>
