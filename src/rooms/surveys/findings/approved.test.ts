import { describe, expect, it } from 'vitest'
import { attack, attacksTogether, withstands } from '../../../lib/disclosure/attack.ts'
import { jointAt } from '../../../lib/disclosure/joint.ts'
import { statementsOf, type PublishedTable } from '../../../lib/disclosure/published.ts'
import { printedTables } from './approved.earlier.rules.ts'
import { columnsOf, type Column } from './columns.rules.ts'
import { findingsOf } from './findings.rules.ts'
import type { AnalysisInput, Findings, Respondent } from './findings.ts'
import { groupOf, groupsOf } from './groups.rules.ts'
import { chose, inputOf, madeInput, respondent, waveOf, yesNo } from './made-polls.ts'

const find = (input: AnalysisInput) => findingsOf(input, { inputHash: 'made' })

/** Everything that was printed about one question, as somebody from outside would read it back, against the truth. */
async function attacked(input: AnalysisInput, findings: Findings, guard = (tables: PublishedTable[]) => tables) {
  const groups = groupsOf(input.wave, [])
  const by = input.wave.plan.tablesBy
  const attacks = columnsOf(input.wave).flatMap((column: Column) => {
    const printed = findings.questions.find(({ key }) => key === column.key)
    if (!printed || column.options.length === 0) return []
    const options = column.kind === 'several' ? column.options.map(({ key }) => key) : [null]
    return options.map((option) => {
      const answers = option === null ? column.options.map(({ key }) => key) : ['yes', 'no']
      const places = input.wave.respondents.flatMap((one, at) => {
        if (column.states[at] !== 'answered') return []
        const picks = column.picks[at] ?? []
        const answer = option === null ? (picks[0] ?? '') : picks.includes(option) ? 'yes' : 'no'
        const raw = [one.type, one.size, one.region]
        return [[...raw, ...by.map((name) => groupOf(groups[name], one[name])), answer]]
      })
      const values = (axis: number) => [...new Set(places.map((place) => place[axis] ?? ''))]
      const names = ['type', 'size', 'region', ...by.map((name) => `${name} groups`)]
      const dimensions = [...names.map((name, axis) => ({ name, categories: values(axis) })), { name: 'answer', categories: answers }] // prettier-ignore
      const occurring = [...new Set(places.map((place) => JSON.stringify(place.slice(0, -1))))].map((key) => JSON.parse(key) as string[]) // prettier-ignore
      const joint = jointAt(dimensions, occurring.flatMap((raw) => answers.map((answer) => [...raw, answer])), places) // prettier-ignore
      return attack(joint, ['answer'], statementsOf(joint, guard(printedTables({ column, option }, printed))))
    })
  })
  return attacksTogether(await Promise.all(attacks))
}

describe('everything that is published about a wave', () => {
  it.each([
    [90, 3],
    [180, 8],
  ])(
    'gives away no unique organisation among %i better than the majority and five points',
    async (population, seed) => {
      const input = madeInput({ population, questions: 8, response: 0.75, weighted: false }, seed, ['2026'])
      const found = await attacked(input, await find(input))
      expect(found.unique).toBeGreaterThan(100)
      expect(withstands(found)).toBe(true)
    },
    240_000,
  )

  it('would, if one question could be filtered freely', async () => {
    const input = madeInput({ population: 90, questions: 1, response: 0.75, weighted: false }, 3, ['2026'])
    const [column] = columnsOf(input.wave)
    const free = Map.groupBy(
      input.wave.respondents.flatMap(({ type, size, region }, at) => {
        const [answer] = column?.picks[at] ?? []
        return answer === undefined ? [] : [JSON.stringify([answer, type, size, region])]
      }),
      (key) => key,
    )
    const cells = [...free].map(([key, { length: count }]) => ({
      at: JSON.parse(key) as string[],
      cell: { status: 'shown', count, share: null } as const,
    }))
    const table = { id: 'free', over: ['answer', 'type', 'size', 'region'], only: {}, roundedTo: null, cells }
    expect(withstands(await attacked(input, await find(input), (tables) => [...tables, table]))).toBe(false)
  }, 120_000)
})

describe('a second release of the same wave', () => {
  const people = (yes: number, of: number): Respondent[] =>
    Array.from({ length: of }, (_, at) =>
      respondent(at, { works: chose(at < yes ? 'yes' : 'no') }, { type: at % 2 ? 'welfare' : 'advice' }),
    )
  const first = inputOf(waveOf('2026', [yesNo('works')], people(30, 60)))
  const level = (findings: Findings) => findings.questions[0]?.options[0]?.level

  it('does not show what one late answer was', async () => {
    const findings = await find(first)
    expect(level(findings)).toMatchObject({ status: 'shown', count: 30 })
    const late = { ...first.wave, respondents: [...people(30, 60), respondent(60, { works: chose('yes') })] }
    const second = await find({ ...first, wave: late, released: [{ findings, respondents: first.wave.respondents }] })
    expect(level(second)).toEqual({ status: 'hidden', why: 'too-close-to-earlier' })
  })

  it('shows again what did not change', async () => {
    const findings = await find(first)
    const again = await find({ ...first, released: [{ findings, respondents: first.wave.respondents }] })
    expect(level(again)).toEqual(level(findings))
  })

  it('shows what many late answers change', async () => {
    const findings = await find(first)
    const more = people(30, 60).concat(
      Array.from({ length: 30 }, (_, at) =>
        respondent(100 + at, { works: chose(at % 2 ? 'yes' : 'no') }, { type: at % 4 < 2 ? 'welfare' : 'advice' }),
      ),
    )
    const wave = { ...first.wave, respondents: more }
    const second = await find({ ...first, wave, released: [{ findings, respondents: first.wave.respondents }] })
    expect(level(second)).toMatchObject({ status: 'shown', count: 45, base: 90 })
  })
})

describe('the groups of a table', () => {
  it('are put together until each is large enough for a percentage, and stay so', () => {
    const respondents = [12, 30, 4, 3].flatMap((count, type) =>
      Array.from({ length: count }, (_, at) => respondent(100 * type + at, {}, { type: `t${type}` })),
    )
    const wave = waveOf('2026', [], respondents)
    expect(groupsOf(wave, []).type).toEqual([
      { key: 't1', of: ['t1'] },
      { key: 't0 + t2 + t3', of: ['t0', 't2', 't3'] },
    ])
  })
})

describe('a plan that promises more than the agreement asks', () => {
  it('shows no cell under its own limit', async () => {
    const wave = waveOf('2026', [yesNo('works')], Array.from({ length: 60 }, (_, at) => respondent(at, { works: chose(at < 7 ? 'yes' : 'no') }))) // prettier-ignore
    const stricter = { ...wave, plan: { ...wave.plan, limits: { ...wave.plan.limits, fewest: 8 } } }
    expect((await find(inputOf(wave))).questions[0]?.options[0]?.level).toMatchObject({ count: 7 })
    expect((await find(inputOf(stricter))).questions[0]?.options[0]?.level).toEqual({ status: 'hidden', why: 'few' })
  })
})

describe('a search without time', () => {
  it('hides whole rows and says so', async () => {
    const input = madeInput({ population: 120, questions: 4, response: 0.7, weighted: false }, 6, ['2026'])
    const findings = await findingsOf(input, { inputHash: 'made', seconds: 0 })
    expect(findings.questions.some(({ coarsened }) => coarsened === 'whole-lines')).toBe(true)
  }, 120_000)
})
