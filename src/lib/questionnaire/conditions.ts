import { otherKey, scaleSteps, type ConditionTest, type Question } from './definition.ts'

/** The keys that a condition can ask for, of a matrix in each row; null when this question decides nothing. */
export function testableKeys(question: Question): readonly string[] | null {
  const steps = scaleSteps.map(String)
  switch (question.type) {
    case 'single':
    case 'multiple':
      return [...question.options.map(({ key }) => key), ...(question.other ? [otherKey] : [])]
    case 'ranking':
      return question.options.map(({ key }) => key)
    case 'scale':
      return steps
    case 'matrix':
      return question.each.type === 'single'
        ? question.each.options.map(({ key }) => key)
        : question.each.type === 'scale'
          ? steps
          : null
    default:
      return null
  }
}

const written = (test: ConditionTest) =>
  JSON.stringify([test.question, test.row ?? null, test.not === true, [...test.chosen].sort()])

/**
 * Everything that must hold before a question is shown: its own tests, and those of each question that it hangs on. Only
 * questions that stand before it count.
 * @returns for each question, in the given order, its tests without doubles
 */
export function testsBefore(questions: readonly Question[]): readonly (readonly ConditionTest[])[] {
  const known = new Map<string, readonly ConditionTest[]>()
  return questions.map((question) => {
    const own = question.when?.all ?? []
    const upstream = own.flatMap((test) => known.get(test.question) ?? [])
    const tests = [...new Map([...own, ...upstream].map((test) => [written(test), test])).values()]
    if (!known.has(question.key)) known.set(question.key, tests)
    return tests
  })
}

// More than this many tries and the answer is: it may hold. No condition that a person writes comes near.
const patience = 10_000

/** Whether at most `most` of these keys can be chosen so that each test has one of them. */
function canHit(wishes: readonly (readonly string[])[], most: number): boolean {
  let tries = 0
  const hit = (open: readonly (readonly string[])[], left: number): boolean => {
    const [first, ...rest] = open
    if (first === undefined || ++tries > patience) return true
    if (left === 0) return false
    return first.some((key) =>
      hit(
        rest.filter((wish) => !wish.includes(key)),
        left - 1,
      ),
    )
  }
  return hit(
    [...wishes].sort((a, b) => a.length - b.length),
    most,
  )
}

/** Whether somebody can answer this question (in this row) so that all these tests of it hold. */
function canAnswer(question: Question, tests: readonly ConditionTest[]): boolean {
  const keys = testableKeys(question) ?? []
  const refused = tests.filter((test) => test.not === true).flatMap((test) => test.chosen)
  const free = keys.filter((key) => !refused.includes(key))
  const wishes = tests
    .filter((test) => test.not !== true)
    .map((test) => test.chosen.filter((key) => free.includes(key)))
  if (wishes.length === 0) {
    const mustAnswer = question.type !== 'info' && question.required === true
    return free.length > 0 || !mustAnswer
  }
  if (question.type === 'multiple') {
    const { alone, most = keys.length } = question
    if (alone !== undefined && wishes.every((wish) => wish.includes(alone))) return true
    return canHit(
      wishes.map((wish) => wish.filter((key) => key !== alone)),
      most,
    )
  }
  return canHit(wishes, question.type === 'ranking' ? question.most : 1)
}

/**
 * Whether there are answers for which all these tests hold. Exact, because the tests of one question say nothing of
 * another; tests of unknown questions are left out.
 */
export function canHold(tests: readonly ConditionTest[], questions: readonly Question[]): boolean {
  const groups = Map.groupBy(tests, (test) => JSON.stringify([test.question, test.row ?? null]))
  return [...groups.values()].every((group) => {
    const question = questions.find(({ key }) => key === group[0]?.question)
    return question === undefined || canAnswer(question, group)
  })
}
