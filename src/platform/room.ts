import type { Words } from '../lib/words.ts'
import type { Tx } from './db/database.ts'
import type { Actor } from './http/access.ts'
import type { Route } from './http/routes.ts'
import type { RoomJobs } from './jobs/jobs.ts'
import type { RetentionRule } from './jobs/retention.ts'
import type { Constraints } from './problems.ts'
import type { Vault } from './vault/vault.ts'

/** What one column holds about people: its class, why we have it, how long, and where copies of it go. */
export type DataEntry = {
  readonly column: `${string}.${string}`
  readonly class: 'none' | 'personal' | 'special' | 'secret'
  readonly purpose: string
  readonly keep: string
  readonly copies?: readonly string[]
  /** What is left of it when the person is erased, and why. Absent: nothing that says whose it was. */
  readonly afterErasure?: string
  /** Why the copy that people get of themselves (`export-person`) goes without it. */
  readonly notInCopy?: string
}

/** What the house must know of a room. */
export type Room = {
  readonly name: string
  readonly routes: readonly Route[]
  readonly constraints?: Constraints
  readonly jobs?: RoomJobs
  readonly menu?: readonly {
    readonly path: string
    readonly label: Words<string>
    readonly shownTo: (actor: Actor) => boolean
  }[]
  readonly retention?: readonly RetentionRule[]
  readonly dataMap: readonly DataEntry[]
  /** Everything the room holds about a person, for the person; plain JSON. */
  readonly exportPerson?: (tx: Tx, vault: Vault, person: string) => Promise<Readonly<Record<string, unknown>>>
  /** Erases what the room holds about a person, in the transaction of the erasure. */
  readonly erasePerson?: (tx: Tx, vault: Vault, person: string, now: Date) => Promise<void>
}
