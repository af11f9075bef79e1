import { sql } from 'kysely'
import { thresholds } from '../../../lib/disclosure/thresholds.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { tellOrigins } from '../../knowledge/public.ts'
import { countHeld, getRound, listLinkedItems } from './interviews.sql.ts'
import './interviews.tables.ts'
import '../releases/releases.tables.ts'
import { resultPaths } from '../results/results.paths.ts'

/**
 * Puts on the square what followed from a wave: talks, from five on, and the items that came of them; beside each item stands
 * the poll that it came from. Nothing of it is there while the wave itself is not let out.
 */
export async function tellWhatFollowed(tx: Tx, waveId: string): Promise<void> {
  const { series, slug, title, label } = await getRound(tx, waveId)
  const released = await tx
    .selectFrom('square.poll_releases')
    .select('document')
    .where('series', '=', series)
    .where('wave', '=', slug)
    .executeTakeFirst()
  const items = released === undefined ? [] : await listLinkedItems(tx, waveId)
  const held = released === undefined ? 0 : await countHeld(tx, waveId)
  // So few people could be pointed at.
  const interviews = held < thresholds.polls.cell ? null : held
  const respondents = released?.document.findings.response.respondents ?? null
  await tx.deleteFrom('square.poll_interviews').where('series', '=', series).where('wave', '=', slug).execute()
  if (items.length > 0 || interviews !== null)
    await tx
      .insertInto('square.poll_interviews')
      .values({ series, wave: slug, interviews, items: [...items] })
      .execute()
  const path = resultPaths.wave(series, slug)
  await tellOrigins(tx, { path, title, label, respondents, interviews }, items)
  await sql`select pg_notify('square', '')`.execute(tx)
}
