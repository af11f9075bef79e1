import { may } from '../../platform/http/access.ts'
import { page, type Route } from '../../platform/http/routes.ts'
import { failedJobs, jobCounts } from '../../platform/jobs/jobs.ts'
import { openMailRoom, troubledLetters } from '../../platform/mail/mail.ts'
import { OperationPage } from './operation.views.tsx'
import { organisationRoutes } from './organisations.web.tsx'
import { paths } from './paths.ts'
import { peopleRoutes } from './people.web.tsx'

/** The pages for administrators. */
export const administrationRoutes: readonly Route[] = [
  ...peopleRoutes,
  ...organisationRoutes,
  page(paths.operation, { who: may('administrator'), rate: 'reading', data: 'none' }, async (visit) => {
    const { vault, origin, config } = visit.platform
    const room = openMailRoom({ vault, origin, smtpUrl: config.smtpUrl })
    const operation = await visit.house(async (tx) => ({
      mail: await room.mailState(tx),
      troubled: await troubledLetters(tx, 50),
      jobs: await jobCounts(tx),
      failed: await failedJobs(tx, 50),
    }))
    return visit.html(<OperationPage frame={visit.frame()} operation={operation} />)
  }),
]
