import { describe, expect, it } from 'vitest'
import { dayAt, daysLater, monthsLater } from './days.ts'

describe('the day at a moment', () => {
  it.each([
    ['2026-11-22T22:59:59Z', '2026-11-22'],
    ['2026-11-22T23:00:00Z', '2026-11-23'],
    ['2026-07-01T21:59:59Z', '2026-07-01'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2026-12-31T23:30:00Z', '2027-01-01'],
  ])('%s is %s in Amsterdam', (moment, day) => expect(dayAt(new Date(moment))).toBe(day))
})

describe('days later', () => {
  it.each([
    ['2026-11-22', 1, '2026-11-23'],
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    // The clock goes back and forth in between.
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
  ])('%s and %i is %s', (day, days, later) => expect(daysLater(day, days)).toBe(later))
})

describe('months later', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-11-22', 24, '2028-11-22'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('%s and %i months is %s', (day, months, later) => expect(monthsLater(day, months)).toBe(later))
})
