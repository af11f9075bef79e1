import { withoutAtEnd } from '../text/ends.ts'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const stepSeconds = 30
const base32Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** @returns a secret of 160 bits, the length of the hash (RFC 4226, 4). */
export const newTotpSecret = (): Buffer => randomBytes(20)

/** @returns which half minute since 1970 this moment is in (RFC 6238, T with T0 = 0 and X = 30). */
export const totpStep = (now: Date): number => Math.floor(now.getTime() / 1000 / stepSeconds)

/** @returns the one-time code of a step. HOTP with SHA-1, RFC 4226 5.3; the step as counter, RFC 6238 4.2. */
export function totpCode(secret: Uint8Array, step: number, digits: 6 | 8 = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const offset = hash.readUInt8(hash.length - 1) & 0xf
  const number = hash.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/**
 * Compares a typed code with the codes of the last, the present and the next half minute.
 * @param after the last step this person used: it and older ones no longer count, so that a code seen over a shoulder
 * cannot be used again. Absent: nothing was used yet.
 * @returns the step that matched, to be stored as the new `after`; null when none did.
 */
export function matchTotp(secret: Uint8Array, typed: unknown, now: Date, after: number | null = null): number | null {
  const code = typeof typed === 'string' ? typed.replace(/\s/g, '') : ''
  if (!/^\d{6}$/.test(code)) return null
  const present = totpStep(now)
  let matched: number | null = null
  // All three are always computed: the time taken does not tell which one it was.
  for (const step of [present + 1, present - 1, present]) {
    const same = step >= 0 && timingSafeEqual(Buffer.from(totpCode(secret, step)), Buffer.from(code))
    if (same && (after === null || step > after)) matched = step
  }
  return matched
}

/** @returns the bytes in base32 without padding (RFC 4648, 6), as authenticator apps take it. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => base32Letters.charAt(parseInt(five.padEnd(5, '0'), 2))).join('')
}

/** @returns the bytes of a base32 text, spaces, small letters and padding allowed; null when it is not base32. */
export function fromBase32(text: string): Buffer | null {
  const letters = withoutAtEnd(text.replace(/[\s-]/g, ''), '=').toUpperCase()
  if (!/^[A-Z2-7]*$/.test(letters) || [1, 3, 6].includes(letters.length % 8)) return null
  const bits = [...letters].map((letter) => base32Letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)))
}

/** @returns the address behind the QR code that an authenticator app scans. */
export function otpauthUri(secret: Uint8Array, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`
}
