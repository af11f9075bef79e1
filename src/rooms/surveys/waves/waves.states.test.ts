import { boolean, constantFrom, nat, property, record, assert } from 'fast-check'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  findMove,
  isBeingMade,
  moves,
  movesAsMarkdown,
  states,
  whatStopsMove,
  whyNotMove,
  type WaveFacts,
} from './waves.states.rules.ts'

const today = '2026-11-22'
const ready: WaveFacts = {
  state: 'design',
  questions: true,
  opens: today,
  closes: '2026-12-31',
  places: 40,
  trials: 2,
  planned: true,
  unknownMargins: 0,
  undeclared: 0,
  undecided: 0,
  released: true,
}
const anyFacts = record<WaveFacts>({
  state: constantFrom(...states),
  questions: boolean(),
  opens: constantFrom(null, '2026-11-01', today),
  closes: constantFrom(null, '2026-11-21', today, '2026-12-31'),
  places: nat(3),
  trials: nat(3),
  planned: boolean(),
  unknownMargins: nat(2),
  undeclared: nat(2),
  undecided: nat(2),
  released: boolean(),
})

describe('the states of a wave', () => {
  it('stand in the README as they are', () => {
    const file = join(import.meta.dirname, '..', 'README.md')
    const readme = readFileSync(file, 'utf8')
    const [before = '', rest = ''] = readme.split(/(?<=<!-- moves:[^>]*-->\n)/)
    const after = rest.slice(rest.indexOf('<!-- /moves -->'))
    const printed = `${before}\n${movesAsMarkdown()}\n\n${after}`
    if (process.env['UPDATE'] === '1') writeFileSync(file, printed)
    expect(readFileSync(file, 'utf8')).toBe(printed)
  })

  it.each([
    ['design', 'pilot', 'researcher', { questions: false, trials: 0 }, ['questions-missing', 'test-places-missing']],
    ['design', 'open', 'researcher', {}, []],
    ['design', 'open', 'researcher', { places: 0, planned: false }, ['frame-missing', 'plan-missing']],
    ['design', 'open', 'researcher', { questions: false, unknownMargins: 1 }, ['questions-missing', 'margins-unknown']],
    ['design', 'open', 'researcher', { closes: null }, ['days-missing']],
    ['pilot', 'open', 'researcher', { closes: '2026-11-21' }, ['days-passed']],
    ['pilot', 'open', 'researcher', { closes: today }, []],
    ['open', 'closed', 'time', { closes: today }, ['still-running']],
    ['open', 'closed', 'time', { closes: '2026-11-21' }, []],
    ['open', 'closed', 'researcher', {}, []],
    ['closed', 'cleaned', 'researcher', { undeclared: 1 }, ['comparability-missing']],
    ['closed', 'cleaned', 'researcher', { undecided: 2 }, ['answers-undecided']],
    ['cleaned', 'published', 'release', { released: false }, ['not-released']],
    ['cleaned', 'published', 'researcher', {}, ['no-such-move']],
    ['closed', 'open', 'researcher', {}, ['no-such-move']],
    ['published', 'cleaned', 'researcher', {}, ['no-such-move']],
  ] as const)('%s to %s by %s with %o: %o', (state, to, who, more, stops) =>
    expect(whatStopsMove({ ...ready, state, ...more }, to, who, today)).toEqual(stops),
  )

  it('never go back to asking once a wave has closed, whoever moves it', () => {
    const after = states.slice(states.indexOf('closed'))
    expect(moves.filter(({ from, to }) => after.includes(from) && !after.includes(to))).toEqual([])
  })

  it('open nothing without questions, a frame, a plan and a last day', () => {
    assert(
      property(anyFacts, (facts) => {
        if (whyNotMove(facts, 'open', 'researcher', today) !== null) return
        expect(isBeingMade(facts.state)).toBe(true)
        expect(facts.questions && facts.places > 0 && facts.planned).toBe(true)
        expect(facts.closes !== null && facts.closes >= today).toBe(true)
      }),
    )
  })

  it('move only as the table says, for everybody', () => {
    assert(
      property(anyFacts, constantFrom(...states), constantFrom('researcher', 'time', 'release'), (facts, to, who) => {
        if (findMove(facts.state, to, who) === null) expect(whyNotMove(facts, to, who, today)).toBe('no-such-move')
      }),
    )
  })
})
