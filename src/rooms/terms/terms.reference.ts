import { createHash } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { compose, type LiveTerm, type ShippedTerm } from './framework.rules.ts'
import { holdList, placeOnSquare, readNetwork } from './framework.sql.ts'
import { expertRoles, terms, themes } from './vocabulary.ts'
import './tables.ts'

const sensitiveOf = new Map<string, ShippedTerm['sensitive']>(themes.map((theme) => [theme.id, theme.sensitive]))
const processOf = new Map<string, ShippedTerm['process']>(expertRoles.map((role) => [role.id, role.process]))

const shipped: readonly ShippedTerm[] = terms.map((term) => ({
  ...term,
  sensitive: sensitiveOf.get(term.id) ?? null,
  process: processOf.get(term.id) ?? null,
}))

/** The terms as they are now: what ships, with what the network said on top. */
export const currentTerms = async (tx: Tx): Promise<readonly LiveTerm[]> => compose(shipped, await readNetwork(tx))

/** Brings the square up to date with what ships and what the network said. */
export async function publishTerms(tx: Tx): Promise<void> {
  await holdList(tx)
  await placeOnSquare(tx, await currentTerms(tx))
}

// Raised when the square holds more of a term than before, so that it is written anew.
const shape = 2

/** The terms that ship, for the square. `version` is a hash of what is in them. */
export const reference = {
  part: 'terms',
  version: createHash('sha256')
    .update(JSON.stringify([shape, shipped]))
    .digest('hex'),
  load: publishTerms,
}
