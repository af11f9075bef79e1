import { teamNeeded, type Form, type Size } from './request.rules.ts'

export const states = [
  'unconfirmed',
  'submitted',
  'in-intake',
  'triaged',
  'seeking-duo',
  'in-progress',
  'answered',
  'feedback-asked',
  'evaluated',
  'closed',
  'waiting-for-requester',
  'referred',
  'withdrawn',
  'expired',
  'merged',
] as const
export type State = (typeof states)[number]

/** States that nothing leaves. */
export const endStates = ['closed', 'withdrawn', 'expired', 'merged'] as const satisfies readonly State[]
export type EndState = (typeof endStates)[number]
export const hasEnded = (state: State): state is EndState => endStates.some((end) => end === state)

/** In which role somebody moves a request; `time` is the daily job. */
export type Doing = 'requester' | 'coordinator' | 'expert' | 'time'

/** What must be so before a request may move. */
export type Condition =
  | 'nothing-more'
  | 'divided'
  | 'team-complete'
  | 'team-not-complete'
  | 'answer-written'
  | 'where-it-came-from'
  | 'referral-written'
  | 'other-request-runs'
  | 'feedback-given'
  | 'answer-referral-or-reason'
  | 'term-passed'

/** Which mail leaves to the requester with a move. Every one of them is a neutral sentence with a link. */
export const moveMails = [
  'question-for-you',
  'duo-started',
  'answer-ready',
  'feedback-asked',
  'referred',
  'withdrawn',
  'expired',
  'merged',
  'closed',
] as const
export type MoveMail = (typeof moveMails)[number]

/** What the jobs are told when a move makes a mail. */
export const mailEvent = (mail: MoveMail) => `advice.mail-${mail}` as const

export type Move = {
  readonly from: State
  readonly to: State
  readonly who: Doing
  readonly condition: Condition
  readonly mail: MoveMail | 'none'
}

const move = (
  from: State,
  to: State,
  who: Doing,
  condition: Condition = 'nothing-more',
  mail: MoveMail | 'none' = 'none',
): Move => ({ from, to, who, condition, mail })

/** Days after which time moves a request. An unconfirmed one is not moved but deleted. */
export const terms = {
  unconfirmed: 7,
  'waiting-for-requester': 60,
  answered: 14,
  'feedback-asked': 60,
  evaluated: 14,
  referred: 14,
} as const satisfies Partial<Record<State, number>>

/** Days of waiting after which the requester gets one kind reminder. */
export const reminderAfter = 30

