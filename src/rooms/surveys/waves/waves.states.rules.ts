/** From the first sketch of a wave to its figures in public. */
export const states = ['design', 'pilot', 'open', 'closed', 'cleaned', 'published'] as const
export type State = (typeof states)[number]

/** Who moves a wave; `time` is the daily job, `release` the two people who let the figures out. */
export type Doing = 'researcher' | 'time' | 'release'

/** What must be so before a wave may move. */
export type Condition =
  | 'nothing-more'
  | 'questions-and-test-places'
  | 'all-is-fixed'
  | 'last-day-passed'
  | 'declared-and-decided'
  | 'two-released'

export type Move = {
  readonly from: State
  readonly to: State
  readonly who: Doing
  readonly condition: Condition
}

const move = (from: State, to: State, who: Doing, condition: Condition = 'nothing-more'): Move => ({
  from,
  to,
  who,
  condition,
})

/** Every move there is. What is not here cannot happen. The README of this room prints it. */
export const moves: readonly Move[] = [
  move('design', 'pilot', 'researcher', 'questions-and-test-places'),
  move('design', 'open', 'researcher', 'all-is-fixed'),
  move('pilot', 'design', 'researcher'),
  move('pilot', 'open', 'researcher', 'all-is-fixed'),
  move('open', 'closed', 'researcher'),
  move('open', 'closed', 'time', 'last-day-passed'),
  move('closed', 'cleaned', 'researcher', 'declared-and-decided'),
  move('cleaned', 'closed', 'researcher'),
  move('cleaned', 'published', 'release', 'two-released'),
]

/** What the rules need to know of a wave. Days are "2026-11-22", in Amsterdam. */
export type WaveFacts = {
  readonly state: State
  /** A version of the questionnaire was chosen. */
  readonly questions: boolean
  readonly opens: string | null
  readonly closes: string | null
  /** Organisations in the frame, and test places. */
  readonly places: number
  readonly trials: number
  /** There is a plan with at least one main question that stands in the questionnaire. */
  readonly planned: boolean
  /** Variables to weight on that are not known of every organisation in the frame. */
  readonly unknownMargins: number
  /** Earlier waves of which nobody has said whether this one can be compared with them. */
  readonly undeclared: number
  /** Sheets of one organisation too many, and sheets by the open link of which nobody said whose they are. */
  readonly undecided: number
  /** Two people released the figures. */
  readonly released: boolean
}

export type MoveRefusal =
  | 'no-such-move'
  | 'questions-missing'
  | 'test-places-missing'
  | 'days-missing'
  | 'days-passed'
  | 'frame-missing'
  | 'plan-missing'
  | 'margins-unknown'
  | 'still-running'
  | 'comparability-missing'
  | 'answers-undecided'
  | 'not-released'

const refusals: Readonly<Record<Condition, (facts: WaveFacts, today: string) => readonly MoveRefusal[]>> = {
  'nothing-more': () => [],
  'questions-and-test-places': (facts) => [
    ...(facts.questions ? [] : (['questions-missing'] as const)),
    ...(facts.trials > 0 ? [] : (['test-places-missing'] as const)),
  ],
  'all-is-fixed': (facts, today) => [
    ...(facts.questions ? [] : (['questions-missing'] as const)),
    ...(facts.places > 0 ? [] : (['frame-missing'] as const)),
    ...(facts.planned ? [] : (['plan-missing'] as const)),
    ...(facts.unknownMargins === 0 ? [] : (['margins-unknown'] as const)),
    ...(facts.opens === null || facts.closes === null
      ? (['days-missing'] as const)
      : facts.closes < today
        ? (['days-passed'] as const)
        : []),
  ],
  'last-day-passed': (facts, today) => (facts.closes !== null && facts.closes < today ? [] : ['still-running']),
  'declared-and-decided': (facts) => [
    ...(facts.undeclared === 0 ? [] : (['comparability-missing'] as const)),
    ...(facts.undecided === 0 ? [] : (['answers-undecided'] as const)),
  ],
  'two-released': (facts) => (facts.released ? [] : ['not-released']),
}

/** @returns the move from one state to another for who does it; null when the table has none. */
export const findMove = (from: State, to: State, who: Doing): Move | null =>
  moves.find((each) => each.from === from && each.to === to && each.who === who) ?? null

/** Everything that still stands in the way of a move, for a list of what to do; empty means it may. */
export function whatStopsMove(facts: WaveFacts, to: State, who: Doing, today: string): readonly MoveRefusal[] {
  const found = findMove(facts.state, to, who)
  return found === null ? ['no-such-move'] : refusals[found.condition](facts, today)
}

/** Why a wave may not go to a state. Every action asks this before it writes; null means it may. */
export const whyNotMove = (facts: WaveFacts, to: State, who: Doing, today: string): MoveRefusal | null =>
  whatStopsMove(facts, to, who, today)[0] ?? null

/** Moves that the table knows from here, also those whose condition is not met yet. */
export const movesFrom = (from: State, who: Doing): readonly Move[] =>
  moves.filter((each) => each.from === from && each.who === who)

/** The questionnaire, the frame and the plan can change without a trace: nobody has answered yet. */
export const isBeingMade = (state: State): boolean => state === 'design' || state === 'pilot'

/** The table as the README prints it. */
export const movesAsMarkdown = (): string =>
  [
    '| from | to | who | condition |',
    '|---|---|---|---|',
    ...moves.map(({ from, to, who, condition }) => `| ${from} | ${to} | ${who} | ${condition} |`),
  ].join('\n')
