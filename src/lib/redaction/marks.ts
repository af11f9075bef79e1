import { findContacts } from './contacts.ts'
import { findNumbers } from './numbers.ts'
import { findOrganisations } from './organisations.ts'
import { findPeople } from './people.ts'
import { findPlaces } from './places.ts'

/** What a mark stands for. Its neutral word is in `redaction.words.ts`. */
export const markKinds = [
  'bsn',
  'iban',
  'email',
  'phone',
  'web',
  'birth-date',
  'plate',
  'address',
  'organisation',
  'person',
  'place',
] as const
export type MarkKind = (typeof markKinds)[number]

/** By what something was recognised. Its sentence is in `redaction.words.ts`. */
export type MarkReason =
  | 'known-person'
  | 'title'
  | 'initials'
  | 'first-name'
  | 'relation'
  | 'introduction'
  | 'greeting'
  | 'sign-off'
  | 'surname'
  | 'speaker'
  | 'two-capitals'
  | 'named-elsewhere'
  | 'plain-email'
  | 'hidden-email'
  | 'phone-number'
  | 'profile-page'
  | 'account-name'
  | 'eleven-test'
  | 'after-bsn'
  | 'iban-check'
  | 'iban-shape'
  | 'after-born'
  | 'old-date'
  | 'plate-shape'
  | 'street-and-number'
  | 'street'
  | 'postcode'
  | 'post-box'
  | 'known-place'
  | 'known-organisation'
  | 'organisation-shape'

/** One stretch of the text that could identify someone. `start` and `end` count UTF-16 units, `end` not included. */
export type Mark = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: MarkKind
  readonly why: MarkReason
}

/** A mark as a finder reports it, before overlaps are settled. */
export type Found = Omit<Mark, 'text'>

/** What is known beside the text. */
export type RedactionContext = {
  /** Names of municipalities and places, as they are written. */
  readonly places: ReadonlySet<string>
  /** Names of organisations to mark, the one that asked among them. */
  readonly organisations: readonly string[]
  /** Names of people who take part, such as the one who asked and the authors of the answer. Absent: none are known. */
  readonly people?: readonly string[]
}

/**
 * Marks everything in a text that could identify a person, for people to decide on. It would rather mark too much than too
 * little, and still promises no completeness: someone reads the text. Expects text that went through `cleanText`.
 * @returns marks that do not overlap, in the order of the text; the same text and context always give the same marks.
 */
export function findMarks(text: string, context: RedactionContext): readonly Mark[] {
  const certain = [...findNumbers(text), ...findContacts(text), ...findOrganisations(text, context.organisations)]
  const places = findPlaces(text, context.places)
  return settled([...certain, ...places, ...findPeople(text, context.people ?? [], [...certain, ...places])]).map(
    (found) => ({
      ...found,
      text: text.slice(found.start, found.end),
    }),
  )
}

const nowhere: ReadonlySet<string> = new Set()
const ofNames: ReadonlySet<MarkKind> = new Set(['organisation', 'person', 'place'])

/**
 * The marks of some kinds, exactly those of {@link findMarks}. Quicker by half where there are none, and `kinds` holds no
 * organisations, people and places: those take longest to find, and never make a mark of another kind.
 */
export function findMarksOf(text: string, context: RedactionContext, kinds: ReadonlySet<MarkKind>): readonly Mark[] {
  if (
    [...kinds].every((kind) => !ofNames.has(kind)) &&
    ![...findNumbers(text), ...findContacts(text), ...findPlaces(text, nowhere)].some(({ kind }) => kinds.has(kind))
  )
    return []
  return findMarks(text, context).filter(({ kind }) => kinds.has(kind))
}

/** Marks that overlap become one that covers them all; the kind that stands first in `markKinds` names it. */
function settled(found: readonly Found[]): readonly Found[] {
  const marks: Found[] = []
  for (const next of [...found].sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b))) {
    const last = marks.at(-1)
    if (last === undefined || next.start >= last.end) marks.push(next)
    else marks[marks.length - 1] = joined(last, next)
  }
  return marks
}

const joined = (a: Found, b: Found): Found => ({
  ...leading(a, b),
  start: Math.min(a.start, b.start),
  end: Math.max(a.end, b.end),
})

/** Which of two that overlap names what covers both. */
function leading(a: Found, b: Found): Found {
  const pair = [a, b]
  if (covers(a, b) && covers(b, a)) {
    // "Den Bosch" reads as a surname without a first name; when it is a place that we know, it is the place.
    const place = pair.find((each) => each.why === 'known-place')
    if (place && pair.some((each) => each.why === 'surname')) return place
  } else if (covers(a, b)) return a
  // A place inside a longer name ("Jan van Utrecht") stays a name: what covers more says more.
  else if (covers(b, a)) return b
  return rank(b) < rank(a) ? b : a
}

const covers = (a: Found, b: Found) => a.start <= b.start && a.end >= b.end
const rank = (found: Found) => markKinds.indexOf(found.kind)
