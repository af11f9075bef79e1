import type { Route } from '../../platform/http/routes.ts'
import { deskPageRoutes } from './desk.web.tsx'
import { draftingRoutes } from './drafting.web.tsx'
import { duoPageRoutes } from './duo.web.tsx'
import { endingRoutes } from './endings.web.tsx'
import { evaluationRoutes } from './evaluation.web.tsx'
import { harvestRoutes } from './harvest.web.tsx'
import { invitationRoutes } from './invitation.web.tsx'
import { teamRoutes } from './team.web.tsx'
import { divideRoutes } from './triage.web.tsx'
import { writingRoutes } from './writing.web.tsx'

/** Everything the desk does by page. */
export const deskRoutes: readonly Route[] = [
  ...deskPageRoutes,
  ...writingRoutes,
  ...divideRoutes,
  ...endingRoutes,
  ...teamRoutes,
  ...harvestRoutes,
]

/** Everything that those who answer do by page. */
export const duoRoutes: readonly Route[] = [
  ...invitationRoutes,
  ...duoPageRoutes,
  ...draftingRoutes,
  ...evaluationRoutes,
]
