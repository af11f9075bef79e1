import { assert, boolean, constantFrom, property, record } from 'fast-check'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  findInterviewMove,
  interviewMoves,
  interviewMovesAsMarkdown,
  interviewStates,
  restsUntil,
  whyNotInterviewMove,
  type InterviewFacts,
} from './interviews.states.rules.ts'
import { isOffered } from './rewards.rules.ts'

const today = '2026-11-22'
const ready: InterviewFacts = { state: 'consented', waveClosed: true, offered: true, askedOn: null, replyBy: today }
const anyFacts = record<InterviewFacts>({
  state: constantFrom(...interviewStates),
  waveClosed: boolean(),
  offered: boolean(),
  askedOn: constantFrom(null, '2025-11-21', '2025-11-23', '2026-11-01'),
  replyBy: constantFrom(null, '2026-11-21', today, '2026-12-01'),
})

describe('the states of an interview', () => {
  it('stand in the README as they are', () => {
    const file = join(import.meta.dirname, '..', 'README.md')
    const readme = readFileSync(file, 'utf8')
    const [before = '', rest = ''] = readme.split(/(?<=<!-- interviews:[^>]*-->\n)/)
    const after = rest.slice(rest.indexOf('<!-- /interviews -->'))
    const printed = `${before}\n${interviewMovesAsMarkdown()}\n\n${after}`
    if (process.env['UPDATE'] === '1') writeFileSync(file, printed)
    expect(readFileSync(file, 'utf8')).toBe(printed)
  })

  it.each([
    ['left', 'asked', 'time', {}, null],
    ['left', 'asked', 'time', { waveClosed: false }, 'wave-still-open'],
    ['left', 'consented', 'interviewee', {}, 'no-such-interview-move'],
    ['left', 'invited', 'researcher', {}, 'no-such-interview-move'],
    ['asked', 'invited', 'researcher', {}, 'no-such-interview-move'],
    ['asked', 'consented', 'interviewee', {}, null],
    ['consented', 'invited', 'researcher', {}, null],
    ['consented', 'invited', 'researcher', { waveClosed: false }, 'wave-still-open'],
    ['consented', 'invited', 'researcher', { offered: false }, 'reward-missing'],
    ['consented', 'invited', 'researcher', { askedOn: '2025-11-23' }, 'asked-this-year'],
    ['consented', 'invited', 'researcher', { askedOn: '2025-11-22' }, null],
    ['consented', 'invited', 'interviewee', {}, 'no-such-interview-move'],
    ['invited', 'agreed', 'interviewee', {}, null],
    ['invited', 'agreed', 'interviewee', { replyBy: '2026-11-21' }, 'reply-too-late'],
    ['invited', 'agreed', 'researcher', {}, 'no-such-interview-move'],
    ['invited', 'declined', 'interviewee', { replyBy: '2026-11-21' }, null],
    ['invited', 'no-answer', 'time', {}, 'reply-still-open'],
    ['invited', 'no-answer', 'time', { replyBy: '2026-11-21' }, null],
    ['agreed', 'held', 'researcher', {}, null],
    ['declined', 'invited', 'researcher', {}, 'no-such-interview-move'],
  ] as const)('%s to %s by %s with %o: %s', (state, to, who, more, refusal) =>
    expect(whyNotInterviewMove({ ...ready, state, ...more }, to, who, today)).toBe(refusal),
  )

  it('let a person out of every state in which a name is kept and letters were sent', () => {
    const kept = ['asked', 'consented', 'invited', 'agreed'] as const
    for (const state of kept) expect(findInterviewMove(state, 'withdrawn', 'interviewee')?.erases).toBe(true)
  })

  it('never come back from an end, and erase at every end but a talk', () => {
    const ends = interviewStates.filter((state) => !interviewMoves.some(({ from }) => from === state))
    expect(ends).toEqual(['declined', 'no-answer', 'held', 'withdrawn'])
    for (const { to, erases } of interviewMoves) expect(erases).toBe(ends.includes(to) && to !== 'held')
  })

  it('ask nobody who did not consent, who was asked this year, or without saying what it brings', () => {
    assert(
      property(anyFacts, constantFrom('interviewee', 'researcher', 'time'), (facts, who) => {
        if (whyNotInterviewMove(facts, 'invited', who, today) !== null) return
        expect(facts).toMatchObject({ state: 'consented', offered: true, waveClosed: true })
        expect(restsUntil(facts.askedOn, today)).toBeNull()
      }),
    )
  })
})

describe('what somebody gets for a talk', () => {
  it.each([
    [{ form: 'none', cents: 0 }, true],
    [{ form: 'none', cents: 100 }, false],
    [{ form: 'hourlyRate', cents: 6000 }, true],
    [{ form: 'hourlyRate', cents: 0 }, false],
    [{ form: '', cents: 0 }, false],
  ] as const)('%o: %s', (reward, offered) => expect(isOffered(reward)).toBe(offered))
})
