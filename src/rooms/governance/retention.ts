import { sql } from 'kysely'
import { bothLanguages } from '../../lib/words.ts'
import type { RetentionRule } from '../../platform/jobs/retention.ts'

const thirtyDays = 30 * 86_400_000

export const retention: readonly RetentionRule[] = [
  {
    name: 'governance.invitations',
    what: bothLanguages('Uitnodigingen voor een zetel zonder ja', 'Invitations to a seat without a yes'),
    keep: '30 days after they were made',
    async run(tx, now, dryRun) {
      const due = sql<{ id: string }>`
        select id from house.governance_seats
         where answer is distinct from 'yes' and invited_at < ${new Date(now.getTime() - thirtyDays)}`
      if (dryRun) {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${due}) d`.execute(tx)
        return rows[0]?.n ?? 0
      }
      const { rows } = await sql<{ id: string }>`
        delete from house.governance_seats where id in (${due} limit 1000) returning id`.execute(tx)
      return rows.length
    },
  },
]
