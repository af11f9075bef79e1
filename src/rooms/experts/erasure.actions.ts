import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { findBoundary, findProfile, listViewings } from './profile.sql.ts'

const allViewings = 10_000

/** What this room holds about a person, for the person. */
export async function exportPerson(tx: Tx, vault: Vault, person: string): Promise<Readonly<Record<string, unknown>>> {
  const profile = await findProfile(tx, vault, person)
  if (profile === null) return {}
  const { shownName, wishes, maxRunning, pause } = profile
  return {
    shownName,
    ...wishes,
    maxRunning,
    pause,
    ratherNot: await findBoundary(tx, vault, person),
    viewings: await listViewings(tx, person, allViewings),
  }
}

/** Erases the profile, its limits and the list of viewings. At the worker's door. Nobody there: nothing happens. */
export async function erasePerson(tx: Tx, _vault: Vault, person: string, now: Date): Promise<void> {
  const gone = await tx.deleteFrom('experts_profiles').where('person_id', '=', person).executeTakeFirst()
  if (gone.numDeletedRows > 0n) await record(tx, 'experts.profile-erased', person, now)
}
