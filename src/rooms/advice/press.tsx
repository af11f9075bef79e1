import type { Tx } from '../../platform/db/database.ts'
import type { ActVisit, Departure } from '../../platform/http/visit.ts'
import { Problem, problemOfDatabase } from '../../platform/problems.ts'
import { namesOf } from '../accounts/public.ts'
import { findStanding } from './desk.sql.ts'
import { constraints } from './problems.ts'
import { standingWords } from './standing.text.ts'
import { TooLatePage } from './standing.views.tsx'

/**
 * Does what a button of the desk or the duo does. Who is refused because the request stands elsewhere (409) gets one page
 * that shows how it stands now, with what they had typed; other refusals stay what they are.
 */
export async function press<T>(
  visit: ActVisit,
  request: { readonly id: string; readonly path: string },
  work: (tx: Tx) => Promise<T>,
  depart: (result: T) => Departure,
): Promise<Response> {
  try {
    return await visit.act(work, depart)
  } catch (error) {
    const problem = error instanceof Problem ? error : problemOfDatabase(error, constraints)
    if (problem === null || problem.status !== 409 || problem.problem === 'being-handled') throw error
    const { vault } = visit.platform
    const now = await visit.house(async (tx) => {
      const standing = await findStanding(tx, request.id)
      if (standing === undefined) return null
      const names = await namesOf(tx, vault, standing.held_by === null ? [] : [standing.held_by])
      return { standing, name: standing.held_by && names.get(standing.held_by) }
    })
    if (now === null) throw error
    const { standing, name } = now
    const words = visit.words(standingWords)
    const holder =
      standing.held_by === null ? words.nobody : standing.held_by === visit.person() ? words.you : (name ?? words.desk)
    return visit.html(
      <TooLatePage
        frame={visit.frame()}
        {...problem.words[visit.lang]}
        standing={{ number: standing.number, state: standing.state, since: standing.state_since, holder }}
        path={request.path}
        sent={visit.sent}
      />,
      409,
    )
  }
}
