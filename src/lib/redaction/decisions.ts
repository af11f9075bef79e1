import type { Lang } from '../words.ts'
import { findMarks } from './marks.ts'
import type { Mark, RedactionContext } from './marks.ts'
import { neutralWords } from './redaction.words.ts'

/** What a person decided about one mark, named by where it stands and what it says. */
export type Decision = { readonly start: number; readonly end: number; readonly text: string } & (
  | { readonly choice: 'keep'; readonly reason: string }
  | { readonly choice: 'replace' }
  | { readonly choice: 'edit'; readonly with: string }
)

/** A mark that someone let stand in the finished text, with the reason given. */
export type KeptMark = Mark & { readonly reason: string }

export type Redaction =
  /** Every mark was decided on, and the finished text holds no other marks than those kept. */
  | { readonly kind: 'redacted'; readonly text: string; readonly kept: readonly KeptMark[] }
  /** Marks without a decision, or kept without a reason: nothing was changed. */
  | { readonly kind: 'undecided'; readonly open: readonly Mark[] }
  /** Decisions about something that is not marked in this text, because the text is another one now: nothing was changed. */
  | { readonly kind: 'stale'; readonly decisions: readonly Decision[] }
  /** The edited text has new marks. Ask again about `open` in `text`; `decisions` carries the marks already kept over to it. */
  | {
      readonly kind: 'found-more'
      readonly text: string
      readonly open: readonly Mark[]
      readonly decisions: readonly Decision[]
    }

/**
 * Carries out the decisions on everything that `findMarks` marks in this text. Nothing marked passes unseen: the text is
 * scanned here, not taken from the caller, and scanned again after the changes.
 */
export function applyRedactions(
  text: string,
  decisions: readonly Decision[],
  context: RedactionContext,
  lang: Lang,
): Redaction {
  const marks = findMarks(text, context)
  const stale = decisions.filter((decision) => !marks.some((mark) => isAbout(decision, mark)))
  if (stale.length > 0) return { kind: 'stale', decisions: stale }

  const decided = marks.map((mark) => ({ mark, decision: decisions.findLast((each) => isAbout(each, mark)) }))
  const open = decided.filter(({ decision }) => !isComplete(decision)).map(({ mark }) => mark)
  if (open.length > 0) return { kind: 'undecided', open }

  const { result, kept } = rewritten(text, decided, lang)
  const after = findMarks(result, context)
  const letStand = after.flatMap((mark): readonly KeptMark[] => {
    const standing = kept.find((each) => each.start <= mark.start && mark.end <= each.end)
    return standing === undefined ? [] : [{ ...mark, reason: standing.reason }]
  })
  const more = after.filter((mark) => !letStand.some((each) => each.start === mark.start))
  if (more.length === 0) return { kind: 'redacted', text: result, kept: letStand }
  return {
    kind: 'found-more',
    text: result,
    open: more,
    decisions: letStand.map(({ start, end, text: words, reason }) => ({
      start,
      end,
      text: words,
      choice: 'keep',
      reason,
    })),
  }
}

const isAbout = (decision: Decision, mark: Mark) =>
  decision.start === mark.start && decision.end === mark.end && decision.text === mark.text

const isComplete = (decision: Decision | undefined) =>
  decision !== undefined && (decision.choice !== 'keep' || decision.reason.trim() !== '')

type Kept = { readonly start: number; readonly end: number; readonly reason: string }

function rewritten(text: string, decided: readonly { mark: Mark; decision: Decision | undefined }[], lang: Lang) {
  const kept: Kept[] = []
  let result = ''
  let from = 0
  for (const { mark, decision } of decided) {
    result += text.slice(from, mark.start)
    const words = wordsFor(mark, decision, lang)
    if (decision?.choice === 'keep')
      kept.push({ start: result.length, end: result.length + words.length, reason: decision.reason })
    result += words
    from = mark.end
  }
  return { result: result + text.slice(from), kept }
}

function wordsFor(mark: Mark, decision: Decision | undefined, lang: Lang): string {
  if (decision?.choice === 'keep') return mark.text
  return decision?.choice === 'edit' ? decision.with : neutralWords[lang][mark.kind]
}
