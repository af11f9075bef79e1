import type { Tx } from '../../platform/db/database.ts'
import type { Label } from '../../lib/words.ts'
import './tables.ts'

/** A term with the words that the plein works with on a day, to be kept as they were. */
export type Meaning = {
  readonly id: string
  readonly slug: string
  readonly label: Label
  readonly definition: Label
}

/**
 * What these terms mean now: their labels and working definitions, in the order of the list of terms.
 * An id that is no term is left out; a retired term still has its meaning.
 */
export async function meaningsOf(tx: Tx, ids: readonly string[]): Promise<readonly Meaning[]> {
  if (ids.length === 0) return []
  return tx
    .selectFrom('square.terms')
    .select(['id', 'slug', 'label', 'definition'])
    .where('id', 'in', [...ids])
    .orderBy('position')
    .execute()
}
