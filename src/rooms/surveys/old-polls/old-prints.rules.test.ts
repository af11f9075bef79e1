import { describe, expect, it } from 'vitest'
import { judge, readingOf, readPrinted, smallerBases, type OldPoll } from './old-prints.rules.ts'

const poll = (answers: Record<string, number>, least: number, most = least, more: Partial<OldPoll> = {}): OldPoll => ({
  least,
  most,
  population: null,
  complete: false,
  decimals: 0,
  answers: Object.entries(answers).map(([label, percentage]) => ({ label, percentage })),
  ...more,
})
const in2018 = poll({ ja: 55, overweegt: 13 }, 91, 99)
const in2020 = poll({ ja: 65 }, 69)
const refusals = (first: OldPoll, second: OldPoll, answers: readonly [number, number] = [0, 0]) => {
  const judged = judge({ poll: first, answer: answers[0] }, { poll: second, answer: answers[1] }, 'limited')
  if (typeof judged === 'string') return judged
  return Object.fromEntries(judged.claims.map(({ claim, refusal }) => [claim, refusal]))
}

describe('percentages that somebody types over', () => {
  it.each([
    ['Ja: 65\nNee: 35', [65, 35], 0],
    ['Ja 65 %\n\nNee;35%', [65, 35], 0],
    ['Ja: 65,5\nNee: 34.25', [65.5, 34.25], 2],
    ['Lid van een team, met 3 of meer: 17', [17], 0],
  ])('reads %j', (typed, percentages, decimals) => {
    const read = readPrinted(typed)
    if ('fault' in read) throw new Error(read.fault)
    expect(read.answers.map(({ percentage }) => percentage)).toEqual(percentages)
    expect(read.decimals).toBe(decimals)
  })

  it.each([
    ['Ja: 65\nNee', 2, 'unreadable'],
    ['65', 1, 'unreadable'],
    ['Ja: 165', 1, 'over-hundred'],
    ['Ja: 100,5', 1, 'over-hundred'],
    ['Ja: 6,512', 1, 'decimals'],
    ['Ja: 65\nJa: 35', 2, 'double'],
    ['Ja: -5', 1, 'unreadable'],
  ])('names the line of %j that cannot be', (typed, line, fault) => {
    const read = readPrinted(typed)
    expect(read).toEqual({ line, fault })
  })
})

describe('what stands behind an old print', () => {
  it('finds the counts: 65 % of 69 is 45 and nothing else', () => {
    expect(readingOf(in2020).fits).toEqual([{ base: 69, counts: [[45]] }])
  })

  it('finds every base between 91 and 99 for 2018', () => {
    expect(readingOf(in2018).fits.map(({ base }) => base)).toEqual([91, 92, 93, 94, 95, 96, 97, 98, 99])
  })

  it('says that roles were asked of part of the 69, and that 42 is the largest part they fit below 45', () => {
    const roles = poll({ vrijwilliger: 79, team: 17, hulp: 55, samen: 40, beleid: 21 }, 45)
    expect(readingOf(roles)).toMatchObject({ fits: [], apart: false })
    expect(readingOf(roles).impossible.map(({ label }) => label)).toContain('vrijwilliger')
    expect(smallerBases(roles)[0]).toEqual({ base: 42, counts: [[33], [7], [23], [17], [9]] })
  })

  it('tells percentages that cannot be from percentages that do not go together', () => {
    expect(readingOf(poll({ a: 55 }, 10)).impossible).toEqual([{ label: 'a', percentage: 55 }])
    expect(readingOf(poll({ a: 50, b: 33 }, 4, 5))).toMatchObject({ apart: false, impossible: [{ label: 'b' }] })
    expect(readingOf(poll({ a: 50, b: 33 }, 3, 4))).toMatchObject({ apart: true, impossible: [] })
    expect(readingOf(poll({ a: 80, b: 40 }, 10, 10, { complete: true }))).toMatchObject({ total: true, fits: [] })
  })
})

describe('what may be said about the change between two prints', () => {
  it('55 to 65 %: neither risen, nor fallen, nor hardly changed; some 20 points would have been seen', () => {
    const judged = judge({ poll: in2018, answer: 0 }, { poll: in2020, answer: 0 }, 'limited')
    if (typeof judged === 'string') throw new Error(judged)
    if (judged.verdict?.code !== 'C4') throw new Error(judged.verdict?.code)
    expect(judged.verdict).toMatchObject({ code: 'C4', scope: 'respondents', comparability: 'limited' })
    expect(Math.round(100 * (judged.verdict.smallestVisible ?? 0))).toBe(21)
    expect(refusals(in2018, in2020)).toEqual({
      rise: 'may-be-chance',
      fall: 'may-be-chance',
      'hardly-changed': 'too-uncertain',
    })
  })

  it('volunteers, 78 and 79 %: about equal may not be said either', () => {
    const before = poll({ v: 78, p: 29, c: 24, a: 18, s: 29, y: 20, u: 14, d: 6, h: 2 }, 40, 60)
    const after = poll({ v: 79, t: 17, h: 55, s: 40, b: 21 }, 20, 45)
    expect(refusals(before, after)).toMatchObject({ rise: 'may-be-chance', 'hardly-changed': 'too-uncertain' })
  })

  it('lets a demonstrated rise be said when the same kind of organisations answered, and not otherwise', () => {
    const [low, high] = [poll({ a: 20 }, 200), poll({ a: 80 }, 200)]
    const full = judge({ poll: low, answer: 0 }, { poll: high, answer: 0 }, 'full')
    if (typeof full === 'string') throw new Error(full)
    expect(full.claims.find(({ claim }) => claim === 'rise')?.refusal).toBeNull()
    expect(refusals(low, high)).toMatchObject({ rise: 'groups-differ' })
  })

  it('says nothing where the print contradicts itself or leaves too much open', () => {
    expect(refusals(poll({ a: 55 }, 10), in2020)).toBe('contradiction')
    expect(refusals(poll({ a: 50 }, 100, 1000), in2018)).toBe('too-open')
  })
})
