import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidenceOf, levelOf, panelEvidenceOf } from './evidence.ts'
import { holm } from './multiplicity.ts'
import type { Interval, Tally } from './tally.ts'
import type { ChangeEvidence, ChangeVerdict, Estimate, Level, LevelVerdict, PanelVerdict } from './verdicts.ts'
import { changeVerdicts, levelVerdict, panelVerdict, usualLimits } from './verdicts.ts'

const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)
const between = (from: number, to: number) =>
  fc.integer({ min: from * 1000, max: to * 1000 }).map((each) => each / 1000)
const around = (middle: number): fc.Arbitrary<Interval> =>
  fc
    .tuple(fc.oneof(between(0, 0.4), between(0, 0.05)), fc.oneof(between(0, 0.4), between(0, 0.05)))
    .map(([down, up]) => ({ lower: middle - down, upper: middle + up }))
const levels: fc.Arbitrary<Level> = fc.tuple(fc.integer({ min: 1, max: 200 }), share).chain(([answered, share]) =>
  fc.option(around(share), { nil: null, freq: 6 }).map((interval) => ({
    yes: Math.round(answered * share),
    answered,
    share,
    interval,
  })),
)
const estimates: fc.Arbitrary<Estimate> = fc
  .oneof(between(-0.5, 0.5), between(-0.03, 0.03))
  .chain((change) =>
    fc
      .tuple(around(change), fc.oneof(between(0, 1), between(0, 0.06)))
      .map(([interval, p]) => ({ change, interval, p })),
  )
const panels: fc.Arbitrary<PanelVerdict> = fc
  .record({
    size: fc.nat(60),
    changed: fc.nat(20),
    change: between(-0.3, 0.3),
    p: between(0, 0.2),
    showable: fc.boolean(),
  })
  .map((evidence) => panelVerdict(evidence))
const evidences: fc.Arbitrary<ChangeEvidence> = fc.record({
  first: fc.option(levels, { nil: null, freq: 20 }),
  second: fc.option(levels, { nil: null, freq: 20 }),
  comparability: fc.constantFrom(
    'full' as const,
    'full' as const,
    'full' as const,
    'limited' as const,
    'none' as const,
  ),
  groupsDiffer: fc.boolean(),
  weighted: fc.option(estimates, { nil: null }),
  unweighted: estimates,
  panel: fc.option(panels, { nil: null }),
  smallestVisible: fc.option(between(0, 1), { nil: null }),
})
const families = fc.array(evidences, { minLength: 1, maxLength: 6 })
const runs = { numRuns: 800 }

const verdictOf = (evidence: ChangeEvidence): ChangeVerdict => changeVerdicts([evidence])[0] ?? { code: 'S0' }
const strength = ({ code }: ChangeVerdict) => (code === 'C2' ? 2 : code === 'C3' ? 1 : 0)
const levelStrength = (verdict: LevelVerdict) =>
  verdict.code === 'S3'
    ? { rough: 3, fair: 4, precise: 5 }[verdict.precision]
    : ['S0', 'S1', 'S2'].indexOf(verdict.code)
