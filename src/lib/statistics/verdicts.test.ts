import { describe, expect, it } from 'vitest'
import { evidenceOf, levelOf, panelEvidenceOf } from './evidence.ts'
import type { ChangeEvidence, ChangeVerdict, Estimate, Level } from './verdicts.ts'
import { changeVerdicts, levelVerdict, panelVerdict, usualLimits } from './verdicts.ts'

const verdictOf = (evidence: ChangeEvidence): ChangeVerdict => changeVerdicts([evidence])[0] ?? { code: 'S0' }

const steady: Level = { yes: 60, answered: 120, share: 0.5, interval: { lower: 0.42, upper: 0.58 } }
const rise: Estimate = { change: 0.2, interval: { lower: 0.08, upper: 0.31 }, p: 0.002 }
const plain: ChangeEvidence = {
  first: steady,
  second: { ...steady, yes: 84, share: 0.7, interval: { lower: 0.62, upper: 0.77 } },
  comparability: 'full',
  groupsDiffer: false,
  weighted: rise,
  unweighted: { ...rise, change: 0.18 },
  panel: null,
  smallestVisible: 0.17,
}

describe('a level', () => {
  const level = (answered: number, width: number): Level => ({
    yes: 2,
    answered,
    share: 0.5,
    interval: { lower: 0.5 - width / 2, upper: 0.5 + width / 2 },
  })
  it.each([
    [null, 'S0'],
    [level(4, 0.05), 'S0'],
    [level(5, 0.05), 'S1'],
    [level(9, 0.05), 'S1'],
    [level(10, 0.31), 'S2'],
    [{ ...level(10, 0.1), interval: null }, 'S2'],
    [{ ...level(10, 0), interval: { lower: 0.35, upper: 0.65 } }, 'S3 rough'],
    [level(10, 0.2), 'S3 rough'],
    [level(10, 0.19), 'S3 fair'],
    [level(10, 0.1), 'S3 fair'],
    [level(10, 0.09), 'S3 precise'],
    [level(10, 0), 'S3 precise'],
  ])('%j gives %s', (given, expected) => {
    const verdict = levelVerdict(given)
    expect(verdict.code === 'S3' ? `S3 ${verdict.precision}` : verdict.code).toBe(expected)
  })
})

describe('a change', () => {
  const cases: [string, Partial<ChangeEvidence>, string][] = [
    ['a rise that all agree on', {}, 'C2 rise members'],
    ['one wave suppressed', { first: null }, 'S0'],
    ['a base of 4', { second: { ...steady, answered: 4 } }, 'S0'],
    ['a base of 4, also when nothing compares', { second: { ...steady, answered: 4 }, comparability: 'none' }, 'S0'],
    ['a base of 9', { second: { ...steady, answered: 9 } }, 'S1'],
    ['other words in the question', { comparability: 'none' }, 'C0'],
    ['weights that turn it round', { unweighted: { ...rise, change: -0.01 }, groupsDiffer: true }, 'C1 directions'],
    ['another make-up and no weights', { weighted: null, groupsDiffer: true }, 'C1 composition'],
    ['another make-up, corrected by weights', { groupsDiffer: true }, 'C2 rise members'],
    ['a rise between groups known to differ', { comparability: 'limited' }, 'C1 limited'],
    [
      'chance, between groups known to differ',
      { comparability: 'limited', weighted: { ...rise, p: 0.2 } },
      'C4 respondents',
    ],
    ['an interval that holds 0', { weighted: { ...rise, interval: { lower: -0.01, upper: 0.4 } } }, 'C4 members'],
    ['an interval that touches 0', { weighted: { ...rise, interval: { lower: 0, upper: 0.4 } } }, 'C4 members'],
    ['a p-value of exactly alpha', { weighted: { ...rise, p: 0.05 } }, 'C4 members'],
    ['nothing without weights', { unweighted: { ...rise, change: 0 } }, 'C4 members'],
    [
      'a panel that fell',
      { panel: { code: 'P1', direction: 'fall', scope: 'panel', size: 40, change: null, p: null } },
      'C4 members',
    ],
    [
      'a panel that rose',
      { panel: { code: 'P1', direction: 'rise', scope: 'panel', size: 40, change: null, p: null } },
      'C2 rise members',
    ],
    [
      'a panel without clear change',
      { panel: { code: 'P0', scope: 'panel', size: 40, change: null, p: null } },
      'C2 rise members',
    ],
    ['a share that is too wide for all members', { first: { ...steady, interval: null } }, 'C2 rise respondents'],
    [
      'an interval within five points',
      { weighted: { change: 0.01, interval: { lower: -0.03, upper: 0.05 }, p: 0.6 } },
      'C3 members',
    ],
    [
      'a small demonstrated rise',
      { weighted: { change: 0.02, interval: { lower: 0.01, upper: 0.03 }, p: 0.01 } },
      'C2 rise members small',
    ],
    [
      'a fall',
      {
        weighted: { change: -0.2, interval: { lower: -0.3, upper: -0.1 }, p: 0.001 },
        unweighted: { ...rise, change: -0.1 },
      },
      'C2 fall members',
    ],
    [
      'a count of everybody',
      { weighted: { change: 0.2, interval: { lower: 0.2, upper: 0.2 }, p: null } },
      'C2 rise members',
    ],
    ['no test, and not everybody', { weighted: { ...rise, p: null } }, 'C4 members'],
  ]
  it.each(cases)('%s', (_name, part, expected) => {
    const verdict = verdictOf({ ...plain, ...part })
    const said = [
      verdict.code,
      verdict.code === 'C2' ? verdict.direction : '',
      verdict.code === 'C1' ? verdict.because : 'scope' in verdict ? verdict.scope : '',
      verdict.code === 'C2' && verdict.small ? 'small' : '',
    ]
    expect(said.filter((each) => each !== '').join(' ')).toBe(expected)
  })

  it('says which figures it stands on: the weighted ones when there are any', () => {
    const without = { change: 0.18, interval: { lower: 0.05, upper: 0.3 }, p: 0.01 }
    expect(verdictOf({ ...plain, unweighted: without })).toMatchObject({
      ...rise,
      weighted: true,
      smallestVisible: 0.17,
    })
    expect(verdictOf({ ...plain, weighted: null, unweighted: without })).toMatchObject({ ...without, weighted: false })
  })

  it('is adjusted for all questions that were asked', () => {
    const questions = [0.02, 0.03, 0.04].map((p) => ({ ...plain, weighted: { ...rise, p } }))
    expect(questions.map((each) => verdictOf(each).code)).toEqual(['C2', 'C2', 'C2'])
    expect(changeVerdicts(questions).map(({ code }) => code)).toEqual(['C4', 'C4', 'C4'])
    const census = { ...plain, weighted: { change: 0.2, interval: { lower: 0.2, upper: 0.2 }, p: null } }
    const mixed = changeVerdicts([census, { ...plain, weighted: { ...rise, p: 0.03 } }])
    expect(mixed.map((verdict) => ('p' in verdict ? verdict.p : 'none'))).toEqual([null, 0.03])
  })
})

