import { array, boolean, check, constantFrom, integer, nat, property, record } from 'fast-check'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  endStates,
  findMove,
  forgetAfter,
  hasEnded,
  moves,
  movesAsMarkdown,
  openMoves,
  states,
  terms,
  whyNotMove,
  type Doing,
  type RequestFacts,
  type State,
} from './states.rules.ts'

const doers = ['requester', 'coordinator', 'expert', 'time'] as const satisfies readonly Doing[]
const now = new Date('2026-11-21T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

const bare: RequestFacts = {
  state: 'submitted',
  stateSince: now,
  waitingFrom: null,
  size: null,
  form: null,
  accepted: 0,
  answered: false,
  referred: false,
  reasonGiven: false,
  feedbackGiven: false,
  otherState: null,
}

const anyFacts = record<RequestFacts>({
  state: constantFrom(...states),
  stateSince: integer({ min: 0, max: 200 }).map(daysAgo),
  waitingFrom: constantFrom(null, 'in-intake', 'triaged', 'seeking-duo', 'in-progress'),
  size: constantFrom(null, 'small', 'large'),
  form: constantFrom(null, 'writtenAnswer', 'sessions'),
  accepted: constantFrom(0, 1, 2),
  answered: boolean(),
  referred: boolean(),
  reasonGiven: boolean(),
  feedbackGiven: boolean(),
  otherState: constantFrom(null, ...states),
})

describe('the table of states', () => {
  it('stands in the README as it is', () => {
    const file = join(import.meta.dirname, 'README.md')
    const readme = readFileSync(file, 'utf8')
    const [before = '', rest = ''] = readme.split(/(?<=<!-- moves:[^>]*-->\n)/)
    const after = rest.slice(rest.indexOf('<!-- /moves -->'))
    const printed = `${before}\n${movesAsMarkdown()}\n\n${after}`
    if (process.env['UPDATE'] === '1') writeFileSync(file, printed)
    expect(after).toMatch(/^<!-- \/moves -->/)
    expect(readFileSync(file, 'utf8')).toBe(printed)
  })

  it('names every move once', () => {
    const names = moves.map((move) => `${move.from} ${move.to} ${move.who}`)
    expect(new Set(names).size).toBe(names.length)
  })

  it('leaves every state but the end states, and enters every state but the first', () => {
    const leaves = (state: State) => moves.some((move) => move.from === state)
    const enters = (state: State) => moves.some((move) => move.to === state)
    expect(states.filter((state) => !leaves(state))).toEqual(states.filter(hasEnded))
    expect(states.filter((state) => !enters(state))).toEqual(['unconfirmed'])
    expect(endStates).toEqual(['closed', 'withdrawn', 'expired', 'merged'])
  })

  it('reaches an end from everywhere', () => {
    for (const start of states) {
      const seen = new Set<State>([start])
      for (const at of seen) for (const move of moves) if (move.from === at) seen.add(move.to)
      expect([start, [...seen].some(hasEnded)]).toEqual([start, true])
    }
  })

  it('sends no mail to somebody who has not confirmed the address', () => {
    expect(moves.filter((move) => move.from === 'unconfirmed')).toEqual([
      { from: 'unconfirmed', to: 'submitted', who: 'requester', condition: 'nothing-more', mail: 'none' },
    ])
  })
})

describe('why a request may not move', () => {
  const cases: readonly [string, Partial<RequestFacts>, State, Doing, ReturnType<typeof whyNotMove>][] = [
    ['a coordinator takes a new question', { state: 'submitted' }, 'in-intake', 'coordinator', null],
    ['a requester does not', { state: 'submitted' }, 'in-intake', 'requester', 'no-such-move'],
    ['nobody takes an unconfirmed one', { state: 'unconfirmed' }, 'in-intake', 'coordinator', 'no-such-move'],
    ['dividing asks size and form', { state: 'in-intake', size: 'small' }, 'triaged', 'coordinator', 'not-divided'],
    ['divided', { state: 'in-intake', size: 'small', form: 'sessions' }, 'triaged', 'coordinator', null],
    [
      'one is enough for a small question',
      { state: 'seeking-duo', size: 'small', accepted: 1 },
      'in-progress',
      'coordinator',
      null,
    ],
    [
      'a large one needs two',
      { state: 'seeking-duo', size: 'large', accepted: 1 },
      'in-progress',
      'coordinator',
      'team-not-complete',
    ],
    ['two for a large one', { state: 'seeking-duo', size: 'large', accepted: 2 }, 'in-progress', 'coordinator', null],
    [
      'a complete team is not sought again',
      { state: 'in-progress', size: 'large', accepted: 2 },
      'seeking-duo',
      'coordinator',
      'team-complete',
    ],
    ['no answer without a text', { state: 'in-progress' }, 'answered', 'expert', 'answer-missing'],
    [
      'the desk does not answer for the duo',
      { state: 'in-progress', answered: true },
      'answered',
      'coordinator',
      'no-such-move',
    ],
    [
      'waiting goes back to where it was',
      { state: 'waiting-for-requester', waitingFrom: 'triaged' },
      'triaged',
      'requester',
      null,
    ],
    [
      'and nowhere else',
      { state: 'waiting-for-requester', waitingFrom: 'triaged' },
      'in-intake',
      'requester',
      'came-from-elsewhere',
    ],
    ['silence of 59 days', { state: 'waiting-for-requester', stateSince: daysAgo(59) }, 'expired', 'time', 'too-early'],
    ['silence of 60 days', { state: 'waiting-for-requester', stateSince: daysAgo(60) }, 'expired', 'time', null],
    ['no referral to nowhere', { state: 'triaged' }, 'referred', 'coordinator', 'referral-missing'],
    [
      'no merging into an ended one',
      { state: 'triaged', otherState: 'closed' },
      'merged',
      'coordinator',
      'other-request-ended',
    ],
    [
      'no merging into an unconfirmed one',
      { state: 'triaged', otherState: 'unconfirmed' },
      'merged',
      'coordinator',
      'other-request-ended',
    ],
    ['merging', { state: 'triaged', otherState: 'in-progress' }, 'merged', 'coordinator', null],
    ['no closing without an ending', { state: 'triaged' }, 'closed', 'coordinator', 'ending-missing'],
    ['closing with a reason', { state: 'triaged', reasonGiven: true }, 'closed', 'coordinator', null],
    ['looking back asks what was done', { state: 'feedback-asked' }, 'evaluated', 'requester', 'feedback-missing'],
    ['an answered question is not withdrawn', { state: 'answered' }, 'withdrawn', 'requester', 'no-such-move'],
    ['what is closed stays closed', { state: 'closed', reasonGiven: true }, 'in-intake', 'coordinator', 'no-such-move'],
  ]
  it.each(cases)('%s', (_, facts, to, who, expected) => {
    expect(whyNotMove({ ...bare, ...facts }, to, who, now)).toBe(expected)
  })

  it('never closes without an answer, a referral or a reason, whatever the facts', () => {
    const outcome = check(
      property(
        anyFacts,
        constantFrom(...doers),
        (facts, who) =>
          whyNotMove(facts, 'closed', who, now) !== null || facts.answered || facts.referred || facts.reasonGiven,
      ),
      { numRuns: 5_000 },
    )
    expect(outcome.counterexample).toBeNull()
  })

  it('finds no path of any length to closed without an ending', () => {
    const outcome = check(
      property(
        array(record({ pick: nat(), days: integer({ min: 0, max: 90 }), does: nat() }), {
          maxLength: 60,
        }),
        (steps) => {
          let facts: RequestFacts = {
            ...bare,
            state: 'unconfirmed',
            size: 'small',
            form: 'writtenAnswer',
            accepted: 2,
            feedbackGiven: true,
            otherState: 'triaged',
          }
          let today = now
          for (const { pick, days, does } of steps) {
            today = new Date(today.getTime() + days * 86_400_000)
            // What an action writes in the same breath as its move: an answer, a referral or a reason, or nothing.
            const writes = [{}, {}, { answered: true }, { referred: true }, { reasonGiven: true }][does % 5]
            const pending = { ...facts, ...writes }
            const open = doers.flatMap((who) => openMoves(pending, who, today).map((to) => ({ who, to })))
            const chosen = open[pick % Math.max(1, open.length)]
            if (!chosen) break
            if (chosen.to === 'answered' && !pending.answered) throw new Error('answered without an answer')
            facts = {
              ...pending,
              waitingFrom: chosen.to === 'waiting-for-requester' ? facts.state : null,
              state: chosen.to,
              stateSince: today,
            }
          }
          return facts.state !== 'closed' || facts.answered || facts.referred || facts.reasonGiven
        },
      ),
      { numRuns: 2_000 },
    )
    expect(outcome.counterexample).toBeNull()
  })

  it('lets somebody leave every running state: the desk, the requester or time', () => {
    const ready = {
      ...bare,
      size: 'small',
      form: 'sessions',
      accepted: 1,
      answered: true,
      referred: true,
      reasonGiven: true,
      feedbackGiven: true,
    } as const
    for (const state of states.filter((each) => !hasEnded(each))) {
      const facts = { ...ready, state, waitingFrom: state === 'waiting-for-requester' ? ('triaged' as const) : null }
      expect([state, doers.flatMap((who) => openMoves(facts, who, now)).length > 0]).toEqual([state, true])
    }
  })

  it('agrees with the table: what it allows is in it', () => {
    const outcome = check(
      property(
        anyFacts,
        constantFrom(...states),
        constantFrom(...doers),
        (facts, to, who) => whyNotMove(facts, to, who, now) !== null || findMove(facts.state, to, who) !== null,
      ),
    )
    expect(outcome.counterexample).toBeNull()
  })
})

describe('how long a request is kept', () => {
  it.each([
    ['unconfirmed', '2026-11-28T12:00:00.000Z'],
    ['closed', '2028-11-21T12:00:00.000Z'],
    ['merged', '2028-11-21T12:00:00.000Z'],
    ['withdrawn', '2027-11-21T12:00:00.000Z'],
    ['expired', '2027-11-21T12:00:00.000Z'],
    ['in-progress', undefined],
  ] as const)('%s', (state, until) => {
    expect(forgetAfter(state, now)?.toISOString()).toBe(until)
  })
  it('knows a term for every state that time moves', () => {
    expect(moves.filter((move) => move.who === 'time' && !(move.from in terms))).toEqual([])
  })
})
