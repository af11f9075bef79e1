import * as fc from 'fast-check'
import { expect } from 'vitest'
import { type Answers, type Variance, type WeightedWave, weighWave } from './waves.design.ts'

export const variances: Variance[] = ['jackknife', 'linearised', 'linearised-corrected']
export const population = 120
const kinds = ['a', 'b', 'c']
export const kindOf = (organisation: number) => kinds[organisation % 3] ?? 'a'
export const sizeOf = (organisation: number) => (organisation % 5 < 2 ? 'x' : 'y')
export const register = Array.from({ length: population }, (_, at) => at)
export const sizes = (of: (organisation: number) => string) => {
  const found = new Map<string, number>()
  for (const organisation of register) found.set(of(organisation), (found.get(of(organisation)) ?? 0) + 1)
  return found
}
export const free = { cap: null, rules: 'none' } as const

export type Taken = { wave: WeightedWave; answers: Answers; kinds: string[]; organisations: string[] }

/** A wave of a register with two margins: everybody below 30 takes part, so that all categories are there. */
export function taken(others: readonly number[], said: readonly (number | null)[], weighted = true): Taken {
  const numbers = [...register.slice(0, 30), ...others.filter((each) => each >= 30)].sort((left, right) => left - right)
  const organisations = numbers.map((each) => `o${each}`)
  const margins = [
    { variable: 'kind', of: numbers.map(kindOf), population: sizes(kindOf) },
    { variable: 'size', of: numbers.map(sizeOf), population: sizes(sizeOf) },
  ]
  const wave = weighWave({ organisations, population, margins: weighted ? margins : [] }, free)
  const answers = numbers.map((each) => said[each % said.length] ?? null)
  return { wave, answers, kinds: numbers.map(kindOf), organisations }
}

const others = fc.uniqueArray(fc.integer({ min: 30, max: population - 1 }), { maxLength: 60 })
const said = fc
  .array(fc.constantFrom(0, 1, 1, null), { minLength: 20, maxLength: 50 })
  .filter((answers) => answers.slice(0, 20).includes(0) && answers.slice(0, 20).includes(1))
/** Who takes part in a made-up wave, and what they say. */
export const waves = fc.tuple(others, said)

export const near = (actual: number | null | undefined, expected: number | null | undefined, digits = 9) => {
  if (expected === null || expected === undefined) expect(actual ?? null).toBe(null)
  else expect(actual).toBeCloseTo(expected, digits)
}
