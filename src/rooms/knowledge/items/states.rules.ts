export const states = ['concept', 'in-redaction', 'waiting-for-consent', 'ready', 'published', 'withdrawn'] as const
export type State = (typeof states)[number]

/** Who moves an item: an editor of a steward, or somebody whose yes it needs. */
export type Doing = 'editor' | 'giver'

/** What must be so before an item may move. */
export type Condition =
  | 'nothing-more'
  | 'text-complete'
  | 'marks-decided'
  | 'marks-decided-nobody-to-ask'
  | 'everyone-said-yes'
  | 'reason-given'
  | 'yes-taken-back'

export type Move = { readonly from: State; readonly to: State; readonly who: Doing; readonly condition: Condition }

const move = (from: State, to: State, who: Doing, condition: Condition): Move => ({ from, to, who, condition })

/** Every move there is. What is not here cannot happen. The README of this room prints it. */
export const moves: readonly Move[] = [
  move('concept', 'in-redaction', 'editor', 'text-complete'),
  move('in-redaction', 'waiting-for-consent', 'editor', 'marks-decided'),
  move('in-redaction', 'ready', 'editor', 'marks-decided-nobody-to-ask'),
  move('waiting-for-consent', 'ready', 'giver', 'everyone-said-yes'),
  move('waiting-for-consent', 'ready', 'editor', 'everyone-said-yes'),
  move('ready', 'published', 'editor', 'everyone-said-yes'),

  // Other words begin anew; the square keeps what everyone said yes to until the new words are published.
  move('in-redaction', 'concept', 'editor', 'nothing-more'),
  move('waiting-for-consent', 'concept', 'editor', 'nothing-more'),
  move('ready', 'concept', 'editor', 'nothing-more'),
  move('published', 'concept', 'editor', 'nothing-more'),
  move('withdrawn', 'concept', 'editor', 'nothing-more'),

  move('concept', 'withdrawn', 'editor', 'reason-given'),
  move('in-redaction', 'withdrawn', 'editor', 'reason-given'),
  move('waiting-for-consent', 'withdrawn', 'editor', 'reason-given'),
  move('ready', 'withdrawn', 'editor', 'reason-given'),
  move('published', 'withdrawn', 'editor', 'reason-given'),

  move('ready', 'waiting-for-consent', 'giver', 'yes-taken-back'),
  move('published', 'withdrawn', 'giver', 'yes-taken-back'),
  move('concept', 'withdrawn', 'giver', 'yes-taken-back'),
  move('in-redaction', 'withdrawn', 'giver', 'yes-taken-back'),
  move('waiting-for-consent', 'withdrawn', 'giver', 'yes-taken-back'),
  move('ready', 'withdrawn', 'giver', 'yes-taken-back'),
]

/** What the rules need to know of an item: whether texts are there, never the texts. */
export type ItemFacts = {
  readonly state: State
  readonly titled: boolean
  readonly summarised: boolean
  readonly written: boolean
  readonly typed: boolean
  readonly themed: boolean
  /** Marks of the words as they are now without a decision. */
  readonly openMarks: number
  /** People whose yes is needed and does not stand for these words. */
  readonly missingYeses: number
  readonly reasonGiven: boolean
  /** A version stands on the square. */
  readonly onSquare: boolean
}

export type MoveRefusal =
  | 'no-such-move'
  | 'text-incomplete'
  | 'marks-open'
  | 'yes-missing'
  | 'nobody-missing'
  | 'reason-missing'

const refusals: Readonly<Record<Condition, (facts: ItemFacts) => MoveRefusal | null>> = {
  'nothing-more': () => null,
  'text-complete': (facts) =>
    facts.titled && facts.summarised && facts.written && facts.typed && facts.themed ? null : 'text-incomplete',
  'marks-decided': (facts) => (facts.openMarks > 0 ? 'marks-open' : facts.missingYeses === 0 ? 'nobody-missing' : null),
  'marks-decided-nobody-to-ask': (facts) =>
    facts.openMarks > 0 ? 'marks-open' : facts.missingYeses > 0 ? 'yes-missing' : null,
  'everyone-said-yes': (facts) => (facts.openMarks > 0 ? 'marks-open' : facts.missingYeses > 0 ? 'yes-missing' : null),
  'reason-given': (facts) => (facts.reasonGiven ? null : 'reason-missing'),
  'yes-taken-back': () => null,
}

/** Why an item may not go to a state. Every action asks this before it writes; null means it may. */
export function whyNotMove(facts: ItemFacts, to: State, who: Doing): MoveRefusal | null {
  const found = moves.find((each) => each.from === facts.state && each.to === to && each.who === who)
  return found === undefined ? 'no-such-move' : refusals[found.condition](facts)
}

/** Whether the words may be changed now; anywhere else than here they go back to a concept first. */
export const isBeingWritten = (state: State) => state === 'concept' || state === 'in-redaction'

/** The table as the README prints it. */
export const movesAsMarkdown = (): string =>
  [
    '| from | to | who | condition |',
    '|---|---|---|---|',
    ...moves.map(({ from, to, who, condition }) => `| ${from} | ${to} | ${who} | ${condition} |`),
  ].join('\n')

/** How many items a list of an editor shows at once. */
export const listSize = 50
