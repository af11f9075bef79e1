import type { Visit } from '../../platform/http/visit.ts'
import type { Doer } from './items/starting.actions.ts'

/** The editor who visits, with the organisations of their memberships: never from a form. */
export function editorOf(visit: Visit): NonNullable<Doer> {
  if (visit.actor.kind !== 'session') throw new Error('this route has no editor: its access rule lets others in')
  return { person: visit.actor.person, edits: visit.actor.edits }
}
