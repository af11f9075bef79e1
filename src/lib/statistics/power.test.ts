import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as power from './power.ts'
import { expectAllAsked, expectClose, outsideAbsent, outsideSet } from './reference.testing.ts'

type Waves = {
  id: string
  p1: number
  n1: number
  n2: number
  N1: number | null
  N2: number | null
  alpha: number
  power: number
  deff: number
}
type Set = {
  independent: { input: Waves; mde_up: number | null; mde_down: number | null }[]
  paired: { input: { id: string; n: number; pd: number; alpha: number; power: number }; mde: number | null }[]
  power_prop_test: { input: { n: number; p1: number; p2: number; alpha: number }; power: number }[]
}

const wave = (answered: number, population: number | null = null) => ({ answered, population })
const usual = { alpha: 0.05, power: 0.8 }

describe('what can be seen', () => {
  it.skipIf(outsideAbsent)('agrees with every value of the outside set', () => {
    const set = outsideSet<Set>('08_power_mde.json')
    for (const { input, mde_up, mde_down } of set.independent) {
      const visible = (direction: 'rise' | 'fall') =>
        power.smallestVisibleChange(
          input.p1,
          wave(input.n1, input.N1),
          wave(input.n2, input.N2),
          direction,
          input,
          input.deff,
        )
      expectClose(visible('rise'), mde_up, 1e-7, `${input.id} rise`)
      expectClose(visible('fall'), mde_down, 1e-7, `${input.id} fall`)
    }
    for (const { input, mde } of set.paired)
      expectClose(power.smallestVisibleChangeInPanel(input.n, input.pd, input), mde, 1e-7, input.id)
    for (const { input, power: expected } of set.power_prop_test)
      expectClose(
        power.powerOfWaves([input.p1, input.p2], wave(input.n), wave(input.n), input.alpha),
        expected,
        1e-9,
        `power at ${input.n}`,
      )
    expectAllAsked('08_power_mde.json')
  })

  it('plans a poll that could show a rise from 55 to 65 %', () => {
    expect(power.answersNeeded([0.55, 0.65])).toBe(373)
    expect(power.answersNeeded([0.55, 0.65], 490)).toBe(212)
    expect([power.panelNeeded(0.1, 0.15), power.panelNeeded(0.1, 0.3)]).toEqual([116, 234])
  })

  it('sees less with fewer answers, more in a smaller population, and a change that it names with the power asked', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.integer({ min: 5, max: 400 }),
        fc.integer({ min: 5, max: 400 }),
        fc.nat(300),
        fc.constantFrom('rise' as const, 'fall' as const),
        (share, n1, n2, others, direction) => {
          const endless = power.smallestVisibleChange(share, wave(n1), wave(n2), direction)
          const [one, two] = [wave(n1, n1 + others), wave(n2, n2 + others)]
          const small = power.smallestVisibleChange(share, one, two, direction)
          const fewer = power.smallestVisibleChange(share, wave(n1 - 1), wave(n2 - 1), direction)
          if (endless === null) return void expect(fewer).toBeNull()
          expect(fewer ?? 1).toBeGreaterThan(endless)
          expect(small ?? 1).toBeLessThan(endless)
          const heavier = power.smallestVisibleChange(share, wave(n1), wave(n2), direction, usual, 1.4)
          expect(heavier ?? 1).toBeGreaterThan(endless)
          const next = direction === 'rise' ? share + endless : share - endless
          expect(next).toBeGreaterThanOrEqual(-1e-9)
          expect(next).toBeLessThanOrEqual(1 + 1e-9)
          const error = Math.sqrt((share * (1 - share)) / n1 + (next * (1 - next)) / n2)
          expect(endless / error).toBeCloseTo(1.959963985 + 0.841621234, 6)
        },
      ),
    )
  })

  it('needs as many answers as make that change the smallest visible one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.9, noNaN: true }),
        fc.double({ min: 0.03, max: 0.5, noNaN: true }),
        (share, change) => {
          const next = Math.min(0.98, share + change)
          const n = power.answersNeeded([share, next]) ?? NaN
          const visible = (answered: number) => power.smallestVisibleChange(share, wave(answered), wave(answered))
          expect(visible(n) ?? NaN).toBeLessThanOrEqual(next - share + 1e-9)
          if (n > 1) expect(visible(n - 1) ?? 1).toBeGreaterThan(next - share - 1e-9)
          const few = power.answersNeeded([share, next], 60) ?? NaN
          expect(few).toBeLessThanOrEqual(Math.min(60, n))
          const ofSixty = (answered: number) =>
            power.smallestVisibleChange(share, wave(answered, 60), wave(answered, 60))
          expect(ofSixty(few) ?? NaN).toBeLessThanOrEqual(next - share + 1e-9)
          if (few > 1) expect(ofSixty(few - 1) ?? 1).toBeGreaterThan(next - share - 1e-9)
        },
      ),
    )
  })

  it('a panel needs as many as make that change the smallest visible one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.9, noNaN: true }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (changing, part) => {
          const change = changing * part
          const n = power.panelNeeded(change, changing)
          expect(power.smallestVisibleChangeInPanel(n, changing) ?? NaN).toBeLessThanOrEqual(change + 1e-9)
          if (n > 1) expect(power.smallestVisibleChangeInPanel(n - 1, changing) ?? 1).toBeGreaterThan(change - 1e-9)
        },
      ),
    )
  })

  it('power grows with the change and with the answers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 90 }), fc.double({ min: 0.01, max: 0.3, noNaN: true }), (n, change) => {
        const chance = (by: number, answered: number) =>
          power.powerOfWaves([0.3, 0.3 + by], wave(answered), wave(answered))
        expect(chance(change, n)).toBeGreaterThanOrEqual(0)
        expect(chance(change, n)).toBeLessThanOrEqual(1)
        expect(chance(change + 0.05, n)).toBeGreaterThan(chance(change, n))
        expect(chance(change, n + 10)).toBeGreaterThan(chance(change, n))
        expect(power.powerOfWaves([0.3, 0.3 + change], wave(n, n + 50), wave(n, n + 50))).toBeGreaterThan(
          chance(change, n),
        )
      }),
    )
    expect(power.powerOfWaves([0.4, 0.4], wave(50), wave(50))).toBeCloseTo(0.025, 9)
    expect(power.powerOfWaves([0.4, 0.5], wave(50, 50), wave(40, 40))).toBe(1)
    expect(power.powerOfWaves([0.4, 0.4], wave(50, 50), wave(40, 40))).toBe(0)
  })

  it('knows its ends', () => {
    expect(power.smallestVisibleChange(1, wave(50), wave(50))).toBeNull()
    expect(power.smallestVisibleChange(0, wave(50), wave(50), 'fall')).toBeNull()
    expect(power.smallestVisibleChange(0.4, wave(50, 50), wave(60, 60))).toBe(0)
    expect(power.smallestVisibleChange(0, wave(50), wave(50)) ?? NaN).toBeGreaterThan(0.1)
    expect(power.smallestVisibleChange(0.5, wave(1), wave(1))).toBeNull()
    expect(power.smallestVisibleChangeInPanel(50, 0)).toBeNull()
    expect(power.answersNeeded([0.4, 0.4])).toBeNull()
    expect([power.answersNeeded([0, 1]), power.answersNeeded([0, 1], 12)]).toEqual([1, 1])
  })

  it('refuses what cannot be, with a sentence', () => {
    expect(() => power.smallestVisibleChange(55, wave(50), wave(50))).toThrow('from 0 to 1')
    expect(() => power.smallestVisibleChange(0.5, wave(0), wave(50))).toThrow('whole, 1 or more')
    expect(() => power.smallestVisibleChange(0.5, wave(50, 40), wave(50))).toThrow('double answers')
    expect(() => power.smallestVisibleChange(0.5, wave(50), wave(50), 'rise', { alpha: 0.05, power: 1 })).toThrow(
      'power must lie',
    )
    expect(() => power.smallestVisibleChange(0.5, wave(50), wave(50), 'rise', { alpha: 0.9, power: 0.1 })).toThrow(
      'ask more',
    )
    expect(() => power.smallestVisibleChange(0.5, wave(50), wave(50), 'rise', usual, 0)).toThrow('design effect')
    expect(() => power.smallestVisibleChangeInPanel(0.5, 0.2)).toThrow('whole, 1 or more')
    expect(() => power.smallestVisibleChangeInPanel(5, 20)).toThrow('from 0 to 1')
    expect(() => power.powerOfWaves([0.5, NaN], wave(5), wave(5))).toThrow('from 0 to 1')
    expect(() => power.powerOfWaves([0.5, 0.6], wave(5), wave(5), 0)).toThrow(RangeError)
    expect(() => power.answersNeeded([0.5, 0.6], 0.5)).toThrow('population')
    expect(() => power.panelNeeded(0.3, 0.2)).toThrow('at most the share that changes')
    expect(() => power.panelNeeded(0, 0.2)).toThrow('above 0')
  })
})
