export const membershipRoles = ['member', 'editor'] as const
/** An editor publishes for the organisation; a member only belongs to it. */
export type MembershipRole = (typeof membershipRoles)[number]

/** Above this number of administrators a new one needs the yes of a second. */
const administratorsThatMayAddAlone = 1

/** One administrator may bring in the second alone; from then on two of them decide together. */
export const needsSecondYes = (permission: string, administrators: number): boolean =>
  permission === 'administrator' && administrators > administratorsThatMayAddAlone

/** Whoever proposed a new administrator, and whoever would become one, does not confirm it. */
export function whyNotConfirm(
  proposal: { readonly person: string; readonly proposedBy: string },
  by: string,
): 'own-proposal' | null {
  return proposal.proposedBy === by || proposal.person === by ? 'own-proposal' : null
}

/** A network without an administrator cannot help itself. */
export const whyNotWithdraw = (permission: string, administrators: number): 'last-administrator' | null =>
  permission === 'administrator' && administrators <= 1 ? 'last-administrator' : null
