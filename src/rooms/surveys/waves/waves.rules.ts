import type { StatusTone } from '../../../ui/status.tsx'
import type { State } from './waves.states.rules.ts'

/** How a state looks in a list; its words say the same. */
export const stateTone: Readonly<Record<State, StatusTone>> = {
  design: 'neutral',
  pilot: 'neutral',
  open: 'active',
  closed: 'warning',
  cleaned: 'warning',
  published: 'success',
}

/** A day as it is written on pages: noon, so that it is the same day everywhere in the country. */
export const asDate = (day: string): Date => new Date(`${day}T12:00:00Z`)

/** The name in addresses of the next wave in a year; null when that year is full. */
export const slugIn = (year: number, taken: ReadonlySet<string>): string | null =>
  [String(year), ...Array.from({ length: 8 }, (_, at) => `${year}-${at + 2}`)].find((each) => !taken.has(each)) ?? null
