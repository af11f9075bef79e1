import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Comparability } from '../findings/findings.ts'
import type { Level } from './comparability.rules.ts'
import '../tables.ts'

/** What was said about a wave and an earlier one; null before anybody did. */
export async function findComparability(
  tx: Tx,
  wave: string,
  earlier: string,
): Promise<{ readonly level: Level; readonly reason: Said; readonly at: Date } | null> {
  const row = await tx
    .selectFrom('surveys_comparabilities')
    .select(['level', 'reason', 'declared_at as at'])
    .where('wave_id', '=', wave)
    .where('earlier_id', '=', earlier)
    .executeTakeFirst()
  return row ?? null
}

/** The bridges between a wave and an earlier one, by question. */
export async function listBridges(tx: Tx, wave: string, earlier: string): Promise<ReadonlyMap<string, Said>> {
  const rows = await tx
    .selectFrom('surveys_bridges')
    .select(['question', 'words'])
    .where('wave_id', '=', wave)
    .where('earlier_id', '=', earlier)
    .orderBy('question')
    .execute()
  return new Map(rows.map(({ question, words }) => [question, words]))
}

/** Everything that was declared about a wave, as the analysis takes it: an earlier wave that is absent is not compared with. */
export async function listComparabilities(tx: Tx, wave: string): Promise<readonly Comparability[]> {
  const rows = await tx
    .selectFrom('surveys_comparabilities as c')
    .innerJoin('surveys_waves as w', 'w.id', 'c.earlier_id')
    .select(['c.earlier_id as earlier', 'c.level', 'c.reason'])
    .where('c.wave_id', '=', wave)
    .orderBy('w.number')
    .execute()
  const found: Comparability[] = []
  for (const { earlier, level, reason } of rows)
    found.push({ wave: earlier, level, reason, bridges: Object.fromEntries(await listBridges(tx, wave, earlier)) })
  return found
}
