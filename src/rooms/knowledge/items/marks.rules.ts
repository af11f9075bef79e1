import { applyRedactions, type Decision } from '../../../lib/redaction/decisions.ts'
import {
  findMarks,
  findMarksOf,
  type Mark,
  type MarkKind,
  type RedactionContext,
} from '../../../lib/redaction/marks.ts'
import type { Lang } from '../../../lib/words.ts'
import { fieldsOf, type ItemText } from './texts.rules.ts'
import type { Provenance } from '../square.tables.ts'

/** A mark that may stand, with who said so. */
export type KeptMark = {
  readonly key: string
  readonly kind: MarkKind
  readonly start: number
  readonly end: number
  readonly reason: string
  readonly by: string | null
  readonly at: Date
}

export type FieldMark = Mark & { readonly key: string; readonly kept: KeptMark | null }

// What somebody wrote for the square names organisations and places on purpose; how to reach a person never is.
const always: ReadonlySet<MarkKind> = new Set(['bsn', 'iban', 'email', 'phone', 'birth-date', 'plate', 'address'])

/** Whether a mark asks for a decision: everything does in what came from a request. */
const asks = (kind: MarkKind, provenance: Provenance) => provenance === 'request' || always.has(kind)

// The number of a picture of our own can look like a telephone number or an account; it points at nobody.
const read = (words: string): string =>
  words.replace(/\/plaatjes\/[0-9a-f-]{36}/g, (address) => ' '.repeat(address.length))

const askedIn = (words: string, context: RedactionContext, provenance: Provenance) =>
  provenance === 'request' ? findMarks(read(words), context) : findMarksOf(read(words), context, always)

/** All marks of an item that ask for a decision, in the order of the text, with the decision to keep where there is one. */
export const marksOf = (
  text: ItemText,
  kept: readonly KeptMark[],
  context: RedactionContext,
  provenance: Provenance,
): readonly FieldMark[] =>
  fieldsOf(text).flatMap(({ key, text: words }) =>
    askedIn(words, context, provenance).map((mark) => ({
      ...mark,
      key,
      kept: kept.find((each) => each.key === key && each.start === mark.start && each.end === mark.end) ?? null,
    })),
  )

export const openIn = (marks: readonly FieldMark[]) => marks.filter((mark) => mark.kept === null)

/** The sentence in which a mark stands, with its place in it. */
function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(0, start)
  const from = Math.max(...[...before.matchAll(/[.!?]\s+|\n+/g)].map((found) => found.index + found[0].length), 0)
  const after = /[.!?](?=\s|$)|\n/.exec(text.slice(end))
  const to = after === null ? text.length : end + after.index
  return `${start - from}|${text.slice(from, to)}`
}

/**
 * Carries decisions to keep over to a changed text: only where the same words stand in the same sentence. Everything
 * else is asked again.
 */
export function carriedOver(
  before: ItemText,
  after: ItemText,
  kept: readonly KeptMark[],
  context: RedactionContext,
): readonly KeptMark[] {
  const old = new Map(fieldsOf(before).map(({ key, text }) => [key, text]))
  return fieldsOf(after).flatMap(({ key, text }) => {
    const was = old.get(key)
    const mine = kept.filter((each) => each.key === key)
    if (was === undefined || mine.length === 0) return []
    if (was === text) return mine
    const left = [...mine]
    return findMarks(read(text), context).flatMap((mark) => {
      const here = sentenceAround(text, mark.start, mark.end)
      const at = left.findIndex((each) => each.kind === mark.kind && sentenceAround(was, each.start, each.end) === here)
      const [found] = at < 0 ? [] : left.splice(at, 1)
      return found === undefined ? [] : [{ ...found, start: mark.start, end: mark.end }]
    })
  })
}

/** What an editor chose for one mark, named by where it stands. */
export type Choice = { readonly key: string; readonly start: number; readonly end: number } & (
  | { readonly choice: 'replace' }
  | { readonly choice: 'keep'; readonly reason: string }
  | { readonly choice: 'edit'; readonly with: string }
)

export type Decided =
  | { readonly kind: 'undecided'; readonly open: readonly { key: string; start: number; end: number }[] }
  /** A choice about something that is not marked in these words. */
  | { readonly kind: 'stale' }
  | {
      readonly kind: 'decided'
      /** The changed words by key. */
      readonly words: ReadonlyMap<string, string>
      readonly kept: readonly KeptMark[]
      readonly made: readonly { readonly key: string; readonly kind: MarkKind; readonly choice: Choice['choice'] }[]
    }

/**
 * Carries out the choices on every field. While one mark anywhere has no choice, or is kept without a reason, nothing
 * changes; marks that were kept before stay kept unless a new choice says otherwise.
 */
export function decide(
  text: ItemText,
  kept: readonly KeptMark[],
  choices: readonly Choice[],
  context: RedactionContext,
  how: { readonly provenance: Provenance; readonly lang: Lang; readonly by: string | null; readonly now: Date },
): Decided {
  const words = new Map<string, string>()
  const keptNow: KeptMark[] = []
  const made: { key: string; kind: MarkKind; choice: Choice['choice'] }[] = []
  const open: { key: string; start: number; end: number }[] = []
  const keys = new Set(fieldsOf(text).map(({ key }) => key))
  if (choices.some((choice) => !keys.has(choice.key))) return { kind: 'stale' }

  for (const { key, text: old } of fieldsOf(text)) {
    const mine = choices.filter((choice) => choice.key === key)
    const decisions: Decision[] = mine.map((choice) => ({
      ...choice,
      text: old.slice(choice.start, choice.end),
    }))
    const marks = findMarks(read(old), context)
    for (const mark of marks) {
      const chosen = mine.find((choice) => choice.start === mark.start && choice.end === mark.end)
      if (chosen) {
        made.push({ key, kind: mark.kind, choice: chosen.choice })
        continue
      }
      const before = kept.find((each) => each.key === key && each.start === mark.start && each.end === mark.end)
      if (before || !asks(mark.kind, how.provenance))
        decisions.push({
          start: mark.start,
          end: mark.end,
          text: mark.text,
          choice: 'keep',
          reason: before?.reason ?? '-',
        })
    }
    const done = applyRedactions(old, decisions, context, how.lang)
    if (done.kind === 'stale') return { kind: 'stale' }
    if (done.kind === 'undecided') {
      open.push(...done.open.map(({ start, end }) => ({ key, start, end })))
      continue
    }
    words.set(key, done.text)
    const standing =
      done.kind === 'redacted' ? done.kept : done.decisions.flatMap((each) => (each.choice === 'keep' ? [each] : []))
    const kinds = new Map(findMarks(done.text, context).map((mark) => [mark.start, mark.kind]))
    for (const { start, end, reason } of standing) {
      const kind = kinds.get(start)
      if (kind === undefined || !asks(kind, how.provenance)) continue
      const earlier = kept.find((each) => each.key === key && each.reason === reason && each.kind === kind)
      keptNow.push({ key, kind, start, end, reason, by: earlier?.by ?? how.by, at: earlier?.at ?? how.now })
    }
  }
  return open.length > 0 ? { kind: 'undecided', open } : { kind: 'decided', words, kept: keptNow, made }
}
