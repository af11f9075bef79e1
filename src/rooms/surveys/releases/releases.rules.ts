type Proposal = {
  readonly proposed_by: string | null
  readonly outcome: 'released' | 'refused' | null
  readonly withdrawn_at: Date | null
  readonly number: number
}

/** Two people let out: whoever proposed a release never decides about it. */
export function whyNotDecided(proposal: Proposal, by: string): 'release-decided' | 'own-release' | null {
  if (proposal.outcome !== null) return 'release-decided'
  return proposal.proposed_by === by ? 'own-release' : null
}

/**
 * Answers of one organisation stand in several waves, so each release was audited with what was out when it was proposed. What
 * came out since it was not. An old poll has no answers to give away.
 */
export const isOvertaken = (
  proposal: { readonly wave_id: string | null; readonly proposed_at: Date },
  lastOut: Date | null,
): boolean => proposal.wave_id !== null && lastOut !== null && lastOut >= proposal.proposed_at

/** @param lastOut the number of the release of this wave that was let out last */
export function whyNotWithdrawn(proposal: Proposal, lastOut: number): 'release-not-out' | null {
  return proposal.outcome === 'released' && proposal.withdrawn_at === null && proposal.number === lastOut
    ? null
    : 'release-not-out'
}
