import type { Tx } from '../../../platform/db/database.ts'
import './releases.tables.ts'

/** One proposal with what was decided about it. */
export const findProposal = (tx: Tx, id: string) =>
  tx.selectFrom('surveys_releases').selectAll().where('id', '=', id).executeTakeFirst()

/** All proposals and releases without their documents, newest first. */
export const listProposals = (tx: Tx) =>
  tx
    .selectFrom('surveys_releases')
    .select(({ ref }) => [
      'id',
      'series',
      'wave',
      'number',
      'reason',
      'proposed_by',
      'proposed_at',
      'outcome',
      'decided_at',
      'decision_reason',
      'withdrawn_at',
      'withdrawal_reason',
      ref('document', '->').key('series').key('title').as('title'),
      ref('document', '->').key('wave').key('label').as('label'),
    ])
    .orderBy('proposed_at', 'desc')
    .execute()

/** The highest number that a release of this wave has; 0 when there is none. */
export async function lastNumber(tx: Tx, series: string, wave: string): Promise<number> {
  const row = await tx
    .selectFrom('surveys_releases')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('series', '=', series)
    .where('wave', '=', wave)
    .executeTakeFirst()
  return row?.number ?? 0
}

/** When something of this series was let out last; null when nothing was. Withdrawn ones count: they have been seen. */
export async function lastOut(tx: Tx, series: string): Promise<Date | null> {
  const row = await tx
    .selectFrom('surveys_releases')
    .select(({ fn }) => fn.max('decided_at').as('at'))
    .where('series', '=', series)
    .where('outcome', '=', 'released')
    .executeTakeFirst()
  return row?.at ? new Date(row.at) : null
}

/** Every version of a wave that was let out, newest first. */
export const listVersions = (tx: Tx, series: string, wave: string) =>
  tx
    .selectFrom('surveys_releases')
    .select(['number', 'decided_at', 'reason'])
    .where('series', '=', series)
    .where('wave', '=', wave)
    .where('outcome', '=', 'released')
    .orderBy('number', 'desc')
    .execute()
