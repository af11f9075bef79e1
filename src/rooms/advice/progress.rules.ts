import { hasEnded, terms, type State } from './states.rules.ts'

/** The steps as a requester follows them; fewer than there are states. */
export const progressSteps = [
  'submitted',
  'in-intake',
  'seeking-duo',
  'in-progress',
  'answered',
  'evaluated',
  'closed',
] as const
export type ProgressStep = (typeof progressSteps)[number]

const stepOf: Readonly<Partial<Record<State, ProgressStep>>> = {
  submitted: 'submitted',
  'in-intake': 'in-intake',
  triaged: 'in-intake',
  'seeking-duo': 'seeking-duo',
  'in-progress': 'in-progress',
  answered: 'answered',
  'feedback-asked': 'evaluated',
  evaluated: 'evaluated',
  closed: 'closed',
}

export type Progress = {
  readonly step: ProgressStep
  readonly state: 'done' | 'current' | 'to-come'
  readonly at: Date | null
}

type Entered = { readonly to: State; readonly at: Date }

/**
 * Where a request stands, as steps. Steps that it skipped are left out once it has ended; `at` is when a step was first
 * entered. A request that waits stands where it waits.
 */
export function progressOf(state: State, waitingFrom: State | null, moves: readonly Entered[]): readonly Progress[] {
  const entered = new Map<ProgressStep, Date>()
  for (const { to, at } of moves) {
    const step = stepOf[to]
    if (step !== undefined && !entered.has(step)) entered.set(step, at)
  }
  const ended = hasEnded(state) || state === 'referred'
  const current = stepOf[waitingFrom ?? state]
  const at = current === undefined ? -1 : progressSteps.indexOf(current)
  return progressSteps.flatMap((step, index): Progress[] => {
    const when = entered.get(step) ?? null
    if (ended) return when === null ? [] : [{ step, state: 'done', at: when }]
    // What it went back from is to come again.
    if (index > at) return [{ step, state: 'to-come', at: null }]
    // An answer that was given is done; what follows it is asked later.
    return [{ step, state: index === at && state !== 'answered' ? 'current' : 'done', at: when }]
  })
}

/** Days within which we say that a state is over. Where time moves it, that term; elsewhere a promise of the desk. */
const promised: Readonly<Partial<Record<State, number>>> = {
  ...terms,
  submitted: 7,
  'in-intake': 14,
  triaged: 7,
  'seeking-duo': 21,
  'in-progress': 42,
}

/** By when something happens; null when nothing more will. */
export function promisedBy(state: State, since: Date): Date | null {
  const days = promised[state]
  return days === undefined ? null : new Date(since.getTime() + days * 86_400_000)
}
