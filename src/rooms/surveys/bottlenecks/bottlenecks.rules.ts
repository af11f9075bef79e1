import { slugOf } from '../../../lib/text/slug.ts'

/** The path word of a bottleneck: its Dutch name without accents and signs. */
export const slugOfBottleneck = (title: string): string => slugOf(title.replace(/['’]/g, ''), 90) || 'knelpunt'

const months = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit' })

/** The first day of the month in Amsterdam: a report keeps no closer date. */
export const monthOf = (now: Date): string => `${months.format(now)}-01`
