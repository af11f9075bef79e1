import { worstCase } from '../../../lib/statistics/proportion.ts'
import {
  propensities,
  representativity,
  respondentsAgainstPopulation,
  type FrameVariable,
} from '../../../lib/statistics/representativity.ts'
import { backgrounds, type Level, type PollWave, type ResponseFinding } from './findings.ts'
import type { Groups } from './groups.rules.ts'
import { outwards } from './levels.rules.ts'
import { frameBy, populationOf } from './weighting.rules.ts'

/** A shown answer of a main question. */
export type MainLevel = { readonly key: string; readonly option: string; readonly level: Level }

/** Who took part, out of whom, and what uneven answering could do. */
export function responseOf(wave: PollWave, groups: Groups, main: readonly MainLevel[]): ResponseFinding {
  const population = populationOf(wave)
  const respondents = wave.respondents.length
  const { fewest } = wave.plan.limits
  const even = population === null ? null : evennessOf(wave)
  return {
    respondents,
    population,
    rate: population === null ? null : inThousandths(respondents / population),
    by: backgrounds.map((by) => {
      const sizes = frameBy(wave, by)
      return {
        by,
        groups: groups[by].map(({ key, of }) => {
          const took = wave.respondents.filter((one) => of.includes(one[by])).length
          return {
            key,
            of,
            population: population === null ? null : of.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0),
            respondents: took === 0 || took >= fewest ? took : null,
          }
        }),
      }
    }),
    indicator: even && inThousandths(even.indicator),
    largestBias: even && Math.ceil(even.largestBias * 100 - 1e-9) / 100,
    worstCases:
      population === null
        ? []
        : main.flatMap(({ key, option, level }) =>
            level.status === 'hidden' || level.interval === null
              ? []
              : [
                  {
                    key,
                    option,
                    interval: outwards(worstCase({ yes: level.count, answered: level.base }, population)),
                  },
                ],
          ),
    more: population === null ? [] : moreThanOthers(wave, groups, population),
  }
}

const inThousandths = (value: number) => Math.round(value * 1000) / 1000

/** Everybody on the register, one by one, with whether they answered. null when the frame and the answers contradict. */
function evennessOf({ frame, respondents }: PollWave) {
  const keyOf = (one: { type: string; size: string; region: string }) =>
    JSON.stringify(backgrounds.map((by) => one[by]))
  const left = new Map<string, number>()
  for (const one of respondents) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) + 1)
  const answered: boolean[] = []
  const of: string[][] = backgrounds.map(() => [])
  for (const count of frame ?? []) {
    const took = Math.min(left.get(keyOf(count)) ?? 0, count.organisations)
    left.set(keyOf(count), (left.get(keyOf(count)) ?? 0) - took)
    for (let at = 0; at < count.organisations; at += 1) {
      answered.push(at < took)
      for (const [axis, by] of backgrounds.entries()) of[axis]?.push(count[by])
    }
  }
  if ([...left.values()].some((strangers) => strangers > 0)) return null
  const variables = backgrounds.map((variable, axis): FrameVariable => ({ variable, of: of[axis] ?? [] }))
  const found = propensities(answered, variables)
  return found && representativity(found.chances, variables)
}

/** The group of each variable that took part most, where those who took part differ from the population. */
function moreThanOthers(wave: PollWave, groups: Groups, population: number): ResponseFinding['more'] {
  return backgrounds.flatMap((by) => {
    const sizes = frameBy(wave, by)
    if (wave.respondents.some((one) => !sizes.get(one[by]))) return []
    const resemblance = respondentsAgainstPopulation(
      wave.respondents.map((one) => one[by]),
      sizes,
    )
    if (resemblance === null || resemblance.pValue >= 0.1) return []
    const rates = groups[by].map(({ key, of }) => {
      const took = wave.respondents.filter((one) => of.includes(one[by])).length
      return {
        by,
        key,
        rate:
          took /
          Math.max(
            1,
            of.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0),
          ),
      }
    })
    const [most] = rates.toSorted((a, b) => b.rate - a.rate)
    return most && most.rate > wave.respondents.length / population ? [{ by, key: most.key }] : []
  })
}