const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(numbersIn)
      : []

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

  it('shows no number of what is suppressed or too few, and no share of a small base', () => {
    fc.assert(
      fc.property(levels, (given) => {
        if (given.answered < 5) expect(levelVerdict(given)).toEqual(levelVerdict(null))
        else if (given.answered < 10) expect(Object.keys(levelVerdict(given))).toEqual(['code', 'yes', 'answered'])
        const known = numbersIn(given)
        expect(numbersIn(levelVerdict(given)).filter((number) => !known.includes(number))).toEqual([])
      }),
    )
  })

  it('is never told more firmly for a wider interval', () => {
    fc.assert(
      fc.property(levels, between(0, 0.3), between(0, 0.3), (given, down, up) => {
        if (given.interval === null) return
        const interval = { lower: given.interval.lower - down, upper: given.interval.upper + up }
        expect(levelStrength(levelVerdict({ ...given, interval }))).toBeLessThanOrEqual(
          levelStrength(levelVerdict(given)),
        )
      }),
      runs,
    )
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

  it('1. never rises or falls when the interval holds 0', () => {
    fc.assert(
      fc.property(families, (questions) => {
        for (const [at, verdict] of changeVerdicts(questions).entries()) {
          if (verdict.code !== 'C2') continue
          const { lower, upper } = (questions[at]?.weighted ?? questions[at]?.unweighted)?.interval ?? {}
          expect(verdict.direction === 'rise' ? lower : -(upper ?? NaN)).toBeGreaterThan(0)
        }
      }),
      runs,
    )
  })

  it('2. does not mind another wave in which all answered alike', () => {
    const tallies = fc.tuple(fc.integer({ min: 10, max: 200 }), fc.nat(200)).map(([answered, some]) => ({
      yes: some % (answered + 1),
      answered,
    }))
    const known = { comparability: 'full' as const, groupsDiffer: false, panel: null }
    const inSeries = (waves: readonly Tally[]) =>
      waves.slice(1).map((wave, before) => {
        const first = waves[before]
        return first === undefined ? null : verdictOf(evidenceOf(first, wave, null, known))
      })
    fc.assert(
      fc.property(fc.array(tallies, { minLength: 2, maxLength: 4 }), fc.integer({ min: 10, max: 99 }), (waves, n) => {
        const without = inSeries(waves)
        expect(inSeries([...waves, { yes: n, answered: n }]).slice(0, without.length)).toEqual(without)
        expect(inSeries([{ yes: 0, answered: n }, ...waves]).slice(1)).toEqual(without)
      }),
    )
    fc.assert(
      fc.property(families, evidences, (questions, other) => {
        const before = changeVerdicts(questions)
        changeVerdicts([other])
        expect(changeVerdicts(questions)).toEqual(before)
      }),
    )
  })

  it('3. is mirrored when the waves are swapped', () => {
    const turned = <T extends Estimate>({ change, interval, p }: T): Estimate => ({
      change: -change,
      interval: { lower: -interval.upper, upper: -interval.lower },
      p,
    })
    const other = { rise: 'fall', fall: 'rise' } as const
    const mirrored = (evidence: ChangeEvidence): ChangeEvidence => ({
      ...evidence,
      first: evidence.second,
      second: evidence.first,
      weighted: evidence.weighted && turned(evidence.weighted),
      unweighted: turned(evidence.unweighted),
      panel:
        evidence.panel?.code === 'P1'
          ? { ...evidence.panel, direction: other[evidence.panel.direction] }
          : evidence.panel,
    })
    fc.assert(
      fc.property(families, (questions) => {
        const back = changeVerdicts(questions.map(mirrored))
        for (const [at, verdict] of changeVerdicts(questions).entries()) {
          const again = back[at]
          expect(again?.code).toBe(verdict.code)
          if (verdict.code === 'C2' && again?.code === 'C2') {
            expect(again.direction).toBe(other[verdict.direction])
            expect(again.small).toBe(verdict.small)
          }
          if ('scope' in verdict && again && 'scope' in again) {
            expect(again.scope).toBe(verdict.scope)
            expect(again.change).toBeCloseTo(-verdict.change, 12)
            expect([again.first, again.second]).toEqual([verdict.second, verdict.first])
          }
        }
      }),
      runs,
    )
  })

  it('4. holds no number that was not given, and none at all of a suppressed wave', () => {
    fc.assert(
      fc.property(families, (questions) => {
        const ps = questions.map((each) => (each.weighted ?? each.unweighted).p ?? 1)
        const adjusted = holm(ps)
        for (const [at, verdict] of changeVerdicts(questions).entries()) {
          const question = questions[at]
          const known = [...numbersIn(question), adjusted[at] ?? NaN]
          expect(numbersIn(verdict).filter((number) => !known.includes(number))).toEqual([])
          if (question?.first === null || question?.second === null) expect(verdict).toEqual({ code: 'S0' })
        }
      }),
      runs,
    )
  })

  it('5. speaks of all members only where both shares do, and the panel never does', () => {
    fc.assert(
      fc.property(families, (questions) => {
        for (const verdict of changeVerdicts(questions))
          if ('scope' in verdict && verdict.scope === 'members') {
            expect(levelVerdict(verdict.first).code).toBe('S3')
            expect(levelVerdict(verdict.second).code).toBe('S3')
            expect(verdict.comparability).toBe('full')
          }
      }),
      runs,
    )
    fc.assert(
      fc.property(panels, evidences, (panel, evidence) => {
        expect(panel).not.toHaveProperty('scope', 'members')
        // A panel may take a claim away; it never makes one.
        const without = strength(verdictOf({ ...evidence, panel: null }))
        expect(strength(verdictOf({ ...evidence, panel }))).toBeLessThanOrEqual(without)
      }),
      runs,
    )
  })

  it('6. is never told more firmly for a wider interval', () => {
    const wider = (estimate: Estimate, down: number, up: number): Estimate => ({
      ...estimate,
      interval: { lower: estimate.interval.lower - down, upper: estimate.interval.upper + up },
    })
    fc.assert(
      fc.property(evidences, between(0, 0.2), between(0, 0.2), (evidence, down, up) => {
        const before = strength(verdictOf(evidence))
        const { weighted, unweighted } = evidence
        const wide = {
          ...evidence,
          weighted: weighted && wider(weighted, down, up),
          unweighted: wider(unweighted, down, up),
        }
        expect(strength(verdictOf(wide))).toBeLessThanOrEqual(before)
      }),
      runs,
    )
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
