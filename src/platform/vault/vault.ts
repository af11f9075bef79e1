import type { Tx } from '../db/database.ts'

/** Whose words a data key seals: `request:<id>` or `person:<id>`. */
export type Holder = `${string}:${string}`

/** Seals and opens what belongs to one holder. `field` is the place of the text (`advice_requests.question`). */
export type Sealer = {
  readonly holder: Holder
  /** @returns the text, readable only with this holder's key and only in this field. */
  seal(field: string, text: string): Buffer
  /** Throws when the bytes were sealed for another holder or field, or were changed. */
  open(field: string, sealed: Buffer): string
}

/** Keeps the data keys: one per holder, wrapped by the key file. */
export type Vault = {
  /** Makes the holder's key, or finds the one that was made before. */
  makeKey(tx: Tx, holder: Holder): Promise<Sealer>
  /** @returns null when the holder has no key: it never had one, or was forgotten. */
  sealerOf(tx: Tx, holder: Holder): Promise<Sealer | null>
  /** The sealers of many holders in one question; a holder without a key is absent. */
  sealersOf(tx: Tx, holders: readonly Holder[]): Promise<ReadonlyMap<Holder, Sealer>>
  /** Destroys the key: what it sealed can never be read again. Worker's door only. @returns false when there was none. */
  forget(tx: Tx, holder: Holder): Promise<boolean>
  /** A keyed hash of 32 bytes, to look up a value (an e-mail address) that is stored sealed. The caller normalises it first. */
  blindIndex(purpose: string, value: string): Buffer
  /** Seals what belongs to no holder (a letter in the outbox) with a key of the key file itself. */
  sealSystem(purpose: string, id: string, text: string): Buffer
  /** Throws when the bytes were sealed for another purpose or id, or were changed. */
  openSystem(purpose: string, id: string, sealed: Buffer): string
  /** Wraps at most `batch` data keys anew with the newest key of the key file. Worker's door only. @returns how many. */
  rotate(tx: Tx, batch: number): Promise<number>
}