/** Every move there is. What is not here cannot happen. The README of this room prints it. */
export const moves: readonly Move[] = [
  move('unconfirmed', 'submitted', 'requester'),

  move('submitted', 'in-intake', 'coordinator'),
  move('submitted', 'referred', 'coordinator', 'referral-written', 'referred'),
  move('submitted', 'merged', 'coordinator', 'other-request-runs', 'merged'),
  move('submitted', 'withdrawn', 'requester', 'nothing-more', 'withdrawn'),
  move('submitted', 'closed', 'coordinator', 'answer-referral-or-reason', 'closed'),

  move('in-intake', 'triaged', 'coordinator', 'divided'),
  move('in-intake', 'waiting-for-requester', 'coordinator', 'nothing-more', 'question-for-you'),
  move('in-intake', 'referred', 'coordinator', 'referral-written', 'referred'),
  move('in-intake', 'merged', 'coordinator', 'other-request-runs', 'merged'),
  move('in-intake', 'withdrawn', 'requester', 'nothing-more', 'withdrawn'),
  move('in-intake', 'closed', 'coordinator', 'answer-referral-or-reason', 'closed'),

  move('triaged', 'seeking-duo', 'coordinator'),
  move('triaged', 'waiting-for-requester', 'coordinator', 'nothing-more', 'question-for-you'),
  move('triaged', 'referred', 'coordinator', 'referral-written', 'referred'),
  move('triaged', 'merged', 'coordinator', 'other-request-runs', 'merged'),
  move('triaged', 'withdrawn', 'requester', 'nothing-more', 'withdrawn'),
  move('triaged', 'closed', 'coordinator', 'answer-referral-or-reason', 'closed'),

  move('seeking-duo', 'in-progress', 'coordinator', 'team-complete', 'duo-started'),
  move('seeking-duo', 'waiting-for-requester', 'coordinator', 'nothing-more', 'question-for-you'),
  move('seeking-duo', 'referred', 'coordinator', 'referral-written', 'referred'),
  move('seeking-duo', 'merged', 'coordinator', 'other-request-runs', 'merged'),
  move('seeking-duo', 'withdrawn', 'requester', 'nothing-more', 'withdrawn'),
  move('seeking-duo', 'closed', 'coordinator', 'answer-referral-or-reason', 'closed'),

  move('in-progress', 'answered', 'expert', 'answer-written', 'answer-ready'),
  move('in-progress', 'seeking-duo', 'coordinator', 'team-not-complete'),
  move('in-progress', 'waiting-for-requester', 'coordinator', 'nothing-more', 'question-for-you'),
  move('in-progress', 'referred', 'coordinator', 'referral-written', 'referred'),
  move('in-progress', 'withdrawn', 'requester', 'nothing-more', 'withdrawn'),
  move('in-progress', 'closed', 'coordinator', 'answer-referral-or-reason', 'closed'),

  move('answered', 'feedback-asked', 'coordinator', 'nothing-more', 'feedback-asked'),
  move('answered', 'feedback-asked', 'time', 'term-passed', 'feedback-asked'),
  move('answered', 'evaluated', 'requester', 'feedback-given'),
  move('answered', 'closed', 'coordinator', 'answer-referral-or-reason', 'closed'),

  move('feedback-asked', 'evaluated', 'requester', 'feedback-given'),
  move('feedback-asked', 'closed', 'coordinator', 'answer-referral-or-reason', 'closed'),
  move('feedback-asked', 'closed', 'time', 'term-passed', 'closed'),

  move('evaluated', 'closed', 'coordinator', 'answer-referral-or-reason'),
  move('evaluated', 'closed', 'time', 'term-passed'),

  move('waiting-for-requester', 'in-intake', 'requester', 'where-it-came-from'),
  move('waiting-for-requester', 'triaged', 'requester', 'where-it-came-from'),
  move('waiting-for-requester', 'seeking-duo', 'requester', 'where-it-came-from'),
  move('waiting-for-requester', 'in-progress', 'requester', 'where-it-came-from'),
  move('waiting-for-requester', 'in-intake', 'coordinator', 'where-it-came-from'),
  move('waiting-for-requester', 'triaged', 'coordinator', 'where-it-came-from'),
  move('waiting-for-requester', 'seeking-duo', 'coordinator', 'where-it-came-from'),
  move('waiting-for-requester', 'in-progress', 'coordinator', 'where-it-came-from'),
  move('waiting-for-requester', 'referred', 'coordinator', 'referral-written', 'referred'),
  move('waiting-for-requester', 'merged', 'coordinator', 'other-request-runs', 'merged'),
  move('waiting-for-requester', 'withdrawn', 'requester', 'nothing-more', 'withdrawn'),
  move('waiting-for-requester', 'expired', 'time', 'term-passed', 'expired'),
  move('waiting-for-requester', 'closed', 'coordinator', 'answer-referral-or-reason', 'closed'),

  move('referred', 'closed', 'coordinator', 'answer-referral-or-reason'),
  move('referred', 'closed', 'time', 'term-passed'),
  move('referred', 'in-intake', 'coordinator'),
]

/** What the rules need to know of a request. The texts themselves are not needed, only whether they are there. */
export type RequestFacts = {
  readonly state: State
  readonly stateSince: Date
  readonly waitingFrom: State | null
  readonly size: Size | null
  readonly form: Form | null
  /** How many said yes. */
  readonly accepted: number
  readonly answered: boolean
  readonly referred: boolean
  readonly reasonGiven: boolean
  readonly feedbackGiven: boolean
  /** Of the request this one is merged into; null when none was named, or it is this one itself. */
  readonly otherState: State | null
}

