import { sql } from 'kysely'
import { bothLanguages } from '../../lib/words.ts'
import type { RetentionRule } from '../../platform/jobs/retention.ts'

const oneYear = 365 * 86_400_000

export const retention: readonly RetentionRule[] = [
  {
    name: 'experts.viewings',
    what: bothLanguages('Wanneer het adviespunt een profiel opende', 'When the advice desk opened a profile'),
    keep: '1 year after it was opened',
    async run(tx, now, dryRun) {
      const before = new Date(now.getTime() - oneYear)
      if (dryRun) {
        const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from house.experts_viewings where viewed_at < ${before}`.execute(tx)
        return rows[0]?.n ?? 0
      }
      const { rows } = await sql<{ id: string }>`
        delete from house.experts_viewings
         where id in (select id from house.experts_viewings where viewed_at < ${before} order by viewed_at limit 1000)
        returning id`.execute(tx)
      return rows.length
    },
  },
]
