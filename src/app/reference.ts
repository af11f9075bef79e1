import type { Tx } from '../platform/db/database.ts'

/**
 * Puts the reference data of the rooms into the database, or brings it up to date: terms, municipalities, regions.
 * Runs at every migration; the same data changes nothing.
 */
export async function loadReference(_tx: Tx): Promise<void> {}

/** Changes with the data, so that a template of the tests is made anew. */
loadReference.version = '1'
