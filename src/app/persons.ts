import type { Tx } from '../platform/db/database.ts'
import { record } from '../platform/diary.ts'
import type { Vault } from '../platform/vault/vault.ts'
import { rooms as allRooms } from './rooms.ts'

/** Everything that all rooms hold about a person, by room; plain JSON. At the worker's door. */
export async function exportOf(
  tx: Tx,
  vault: Vault,
  person: string,
  now: Date,
): Promise<{ person: string; madeAt: string; rooms: Record<string, Readonly<Record<string, unknown>>> }> {
  const rooms: Record<string, Readonly<Record<string, unknown>>> = {}
  for (const { name, exportPerson } of allRooms) if (exportPerson) rooms[name] = await exportPerson(tx, vault, person)
  await record(tx, 'platform.copy-made', person, now)
  return { person, madeAt: now.toISOString(), rooms }
}

/**
 * Erases a person in every room, in one transaction: first the rooms that lean on others, at last the account and the data
 * key. Nobody there: nothing happens. At the worker's door.
 */
export async function eraseEverywhere(tx: Tx, vault: Vault, person: string, now: Date): Promise<void> {
  for (const { erasePerson } of allRooms.toReversed()) await erasePerson?.(tx, vault, person, now)
}

/** Which person an operator means: an id, or an address. @returns null when nobody is there. */
export async function findPerson(tx: Tx, find: (address: string) => Promise<string | null>, who: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(who)) return find(who)
  const row = await tx
    .selectFrom('accounts_persons')
    .select('id')
    .where('id', '=', who.toLowerCase())
    .executeTakeFirst()
  return row?.id ?? null
}
