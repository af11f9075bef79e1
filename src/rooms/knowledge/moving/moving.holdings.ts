import { sql } from 'kysely'
import { bothLanguages } from '../../../lib/words.ts'
import type { RetentionRule } from '../../../platform/jobs/retention.ts'
import type { DataEntry } from '../../../platform/room.ts'
import './moving.tables.ts'

/** What moving a site in keeps. */
export const movingData: readonly DataEntry[] = [
  {
    column: 'knowledge_moving_pages.page_sealed',
    class: 'none',
    purpose: 'addresses of pages of a site that is being read',
    keep: 'until all pages were read, 30 days at most',
  },
  {
    column: 'knowledge_moving_pages.outcome_sealed',
    class: 'special',
    purpose: 'what a public page of a partner’s site says, before an editor looks at it',
    keep: 'until all pages were read, 30 days at most',
    notInCopy: 'it is a page that a partner published elsewhere, and is not kept by person',
    afterErasure: 'all of it, for 30 days at most: it is a page that a partner published elsewhere, not an account',
  },
]

const most = 50

/** A site of which the reading was laid aside halfway. */
export const movingRetention: readonly RetentionRule[] = [
  {
    name: 'knowledge.moving-pages',
    what: bothLanguages('Pagina’s van een site die niet verder is gelezen', 'Pages of a site that was not read on'),
    keep: '30 days',
    async run(tx, now, dryRun) {
      const due = await sql<{ id: string }>`
        select distinct p.run_id as id from knowledge_moving_pages p join knowledge_harvest_runs r on r.id = p.run_id
         where r.started_at < ${new Date(now.getTime() - 30 * 86_400_000)} limit ${dryRun ? null : most}`.execute(tx)
      const runs = due.rows.map((row) => row.id)
      if (runs.length > 0 && !dryRun)
        await tx.deleteFrom('knowledge_moving_pages').where('run_id', 'in', runs).execute()
      return runs.length
    },
  },
]
