import type { Answers, ConditionTest, Definition, Question } from './definition.ts'
import { answerTo, Walk } from './routing.ts'

/**
 * One section as a questionnaire by itself, for the page on which it is filled in. What other sections decide is decided by
 * `before`: their conditions are gone, and so are questions that cannot be shown whatever is filled in here. So the page
 * needs no answer of another section, and a colleague who fills in one section learns nothing of the others.
 * @throws Error when the definition has no such section
 */
export function sectionAlone(definition: Definition, sectionKey: string, before: Answers): Definition {
  const section = definition.sections.find(({ key }) => key === sectionKey)
  if (section === undefined) throw new Error(`no section ${sectionKey}`)
  const walk = new Walk()
  for (const earlier of definition.sections.slice(0, definition.sections.indexOf(section)))
    for (const question of earlier.questions)
      if (walk.isShown(question))
        walk.pass(question, question.type === 'info' ? undefined : answerTo(before, question.key))

  const here = new Set(section.questions.map(({ key }) => key))
  const kept: Question[] = []
  for (const question of section.questions) {
    const { when, ...rest } = question
    const possible = (test: ConditionTest) =>
      here.has(test.question) ? kept.some(({ key }) => key === test.question) : walk.holds(test)
    if (!(when?.all ?? []).every(possible)) continue
    const open = (when?.all ?? []).filter((test) => here.has(test.question))
    kept.push(open.length === 0 ? rest : { ...rest, when: { all: open } })
  }
  return { ...definition, sections: [{ ...section, questions: kept }] }
}
