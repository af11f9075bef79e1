import { bothLanguages } from '../../lib/words.ts'
import type { RetentionRule } from '../../platform/jobs/retention.ts'
import { forgetLinkAskings } from './lost-link.actions.ts'
import { keptMonths, terms } from './states.rules.ts'
import { anonymiseEvaluations, forgetRequests } from './time.actions.ts'

export const retention: readonly RetentionRule[] = [
  {
    name: 'advice.unconfirmed',
    what: bothLanguages('Vragen die niet zijn bevestigd', 'Questions that were not confirmed'),
    keep: `${terms.unconfirmed} days after asking`,
    run: (tx, now, dryRun) => forgetRequests(tx, 'unconfirmed', now, dryRun),
  },
  {
    name: 'advice.link-askings',
    what: bothLanguages('Vragen om een nieuwe link', 'Askings for a new link'),
    keep: '1 day, when no letter could be written',
    run: forgetLinkAskings,
  },
  {
    name: 'advice.requests',
    what: bothLanguages(
      'Vragen die voorbij zijn, met alles wat erbij hoort',
      'Questions that have ended, with all that belongs to them',
    ),
    keep: `${keptMonths.answered} months after the end; ${keptMonths.aside} months when withdrawn or silent`,
    run: (tx, now, dryRun) => forgetRequests(tx, 'ended', now, dryRun),
  },
  {
    name: 'advice.evaluations',
    what: bothLanguages('Woorden en namen bij terugblikken', 'Words and names of evaluations'),
    keep: '12 months after they were given; the scores stay without whose they were',
    run: anonymiseEvaluations,
  },
]
