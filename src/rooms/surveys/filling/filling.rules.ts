import type { State } from '../waves/waves.states.rules.ts'

const dayMs = 86_400_000
/** What was filled in and never sent can be read so many days after the wave closed; then it goes. */
export const draftDays = 30

/** Whether a sheet can still be changed and sent, and if not, why. What was typed is kept either way. */
export const whyNotFilled = (filling: {
  readonly sheet: { readonly sentAt: Date | null }
  readonly wave: { readonly state: State }
}): 'sent' | 'closed' | null => {
  if (filling.sheet.sentAt !== null) return 'sent'
  return filling.wave.state === 'pilot' || filling.wave.state === 'open' ? null : 'closed'
}

/** Until when a link of a wave works: as long as a draft is kept after the last day; half a year while no day is set. */
export const linkEnd = (closes: Date | null, now: Date): Date =>
  new Date(closes === null ? now.getTime() + 180 * dayMs : closes.getTime() + (draftDays + 1) * dayMs)

/** Whether a part of an address or a form can be the number of something here at all. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
