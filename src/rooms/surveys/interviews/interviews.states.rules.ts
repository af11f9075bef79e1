import { daysLater } from '../../../lib/days.ts'

/** From leaving an address to a talk that was held. */
export const interviewStates = [
  'left',
  'asked',
  'consented',
  'invited',
  'agreed',
  'declined',
  'no-answer',
  'held',
  'withdrawn',
] as const
export type InterviewState = (typeof interviewStates)[number]

/** Who moves it; `time` is a job. */
export type InterviewDoing = 'interviewee' | 'researcher' | 'time'

type Condition = 'nothing-more' | 'wave-closed' | 'offered-and-rested' | 'in-time' | 'reply-day-passed'

/** `erases`: the name and the address go with this move. */
export type InterviewMove = {
  readonly from: InterviewState
  readonly to: InterviewState
  readonly who: InterviewDoing
  readonly condition: Condition
  readonly erases: boolean
}

const move = (
  from: InterviewState,
  to: InterviewState,
  who: InterviewDoing,
  condition: Condition = 'nothing-more',
): InterviewMove => ({ from, to, who, condition, erases: ['declined', 'no-answer', 'withdrawn'].includes(to) })

/** Every move there is. What is not here cannot happen. The README of this room prints it. */
export const interviewMoves: readonly InterviewMove[] = [
  move('left', 'asked', 'time', 'wave-closed'),
  move('asked', 'consented', 'interviewee'),
  move('asked', 'withdrawn', 'interviewee'),
  move('consented', 'invited', 'researcher', 'offered-and-rested'),
  move('consented', 'withdrawn', 'interviewee'),
  move('invited', 'agreed', 'interviewee', 'in-time'),
  move('invited', 'declined', 'interviewee'),
  move('invited', 'withdrawn', 'interviewee'),
  move('invited', 'no-answer', 'time', 'reply-day-passed'),
  move('agreed', 'held', 'researcher'),
  move('agreed', 'withdrawn', 'interviewee'),
]

/** What the rules need to know. Days are "2026-11-22", in Amsterdam. */
export type InterviewFacts = {
  readonly state: InterviewState
  readonly waveClosed: boolean
  /** The proposal says what somebody gets. */
  readonly offered: boolean
  /** When the same address was asked for a talk last, in any poll. */
  readonly askedOn: string | null
  readonly replyBy: string | null
}

export type InterviewRefusal =
  | 'no-such-interview-move'
  | 'wave-still-open'
  | 'reward-missing'
  | 'asked-this-year'
  | 'reply-too-late'
  | 'reply-still-open'

/** Days in which nobody is asked for a second talk, in whatever poll. */
export const restDays = 365

/** Until which day somebody is left alone; null when they may be asked. */
export function restsUntil(askedOn: string | null, today: string): string | null {
  if (askedOn === null) return null
  const until = daysLater(askedOn, restDays)
  return until > today ? until : null
}

const refusals: Readonly<Record<Condition, (facts: InterviewFacts, today: string) => InterviewRefusal | null>> = {
  'nothing-more': () => null,
  'wave-closed': ({ waveClosed }) => (waveClosed ? null : 'wave-still-open'),
  'offered-and-rested': ({ offered, askedOn, waveClosed }, today) => {
    if (!waveClosed) return 'wave-still-open'
    if (!offered) return 'reward-missing'
    return restsUntil(askedOn, today) === null ? null : 'asked-this-year'
  },
  'in-time': ({ replyBy }, today) => (replyBy !== null && today <= replyBy ? null : 'reply-too-late'),
  'reply-day-passed': ({ replyBy }, today) => (replyBy !== null && replyBy < today ? null : 'reply-still-open'),
}

/** @returns the move from one state to another for who does it; null when the table has none. */
export const findInterviewMove = (from: InterviewState, to: InterviewState, who: InterviewDoing) =>
  interviewMoves.find((each) => each.from === from && each.to === to && each.who === who) ?? null

/** Why it may not go to a state. Every action asks this before it writes; null means it may. */
export function whyNotInterviewMove(
  facts: InterviewFacts,
  to: InterviewState,
  who: InterviewDoing,
  today: string,
): InterviewRefusal | null {
  const found = findInterviewMove(facts.state, to, who)
  return found === null ? 'no-such-interview-move' : refusals[found.condition](facts, today)
}

/** The table as the README prints it. */
export const interviewMovesAsMarkdown = (): string =>
  [
    '| from | to | who | condition | name and address |',
    '|---|---|---|---|---|',
    ...interviewMoves.map(
      ({ from, to, who, condition, erases }) =>
        `| ${from} | ${to} | ${who} | ${condition} | ${erases ? 'go at once' : 'stay'} |`,
    ),
  ].join('\n')
