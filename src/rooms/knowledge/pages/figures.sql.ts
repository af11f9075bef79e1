import type { SquareDb } from '../../../platform/db/database.ts'
import { standings, type Standing } from '../freshness/checks.rules.ts'
import '../square.tables.ts'

/** How many items on the square stand where. */
export async function countStandings(db: SquareDb): Promise<Readonly<Record<Standing, number>>> {
  const rows = await db
    .selectFrom('square.items')
    .select(['standing', (each) => each.cast<number>(each.fn.countAll(), 'integer').as('items')])
    .groupBy('standing')
    .execute()
  const count = (standing: Standing) => rows.find((row) => row.standing === standing)?.items ?? 0
  return Object.fromEntries(standings.map((each) => [each, count(each)])) as Record<Standing, number>
}
