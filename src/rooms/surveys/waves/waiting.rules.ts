import type { AnalysisState } from '../analyses/analyses.tables.ts'
import { isBeingMade, whatStopsMove, type MoveRefusal, type State, type WaveFacts } from './waves.states.rules.ts'

/** What is known of a wave beside its facts. */
export type Around = {
  /** Places with an address that were not invited yet. */
  readonly uninvited: number
  /** Answers by the open link of which nobody said whose they are. */
  readonly toMatch: number
  /** Null: nobody asked for an analysis yet. */
  readonly analysis: AnalysisState | null
  /** A release was proposed and not decided about. */
  readonly proposed: boolean
}

/** The first thing that a wave waits for. `answers` and `reckoning` wait for others: nothing is asked of a researcher. */
export type Step =
  | { readonly kind: 'stop'; readonly stop: MoveRefusal }
  | { readonly kind: 'move'; readonly to: State }
  | { readonly kind: 'invite'; readonly places: number }
  | { readonly kind: 'match'; readonly answers: number }
  | { readonly kind: 'answers' | 'reckoning' | 'failed' | 'propose' | 'decide' | 'nothing' }

function towards(facts: WaveFacts, to: State, today: string): Step {
  const [stop] = whatStopsMove(facts, to, 'researcher', today)
  return stop === undefined ? { kind: 'move', to } : { kind: 'stop', stop }
}

/** @returns what comes next for a wave, whoever has to do it */
export function nextStep(facts: WaveFacts, around: Around, today: string): Step {
  const { uninvited, toMatch, analysis, proposed } = around
  if (isBeingMade(facts.state)) return towards(facts, 'open', today)
  if (facts.state === 'open') {
    if (uninvited > 0) return { kind: 'invite', places: uninvited }
    return toMatch > 0 ? { kind: 'match', answers: toMatch } : { kind: 'answers' }
  }
  if (facts.state === 'closed') return towards(facts, 'cleaned', today)
  if (facts.state === 'published') return { kind: 'nothing' }
  if (proposed) return { kind: 'decide' }
  if (analysis === 'failed') return { kind: 'failed' }
  return { kind: analysis === 'found' ? 'propose' : 'reckoning' }
}

const order: readonly State[] = ['closed', 'cleaned', 'open', 'pilot', 'design', 'published']

/** Waves in the order in which they ask for attention: what was answered before what is still being made. */
export const byUrgency = <Row extends { readonly wave: { readonly state: State } }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((one, other) => order.indexOf(one.wave.state) - order.indexOf(other.wave.state))
