import { describe, expect, it } from 'vitest'
import { whyNotReminded, type Invited } from './reminders.rules.ts'

const day = 86_400_000
const invitedAt = new Date('2026-11-01T09:00:00Z')
const invited: Invited = {
  invitedAt,
  reminders: 0,
  remindedAt: null,
  answered: false,
  declined: false,
  bounced: false,
  closes: new Date('2026-12-01'),
}
const after = (days: number) => new Date(invitedAt.getTime() + days * day)

describe('a reminder', () => {
  it.each<[string, Partial<Invited>, number, ReturnType<typeof whyNotReminded>]>([
    ['comes after a week', {}, 7, null],
    ['not before', {}, 6.99, 'too-early'],
    ['a second one a week after the first', { reminders: 1, remindedAt: after(7) }, 14, null],
    ['not sooner after the first', { reminders: 1, remindedAt: after(7) }, 13, 'too-early'],
    ['no third one', { reminders: 2, remindedAt: after(14) }, 28, 'enough'],
    ['never after sending', { answered: true }, 9, 'answered'],
    ['never after "not for us"', { declined: true }, 9, 'declined'],
    ['not where mail does not arrive', { bounced: true }, 9, 'bounced'],
    ['not on the last day', {}, 30, 'too-late'],
    ['also when no last day is set', { closes: null }, 300, null],
  ])('%s', (_what, change, days, expected) => {
    expect(whyNotReminded({ ...invited, ...change }, after(days))).toBe(expected)
  })
})
