import { promisedBy } from './progress.rules.ts'
import type { State } from './states.rules.ts'

const dayMs = 86_400_000

/** Whole days that have passed. */
export const daysSince = (then: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - then.getTime()) / dayMs))

/** States in which it is the desk's turn, or the duo's. Elsewhere the clock of the desk stands still. */
const ourTurn = ['submitted', 'in-intake', 'triaged', 'seeking-duo', 'in-progress'] as const satisfies readonly State[]

/** Since when a request must stand in a state to be over the time that its requester was told. */
export const overSince = (now: Date): readonly { readonly state: State; readonly before: Date }[] =>
  ourTurn.flatMap((state) => {
    const begun = new Date(0)
    const promised = promisedBy(state, begun)
    return promised === null ? [] : [{ state, before: new Date(now.getTime() - promised.getTime()) }]
  })

/** @returns whole days over what the requester was told, the first day counted whole; 0 within it, and where it is not our turn. */
export const daysOver = (state: State, since: Date, now: Date): number => {
  const promised = ourTurn.some((each) => each === state) ? promisedBy(state, since) : null
  return promised === null || now <= promised ? 0 : Math.max(1, daysSince(promised, now))
}
