/** What a press of the builder does. */
export const stepKinds = [
  'about-changed',
  'section-added',
  'section-changed',
  'section-moved',
  'section-removed',
  'question-added',
  'question-changed',
  'question-moved',
  'question-removed',
  'routing-changed',
  'restored',
] as const
export type StepKind = (typeof stepKinds)[number]

/** The state of a questionnaire as a form carries it along: its newest version, and how often that was saved. */
export const revisionOf = (version: { readonly number: number; readonly revision: number }): string =>
  `${version.number}.${version.revision}`
