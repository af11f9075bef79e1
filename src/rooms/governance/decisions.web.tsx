import { squarePage, type Route } from '../../platform/http/routes.ts'
import { findDecision, listDecisions, listSeated } from './decisions.sql.ts'
import { DecisionPage, DecisionsPage } from './decisions.views.tsx'
import { paths } from './paths.ts'
import { unknown } from './problems.ts'
import { isId } from './seats.sql.ts'

/** Who holds a seat, what they are asked, and what they said. */
export const decisionRoutes: readonly Route[] = [
  squarePage(paths.decisions, {}, async (visit) => {
    const [seated, decisions] = await visit.square(
      async (db) => [await listSeated(db), await listDecisions(db)] as const,
    )
    return visit.html(<DecisionsPage frame={visit.frame()} seated={seated} decisions={decisions} />)
  }),
  squarePage(paths.decision(':proposal'), {}, async (visit) => {
    const id = visit.param('proposal')
    const decision = isId(id) ? await visit.square((db) => findDecision(db, id)) : undefined
    if (!decision) throw unknown()
    return visit.html(<DecisionPage frame={visit.frame()} decision={decision} />)
  }),
]
