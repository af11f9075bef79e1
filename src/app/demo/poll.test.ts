import { describe, expect, it } from 'vitest'
import type { Answers } from '../../lib/questionnaire/definition.ts'
import { demoWaves } from './poll.ts'

const [in2018, in2020] = demoWaves.map(({ answers }) => answers)
const chosen = (answers: Answers, question: string): readonly string[] | null => {
  const answer = answers[question]
  return answer?.type === 'single' ? [answer.chosen] : answer?.type === 'multiple' ? answer.chosen : null
}
/** Half up, of those who answered the question. */
const percent = (sheets: readonly Answers[] = [], question: string, option: string, of?: number): number => {
  const answered = sheets.flatMap((each) => chosen(each, question) ?? [])
  const base = of ?? sheets.filter((each) => chosen(each, question) !== null).length
  return Math.floor((100 * answered.filter((each) => each === option).length) / base + 0.5)
}
const answered = (sheets: readonly Answers[] = [], question: string) =>
  sheets.filter((each) => chosen(each, question) !== null).length

describe('the published figures of 2020, from the reckoned answers', () => {
  it('69 organisations filled it in, and 65% work with experts: 45', () => {
    expect(in2020).toHaveLength(69)
    expect(percent(in2020, 'works', 'yes')).toBe(65)
    expect(in2020?.filter((each) => chosen(each, 'works')?.includes('yes'))).toHaveLength(45)
  })

  it('half of those who do not yet consider it, which is another base than in 2018', () => {
    expect(percent(in2020, 'considers', 'yes')).toBe(50)
    expect(answered(in2020, 'considers')).toBe(24)
    expect(percent(in2018, 'considers', 'yes')).toBe(29)
    expect(percent(in2018, 'considers', 'yes', 93)).toBe(13)
  })

  it.each([
    ['volunteers', 'yes', 79],
    ['tasks', 'team', 17],
    ['tasks', 'support', 55],
    ['tasks', 'together', 40],
    ['policy', 'yes', 21],
  ])('%s %s: %i %, of the 42 that answered', (question, option, published) => {
    expect(percent(in2020, question, option)).toBe(published)
    expect(answered(in2020, question)).toBe(42)
  })

  it('what they do adds up to 112%: more answers were possible', () => {
    const sum = ['team', 'support', 'together'].reduce((total, each) => total + percent(in2020, 'tasks', each), 0)
    expect(sum).toBe(112)
  })
})

describe('the published figures of 2018, from the reckoned answers', () => {
  it('more than 90 organisations; 55% work with experts', () => {
    expect(in2018?.length).toBeGreaterThan(90)
    expect(percent(in2018, 'works', 'yes')).toBe(55)
  })

  it.each([
    ['forms', 'volunteer', 78],
    ['forms', 'paid', 29],
    ['forms', 'combination', 24],
    ['forms', 'otherwise', 18],
    ['fields', 'debts', 29],
    ['fields', 'mental', 20],
    ['fields', 'exclusion', 14],
    ['fields', 'addiction', 6],
    ['fields', 'housing', 2],
    ['fields', 'broad', 33],
  ])('%s %s: %i %, of the 51 that deploy', (question, option, published) => {
    expect(percent(in2018, question, option)).toBe(published)
    expect(answered(in2018, question)).toBe(51)
  })

  it('nobody who deploys broadly has a field beside it', () => {
    for (const each of in2018 ?? []) {
      const fields = chosen(each, 'fields')
      if (fields?.includes('broad')) expect(fields).toEqual(['broad'])
      if (fields) expect(fields.length).toBeGreaterThan(0)
    }
  })
})
