import { createHmac } from 'node:crypto'

/**
 * Under which name an organisation answers in a series: the same in every wave, and not to be traced back without the key
 * of the series. HMAC-SHA-256 over the reference, in hexadecimal.
 * @param reference as the frame gives it: exactly the same text in every wave
 */
export const pseudonymOf = (seriesKey: Buffer, reference: string): string =>
  createHmac('sha256', seriesKey).update(reference.normalize('NFC'), 'utf8').digest('hex')
