import { describe, expect, it } from 'vitest'
import { attack, attacksTogether, withstands } from '../../../lib/disclosure/attack.ts'
import { statementsOf } from '../../../lib/disclosure/published.ts'
import type { Question } from '../../../lib/questionnaire/definition.ts'
import { jointOnGround } from './approved.ground.rules.ts'
import { printedTables, type Unit } from './approved.earlier.rules.ts'
import { columnsOf } from './columns.rules.ts'
import { findingsOf } from './findings.rules.ts'
import type { AnalysisInput, Findings, Level, PollWave, Respondent } from './findings.ts'
import { groupsOf } from './groups.rules.ts'
import { chose, fully, inputOf, madeInput, numbersFrom, respondent, waveOf, yesNo } from './made-polls.ts'

const find = (input: AnalysisInput) => findingsOf(input, { inputHash: 'made' })
const question = (findings: Findings, key: string) => findings.questions.find((each) => each.key === key)
const level = (findings: Findings, key: string): Level | undefined => question(findings, key)?.options[0]?.level
const tooClose = { status: 'hidden', why: 'too-close-to-earlier' }

const staff: Question = {
  key: 'staff',
  type: 'number',
  text: { nl: 'Hoeveel?' },
  about: 'fact',
  least: 0,
  most: 1000,
  decimals: 0,
}
/** 30 of 60 say yes to both; the last one answers the first question alone. */
const people = Array.from({ length: 60 }, (_, at) =>
  respondent(
    at,
    {
      works: chose(at % 2 ? 'yes' : 'no'),
      ...(at === 59
        ? {}
        : {
            plans: chose(at % 2 ? 'yes' : 'no'),
            staff: { type: 'number', amount: { known: 'exact', value: 10 + (at % 7) } },
          }),
    },
    { type: at % 4 < 2 ? 'welfare' : 'advice' },
  ),
)
const wave = (respondents: readonly Respondent[], more: Partial<PollWave> = {}) =>
  waveOf('2026', [yesNo('works'), yesNo('plans'), staff], respondents, more)

describe('a release after another one of the same wave', () => {
  it('shows nothing again of a question of which an answer was erased, and what that organisation left open as before', async () => {
    const first = await find(inputOf(wave(people)))
    const left = people.slice(0, 59)
    const second = await find({ ...inputOf(wave(left)), released: [{ findings: first, respondents: left }] })
    expect(level(first, 'works')).toMatchObject({ status: 'shown', count: 30 })
    expect(level(second, 'works')).toEqual(tooClose)
    expect(question(second, 'works')?.base.count).toBeNull()
    expect(level(second, 'plans')).toEqual(level(first, 'plans'))
    expect(question(second, 'staff')?.amount).toEqual(question(first, 'staff')?.amount)
  })

  it('shows nothing again when nobody knows any more who was in the other', async () => {
    const first = await find(inputOf(wave(people)))
    const second = await find({ ...inputOf(wave(people)), released: [{ findings: first, respondents: [] }] })
    expect(['works', 'plans'].map((key) => level(second, key))).toEqual([tooClose, tooClose])
    expect(question(second, 'staff')?.amount).toBeNull()
  })

  it('shows no total again when one that came since would be the difference', async () => {
    const first = await find(inputOf(wave(people.slice(0, 58))))
    const second = await find({
      ...inputOf(wave(people.slice(0, 59))),
      released: [{ findings: first, respondents: people.slice(0, 58) }],
    })
    expect(question(first, 'staff')?.amount?.total).toBeGreaterThan(0)
    expect(question(second, 'staff')?.amount).toBeNull()
  })
})

describe('a wave beside an earlier one that was let out', () => {
  const now = (more: Partial<PollWave> = {}) =>
    waveOf('2028', [yesNo('works'), yesNo('plans'), staff], people, { comparability: [fully('2026')], ...more })
  const against = async (respondents: readonly Respondent[]) => {
    const released = await find(inputOf(wave(people)))
    const found = await find({ wave: now(), earlier: [{ wave: wave(respondents), released }], released: [] })
    return ['works', 'plans'].map((key) => question(found, key)?.options[0]?.changes[0]?.verdict.code)
  }

  it('is not compared where an answer of that one was erased since', async () => {
    const [works, plans] = await against(people)
    expect(['S0', 'C0']).not.toContain(works)
    expect(await against(people.slice(0, 59))).toEqual(['S0', plans])
  })
})

describe('the panel of a release that follows another one of the same wave', () => {
  it('is not shown again when somebody came since: few of those may be in it', async () => {
    const all = Array.from({ length: 120 }, (_, at) => respondent(at, { works: chose(at % 4 < 2 ? 'yes' : 'no') }))
    const before = waveOf('2024', [yesNo('works')], all.map((one, at) => ({ ...one, answers: { works: chose(at % 2 ? 'yes' : 'no') } }))) // prettier-ignore
    const later = (count: number) =>
      waveOf('2026', [yesNo('works')], all.slice(0, count), { comparability: [fully('2024')] })
    const first = await find(inputOf(later(80), before))
    const second = await find({
      ...inputOf(later(120), before),
      released: [{ findings: first, respondents: all.slice(0, 80) }],
    })
    const panel = (findings: Findings) => question(findings, 'works')?.options[0]?.changes[0]?.panel
    expect(panel(first)?.cells).toMatchObject({ stayed: 20, never: 20 })
    expect(level(second, 'works')).toMatchObject({ status: 'shown', count: 60, base: 120 })
    expect(panel(second)).toEqual({ verdict: { code: 'S0' }, cells: null, interval: null })
  })
})

