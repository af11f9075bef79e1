import { outward, percent } from '../../../lib/percent.ts'
import { saidIn } from '../../../lib/questionnaire/definition.ts'
import type { Lang } from '../../../lib/words.ts'
import type { ChartShare } from '../../../ui/charts.tsx'
import type { Change, Findings, OptionFinding, QuestionFinding } from '../findings/findings.ts'
import { anchorOf, barsOf, hasPanel, panelBarsOf, shownQuestions } from './results.rules.ts'
import { resultWords } from './results.text.ts'

/** How one number came about. `number` counts through the whole report: on paper it is what leads here. */
export type Calculation = { readonly number: number; readonly id: string; readonly lines: readonly string[] }

/** The calculations of one question. `bars` and `panel` are as its charts: by answer, then by wave. */
export type Calculated = {
  readonly question: QuestionFinding
  /** Where they stand on the page. */
  readonly id: string
  /** Who was asked and who answered. */
  readonly about: readonly string[]
  readonly bars: readonly (readonly Calculation[])[]
  readonly panel: readonly (readonly Calculation[])[]
  readonly amount: Calculation | null
  /** By table, then by group. */
  readonly groups: readonly (readonly Calculation[])[]
}

const figure: Readonly<Record<Lang, Intl.NumberFormat>> = {
  nl: new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 3 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 }),
}
export const number = (value: number, lang: Lang): string => figure[lang].format(value)
export const points = (change: number, lang: Lang): string => number(Math.round(change * 100), lang)
// Ends of an interval go outward, so that nothing looks more certain than it is.
const ends = ({ lower, upper }: { lower: number; upper: number }, lang: Lang): [string, string] => [
  number(Math.floor(lower * 100 + 1e-9), lang),
  number(Math.ceil(upper * 100 - 1e-9), lang),
]

/** Who was asked a question and who answered it, as sentences. */
export function aboutSteps({ counted }: QuestionFinding, lang: Lang): string[] {
  const words = resultWords[lang]
  return [
    words.stepRespondents(String(counted.respondents)),
    ...(counted.asked === null ? [] : [words.stepAsked(String(counted.asked))]),
    ...(counted.answered === null ? [] : [words.stepAnswered(String(counted.answered))]),
  ]
}

/** From answers to a figure, of one answer in this wave; nothing that is not shown elsewhere. */
export function optionSteps({ label, level }: OptionFinding, lang: Lang): string[] {
  const words = resultWords[lang]
  const option = saidIn(label, lang).text
  if (level.status === 'hidden') return [words.stepHidden(option)]
  if (level.share === null) return [words.stepCount(option, String(level.count), String(level.base))]
  const interval = level.interval === null ? null : outward(level.interval)
  return [
    words.stepDivide(option, String(level.count), String(level.base), percent(level.share)),
    ...(level.weighted === null ? [] : [words.stepWeighted(option, percent(level.weighted))]),
    ...(interval === null ? [] : [words.stepInterval(option, interval.lower, interval.upper)]),
    ...(level.members === null
      ? []
      : [words.stepMembers(option, String(level.members.fewest), String(level.members.most))]),
  ]
}

/** The numbers under a comparison; null where the comparison is not allowed. */
export function changeStep(option: string, { sinceLabel, verdict }: Change, lang: Lang): string | null {
  const words = resultWords[lang]
  if (verdict.code === 'S0' || verdict.code === 'S1' || verdict.code === 'C0') return null
  const difference = words.changeLine(option, sinceLabel, points(verdict.change, lang), ...ends(verdict.interval, lang))
  return verdict.smallestVisible === null
    ? difference
    : `${difference} ${words.changeSeen(points(verdict.smallestVisible, lang))}`
}

/** The same of an earlier wave, or of those who took part twice, from what its chart shows. */
function shareSteps(share: ChartShare, option: string, lang: Lang): string[] {
  const words = resultWords[lang]
  if (share.status === 'hidden') return [words.stepHidden(option)]
  const [count, answered] = [String(share.count), String(share.answered)]
  if (share.share === null) return [words.stepCount(option, count, answered)]
  const plain = percent(share.count / share.answered)
  const shown = percent(share.share)
  const interval = share.interval === null ? null : outward(share.interval)
  return [
    words.stepDivide(option, count, answered, plain),
    ...(shown === plain ? [] : [words.stepWeighted(option, shown)]),
    ...(interval === null ? [] : [words.stepInterval(option, interval.lower, interval.upper)]),
  ]
}

type GroupCell = QuestionFinding['tables'][number]['rows'][number]['cells'][number]

/** From answers to the figure of one group. */
function groupStep(cell: GroupCell | undefined, base: number | null, option: string, lang: Lang): string {
  const words = resultWords[lang]
  if (cell === undefined || cell.status === 'hidden') return words.stepHidden(option)
  if (base === null) return `${option}: ${cell.count}.`
  return cell.share === null
    ? words.stepCount(option, String(cell.count), String(base))
    : words.stepDivide(option, String(cell.count), String(base), percent(cell.share))
}

/** Every number of a report with how it came about, counted through in the order in which they stand there. */
export function calculationsOf(findings: Findings, lang: Lang): readonly Calculated[] {
  const words = resultWords[lang]
  let last = 0
  const one = (lines: readonly string[]): Calculation => {
    last += 1
    return { number: last, id: `berekening-${last}`, lines }
  }
  return shownQuestions(findings).map((question) => {
    const drawn = barsOf(question, findings, lang)
    const bars = question.options.map((option, row) =>
      drawn.waves.map((wave, at) => {
        if (at === drawn.waves.length - 1) return one(optionSteps(option, lang))
        const name = saidIn(option.label, lang).text
        const share = drawn.rows[row]?.shares[at] ?? { status: 'hidden' }
        const change = option.changes.find(({ sinceLabel }) => sinceLabel === wave)
        const step = change === undefined ? null : changeStep(name, change, lang)
        return one([...shareSteps(share, `${name} (${wave})`, lang), ...(step === null ? [] : [step])])
      }),
    )
    const twice = hasPanel(question) ? panelBarsOf(question, findings, lang) : null
    const panel =
      twice === null
        ? []
        : twice.rows.map(({ label, shares }) =>
            shares.map((share, at) =>
              one([words.twiceLead, ...shareSteps(share, `${label} (${twice.waves[at] ?? ''})`, lang)]),
            ),
          )
    const amount = question.amount === null ? null : one(words.stepsAmount)
    const groups = question.tables.map((table) =>
      table.groups.map(({ base }, at) =>
        one(
          table.rows.map(({ option, cells }) => {
            const label = question.options.find(({ key }) => key === option)?.label
            return groupStep(cells[at], base, label === undefined ? option : saidIn(label, lang).text, lang)
          }),
        ),
      ),
    )
    return {
      question,
      id: `reken-${anchorOf(question)}`,
      about: aboutSteps(question, lang),
      bars,
      panel,
      amount,
      groups,
    }
  })
}
