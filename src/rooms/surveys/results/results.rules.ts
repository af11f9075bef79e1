import type { Lang } from '../../../lib/words.ts'
import { saidIn } from '../../../lib/questionnaire/definition.ts'
import type { ChartRow, ChartShare, Join } from '../../../ui/charts.tsx'
import type { Change, Findings, Level, OptionFinding, QuestionFinding } from '../findings/findings.ts'

/** A chart as the page draws it: names of waves, oldest first, and a row per answer. */
type Drawn = { readonly waves: readonly string[]; readonly rows: readonly ChartRow[]; readonly join: Join }

const hidden: ChartShare = { status: 'hidden' }

/** One share as it may be drawn: weighted where there are weights. Whatever is hidden becomes the same "too few". */
export function shareOf(level: Level): ChartShare {
  if (level.status === 'hidden') return hidden
  return {
    status: 'shown',
    count: level.count,
    answered: level.base,
    share: level.share === null ? null : (level.weighted ?? level.share),
    interval: level.interval,
  }
}

/** What the earlier wave had, as the verdict about the change says it; null when the two may not stand beside each other. */
function earlierShare(change: Change | undefined): ChartShare | null {
  if (change === undefined) return null
  const { verdict } = change
  switch (verdict.code) {
    case 'S0':
    case 'C0':
      return null
    case 'S1':
      return {
        status: 'shown',
        count: verdict.first.yes,
        answered: verdict.first.answered,
        share: null,
        interval: null,
      }
    default: {
      const { yes, answered, share, interval } = verdict.first
      return { status: 'shown', count: yes, answered, share, interval }
    }
  }
}

const changeSince = (option: OptionFinding, wave: string): Change | undefined =>
  option.changes.find((change) => change.since === wave)

/**
 * The bars of a question. An earlier wave stands beside this one only where the comparison allows it for at least one answer.
 * Ends are joined only between waves that compare in full; with dots when the words of the question changed.
 */
export function barsOf(question: QuestionFinding, findings: Findings, lang: Lang): Drawn {
  const beside = findings.earlier.filter(({ id }) =>
    question.options.some((option) => earlierShare(changeSince(option, id)) !== null),
  )
  const rows = question.options.map((option): ChartRow => {
    const { text, lang: spoken } = saidIn(option.label, lang)
    return {
      label: text,
      lang: spoken,
      shares: [...beside.map(({ id }) => earlierShare(changeSince(option, id)) ?? hidden), shareOf(option.level)],
    }
  })
  const changes = question.options.flatMap(({ changes: all }) =>
    all.filter(({ since }) => beside.some(({ id }) => id === since)),
  )
  const join: Join =
    beside.length === 0 || changes.some(({ comparability }) => comparability !== 'full')
      ? 'none'
      : changes.some(({ bridge }) => bridge !== null)
        ? 'changed'
        : 'same'
  return { waves: [...beside.map(({ label }) => label), findings.wave.label], rows, join }
}

/** The bars of the organisations that took part twice, apart from everybody; null when nothing of them may be drawn. */
export function panelBarsOf(question: QuestionFinding, findings: Findings, lang: Lang): Drawn | null {
  const since = findings.earlier.findLast(({ id }) =>
    question.options.some((option) => (changeSince(option, id)?.panel.cells ?? null) !== null),
  )
  if (since === undefined) return null
  const rows = question.options.map((option): ChartRow => {
    const { text, lang: spoken } = saidIn(option.label, lang)
    const cells = changeSince(option, since.id)?.panel.cells ?? null
    if (cells === null) return { label: text, lang: spoken, shares: [hidden, hidden] }
    const size = cells.stayed + cells.stopped + cells.started + cells.never
    const share = (count: number): ChartShare => ({
      status: 'shown',
      count,
      answered: size,
      share: size < findings.method.thresholds.percentageBase ? null : count / size,
      interval: null,
    })
    return {
      label: text,
      lang: spoken,
      shares: [share(cells.stayed + cells.stopped), share(cells.stayed + cells.started)],
    }
  })
  return { waves: [since.label, findings.wave.label], rows, join: 'none' }
}

/** Whether anything may be said about organisations that took part twice. */
export const hasPanel = (question: QuestionFinding): boolean =>
  question.options.some(({ changes }) => changes.some(({ panel }) => panel.verdict.code !== 'S0'))

/** Questions of which there is something to see. Own words never are. */
export const shownQuestions = (findings: Findings): readonly QuestionFinding[] =>
  findings.questions.filter(({ options, amount }) => options.length > 0 || amount !== null)

/** Where a question stands on a page: its key holds a colon for a row of a matrix. */
export const anchorOf = (question: QuestionFinding): string => `v-${question.key.replaceAll(/[^\w-]/g, '-')}`

/** What the report is called as a PDF: a file of the release, made after it was let out. */
export const printedName = (lang: Lang): string => `rapport-${lang}.pdf`
export const isPrinted = ({ name }: { readonly name: string }): boolean => /^rapport-(nl|en)\.pdf$/.test(name)
