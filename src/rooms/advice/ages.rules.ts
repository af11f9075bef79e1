import type { State } from './states.rules.ts'

const dayMs = 86_400_000

/** Whole days that have passed. */
export const daysSince = (then: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - then.getTime()) / dayMs))

/**
 * How many days the desk gives itself in a state. What waits for the requester has no norm: the desk's clock stands still.
 * The norms are the desk's own promise, not a rule of the network.
 */
export const norms = {
  submitted: 3,
  'in-intake': 10,
  triaged: 7,
  'seeking-duo': 14,
  'in-progress': 28,
} as const satisfies Partial<Record<State, number>>

/** The states with a norm, and since when a request must stand there to be over it. */
export const overSince = (now: Date): readonly { readonly state: State; readonly before: Date }[] =>
  Object.entries(norms).map(([state, days]) => ({
    state: state as keyof typeof norms,
    before: new Date(now.getTime() - (days + 1) * dayMs),
  }))

/** @returns whole days over the norm of this state; 0 within it, and where there is none. */
export const daysOver = (state: State, since: Date, now: Date): number =>
  state in norms ? Math.max(0, daysSince(since, now) - norms[state as keyof typeof norms]) : 0
