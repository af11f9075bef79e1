import { newCode } from '../../lib/crypto/tokens.ts'

/** So many wrong codes in a row, and then a wait. */
export const triesBeforeWait = 5
const waitMinutes = 15
export const recoveryCodeCount = 8

export type Tries = { readonly tries: number; readonly waitUntil: Date | null }

/** @returns until when no code is looked at; null when one may try now. */
export const waitingUntil = ({ waitUntil }: Tries, now: Date): Date | null =>
  waitUntil !== null && waitUntil > now ? waitUntil : null

/** What a wrong code leads to: one try fewer, or after the fifth a wait. */
export function afterWrongCode({ tries }: Tries, now: Date): Tries {
  return tries + 1 >= triesBeforeWait
    ? { tries: 0, waitUntil: new Date(now.getTime() + waitMinutes * 60_000) }
    : { tries: tries + 1, waitUntil: null }
}

/** What matters most is done with a second factor that is not older. */
export const freshMinutes = 5

/** Whether a second factor that was given at a moment still counts as fresh; null: none was given in this session. */
export const isFresh = (at: Date | null, now: Date): boolean =>
  at !== null && now.getTime() - at.getTime() <= freshMinutes * 60_000

/** Fresh recovery codes: eight characters each, none twice. */
export function newRecoveryCodes(): readonly string[] {
  const codes = new Set<string>()
  while (codes.size < recoveryCodeCount) codes.add(newCode(8))
  return [...codes]
}

/** "ABCD-EFGH": easier to read and to type over. */
export const inHalves = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`
