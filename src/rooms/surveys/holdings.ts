import type { DataEntry } from '../../platform/room.ts'

/** Which researcher did something: kept with what was done, and forgotten with the account. */
export const byResearcher = (column: `surveys_${string}.${string}`, purpose: string): DataEntry => ({
  column,
  class: 'personal',
  purpose,
  keep: 'as long as the account',
})
