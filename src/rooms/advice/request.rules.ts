/** Who reads a message: everyone includes the requester; team is those who answer, and the desk; desk is coordinators only. */
export const audiences = ['everyone', 'team', 'desk'] as const
export type Audience = (typeof audiences)[number]

export type AuthorKind = 'requester' | 'desk' | 'expert' | 'system'

export const sizes = ['small', 'large'] as const
export type Size = (typeof sizes)[number]

/** In what shape the advice comes. */
export const forms = ['writtenAnswer', 'thinkingAlong', 'policyCheck', 'sessions'] as const
export type Form = (typeof forms)[number]

/** On whose behalf an answer speaks. */
export const voices = ['personal', 'collective', 'organisation'] as const
export type Voice = (typeof voices)[number]

export const sessionKinds = ['intake', 'advice', 'work', 'feedback'] as const
export type SessionKind = (typeof sessionKinds)[number]

export const sessionForms = ['online', 'onSite'] as const
export type SessionForm = (typeof sessionForms)[number]

/** 1 is low and 5 is high; with load 5 is heavy. */
export const scores = ['usefulness', 'realism', 'support', 'equality', 'load'] as const
export type Score = (typeof scores)[number]
export type Scores = { readonly [S in Score]?: number | undefined }

/** Characters, as a browser counts them. */
export const limits = {
  question: 10_000,
  context: 10_000,
  message: 10_000,
  answer: 40_000,
  behalf: 500,
  name: 120,
  organisation: 160,
  reason: 2_000,
  missing: 500,
  notes: 10_000,
  evaluation: 4_000,
} as const

/** Two people answer; one is enough for a small question. */
export const teamNeeded = (size: Size | null): 1 | 2 => (size === 'small' ? 1 : 2)

export type Reward = { readonly form: string; readonly cents: number }

/** An invitation says what is offered. Nothing is offered on purpose only: the form `none`, and then no amount. */
export function whyNotOffered(reward: Reward): 'reward-missing' | null {
  if (reward.form === '' || !Number.isSafeInteger(reward.cents)) return 'reward-missing'
  return reward.form === 'none'
    ? reward.cents === 0
      ? null
      : 'reward-missing'
    : reward.cents > 0
      ? null
      : 'reward-missing'
}

/** Somebody who may be invited, as the experts room knows them. The ceiling and the pause are the expert's own. */
export type Candidate = {
  readonly person: string
  readonly full: boolean
  readonly paused: boolean
  readonly shownName: string
}

/** @returns why this person cannot be invited now; a coordinator cannot lift it. */
export function whyNotInvited(
  candidate: Candidate,
  facts: { readonly askedBefore: boolean; readonly onTeam: boolean; readonly openPlaces: number },
): 'expert-full' | 'expert-paused' | 'asked-before' | 'team-full' | null {
  if (candidate.paused) return 'expert-paused'
  if (candidate.full) return 'expert-full'
  if (facts.askedBefore || facts.onTeam) return 'asked-before'
  return facts.openPlaces > 0 ? null : 'team-full'
}
