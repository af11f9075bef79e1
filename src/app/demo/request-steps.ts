import type { DemoRequest, DemoRequestState, DemoStep } from './requests.ts'

/** What a request has when nothing has happened yet; each request names what differs. */
export const nothingYet = {
  lang: 'nl',
  context: null,
  municipality: null,
  themes: [],
  questionKind: null,
  size: null,
  form: null,
  holder: null,
  messages: [],
  team: [],
  sessions: [],
  draft: null,
  answer: null,
  feedback: null,
  evaluations: [],
  ending: null,
} satisfies Partial<DemoRequest>

/** @returns one step of a request; reads as "in-intake, 4 days ago, by joost". */
export const step = (state: DemoRequestState, daysAgo: number, by: string): DemoStep => ({ state, daysAgo, by })

/** The names of the coordinators, once. */
export const joost = 'joost-hellinga'
export const samira = 'samira-bouzid'

/** The whole way from question to closing, in days ago; the answer is given by `writer`. */
export const wholeWay = (
  days: readonly [number, number, number, number, number, number, number, number, number],
  coordinator: string,
  writer: string,
): readonly DemoStep[] => [
  step('unconfirmed', days[0], 'requester'),
  step('submitted', days[0], 'requester'),
  step('in-intake', days[1], coordinator),
  step('triaged', days[2], coordinator),
  step('seeking-duo', days[3], coordinator),
  step('in-progress', days[4], coordinator),
  step('answered', days[5], writer),
  step('feedback-asked', days[6], 'clock'),
  step('evaluated', days[7], 'requester'),
  step('closed', days[8], coordinator),
]
