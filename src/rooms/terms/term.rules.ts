import type { Label, Words } from '../../lib/words.ts'

/** The lists of words. Each value of a list is a term with a page of its own. */
export const schemes = [
  'theme',
  'expertRole',
  'perspective',
  'organisationType',
  'questionKind',
  'participationLevel',
  'contractForm',
  'rewardForm',
  'itemType',
  'audience',
  'concept',
] as const
export type Scheme = (typeof schemes)[number]

/** Another word for the same, and who says so, in words. */
export type Synonym = { readonly label: string; readonly source: string }

export type Term<Id extends string = string> = {
  /** English; unique over all schemes and never given to another meaning. */
  readonly id: Id
  readonly scheme: Scheme
  /** The word in the path of its page: Dutch, kebab-case, unique over all schemes. */
  readonly slug: string
  readonly label: Label
  /** One to three sentences in plain language. */
  readonly definition: Label
  readonly altLabels: Words<readonly Synonym[]>
  /** Misspellings: found, never shown. */
  readonly hiddenLabels: readonly string[]
  /** The wider term this one falls under; null for a top term. */
  readonly broader: string | null
  readonly related: readonly string[]
  /** How we use the word here, or which word not to use; null when there is nothing to say. */
  readonly note: Label | null
}

/**
 * Why being connected to a theme says something that can harm a person.
 * health, orientation, origin: special categories (AVG article 9); criminal: article 10; safety: a person may be traced;
 * money: outside the law's list and just as private.
 */
export type SensitiveGround = 'health' | 'orientation' | 'origin' | 'criminal' | 'safety' | 'money'

/** `sensitive` is null when being connected to the theme says nothing that can harm. */
export type Theme<Id extends string = string> = Term<Id> & { readonly sensitive: SensitiveGround | null }

/** primary: the work with people themselves; secondary: policy and development. */
export type Process = 'primary' | 'secondary'
export type ExpertRole<Id extends string = string> = Term<Id> & { readonly process: Process }

/** The usual source of a synonym. */
export const ownKnowledge = 'own knowledge of the field'

type Also = string | readonly [label: string, source: string]

/** How a term is written down: label and definition per language, the rest only where there is something to say. */
export type TermText<Id extends string> = {
  readonly id: Id
  readonly slug: string
  readonly nl: readonly [label: string, definition: string]
  readonly en: readonly [label: string, definition: string]
  /** Synonyms; a bare word comes from {@link ownKnowledge}. */
  readonly also?: { readonly nl?: readonly Also[]; readonly en?: readonly Also[] }
  readonly hidden?: readonly string[]
  readonly broader?: string
  readonly related?: readonly string[]
  readonly note?: readonly [nl: string, en: string]
}

const synonym = (also: Also): Synonym =>
  typeof also === 'string' ? { label: also, source: ownKnowledge } : { label: also[0], source: also[1] }

/** A way to write the terms of one scheme. */
export const termOf =
  (scheme: Scheme) =>
  <const Id extends string>(text: TermText<Id>): Term<Id> => ({
    id: text.id,
    scheme,
    slug: text.slug,
    label: { nl: text.nl[0], en: text.en[0] },
    definition: { nl: text.nl[1], en: text.en[1] },
    altLabels: { nl: (text.also?.nl ?? []).map(synonym), en: (text.also?.en ?? []).map(synonym) },
    hiddenLabels: text.hidden ?? [],
    broader: text.broader ?? null,
    related: text.related ?? [],
    note: text.note ? { nl: text.note[0], en: text.note[1] } : null,
  })

/** A theme; the first argument says why it is sensitive, or null. */
export const theme = <const Id extends string>(sensitive: SensitiveGround | null, text: TermText<Id>): Theme<Id> => ({
  ...termOf('theme')(text),
  sensitive,
})

/** A role of experts in one of the two processes. */
export const expertRole = <const Id extends string>(process: Process, text: TermText<Id>): ExpertRole<Id> => ({
  ...termOf('expertRole')(text),
  process,
})
