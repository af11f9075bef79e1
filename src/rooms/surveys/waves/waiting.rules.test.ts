import { describe, expect, it } from 'vitest'
import { byUrgency, nextStep, type Around } from './waiting.rules.ts'
import type { WaveFacts } from './waves.states.rules.ts'

const today = '2026-11-22'
const facts: WaveFacts = {
  state: 'design',
  questions: true,
  opens: '2026-11-20',
  closes: '2026-12-20',
  places: 40,
  trials: 0,
  planned: true,
  unknownMargins: 0,
  undeclared: 0,
  undecided: 0,
  released: false,
}
const around: Around = { uninvited: 0, toMatch: 0, analysis: null, proposed: false }

describe('what comes next for a wave', () => {
  it.each<[string, Partial<WaveFacts>, Partial<Around>, unknown]>([
    ['without questions', { questions: false }, {}, { kind: 'stop', stop: 'questions-missing' }],
    ['a pilot whose days passed', { state: 'pilot', closes: '2026-11-21' }, {}, { kind: 'stop', stop: 'days-passed' }],
    ['with all there is', {}, {}, { kind: 'move', to: 'open' }],
    ['open, nobody asked', { state: 'open' }, { uninvited: 12, toMatch: 1 }, { kind: 'invite', places: 12 }],
    ['open, an answer without a name', { state: 'open' }, { toMatch: 1 }, { kind: 'match', answers: 1 }],
    ['open, all asked', { state: 'open' }, {}, { kind: 'answers' }],
    ['closed with doubles', { state: 'closed', undecided: 1 }, {}, { kind: 'stop', stop: 'answers-undecided' }],
    ['closed and decided', { state: 'closed' }, {}, { kind: 'move', to: 'cleaned' }],
    ['cleaned just now', { state: 'cleaned' }, {}, { kind: 'reckoning' }],
    ['being reckoned', { state: 'cleaned' }, { analysis: 'running' }, { kind: 'reckoning' }],
    ['not reckoned', { state: 'cleaned' }, { analysis: 'failed' }, { kind: 'failed' }],
    ['reckoned', { state: 'cleaned' }, { analysis: 'found' }, { kind: 'propose' }],
    ['proposed', { state: 'cleaned' }, { analysis: 'found', proposed: true }, { kind: 'decide' }],
    ['published', { state: 'published' }, {}, { kind: 'nothing' }],
  ])('%s', (_, more, beside, step) =>
    expect(nextStep({ ...facts, ...more }, { ...around, ...beside }, today)).toEqual(step),
  )

  it('shows what was answered before what is still being made', () => {
    const rows = (['design', 'open', 'published', 'cleaned', 'closed', 'pilot'] as const).map((state) => ({
      wave: { state },
    }))
    expect(byUrgency(rows).map(({ wave }) => wave.state)).toEqual([
      'closed',
      'cleaned',
      'open',
      'pilot',
      'design',
      'published',
    ])
  })
})
