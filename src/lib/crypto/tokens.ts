import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** @returns a secret of 256 random bits in 43 characters that may stand in an address. Only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** @returns whether this has the shape of a token, so that nothing else needs to be looked up. */
export const isToken = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{43}$/.test(value)

/** @returns the SHA-256 of a token or code, 32 bytes: what is stored and looked up. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest()

/** @returns whether two hashes are the same, in a time that does not depend on where they differ. */
export const sameHash = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b)

// Without vowels no code reads as a word; without 0 1 2 5 8 B I L O S U Z no character is taken for another.
const letters = '34679CDFGHJKMNPQRTVWXY'

/**
 * @param length 6 to 8. Eight characters are 35 bits: enough only beside a limit on attempts and an end date.
 * @returns a code that people can read aloud and type over.
 */
export function newCode(length = 8): string {
  if (!Number.isInteger(length) || length < 6 || length > 8) throw new RangeError('A code has 6 to 8 characters')
  return Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('')
}

/** @returns the code as it was made, whatever spaces, hyphens and small letters were typed; null when it cannot be one. */
export function readCode(typed: unknown): string | null {
  if (typeof typed !== 'string' || typed.length > 40) return null
  const code = typed.replace(/[\s-]/g, '').toUpperCase()
  return code.length >= 6 && code.length <= 8 && [...code].every((letter) => letters.includes(letter)) ? code : null
}