export type MoveRefusal =
  | 'no-such-move'
  | 'not-divided'
  | 'team-not-complete'
  | 'team-complete'
  | 'answer-missing'
  | 'came-from-elsewhere'
  | 'referral-missing'
  | 'other-request-ended'
  | 'feedback-missing'
  | 'ending-missing'
  | 'too-early'

const dayMs = 86_400_000

const refusals: Readonly<Record<Condition, (facts: RequestFacts, to: State, now: Date) => MoveRefusal | null>> = {
  'nothing-more': () => null,
  divided: (facts) => (facts.size !== null && facts.form !== null ? null : 'not-divided'),
  'team-complete': (facts) => (facts.accepted >= teamNeeded(facts.size) ? null : 'team-not-complete'),
  'team-not-complete': (facts) => (facts.accepted < teamNeeded(facts.size) ? null : 'team-complete'),
  'answer-written': (facts) => (facts.answered ? null : 'answer-missing'),
  'where-it-came-from': (facts, to) => (facts.waitingFrom === to ? null : 'came-from-elsewhere'),
  'referral-written': (facts) => (facts.referred ? null : 'referral-missing'),
  'other-request-runs': (facts) =>
    facts.otherState !== null && facts.otherState !== 'unconfirmed' && !hasEnded(facts.otherState)
      ? null
      : 'other-request-ended',
  'feedback-given': (facts) => (facts.feedbackGiven ? null : 'feedback-missing'),
  'answer-referral-or-reason': (facts) =>
    facts.answered || facts.referred || facts.reasonGiven ? null : 'ending-missing',
  'term-passed': (facts, to, now) => {
    if (to === 'closed' && !facts.answered && !facts.referred) return 'ending-missing'
    const days = facts.state in terms ? terms[facts.state as keyof typeof terms] : Infinity
    return now.getTime() - facts.stateSince.getTime() >= days * dayMs ? null : 'too-early'
  },
}

/** @returns the move from one state to another for who does it; null when the table has none. */
export const findMove = (from: State, to: State, who: Doing): Move | null =>
  moves.find((each) => each.from === from && each.to === to && each.who === who) ?? null

/** Why a request may not go to a state. Every action asks this before it writes; null means it may. */
export function whyNotMove(facts: RequestFacts, to: State, who: Doing, now: Date): MoveRefusal | null {
  const found = findMove(facts.state, to, who)
  return found === null ? 'no-such-move' : refusals[found.condition](facts, to, now)
}

/** What somebody can choose now; forbidden moves are not offered. */
export const openMoves = (facts: RequestFacts, who: Doing, now: Date): readonly State[] =>
  states.filter((to) => whyNotMove(facts, to, who, now) === null)

/** Moves that the table knows from here, also those whose condition is not met yet. */
export const movesFrom = (from: State, who: Doing): readonly Move[] =>
  moves.filter((each) => each.from === from && each.who === who)

/** Months after the end of a request until it is forgotten; `aside` for what was withdrawn or fell silent. */
export const keptMonths = { answered: 24, aside: 12 } as const

/**
 * Until when a request is kept: 7 days unconfirmed; after its end 24 months, or 12 when it was withdrawn or fell silent.
 * @returns null while the request runs: it is not forgotten then
 */
export function forgetAfter(state: State, now: Date): Date | null {
  if (state === 'unconfirmed') return new Date(now.getTime() + terms.unconfirmed * dayMs)
  if (!hasEnded(state)) return null
  const until = new Date(now)
  until.setUTCMonth(
    until.getUTCMonth() + (state === 'withdrawn' || state === 'expired' ? keptMonths.aside : keptMonths.answered),
  )
  return until
}

/** The table as the README prints it. */
export const movesAsMarkdown = (): string =>
  [
    '| from | to | who | condition | mail |',
    '|---|---|---|---|---|',
    ...moves.map(({ from, to, who, condition, mail }) => `| ${from} | ${to} | ${who} | ${condition} | ${mail} |`),
  ].join('\n')
