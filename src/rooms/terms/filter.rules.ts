import type { Label, Words } from '../../lib/words.ts'
import type { Synonym } from './term.rules.ts'

type Named = {
  readonly label: Label
  readonly alt_labels: Words<readonly Synonym[]>
  readonly hidden_labels: readonly string[]
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * The terms with a word that begins with what was typed, in either language: labels, other words and misspellings. Case
 * and accents make no difference. Those whose own label begins with it come first. Nothing typed: all.
 */
export function termsLike<T extends Named>(terms: readonly T[], typed: string): readonly T[] {
  const sought = plain(typed)
  if (sought === '') return terms
  const names = (term: T) =>
    [
      term.label.nl,
      term.label.en,
      ...[...term.alt_labels.nl, ...term.alt_labels.en].map((each) => each.label),
      ...term.hidden_labels,
    ].map(plain)
  const found = terms.filter((term) => names(term).some((name) => ` ${name}`.includes(` ${sought}`)))
  const first = (term: T) => [term.label.nl, term.label.en].some((label) => plain(label).startsWith(sought))
  return [...found.filter(first), ...found.filter((term) => !first(term))]
}

/** Terms on whose page somebody may be in danger when another looks along: a neutral title and a quick way out. */
const aboutViolence = new Set(['domesticViolence', 'childAbuse', 'womensShelter', 'trauma'])

export const isAboutViolence = (id: string): boolean => aboutViolence.has(id)

/** The letter under which a word stands in a list from A to Z; '#' when it begins with none. */
export const initialOf = (label: string): string => /^[a-z]/.exec(plain(label))?.[0] ?? '#'
