import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidenceOf } from './evidence.ts'
import { holm } from './multiplicity.ts'
import type { Interval, Tally } from './tally.ts'
import type { ChangeEvidence, ChangeVerdict, Estimate, Level, LevelVerdict, PanelVerdict } from './verdicts.ts'
import { changeVerdicts, levelVerdict, panelVerdict } from './verdicts.ts'

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

describe('a verdict on a level', () => {
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

describe('a verdict on a change', () => {
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
