import { describe, expect, it } from 'vitest'
import { verdictOfAll, whyNotClaim } from './claims.ts'
import type { Claim, ClaimRefusal } from './claims.ts'
import { evidenceOf } from './evidence.ts'
import { feasibleBases, talliesOf } from './published.ts'
import type { Tally } from './tally.ts'
import type { ChangeVerdict, Stands } from './verdicts.ts'
import { changeVerdicts } from './verdicts.ts'

const level = { yes: 60, answered: 120, share: 0.5, interval: { lower: 0.42, upper: 0.58 } }
const stands: Stands = {
  scope: 'members',
  comparability: 'full',
  first: level,
  second: level,
  weighted: false,
  change: 0.02,
  interval: { lower: -0.01, upper: 0.04 },
  p: 0.4,
  smallestVisible: 0.1,
}
const risen: ChangeVerdict = { ...stands, code: 'C2', direction: 'rise', small: false }
const fallen: ChangeVerdict = { ...stands, code: 'C2', direction: 'fall', small: false }
const equal: ChangeVerdict = { ...stands, code: 'C3' }
const chance: ChangeVerdict = { ...stands, code: 'C4' }

describe('a claim', () => {
  const cases: [Claim, ChangeVerdict | null, ClaimRefusal | null][] = [
    ['rise', null, 'no-figure'],
    ['rise', { code: 'S0' }, 'too-few'],
    ['hardly-changed', { code: 'S1', first: level, second: level }, 'too-few'],
    ['fall', { code: 'C0' }, 'not-comparable'],
    ['rise', { ...stands, code: 'C1', because: 'composition' }, 'groups-differ'],
    ['rise', risen, null],
    ['fall', risen, 'other-way'],
    ['hardly-changed', risen, 'real-change'],
    ['hardly-changed', { ...stands, code: 'C2', direction: 'rise', small: true }, null],
    ['hardly-changed', equal, null],
    ['rise', equal, 'about-equal'],
    ['fall', chance, 'may-be-chance'],
    ['hardly-changed', chance, 'too-uncertain'],
  ]
  it.each(cases)('%s on %j: %s', (claim, verdict, refusal) => {
    expect(whyNotClaim(claim, verdict)).toBe(refusal)
  })
})

describe('a verdict that holds for all possible counts', () => {
  it('is the one that all give, or else claims nothing', () => {
    expect(verdictOfAll([risen, risen])).toBe(risen)
    expect(verdictOfAll([risen, chance, risen])).toBe(chance)
    expect(verdictOfAll([equal, { code: 'C0' }])).toEqual({ code: 'C0' })
    expect(verdictOfAll([risen, fallen])).toEqual({ ...stands, code: 'C4' })
    expect(verdictOfAll([equal, risen])).toEqual({ ...stands, code: 'C4' })
    expect(verdictOfAll([chance, { ...stands, code: 'C1', because: 'limited' }])).toBe(chance)
    expect(() => verdictOfAll([])).toThrow('show the contradiction')
  })
})

describe('the poll of 2018 and 2020, of which only percentages are left', () => {
  const populations = { first: 490, second: 490 }
  const known = { comparability: 'limited' as const, groupsDiffer: false, panel: null }
  const change = (firsts: readonly Tally[], seconds: readonly Tally[], of: typeof populations | null) =>
    verdictOfAll(
      firsts.flatMap((first) => seconds.flatMap((second) => changeVerdicts([evidenceOf(first, second, of, known)]))),
    )
  const in2018 = feasibleBases({ percentages: [55, 13] }, 91, 99)
  const works2018 = talliesOf(in2018, 0)
  const works2020 = talliesOf(feasibleBases({ percentages: [65] }, 69, 69))

  it('55 to 65 % may be chance, speaks of respondents, and some 20 points would have been seen', () => {
    for (const of of [populations, null]) {
      const verdict = change(works2018, works2020, of)
      expect(verdict).toMatchObject({ code: 'C4', scope: 'respondents', comparability: 'limited' })
      if (verdict.code === 'C4') expect(Math.round(100 * (verdict.smallestVisible ?? NaN))).toBe(of ? 19 : 21)
      expect(whyNotClaim('rise', verdict)).toBe('may-be-chance')
      expect(whyNotClaim('hardly-changed', verdict)).toBe('too-uncertain')
    }
  })

  it('a larger share of the others considers it: refused', () => {
    const considers2018 = in2018.flatMap(({ base, counts: [works = [], considers = []] }) =>
      works.flatMap((with_) => considers.map((yes) => ({ yes, answered: base - with_ }))),
    )
    expect(new Set(considers2018.map(({ answered }) => answered))).toEqual(new Set([41, 42, 43, 44, 45]))
    const verdict = change(considers2018, [{ yes: 12, answered: 24 }], null)
    expect(whyNotClaim('rise', verdict)).toBe('may-be-chance')
  })

  it('volunteers, 78 and 79 %: no rise, and not about equal either', () => {
    const roles2018 = feasibleBases({ percentages: [78, 29, 24, 18, 29, 20, 14, 6, 2] }, 40, 60)
    const roles2020 = feasibleBases({ percentages: [79, 17, 55, 40, 21] }, 20, 45)
    expect(roles2020.map(({ base }) => base)).toEqual([42])
    const verdict = change(talliesOf(roles2018), talliesOf(roles2020), null)
    expect(whyNotClaim('rise', verdict)).toBe('may-be-chance')
    expect(whyNotClaim('hardly-changed', verdict)).toBe('too-uncertain')
  })

  it('work on debts and mental health, and paid jobs, have no figure of 2020: nothing may be claimed', () => {
    expect(whyNotClaim('rise', null)).toBe('no-figure')
    expect(whyNotClaim('hardly-changed', null)).toBe('no-figure')
  })
})
