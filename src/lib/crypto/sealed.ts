import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import type { Keys } from './keyFile.ts'

/** The place of one sealed value: which column of which row, and whose it is. */
export type Place = {
  readonly table: string
  readonly column: string
  readonly row: string
  readonly subject: string
}

/** The key of one subject (a person or a group). Versions count from 1 to 255. */
export type DataKey = { readonly version: number; readonly bytes: Uint8Array }

const ivBytes = 12
const tagBytes = 16
const overhead = 1 + ivBytes + tagBytes

/** Why a sealed value does not open. The message holds no content, key or place. */
export class SealBroken extends Error {
  readonly reason: 'too-short' | 'other-key-version' | 'changed-or-moved'
  constructor(reason: SealBroken['reason']) {
    super(`A sealed value does not open: ${reason}`)
    this.name = 'SealBroken'
    this.reason = reason
  }
}

/** @returns a fresh 256-bit key for one subject. */
export const newDataKey = (version = 1): DataKey => ({ version: checkedVersion(version), bytes: randomBytes(32) })

/**
 * Encrypts one field with AES-256-GCM as `version | iv | ciphertext | tag`: 29 bytes more than the text. The place and the
 * key's version are bound to it, so a value moved to another row, column, table or subject does not open.
 */
export const seal = (plain: string | Uint8Array, key: DataKey, place: Place): Buffer =>
  encrypt(typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain, key, boundTo(place, key.version))

/** @returns the bytes that were sealed in this place with this key. @throws SealBroken */
export const unseal = (sealed: Uint8Array, key: DataKey, place: Place): Buffer =>
  decrypt(sealed, key, boundTo(place, key.version))

/** @returns the text that was sealed in this place with this key. @throws SealBroken */
export const unsealText = (sealed: Uint8Array, key: DataKey, place: Place): string =>
  unseal(sealed, key, place).toString('utf8')

/** @returns the version of the key that sealed or wrapped these bytes. @throws SealBroken when they are too short. */
export function sealedWith(sealed: Uint8Array): number {
  const version = sealed[0]
  if (version === undefined || sealed.length < overhead) throw new SealBroken('too-short')
  return version
}

/** Encrypts a subject's data key with the current key-encryption key; bound to the subject and the data key's version. */
export const wrapDataKey = (key: DataKey, subject: string, keys: Keys): Buffer =>
  encrypt(key.bytes, keys.current, wrappedFor(subject, key.version, keys.current.version))

/**
 * Opens a wrapped data key with the key-encryption key that wrapped it, current or older.
 * @throws SealBroken, with 'other-key-version' when that key is not in the key file.
 */
export function unwrapDataKey(wrapped: Uint8Array, version: number, subject: string, keys: Keys): DataKey {
  const kek = keys.all.get(sealedWith(wrapped))
  if (kek === undefined) throw new SealBroken('other-key-version')
  return { version: checkedVersion(version), bytes: decrypt(wrapped, kek, wrappedFor(subject, version, kek.version)) }
}

/** @returns the same data key wrapped with the current key-encryption key; null when it is that already. */
export const rewrapDataKey = (wrapped: Uint8Array, version: number, subject: string, keys: Keys): Buffer | null =>
  sealedWith(wrapped) === keys.current.version
    ? null
    : wrapDataKey(unwrapDataKey(wrapped, version, subject, keys), subject, keys)

const boundTo = ({ table, column, row, subject }: Place, version: number) =>
  associated([table, column, row, subject, String(version)])

const wrappedFor = (subject: string, version: number, kekVersion: number) =>
  associated(['data-key', subject, String(version), String(kekVersion)])

function associated(parts: readonly string[]): Buffer {
  // With a separator inside a part two places could read the same.
  if (parts.some((part) => part === '' || part.includes('|')))
    throw new RangeError('A part of a place is empty or holds "|"')
  return Buffer.from(parts.join('|'), 'utf8')
}

function checkedVersion(version: number): number {
  if (!Number.isInteger(version) || version < 1 || version > 255) throw new RangeError('A key version is 1 to 255')
  return version
}

// Making the key ready costs four times as much as using it for a short text. It is forgotten with its bytes.
const readied = new WeakMap<Uint8Array, KeyObject>()
function ready(bytes: Uint8Array): KeyObject {
  const known = readied.get(bytes)
  if (known) return known
  const made = createSecretKey(bytes)
  readied.set(bytes, made)
  return made
}

function encrypt(plain: Uint8Array, key: DataKey, aad: Buffer): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', ready(key.bytes), iv, { authTagLength: tagBytes })
  cipher.setAAD(aad)
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(checkedVersion(key.version)), iv, text, cipher.getAuthTag()])
}

function decrypt(sealed: Uint8Array, key: DataKey, aad: Buffer): Buffer {
  if (sealedWith(sealed) !== key.version) throw new SealBroken('other-key-version')
  const tagAt = sealed.length - tagBytes
  const decipher = createDecipheriv('aes-256-gcm', ready(key.bytes), sealed.subarray(1, 1 + ivBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(aad)
  decipher.setAuthTag(sealed.subarray(tagAt))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + ivBytes, tagAt)), decipher.final()])
  } catch {
    throw new SealBroken('changed-or-moved')
  }
}
