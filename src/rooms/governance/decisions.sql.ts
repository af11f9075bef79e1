import { sql } from 'kysely'
import type { SquareDb } from '../../platform/db/database.ts'
import './tables.ts'

/** Who holds a seat now, longest first. */
export const listSeated = (db: SquareDb) =>
  db
    .selectFrom('square.seats')
    .select(['id', 'name', 'since', sql<string>`until::text`.as('until')])
    .orderBy('since')
    .orderBy('id')
    .execute()

const mostDecided = 200

/** The proposals that run, and those that were decided, newest first. */
export const listDecisions = (db: SquareDb) =>
  db
    .selectFrom('square.decisions')
    .select(['id', 'title', 'organisation', 'opened_at', 'deadline', 'outcome', 'decided_at', 'waiting'])
    .orderBy(sql`outcome is not null`)
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(mostDecided)
    .execute()

export const findDecision = (db: SquareDb, id: string) =>
  db.selectFrom('square.decisions').selectAll().where('id', '=', id).executeTakeFirst()
