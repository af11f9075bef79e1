import type { Tx } from '../../platform/db/database.ts'
import {
  askFeedback,
  seekDuo,
  startWork,
  stopWaiting,
  takeBack,
  takeIntoIntake,
  type SeenRequest,
} from './desk.actions.ts'
import { problems } from './problems.ts'
import { lockRequest } from './requests.sql.ts'
import type { State } from './states.rules.ts'
import { seekAnother } from './team.actions.ts'

/**
 * A step that needs nothing but the press of a button: which verb it is follows from where the request stands.
 * @throws Problem not-found, changed-meanwhile, no-such-move, and those of the verb
 */
export async function takeStep(tx: Tx, by: string, seen: SeenRequest, to: State, now: Date): Promise<void> {
  const { state, waiting_from: waitingFrom } = await lockRequest(tx, seen.id, seen.version)
  if (state === 'waiting-for-requester' && waitingFrom === to) return stopWaiting(tx, by, seen, now)
  if (to === 'in-intake') return state === 'referred' ? takeBack(tx, by, seen, now) : takeIntoIntake(tx, by, seen, now)
  if (to === 'seeking-duo') return state === 'in-progress' ? seekAnother(tx, by, seen, now) : seekDuo(tx, by, seen, now)
  if (to === 'in-progress') return startWork(tx, by, seen, now)
  if (to === 'feedback-asked') return askFeedback(tx, by, seen, now)
  throw problems['no-such-move']()
}
