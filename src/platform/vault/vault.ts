import type { Generated } from 'kysely'
import { createHmac, hkdfSync } from 'node:crypto'
import {
  newDataKey,
  rewrapDataKey,
  seal,
  SealBroken,
  sealedWith,
  unseal,
  unsealText,
  unwrapDataKey,
  wrapDataKey,
  type DataKey,
  type Place,
} from '../../lib/crypto/sealed.ts'
import type { KeyEncryptionKey, Keys } from '../../lib/crypto/keyFile.ts'
import type { Tx } from '../db/database.ts'

/** Whose words a data key seals: `request:<id>` or `person:<id>`. */
export type Holder = `${string}:${string}`

/**
 * Seals and opens what belongs to one holder. `field` is the place of the text: `advice_requests.question`, or with its row
 * (`advice_messages.body:<id>`) where one holder has many, so that two rows cannot be exchanged. No `|` in it.
 */
export type Sealer = {
  readonly holder: Holder
  /** @returns the text, readable only with this holder's key and only in this field. */
  seal(field: string, text: string): Buffer
  /** Throws when the bytes were sealed for another holder or field, or were changed. */
  open(field: string, sealed: Buffer): string
  /** The same for what is no text: a file. */
  sealBytes(field: string, bytes: Uint8Array): Buffer
  openBytes(field: string, sealed: Buffer): Buffer
}

/** Keeps the data keys: one per holder, wrapped by the key file. */
export type Vault = {
  /** Makes the holder's key, or finds the one that was made before. */
  makeKey(tx: Tx, holder: Holder): Promise<Sealer>
  /** The same for many holders, in two questions. */
  makeKeys(tx: Tx, holders: readonly Holder[]): Promise<ReadonlyMap<Holder, Sealer>>
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
  /**
   * A key of 32 bytes for one purpose, derived from the oldest key of the key file: it stays the same when that file gets
   * a newer key, so what was signed or indexed with it stays findable. Keep the oldest key in the file.
   */
  derive(purpose: string): Buffer
  /** Wraps at most `batch` data keys anew with the newest key of the key file. Worker's door only. @returns how many. */
  rotate(tx: Tx, batch: number): Promise<number>
}

// A holder has one data key for life; only its wrapping is renewed.
const dataKeyVersion = 1

/** @returns the vault that the keys of a key file open. Nothing of it is remembered between questions: a forgotten key is gone at once. */
export function openVault(keys: Keys): Vault {
  const oldest = [...keys.all.values()].reduce((a, b) => (b.version < a.version ? b : a))
  const wrapped = (holder: Holder, bytes: Buffer) =>
    sealerWith(holder, unwrapDataKey(bytes, dataKeyVersion, holder, keys))

  const sealersOf = async (tx: Tx, holders: readonly Holder[]): Promise<ReadonlyMap<Holder, Sealer>> => {
    if (holders.length === 0) return new Map()
    const rows = await tx
      .selectFrom('platform_data_keys')
      .select(['holder', 'wrapped'])
      .where('holder', 'in', holders)
      .execute()
    const found = new Map(rows.map((row) => [row.holder, row.wrapped]))
    return new Map(
      holders.flatMap((holder) => {
        const bytes = found.get(holder)
        return bytes === undefined ? [] : [[holder, wrapped(holder, bytes)] as const]
      }),
    )
  }
  const sealerOf = async (tx: Tx, holder: Holder) => (await sealersOf(tx, [holder])).get(holder) ?? null

  const makeKeys = async (tx: Tx, holders: readonly Holder[]) => {
    if (holders.length === 0) return new Map<Holder, Sealer>()
    await tx
      .insertInto('platform_data_keys')
      .values(
        holders.map((holder) => ({
          holder,
          wrapped: wrapDataKey(newDataKey(dataKeyVersion), holder, keys),
          key_version: keys.current.version,
        })),
      )
      .onConflict((conflict) => conflict.column('holder').doNothing())
      .execute()
    // Read back rather than trusted: somebody else may have been first.
    return sealersOf(tx, holders)
  }

  return {
    sealersOf,
    sealerOf,
    makeKeys,
    async makeKey(tx, holder) {
      const sealer = (await makeKeys(tx, [holder])).get(holder)
      if (sealer === undefined) throw new Error('the data key that was just made is not there')
      return sealer
    },
    async forget(tx, holder) {
      const gone = await tx.deleteFrom('platform_data_keys').where('holder', '=', holder).executeTakeFirst()
      return gone.numDeletedRows > 0n
    },
    derive: (purpose) => derived(oldest, `derive|${purpose}`),
    blindIndex: (purpose, value) =>
      createHmac('sha256', derived(oldest, `index|${purpose}`))
        .update(value, 'utf8')
        .digest(),
    sealSystem: (purpose, id, text) => seal(text, systemKey(keys.current, purpose), systemPlace(purpose, id)),
    openSystem(purpose, id, sealed) {
      const key = keys.all.get(sealedWith(sealed))
      if (key === undefined) throw new SealBroken('other-key-version')
      return unsealText(sealed, systemKey(key, purpose), systemPlace(purpose, id))
    },
    async rotate(tx, batch) {
      const rows = await tx
        .selectFrom('platform_data_keys')
        .select(['holder', 'wrapped'])
        .where('key_version', '<>', keys.current.version)
        .orderBy('holder')
        .limit(batch)
        .forUpdate()
        .skipLocked()
        .execute()
      for (const { holder, wrapped: bytes } of rows) {
        const anew = rewrapDataKey(bytes, dataKeyVersion, holder, keys) ?? bytes
        await tx
          .updateTable('platform_data_keys')
          .set({ wrapped: anew, key_version: keys.current.version })
          .where('holder', '=', holder)
          .execute()
      }
      return rows.length
    },
  }
}

const sealerWith = (holder: Holder, key: DataKey): Sealer => {
  const placeOf = (field: string): Place => ({ table: 'held', column: field, row: holder, subject: holder })
  return {
    holder,
    seal: (field, text) => seal(text, key, placeOf(field)),
    open: (field, sealed) => unsealText(sealed, key, placeOf(field)),
    sealBytes: (field, bytes) => seal(bytes, key, placeOf(field)),
    openBytes: (field, sealed) => unseal(sealed, key, placeOf(field)),
  }
}

/** HKDF-SHA-256 (RFC 5869): one key per purpose, from a key of the key file. */
const derived = (key: KeyEncryptionKey, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key.bytes, Buffer.alloc(0), `ervaringsplein|${purpose}`, 32))

const systemKey = (key: KeyEncryptionKey, purpose: string): DataKey => ({
  version: key.version,
  bytes: derived(key, `system|${purpose}`),
})
const systemPlace = (purpose: string, id: string): Place => ({
  table: 'system',
  column: purpose,
  row: id,
  subject: 'system',
})

declare module '../db/tables.ts' {
  interface Tables {
    platform_data_keys: {
      holder: string
      wrapped: Buffer
      /** The version of the key in the key file that wraps it. */
      key_version: number
      made_at: Generated<Date>
    }
  }
}
