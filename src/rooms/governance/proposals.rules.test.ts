import { describe, expect, it } from 'vitest'
import { deadlineFrom, whyNotDecided, type Tally } from './proposals.rules.ts'

const opened = new Date('2026-03-01T10:00:00Z')
const during = new Date('2026-03-10T10:00:00Z')
const deadline = deadlineFrom(opened)
const running = { outcome: null, deadline, proposedBy: 'editor' }
const tally = (more: Partial<Tally>): Tally => ({ yes: 0, no: 0, abstain: 0, waiting: 0, independent: false, ...more })
const accept = { outcome: 'accepted', by: 'another' } as const
const refuse = { outcome: 'refused', by: 'another' } as const

describe('deciding on a proposal', () => {
  it.each([
    ['one independent yes is enough', tally({ yes: 1, independent: true }), accept, during, null],
    ['a yes of somebody who works there is not', tally({ yes: 3 }), accept, during, 'expert-yes-missing'],
    ['nobody said yes', tally({ abstain: 2 }), accept, during, 'expert-yes-missing'],
    ['nobody holds a seat', tally({}), accept, during, 'expert-yes-missing'],
    ['as many no as yes', tally({ yes: 1, no: 1, independent: true }), accept, during, 'more-yes-needed'],
    ['more no than yes', tally({ yes: 1, no: 2, independent: true }), accept, during, 'more-yes-needed'],
    ['abstaining weighs nothing', tally({ yes: 1, abstain: 5, independent: true }), accept, during, null],
    ['a seat has time left', tally({ yes: 1, independent: true, waiting: 1 }), accept, during, 'still-voting'],
    ['a second before the end', tally({ waiting: 1 }), refuse, new Date(deadline.getTime() - 1000), 'still-voting'],
    ['the time is over', tally({ yes: 1, independent: true, waiting: 1 }), accept, deadline, null],
    ['silence is no yes', tally({ waiting: 3 }), accept, deadline, 'expert-yes-missing'],
    ['refusing needs nobody', tally({ yes: 2, independent: true }), refuse, during, null],
    ['one’s own', tally({ yes: 1, independent: true }), { outcome: 'accepted', by: 'editor' }, during, 'own-proposal'],
    ['one’s own, refused', tally({}), { outcome: 'refused', by: 'editor' }, during, 'own-proposal'],
  ] as const)('%s', (_name, votes, decision, now, expected) => {
    expect(whyNotDecided(running, votes, decision, now)).toBe(expected)
  })
  it('is done once, also when the proposer is gone', () => {
    const votes = tally({ yes: 1, independent: true })
    for (const outcome of ['accepted', 'refused', 'replaced'] as const)
      expect(whyNotDecided({ ...running, outcome }, votes, accept, during)).toBe('decided-already')
    expect(whyNotDecided({ ...running, proposedBy: null }, votes, { ...accept, by: null }, during)).toBeNull()
  })
})