describe('a panel', () => {
  const evidence = { size: 36, changed: 9, change: 0.19, p: 0.02, showable: true }
  it.each([
    ['none', null, 'S0'],
    ['too few', { ...evidence, size: 4 }, 'S0'],
    ['a handful', { ...evidence, size: 9 }, 'S1'],
    ['a rise', evidence, 'P1'],
    ['few that changed', { ...evidence, changed: 5 }, 'P0'],
    ['chance', { ...evidence, p: 0.05 }, 'P0'],
    ['as many stopped as started', { ...evidence, change: 0 }, 'P0'],
  ])('%s', (_name, given, code) => {
    expect(panelVerdict(given).code).toBe(code)
  })

  it('keeps its numbers when those who changed are too few to show', () => {
    const verdict = panelVerdict({ ...evidence, showable: false })
    expect(verdict).toEqual({ code: 'P1', direction: 'rise', scope: 'panel', size: 36, change: null, p: null })
  })

  it('is made from a table', () => {
    const made = panelEvidenceOf({ stayed: 15, stopped: 3, started: 4, never: 14 }, 5)
    expect([made.size, made.changed, made.showable]).toEqual([36, 7, false])
    expect(panelVerdict(made).code).toBe('P0')
    const rose = panelEvidenceOf({ stayed: 15, stopped: 0, started: 9, never: 12 }, 5)
    expect(rose.showable).toBe(true)
    expect(panelVerdict(rose)).toMatchObject({ code: 'P1', direction: 'rise', size: 36, change: 0.25 })
  })
})

describe('verdicts', () => {
  it('take their evidence from counts', () => {
    expect(levelOf({ yes: 0, answered: 0 })).toBeNull()
    expect(levelVerdict(levelOf({ yes: 45, answered: 69 }, 490))).toMatchObject({
      code: 'S3',
      precision: 'rough',
      interval: { lower: 263 / 490, upper: 370 / 490 },
    })
    const known = { comparability: 'full' as const, groupsDiffer: false, panel: null }
    const census = evidenceOf({ yes: 10, answered: 40 }, { yes: 14, answered: 40 }, { first: 40, second: 40 }, known)
    expect(verdictOf(census)).toMatchObject({ code: 'C2', direction: 'rise', p: null, smallestVisible: 0 })
    const fall = evidenceOf({ yes: 90, answered: 120 }, { yes: 40, answered: 120 }, null, known)
    expect(verdictOf(fall)).toMatchObject({ code: 'C2', direction: 'fall', scope: 'members' })
    expect(evidenceOf({ yes: 0, answered: 9 }, { yes: 1, answered: 9 }, null, known).unweighted.p).toBe(1)
  })

  it('may stand on limits that are equal', () => {
    const alike = { ...usualLimits, fewest: 1, percentagesFrom: 1, widest: 0.2, rough: 0.2, fair: 0.2, equalWithin: 0 }
    expect(levelVerdict({ yes: 1, answered: 1, share: 1, interval: { lower: 0.8, upper: 1 } }, alike)).toMatchObject({
      code: 'S3',
      precision: 'rough',
    })
  })

  it('are refused on what cannot be, with a sentence', () => {
    const turned = { lower: 0.6, upper: 0.4 }
    expect(() => levelVerdict({ ...steady, interval: turned })).toThrow('lower to its upper')
    expect(() => verdictOf({ ...plain, weighted: { ...rise, interval: turned } })).toThrow('lower to its upper')
    expect(() => verdictOf({ ...plain, weighted: { ...rise, change: 0.5 } })).toThrow('does not hold its change')
    expect(() => verdictOf({ ...plain, weighted: { ...rise, p: 2 } })).toThrow('p-value')
    expect(() => panelVerdict({ size: 40, changed: 9, change: 0.2, p: NaN, showable: true })).toThrow('p-value')
    expect(() => panelVerdict({ size: 40, changed: 9, change: 20, p: 0.2, showable: true })).toThrow('from -1 to 1')
    for (const wrong of [
      { fewest: 0 },
      { percentagesFrom: 3 },
      { rough: 0.4 },
      { fair: 0.25 },
      { alpha: 5 },
      { equalWithin: -1 },
    ])
      expect(() => levelVerdict(steady, { ...usualLimits, ...wrong })).toThrow('out of order')
  })
})
