import type { Tx } from '../../../platform/db/database.ts'
import './old-polls.tables.ts'

export const listOldPolls = (tx: Tx) =>
  tx
    .selectFrom('surveys_old_polls')
    .select(['id', 'title', 'year', 'source'])
    .orderBy('year', 'desc')
    .orderBy('title')
    .execute()

const columns = [
  'id',
  'title',
  'year',
  'source',
  'least',
  'most',
  'population',
  'complete',
  'decimals',
  'answers',
] as const

export const findOldPoll = (tx: Tx, id: string) =>
  tx.selectFrom('surveys_old_polls').select(columns).where('id', '=', id).executeTakeFirst()

/** Those of other years or groups that one can be held against. */
export const listOtherOldPolls = (tx: Tx, id: string) =>
  tx
    .selectFrom('surveys_old_polls')
    .select(columns)
    .where('id', '<>', id)
    .orderBy('year', 'desc')
    .orderBy('title')
    .limit(50)
    .execute()
