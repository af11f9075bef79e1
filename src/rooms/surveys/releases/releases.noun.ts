import { feedbackRoutes } from '../results/feedback.web.tsx'
import { byResearcher } from '../holdings.ts'
import type { Noun } from '../noun.ts'
import { constraints } from './releases.problems.ts'
import { releaseFileJobs } from './release-files.jobs.ts'
import './releases.tables.ts'
import { releaseRoutes } from './releases.web.tsx'
import { reportJobs } from '../results/report.jobs.tsx'
import { resultApi } from '../results/results.api.ts'
import { resultRoutes } from '../results/results.web.tsx'

export const releases: Noun = {
  jobs: { on: { ...releaseFileJobs.on, ...reportJobs.on }, daily: { ...reportJobs.daily } },
  routes: [...resultRoutes, ...resultApi, ...releaseRoutes, ...feedbackRoutes],
  constraints,
  dataMap: [
    byResearcher('surveys_releases.proposed_by', 'who proposed a release'),
    byResearcher('surveys_releases.decided_by', 'who let a release out, or refused it'),
    byResearcher('surveys_releases.withdrawn_by', 'who took a release back'),
  ],
  async exportPerson(tx, _vault, person) {
    const by = (
      column: 'proposed_by' | 'decided_by' | 'withdrawn_by',
      at: 'proposed_at' | 'decided_at' | 'withdrawn_at',
    ) =>
      tx
        .selectFrom('surveys_releases')
        .select(['series', 'wave', 'number', `${at} as at`])
        .where(column, '=', person)
        .orderBy(at)
        .execute()
    return {
      releasesProposed: await by('proposed_by', 'proposed_at'),
      releasesDecided: await by('decided_by', 'decided_at'),
      releasesWithdrawn: await by('withdrawn_by', 'withdrawn_at'),
    }
  },
  async erasePerson(tx, _vault, person) {
    for (const column of ['proposed_by', 'decided_by', 'withdrawn_by'] as const)
      await tx
        .updateTable('surveys_releases')
        .set({ [column]: null })
        .where(column, '=', person)
        .execute()
  },
}
