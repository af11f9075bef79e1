import type { QuestionKindId, RewardFormId, ThemeId } from '../../rooms/terms/public.ts'
import { answeredRequests } from './requests.answered.ts'
import { asideRequests } from './requests.aside.ts'
import { closedRequests } from './requests.closed.ts'
import { openRequests } from './requests.open.ts'
import { runningRequests } from './requests.running.ts'

export type DemoRequestState =
  | 'unconfirmed'
  | 'submitted'
  | 'in-intake'
  | 'triaged'
  | 'seeking-duo'
  | 'in-progress'
  | 'answered'
  | 'feedback-asked'
  | 'evaluated'
  | 'closed'
  | 'waiting-for-requester'
  | 'referred'
  | 'withdrawn'
  | 'expired'
  | 'merged'

/** A state that the request entered. `by` is a person's slug, 'requester', or 'clock' when time did it. */
export type DemoStep = { readonly state: DemoRequestState; readonly daysAgo: number; readonly by: string }

/** A message that both the requester and the people who answer can read. `from` is 'requester' or a person's slug. */
type DemoMessage = { readonly from: string; readonly daysAgo: number; readonly text: string }

type DemoReward = {
  readonly form: RewardFormId
  /** In euro cents: per hour with an hourly rate, else for the whole request; 0 with 'noReward'. */
  readonly cents: number
}

type DemoTeamMember = {
  readonly expert: string
  readonly invitedDaysAgo: number
  /** A declined invitation leaves no mark, so it is not here. */
  readonly reply: 'open' | 'accepted'
  readonly reward: DemoReward
}

type DemoSession = {
  readonly daysAgo: number
  readonly kind: 'intake' | 'advice' | 'work' | 'feedback'
  readonly form: 'online' | 'onSite'
  readonly minutes: number
  readonly notes: string
}

type DemoAnswer = {
  readonly daysAgo: number
  /** On whose behalf the duo speaks. */
  readonly voice: 'personal' | 'collective' | 'organisation'
  readonly onBehalfOf: string
  readonly text: string
}

type DemoFeedback = { readonly daysAgo: number; readonly done: string; readonly notDone: string | null }

type DemoEvaluation = {
  /** 'requester' or the slug of an expert of the team. */
  readonly by: string
  readonly daysAgo: number
  /** 1 is low, 5 is high; with load 5 is heavy. */
  readonly scores: Readonly<
    Partial<Record<'usefulness' | 'realism' | 'support' | 'equality' | 'load', 1 | 2 | 3 | 4 | 5>>
  >
  readonly text: string
}

/** How a request ended when no answer of a duo ended it. */
type DemoEnding =
  | { readonly kind: 'referral'; readonly to: string; readonly text: string }
  | { readonly kind: 'reason'; readonly text: string }
  | { readonly kind: 'merged'; readonly into: string }

export type DemoRequest = {
  readonly slug: string
  /** Slug of a requester in people.ts. */
  readonly requester: string
  readonly lang: 'nl' | 'en'
  readonly question: string
  readonly context: string | null
  readonly municipality: string | null
  readonly themes: readonly ThemeId[]
  readonly questionKind: QuestionKindId | null
  /** Size and form are known from triage on. */
  readonly size: 'small' | 'large' | null
  readonly form: 'writtenAnswer' | 'thinkingAlong' | 'policyCheck' | 'sessions' | null
  /** The coordinator who holds it; null while nobody does. */
  readonly holder: string | null
  /** Every state it went through, the oldest first; the last one is its state now. */
  readonly steps: readonly DemoStep[]
  readonly messages: readonly DemoMessage[]
  readonly team: readonly DemoTeamMember[]
  readonly sessions: readonly DemoSession[]
  /** Text that the duo saved but has not given yet. */
  readonly draft: string | null
  readonly answer: DemoAnswer | null
  readonly feedback: DemoFeedback | null
  readonly evaluations: readonly DemoEvaluation[]
  readonly ending: DemoEnding | null
}

/** Every request of the demo network: at least one in each state. */
export const demoRequests: readonly DemoRequest[] = [
  ...openRequests,
  ...runningRequests,
  ...answeredRequests,
  ...closedRequests,
  ...asideRequests,
]
