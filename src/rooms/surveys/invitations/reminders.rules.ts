const dayMs = 86_400_000

/** So many reminders at most; the database holds it too. */
export const mostReminders = 2
/** A reminder comes this many days after the letter before it. */
export const reminderAfterDays = 7

/** What is known of an invitation when somebody might be reminded. */
export type Invited = {
  readonly invitedAt: Date
  readonly reminders: number
  readonly remindedAt: Date | null
  readonly answered: boolean
  readonly declined: boolean
  readonly bounced: boolean
  /** The last day of the wave, from its beginning. */
  readonly closes: Date | null
}

/** Why somebody is not reminded now; null means that a reminder is due. */
export function whyNotReminded(
  invited: Invited,
  now: Date,
): 'answered' | 'declined' | 'bounced' | 'enough' | 'too-early' | 'too-late' | null {
  if (invited.answered) return 'answered'
  if (invited.declined) return 'declined'
  if (invited.bounced) return 'bounced'
  if (invited.reminders >= mostReminders) return 'enough'
  const last = invited.remindedAt ?? invited.invitedAt
  if (now.getTime() - last.getTime() < reminderAfterDays * dayMs) return 'too-early'
  if (invited.closes !== null && now.getTime() >= invited.closes.getTime()) return 'too-late'
  return null
}
