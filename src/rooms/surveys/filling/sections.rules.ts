import { many, one, type FormInput } from '../../../lib/form-values.ts'
import { readSection, type AnswerFault } from '../../../lib/questionnaire/answers.ts'
import type { Answers, AskedQuestion, Definition, Section } from '../../../lib/questionnaire/definition.ts'
import { valuesOf } from '../../../lib/questionnaire/fields.ts'
import { answerTo, shownQuestions, shownSections } from '../../../lib/questionnaire/routing.ts'
import type { Lang } from '../../../lib/words.ts'

/** Fields of the page itself: which questions stood on it, and which button was pressed. */
export const pageFields = ['_key', 'on-page', 'go'] as const

/** The keys of the questions that stand on the page of a section for these answers, texts without a question included. */
export function onPage(definition: Definition, section: Section, answers: Answers): readonly string[] {
  const shown = shownQuestions(definition, answers)
  return section.questions.flatMap(({ key }) => (shown.has(key) ? [key] : []))
}

/** What a page sent, read: what can be kept, what is wrong, and whether questions came up that were not on the page. */
export type Pressed = {
  /** Questions of the page whose answer, or the lack of one, holds. */
  readonly asked: readonly string[]
  readonly answers: Answers
  readonly faults: readonly AnswerFault[]
  /** All answers as they are after keeping these. */
  readonly after: Answers
  readonly more: boolean
}

/**
 * Reads one page of a section. Only questions that stood on the page are kept or emptied: one that its own answers brought up
 * keeps what was answered to it before. A question with a fault keeps its earlier answer too.
 */
export function readPage(
  definition: Definition,
  section: Section,
  sent: FormInput,
  before: Answers,
  lang: Lang,
): Pressed {
  const stood = new Set(many(sent, 'on-page').flatMap((keys) => keys.split(',')))
  const read = readSection(definition, section.key, sent, { lang, before, besides: [...pageFields] })
  const faulty = new Set(read.faults.map(({ question }) => question))
  const asking = section.questions.filter(({ type }) => type !== 'info').map(({ key }) => key)
  const asked = asking.filter((key) => stood.has(key) && read.shown.includes(key) && !faulty.has(key))
  const answers = Object.fromEntries(
    asked.flatMap((key) => {
      const answer = answerTo(read.answers, key)
      return answer === undefined ? [] : [[key, answer]]
    }),
  )
  const kept = Object.entries(before).filter(([key]) => !asked.includes(key))
  const after = { ...Object.fromEntries(kept), ...answers }
  const shown = shownQuestions(definition, after)
  return { asked, answers, faults: read.faults, after, more: asking.some((key) => shown.has(key) && !stood.has(key)) }
}

/** The section before and the one behind; null at either end. */
export function neighbours(definition: Definition, section: string, answers: Answers) {
  const sections = shownSections(definition, answers)
  const at = sections.findIndex(({ key }) => key === section)
  return { before: sections[at - 1]?.key ?? null, behind: at < 0 ? null : (sections[at + 1]?.key ?? null) }
}

/** What stands in the fields of a page: what was answered, or last time to a fact that nothing was answered to yet. */
export function valuesOnPage(section: Section, answers: Answers, last: Answers, lang: Lang): FormInput {
  const asked = section.questions.filter((question): question is AskedQuestion => question.type !== 'info')
  return Object.assign(
    {},
    ...asked.map((question) => {
      const answer = answerTo(answers, question.key) ?? answerTo(last, question.key)
      return answer === undefined ? {} : valuesOf(question, answer, lang)
    }),
  )
}

/** Where a press leads. */
export const goOf = (sent: FormInput): 'next' | 'back' | 'stop' | 'done' => {
  const go = one(sent, 'go')
  return go === 'back' || go === 'stop' || go === 'done' ? go : 'next'
}
