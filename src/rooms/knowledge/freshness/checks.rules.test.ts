import { describe, expect, it } from 'vitest'
import { itemTypes } from '../../terms/public.ts'
import {
  askedUntil,
  checkedAtPublication,
  inTime,
  monthsBetween,
  reviewByOf,
  rhythms,
  standingOn,
  step,
  weekOf,
} from './checks.rules.ts'

describe('the rhythm of an item', () => {
  it.each([
    ['fundingSource', null, 6],
    ['tool', null, 12],
    ['guide', null, 24],
    ['book', null, 36],
    ['a kind of later', null, 24],
    [null, null, 24],
    ['book', 3, 3],
    ['fundingSource', 36, 36],
  ])('of kind %s with its own rhythm %s is %i months', (type, reviewMonths, months) => {
    expect(monthsBetween({ type, reviewMonths })).toBe(months)
  })
  it('is one that a steward could have chosen, for every kind there is', () => {
    for (const { id } of itemTypes) expect(rhythms).toContain(monthsBetween({ type: id, reviewMonths: null }))
  })
})

describe('days', () => {
  it.each([
    ['2026-11-22', '2026-11-16'],
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
  ])('%s is in the week of %s', (day, monday) => expect(weekOf(day)).toBe(monday))
})

describe('the ladder', () => {
  const year = { reviewBy: '2026-06-15', months: 12 }
  it.each([
    ['2026-05-15', 'in-time'],
    ['2026-05-16', 'due'],
    ['2026-06-14', 'due'],
    ['2026-06-15', 'due'],
    ['2026-06-16', 'overdue'],
    ['2026-12-14', 'overdue'],
    ['2026-12-15', 'stale'],
    ['2030-01-01', 'stale'],
  ] as const)('on %s an item of every year is %s', (today, standing) => {
    expect(standingOn(year, today)).toBe(standing)
  })
  it.each([
    [3, '2026-09-14', 'overdue'],
    [3, '2026-09-15', 'stale'],
    [6, '2026-09-15', 'stale'],
    [18, '2027-03-14', 'overdue'],
    [18, '2027-03-15', 'stale'],
    [24, '2027-06-14', 'overdue'],
    [24, '2027-06-15', 'stale'],
    [36, '2027-06-14', 'overdue'],
    [36, '2027-06-15', 'stale'],
  ] as const)('of every %i months, on %s it is %s', (months, today, standing) => {
    expect(standingOn({ reviewBy: '2026-06-15', months }, today)).toBe(standing)
  })
  it('asks for exactly what is due', () => {
    const today = '2026-05-16'
    for (const reviewBy of ['2026-06-14', '2026-06-15', '2026-06-16'])
      expect([reviewBy, reviewBy <= askedUntil(today)]).toEqual([
        reviewBy,
        standingOn({ reviewBy, months: 12 }, today) !== 'in-time',
      ])
  })
  it('goes up by one at a time', () => {
    expect((['in-time', 'due', 'overdue', 'stale'] as const).map(step)).toEqual([0, 1, 2, 3])
  })
  it('counts from the day of the check in Amsterdam', () => {
    expect(reviewByOf(new Date('2025-06-14T23:30:00Z'), 12)).toBe('2026-06-15')
  })
  it('has what is due in time', () => {
    expect(inTime({ 'in-time': 3, due: 2, overdue: 5, stale: 7 })).toBe(5)
  })
})

describe('publishing other words', () => {
  const [then, before, now] = [new Date('2026-01-01'), new Date('2026-02-01'), new Date('2026-11-22')]
  it.each([
    ['is no check by itself', before, false, then],
    ['is one when the editor says so', before, true, now],
    ['is one the first time', null, false, now],
  ])('%s', (_, publishedAt, says, checked) => {
    expect(checkedAtPublication({ checkedAt: then, publishedAt }, says, now)).toEqual(checked)
  })
})
