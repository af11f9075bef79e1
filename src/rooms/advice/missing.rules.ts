import type { Form, Size } from './request.rules.ts'
import { teamNeeded } from './request.rules.ts'
import { hasEnded, type State } from './states.rules.ts'

/** What the desk does not know yet, or what is not there yet. */
export const missings = ['context', 'place', 'theme', 'questionKind', 'size', 'form', 'holder', 'team'] as const
export type Missing = (typeof missings)[number]

type Known = {
  readonly state: State
  readonly waiting_from: State | null
  readonly context_sealed: unknown
  readonly municipality_code: string | null
  readonly theme_ids: readonly string[]
  readonly question_kind: string | null
  readonly size: Size | null
  readonly form: Form | null
  readonly held_by: string | null
}

/** @returns what is missing, in the order of the form; nothing for a request that has ended. `accepted` counts who said yes. */
export function missingOf(known: Known, accepted: number): readonly Missing[] {
  if (hasEnded(known.state)) return []
  const seeking = (known.waiting_from ?? known.state) === 'seeking-duo'
  const missing: Readonly<Record<Missing, boolean>> = {
    context: known.context_sealed === null,
    place: known.municipality_code === null,
    theme: known.theme_ids.length === 0,
    questionKind: known.question_kind === null,
    size: known.size === null,
    form: known.form === null,
    holder: known.held_by === null,
    team: seeking && accepted < teamNeeded(known.size),
  }
  return missings.filter((each) => missing[each])
}
