import { describe, expect, it } from 'vitest'
import { attack, attacksTogether, gainOf, withstands } from './attack.ts'
import { shownStatements } from './audit.ts'
import { figuresOf, type TableShape } from './figures.ts'
import { answers, frame, jointOfRespondents, respondents } from './microdata.testing.ts'
import { statementsOf } from './published.ts'
import type { ApprovedTable } from './questions.ts'
import { publishEach } from './tables.testing.ts'

const approved: ApprovedTable[] = [null, ...frame.map(({ name }) => name)].map((background) => ({
  id: `answer by ${background}`,
  questions: ['answer'],
  background,
  sensitive: false,
}))
const seeds = [1, 2, 3, 4]

describe('an attack on everything published', () => {
  it.each([69, 180])(
    'recovers no unique organisation among %i better than the majority and 5 points',
    async (count) => {
      const questions = seeds.map((seed) => ({ joint: jointOfRespondents(respondents(count, seed)), tables: approved }))
      const { outcomes, attack: reported } = await publishEach(questions)
      const again = await Promise.all(
        outcomes.flatMap((outcome, index) => {
          const joint = questions[index]?.joint
          return 'tables' in outcome && joint ? [attack(joint, ['answer'], statementsOf(joint, outcome.tables))] : []
        }),
      )
      expect(attacksTogether(again)).toEqual(reported)
      expect(reported.unique).toBeGreaterThan(20)
      expect(withstands(reported)).toBe(true)
    },
    120_000,
  )

  it('finds nearly everybody when nothing is guarded: cells as small as they are, and free cross-filters', async () => {
    const free: TableShape[] = [
      { id: 'a', over: ['type', 'size', 'answer'] },
      { id: 'b', over: ['type', 'region', 'answer'] },
      { id: 'c', over: ['size', 'region', 'answer'] },
    ]
    const attacks = await Promise.all(
      seeds.map((seed) => {
        const joint = jointOfRespondents(respondents(69, seed))
        return attack(joint, ['answer'], shownStatements(figuresOf(joint, free), new Set()))
      }),
    )
    const { unique, linear, leastSquares } = attacksTogether(attacks)
    expect(linear / unique).toBeGreaterThan(0.95)
    expect(leastSquares / unique).toBeGreaterThan(0.95)
    expect(withstands(attacksTogether(attacks))).toBe(false)
  })

  it('guesses the majority when there is nothing to read', async () => {
    const joint = jointOfRespondents(respondents(69, 1))
    const total = figuresOf(joint, [{ id: 'one question', over: [answers.name] }])
    const blind = await attack(joint, ['answer'], shownStatements(total, new Set()))
    expect(blind.leastSquares).toBe(blind.majority)
    expect(gainOf({ unique: 100, linear: 51, leastSquares: 55, majority: 50 })).toBe(5)
    expect(withstands({ unique: 100, linear: 51, leastSquares: 55, majority: 50 })).toBe(true)
    expect(withstands({ unique: 100, linear: 56, leastSquares: 55, majority: 50 })).toBe(false)
  })
})
