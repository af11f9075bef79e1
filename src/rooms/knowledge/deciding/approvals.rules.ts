import type { OrganisationType } from '../../accounts/public.ts'

/** How many stewards must agree with a version before it is published; from the easiest to the strictest. */
export const agreementRules = ['any', 'two', 'all'] as const
export type AgreementRule = (typeof agreementRules)[number]

/** Days after which no answer counts as a yes, where a rule says so. */
export const silenceTerms = [14, 21, 30, 60] as const

/** Organisations that run on volunteers: they answer in their own time, and their silence says nothing. */
export const volunteerRun: ReadonlySet<OrganisationType> = new Set([
  'clientOrganisation',
  'relativesOrganisation',
  'selfDirectionInitiative',
  'expertsOrganisation',
  'advisoryCouncil',
])

/** With one steward every rule asks for that one; with none that can answer nobody is waited for. */
export const yesesNeeded = (rule: AgreementRule, deciders: number): number =>
  rule === 'all' ? deciders : Math.min(rule === 'two' ? 2 : 1, deciders)

/** A rule changes as the stricter of the old and the new one asks: nobody loosens alone what was agreed together. */
export const stricterOf = (one: AgreementRule, other: AgreementRule): AgreementRule =>
  agreementRules.indexOf(one) > agreementRules.indexOf(other) ? one : other

/** A steward that can answer, and what it said of this version. */
export type Decider = {
  readonly organisation: string
  readonly name: string
  readonly answer: 'yes' | 'no' | null
  /** When it was asked; null when this rule asks nobody beforehand. */
  readonly askedAt: Date | null
}

export type Agreement =
  | { readonly kind: 'agreed' }
  | { readonly kind: 'refused'; readonly by: readonly Decider[] }
  | { readonly kind: 'waiting'; readonly missing: number; readonly for: readonly Decider[] }

/**
 * Where the stewards stand on a version. A no stops it under every rule, until it becomes a yes or the words change.
 * `pressing` is the organisation of who presses to publish now: the press is its yes.
 */
export function agreementOf(
  rule: AgreementRule,
  deciders: readonly Decider[],
  pressing: string | null = null,
): Agreement {
  const refusing = deciders.filter((each) => each.answer === 'no')
  if (refusing.length > 0) return { kind: 'refused', by: refusing }
  const agreeing = deciders.filter((each) => each.answer === 'yes' || each.organisation === pressing)
  const missing = (rule === 'any' ? 0 : yesesNeeded(rule, deciders.length)) - agreeing.length
  if (missing <= 0) return { kind: 'agreed' }
  return { kind: 'waiting', missing, for: deciders.filter((each) => !agreeing.includes(each)) }
}
