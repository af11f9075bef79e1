import type { Lang } from '../../../lib/words.ts'
import type { Findings, OptionFinding, QuestionFinding } from '../findings/findings.ts'
import { changeSentences, levelSentences, panelSentences, questionSentences } from '../findings/sentences.ts'

/** The answer that a question is told by: the first one, or the one given most where more could be given. */
function leading({ options, several }: QuestionFinding): OptionFinding | undefined {
  if (!several) return options[0]
  const count = ({ level }: OptionFinding) => (level.status === 'hidden' ? -1 : level.count)
  return options.toSorted((a, b) => count(b) - count(a))[0]
}

const newest = (option: OptionFinding | undefined) => option?.changes.at(-1)

/**
 * What stands above the bars of a question, a paragraph each: about the leading answer, how it compares with the wave before,
 * and what goes with the question as a whole. Who took part stands on top of the page once.
 */
export function said(question: QuestionFinding, findings: Findings, lang: Lang): string[] {
  const option = leading(question)
  const change = newest(option)
  const level = option === undefined ? [] : levelSentences(findings, option, lang)
  const about = option?.level.status === 'hidden' ? level : level.slice(1)
  const panel = change === undefined ? [] : panelSentences(change.panel.verdict, lang)
  const since = change === undefined ? [] : changeSentences(change, findings.wave.label, lang)
  const whole = questionSentences(findings, question, lang)
  return [
    about,
    since.slice(0, since.length - panel.length),
    // Said for the answer already.
    whole.filter(({ code }) => code !== 'S0' || about.length === 0),
  ]
    .filter((sentences) => sentences.length > 0)
    .map((sentences) => sentences.map(({ text }) => text).join(' '))
}

/** What may be said about the organisations that took part twice, and about nobody else. */
export function panelSaid(question: QuestionFinding, lang: Lang): string[] {
  const change = newest(leading(question))
  return change === undefined ? [] : panelSentences(change.panel.verdict, lang).map(({ text }) => text)
}
