import { sql } from 'kysely'
import type { SquareDb, Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import { placeRequests } from './companions.sql.ts'
import { unknown } from '../problems.ts'
import '../square.tables.ts'

/** Questions of research that are not answered yet, by title: to which of them a question of the desk may belong. */
export const listResearchQuestions = (db: SquareDb | Tx) =>
  db
    .selectFrom('square.items')
    .select(['id', 'title', 'lang'])
    .where('type', '=', 'researchQuestion')
    .where(sql<boolean>`details->>'questionStatus' is distinct from 'answered'`)
    .orderBy(sql`lower(title)`)
    .limit(200)
    .execute()

/**
 * The desk closes a question to which a question of research belongs: counted, and of which question is not kept. For
 * readers there is a number from five on. Once for each question of the desk: the caller closes it in the same transaction.
 * @param item one of `listResearchQuestions`
 * @throws Problem not-found when it is none of them (any more)
 */
export async function countForResearch(tx: Tx, item: string, now: Date): Promise<void> {
  if (!(await listResearchQuestions(tx)).some(({ id }) => id === item)) throw unknown()
  await sql`select house.knowledge_count_request(${item}::uuid)`.execute(tx)
  await placeRequests(tx, item)
  await record(tx, 'knowledge.request-counted', item, now)
}
