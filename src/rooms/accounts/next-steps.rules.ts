/** Where each step of the start page leads; the rooms above have these paths. */
export const stepPaths = {
  secondFactor: '/mijn/tweede-stap',
  profile: '/mijn/profiel',
  questions: '/mijn/vragen',
  desk: '/bureau',
  editing: '/redactie',
  questionnaires: '/onderzoek/vragenlijsten',
  people: '/beheer/mensen',
  search: '/zoeken',
  ask: '/vraag',
} as const
export type NextStep = keyof typeof stepPaths

const mostSteps = 5

/** At most five things to do for this person, what their work asks first. */
export function nextSteps(may: {
  readonly expert: boolean
  readonly coordinator: boolean
  readonly editor: boolean
  readonly researcher: boolean
  readonly administrator: boolean
  readonly secondFactor: boolean
}): readonly NextStep[] {
  const steps: NextStep[] = []
  const staff = may.coordinator || may.researcher || may.editor || may.administrator
  if (staff && !may.secondFactor) steps.push('secondFactor')
  if (may.coordinator) steps.push('desk')
  if (may.expert) steps.push('questions')
  if (may.editor) steps.push('editing')
  if (may.researcher) steps.push('questionnaires')
  if (may.administrator) steps.push('people')
  if (may.expert) steps.push('profile')
  steps.push('search', 'ask')
  return steps.slice(0, mostSteps)
}