/** A poll that is let out twice: some were not in yet the first time, some are erased by the second. */
function twice(seed: number, came: number, gone: number) {
  const input = madeInput({ population: 90, questions: 7, response: 0.8, weighted: false }, seed, ['2026'])
  const next = numbersFrom(seed)
  const mixed = input.wave.respondents
    .map((one) => ({ one, at: next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one)
  const old = mixed.slice(came)
  const now = mixed.slice(0, mixed.length - gone)
  return { input, old, now, both: old.filter((one) => now.includes(one)) }
}
const within = (input: AnalysisInput, respondents: readonly Respondent[]): AnalysisInput => ({
  ...input,
  wave: { ...input.wave, respondents },
})

/** Every small difference that somebody reads who lays both releases side by side. */
function differences(first: Findings, second: Findings): string[] {
  return first.questions.flatMap((before) => {
    const after = question(second, before.key)
    if (!after || before.roundedTo !== null || after.roundedTo !== null) return []
    const told = (name: string, one: number | null, other: number | null | undefined) =>
      one !== null && typeof other === 'number' && one !== other && Math.abs(one - other) < 5
        ? [`${before.key} ${name}`]
        : []
    const countOf = (each: { status: string; count?: number } | undefined) => each?.count ?? null
    return [
      ...before.options.flatMap((option, at) =>
        told(option.key, countOf(option.level), countOf(after.options[at]?.level)),
      ),
      ...before.tables.flatMap((table) => {
        const same = after.tables.find(({ by }) => by === table.by)
        return table.rows.flatMap((row, at) =>
          row.cells.flatMap((cell, group) =>
            table.groups[group]?.key === same?.groups[group]?.key
              ? told(`${table.by} ${row.option}`, countOf(cell), countOf(same?.rows[at]?.cells[group]))
              : [],
          ),
        )
      }),
      ...told('total', before.amount?.total ?? null, after.amount?.total),
    ]
  })
}

const cases = [
  [21, 1, 0],
  [22, 0, 1],
  [23, 2, 2],
  [24, 0, 7],
  [25, 6, 1],
] as const

describe('two releases of one wave, laid side by side', () => {
  it.each(cases)(
    'tell nothing about the few that came or went (poll %i: %i came, %i went)',
    async (seed, came, gone) => {
      const { input, old, now, both } = twice(seed, came, gone)
      const first = await find(within(input, old))
      const second = await find({ ...within(input, now), released: [{ findings: first, respondents: both }] })
      expect(differences(first, second)).toEqual([])

      // Somebody who knows all of this, and the background of everybody, attacks both at once.
      const wave = { ...input.wave, respondents: now }
      const groups = groupsOf(wave, [first])
      const ground = { by: wave.plan.tablesBy.filter((by) => groups[by].length > 1), groups, wave }
      const [columnsThen, columns] = [columnsOf({ ...wave, respondents: old }), columnsOf(wave)]
      const attacks = columns.flatMap((column, index) => {
        const [before, after] = [question(first, column.key), question(second, column.key)]
        const was = columnsThen[index]
        if (!before || !after || !was || column.options.length === 0) return []
        return (column.kind === 'several' ? column.options.map(({ key }) => key) : [null]).map((option) => {
          const unit: Unit = { column, option }
          const records = (own: typeof column, who: readonly Respondent[]) =>
            who.flatMap((one, at) => {
              if (own.states[at] !== 'answered') return []
              const picks = own.picks[at] ?? []
              return [
                { respondent: one, answer: option === null ? (picks[0] ?? '') : picks.includes(option) ? 'yes' : 'no' },
              ]
            })
          const answers = option === null ? column.options.map(({ key }) => key) : ['yes', 'no']
          const { joint, only, earlier } = jointOnGround(
            ground,
            answers,
            records(column, now),
            [{ tables: printedTables(unit, before), records: records(was, old) }],
            [],
          )
          return attack(
            joint,
            ['answer'],
            [
              ...statementsOf(joint, printedTables(unit, after), only ?? {}),
              ...earlier.flatMap(({ tables, among }) => statementsOf(joint, tables, among)),
            ],
          )
        })
      })
      const together = attacksTogether(await Promise.all(attacks))
      expect(together.unique).toBeGreaterThan(50)
      expect(withstands(together)).toBe(true)
    },
    240_000,
  )

  it('would, if the second went out as if it were alone', async () => {
    const { input, old, now } = twice(22, 0, 1)
    const first = await find(within(input, old))
    const alone = await find(within(input, now))
    expect(differences(first, alone).length).toBeGreaterThan(0)
  }, 240_000)
})
