/** What a seat says of a proposal. */
export const choices = ['yes', 'no', 'abstain'] as const
export type Choice = (typeof choices)[number]

/** How a proposal ended. `replaced`: the same thing was proposed anew in a newer version. */
export type Outcome = 'accepted' | 'refused' | 'replaced'

/** How the votes stand now. */
export type Tally = {
  readonly yes: number
  readonly no: number
  readonly abstain: number
  /** Seats that have not answered. */
  readonly waiting: number
  /** Somebody who does not work for the proposing organisation said yes. */
  readonly independent: boolean
}

/** What must be known of a proposal to decide on it. */
export type Decidable = {
  readonly outcome: Outcome | null
  readonly deadline: Date
  readonly proposedBy: string | null
}

/** Days that seats have to vote. */
export const votingDays = 14

export const deadlineFrom = (opened: Date): Date => new Date(opened.getTime() + votingDays * 86_400_000)

export type NotDecidable =
  | 'decided-already'
  | 'own-proposal'
  | 'still-voting'
  | 'expert-yes-missing'
  | 'more-yes-needed'

/**
 * Whether this person may write this decision down now. Everybody who holds a seat gets the time to answer; what is
 * accepted needs the yes of an expert who does not work for the proposer, and more yes than no among the seats.
 */
export function whyNotDecided(
  proposal: Decidable,
  tally: Tally,
  decision: { readonly outcome: 'accepted' | 'refused'; readonly by: string | null },
  now: Date,
): NotDecidable | null {
  if (proposal.outcome !== null) return 'decided-already'
  if (decision.by !== null && decision.by === proposal.proposedBy) return 'own-proposal'
  if (tally.waiting > 0 && now < proposal.deadline) return 'still-voting'
  if (decision.outcome === 'refused') return null
  if (!tally.independent) return 'expert-yes-missing'
  return tally.yes > tally.no ? null : 'more-yes-needed'
}
