import type { Tx } from '../../platform/db/database.ts'
import type { Room } from '../../platform/room.ts'
import type { Vault } from '../../platform/vault/vault.ts'

/**
 * What one noun of this room brings into the house; `room.ts` puts them together. Absence means that it brings none.
 * `exportPerson` gives parts of the copy under names that no other noun uses.
 */
export type Noun = Partial<Pick<Room, 'routes' | 'jobs' | 'retention' | 'dataMap' | 'constraints' | 'menu'>> & {
  readonly exportPerson?: (tx: Tx, vault: Vault, person: string) => Promise<Readonly<Record<string, unknown>>>
  readonly erasePerson?: (tx: Tx, vault: Vault, person: string, now: Date) => Promise<void>
}
