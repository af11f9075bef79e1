import { expect, it, describe } from 'vitest'
import { inHouse, type House } from '../../../../test/house.ts'
import { attacksTogether } from '../../../lib/disclosure/attack.ts'
import { findingsOf } from './findings.rules.ts'
import { backgrounds, type AnalysisInput, type EarlierRelease, type Findings, type PollWave } from './findings.ts'
import { madeInput } from './made-polls.ts'
import { releaseFiles } from '../package/package.release.rules.ts'
import { attackOn, findsMoreThanLuck, findsTooMuch, strangeNumbers, type Out, type Read } from './published.testing.ts'
import { proposeRelease } from '../releases/releases.actions.ts'
import type { Released } from '../releases/releases.document.ts'
import { sampleRelease } from '../releases/releases.testing.ts'

/** A made poll: nobody in it exists. `late`: so many answers came after a first release. */
type Poll = {
  readonly seed: number
  readonly population: number
  readonly response: number
  readonly questions: number
  readonly weighted: boolean
  readonly years: readonly string[]
  readonly late: number
}

const quick: readonly Poll[] = [
  { seed: 31, population: 60, response: 0.75, questions: 6, weighted: false, years: ['2026'], late: 12 },
  { seed: 5, population: 110, response: 0.7, questions: 4, weighted: true, years: ['2024', '2026'], late: 0 },
]
// As many as there is time for: bin/drill attack.
const many: readonly Poll[] = [41, 55, 70, 90, 120, 160, 200, 260].flatMap((population, at) =>
  [0, 1].map((which) => ({
    seed: 100 + 10 * at + which,
    population,
    response: 0.72,
    questions: 8,
    weighted: which === 1,
    years: which === 1 ? ['2022', '2024', '2026'] : ['2024', '2026'],
    late: at % 2 === 0 ? 12 : 0,
  })),
)

async function released(house: House, input: AnalysisInput, findings: Findings, series: string): Promise<Read> {
  const everybody = [...(input.wave.frame ?? []), ...input.wave.respondents]
  const document: Released = {
    ...sampleRelease(),
    series: { ...sampleRelease().series, slug: series },
    wave: { ...sampleRelease().wave, slug: input.wave.id },
    groups: Object.fromEntries(
      backgrounds.map((by) => [
        by,
        Object.fromEntries([...new Set(everybody.map((one) => one[by]))].sort().map((key) => [key, { nl: key }])),
      ]),
    ),
    caveats: [],
    findings,
  }
  const files = await releaseFiles({
    released: document,
    number: 1,
    on: '2026-11-22',
    origin: 'http://localhost:3000',
    wave: input.wave,
  })
  const id = await house.operate((tx) =>
    proposeRelease(
      tx,
      { document, waveId: null, files, reason: 'Uitgave', by: house.people.researcher.id },
      house.platform.now(),
    ),
  )
  const tobias = await house.as('secondResearcher')
  expect((await tobias.post(`/onderzoek/uitgaven/${id}/besluit`, { decision: 'release', reason: '' })).status).toBe(303)
  const reader = house.visitor()
  const read = async (path: string) => {
    const { status, text } = await reader.get(path)
    expect([path, status]).toEqual([path, 200])
    return text
  }
  const wave = `/peilingen/${series}/${input.wave.id}`
  const number = /bestanden\/(\d+)\//.exec(await read(wave))?.[1] ?? ''
  return {
    pages: await Promise.all([
      read(`${wave}/rapport`),
      ...findings.questions
        .filter(({ options }) => options.length > 0)
        .map(({ key }) => read(`${wave}/cijfers/${encodeURIComponent(key)}`)),
    ]),
    api: await read(`/api/v1/polls/${series}/${input.wave.id}`),
    files: new Map(
      await Promise.all(
        ['tables.csv', 'data.csv'].map(
          async (name) => [name, await read(`${wave}/bestanden/${number}/${name}`)] as const,
        ),
      ),
    ),
  }
}

async function letOut(house: House, poll: Poll): Promise<{ input: AnalysisInput; outs: Out[] }> {
  const { population, questions, response, weighted, seed, years, late } = poll
  const made = madeInput({ population, questions, response, weighted }, seed, years)
  // By province there are too few to weight on.
  const margins = weighted ? (['type', 'size'] as const) : []
  const planned = (wave: PollWave): PollWave => ({ ...wave, plan: { ...wave.plan, weightingMargins: margins } })
  const input: AnalysisInput = {
    ...made,
    wave: planned(made.wave),
    earlier: made.earlier.map((each) => ({ ...each, wave: planned(each.wave) })),
  }
  const { respondents } = input.wave
  const rounds = late === 0 ? [respondents] : [respondents.slice(0, -late), respondents]
  const outs: Out[] = []
  const before: EarlierRelease[] = []
  for (const [at, who] of rounds.entries()) {
    const own = { ...input, wave: { ...input.wave, respondents: who }, released: [...before] }
    const findings = await findingsOf(own, { inputHash: 'made', seconds: 5 })
    outs.push({ read: await released(house, own, findings, `aanval-${seed}-${at}`), respondents: who })
    before.push({ findings, respondents: who })
  }
  return { input, outs }
}

describe('an attack on everything that is public about a poll: pages, files and the API', () => {
  it.each(process.env['ATTACK'] === 'all' ? many : quick)(
    'finds no more than guessing the majority and five points, in $population (seed $seed)',
    (poll) =>
      inHouse(async (house) => {
        const { input, outs } = await letOut(house, poll)
        const { byQuestion, workedOut, facts } = await attackOn(input, outs)
        for (const { read } of outs) expect(strangeNumbers(read)).toEqual([])
        const last = outs.at(-1)?.read.api ?? ''
        const all = attacksTogether([...byQuestion.values()])
        const found = Math.max(all.linear, all.leastSquares)
        if (process.env['ATTACK'] === 'all')
          process.stdout.write(
            `${JSON.stringify({ ...poll, shares: last.match(/"weighted":0\./g)?.length ?? 0, facts, tried: all.unique, found, majority: all.majority, workedOut: workedOut.length })}\n`,
          )
        // With fewer the weighting is refused.
        if (poll.weighted && poll.population === 110) expect(last).toContain('"weighted":0.')
        expect(facts).toBeGreaterThan(100)
        expect(all.unique).toBeGreaterThan(30)
        expect(workedOut).toEqual([])
        expect([...byQuestion].filter(([, each]) => findsMoreThanLuck(each))).toEqual([])
        expect(findsTooMuch(all)).toBe(false)
      })(),
    600_000,
  )
})
