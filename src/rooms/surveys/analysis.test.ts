import { describe, expect, it } from 'vitest'
import { analyse, hashOf } from './analysis.ts'
import { findingsOf } from './findings.rules.ts'
import { chose, inputOf, madeInput, respondent, waveOf, yesNo } from './made-polls.ts'

const small = inputOf(
  waveOf(
    '2026',
    [yesNo('works')],
    Array.from({ length: 40 }, (_, at) => respondent(at, { works: chose(at < 25 ? 'yes' : 'no') })),
  ),
)

describe('an analysis in a thread of its own', () => {
  it('finds what is found without one, and says how far it is', async () => {
    const steps: string[] = []
    const outcome = await analyse(small, ({ step, done, all }) => steps.push(`${step} ${done}/${all}`))
    expect(outcome).toEqual({
      kind: 'found',
      findings: JSON.parse(JSON.stringify(await findingsOf(small, { inputHash: hashOf(small) }))),
    })
    expect(steps).toEqual(['reading 0/4', 'weighing 1/4', 'tables 2/4', 'writing 3/4'])
  }, 60_000)

  it('is stopped when its time is over', async () => {
    const large = madeInput({ population: 500, questions: 40, response: 0.7, weighted: true })
    expect(await analyse(large, undefined, { time: 300 })).toEqual({ kind: 'failed', why: 'too-slow' })
  }, 60_000)

  it('says so when it cannot be reckoned, and takes nothing with it', async () => {
    const [one] = small.wave.respondents
    const twice = { ...small, wave: { ...small.wave, respondents: one ? [one, one] : [] } }
    expect(await analyse(twice)).toEqual({ kind: 'failed', why: 'broken' })
  }, 60_000)

  it('is known by its input', () => {
    expect(hashOf(small)).toBe(hashOf(structuredClone(small)))
    expect(hashOf({ ...small, wave: { ...small.wave, year: 2027 } })).not.toBe(hashOf(small))
  })
})
