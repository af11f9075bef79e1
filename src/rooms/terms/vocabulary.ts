import { experienceConcepts } from './data/concepts-experience.terms.ts'
import { fieldConcepts } from './data/concepts-field.terms.ts'
import { influenceConcepts } from './data/concepts-influence.terms.ts'
import { workConcepts } from './data/concepts-work.terms.ts'
import { expertRoles } from './data/expert-roles.terms.ts'
import { itemTypes } from './data/item-types.terms.ts'
import { organisationTypes } from './data/organisation-types.terms.ts'
import { audiences, perspectives } from './data/people.terms.ts'
import { participationLevels, questionKinds } from './data/questions-and-influence.terms.ts'
import { healthThemes } from './data/themes-health.terms.ts'
import { lifeThemes } from './data/themes-life.terms.ts'
import { contractForms, rewardForms } from './data/work-forms.terms.ts'
import type { Lang } from '../../lib/words.ts'
import { linkTerms, termsIn } from './links.rules.ts'
import type { TermCount, TermLink } from './links.rules.ts'
import type { Scheme, Term } from './term.rules.ts'

export { audiences, expertRoles, organisationTypes, perspectives }
export { contractForms, itemTypes, participationLevels, questionKinds, rewardForms }

export const themes = [...lifeThemes, ...healthThemes] as const

export const concepts = [...experienceConcepts, ...workConcepts, ...influenceConcepts, ...fieldConcepts] as const

const all = [
  ...themes,
  ...expertRoles,
  ...perspectives,
  ...organisationTypes,
  ...questionKinds,
  ...participationLevels,
  ...contractForms,
  ...rewardForms,
  ...itemTypes,
  ...audiences,
  ...concepts,
] as const

export type TermId = (typeof all)[number]['id']
export type ThemeId = (typeof themes)[number]['id']
export type ExpertRoleId = (typeof expertRoles)[number]['id']
export type PerspectiveId = (typeof perspectives)[number]['id']
export type OrganisationTypeId = (typeof organisationTypes)[number]['id']
export type QuestionKindId = (typeof questionKinds)[number]['id']
export type RewardFormId = (typeof rewardForms)[number]['id']
export type ItemTypeId = (typeof itemTypes)[number]['id']
export type AudienceId = (typeof audiences)[number]['id']

/** Every term, scheme by scheme; within a scheme in the order in which a form shows it. */
export const terms: readonly Term<TermId>[] = all

const byId: ReadonlyMap<string, Term<TermId>> = new Map(terms.map((term) => [term.id, term]))
const bySlug: ReadonlyMap<string, Term<TermId>> = new Map(terms.map((term) => [term.slug, term]))

/** @returns undefined when no term has this id. */
export const findTerm = (id: string): Term<TermId> | undefined => byId.get(id)

/** @returns undefined when no term has this path word. */
export const findTermBySlug = (slug: string): Term<TermId> | undefined => bySlug.get(slug)

/** The label of a term; the id itself when there is no such term, so that old data still shows something. */
export const labelOf = (id: string, lang: Lang): string => byId.get(id)?.label[lang] ?? id

export const termsOf = (scheme: Scheme): readonly Term<TermId>[] => terms.filter((term) => term.scheme === scheme)

/** Whether being connected to this theme says something that can harm a person. An unknown theme counts as sensitive. */
export const isSensitiveTheme = (id: string): boolean => themes.find((each) => each.id === id)?.sensitive !== null

/** Terms whose page helps a reader who meets the word in a text. */
const linkable = new Set<Scheme>([
  'theme',
  'expertRole',
  'perspective',
  'organisationType',
  'participationLevel',
  'concept',
])
export const isLinkable = (scheme: Scheme): boolean => linkable.has(scheme)
export const linkableTerms: readonly Term<TermId>[] = terms.filter((term) => isLinkable(term.scheme))

/** The places in a text where a term of ours stands, for linking: each term once. */
export const linksIn = (text: string, lang: Lang): readonly TermLink[] => linkTerms(text, linkableTerms, { lang })

/** The themes a text speaks of, most often first; for proposing, never for deciding. */
export const themesIn = (text: string): readonly TermCount<ThemeId>[] => termsIn(text, themes)

/** The roles a text speaks of, most often first; for proposing, never for deciding. */
export const expertRolesIn = (text: string): readonly TermCount<ExpertRoleId>[] => termsIn(text, expertRoles)
