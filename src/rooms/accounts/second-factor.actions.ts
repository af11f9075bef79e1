import { sql } from 'kysely'
import { base32, fromBase32, matchTotp, newTotpSecret } from '../../lib/crypto/totp.ts'
import { readCode } from '../../lib/crypto/tokens.ts'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import { makeSession, revokeProof, revokeSessions } from '../../platform/proofs.ts'
import type { Sealer, Vault } from '../../platform/vault/vault.ts'
import { fields, sealerOfPerson } from './persons.sql.ts'
import { afterWrongCode, newRecoveryCodes, waitingUntil } from './second-factor.rules.ts'

const recoveryHash = (vault: Vault, person: string, code: string) =>
  vault.blindIndex('recovery-code', `${person}|${code}`)

/** How the second factor of a person stands. `secret` only while the app is being linked. */
export type SecondFactor = {
  readonly state: 'off' | 'linking' | 'on'
  readonly since: Date | null
  readonly codesLeft: number
  readonly secret: Buffer | null
}

const columns = [
  'totp_sealed',
  'totp_confirmed_at',
  'totp_last_step',
  'recovery_hashes',
  'second_tries',
  'second_wait_until',
] as const

const openSecret = (sealer: Sealer, sealed: Buffer): Buffer => {
  const secret = fromBase32(sealer.open(fields.totp, sealed))
  if (secret === null) throw new Error('a kept secret is not base32')
  return secret
}

export async function secondFactorOf(tx: Tx, vault: Vault, person: string): Promise<SecondFactor> {
  const row = await tx.selectFrom('accounts_persons').select(columns).where('id', '=', person).executeTakeFirstOrThrow()
  const linking = row.totp_sealed !== null && row.totp_confirmed_at === null
  return {
    state: row.totp_confirmed_at !== null ? 'on' : linking ? 'linking' : 'off',
    since: row.totp_confirmed_at,
    codesLeft: row.recovery_hashes.length,
    secret: linking && row.totp_sealed ? openSecret(await sealerOfPerson(tx, vault, person), row.totp_sealed) : null,
  }
}

/** Makes the secret that the app will share with us. One that is confirmed stays. */
export async function beginLinking(tx: Tx, vault: Vault, person: string): Promise<void> {
  const sealer = await sealerOfPerson(tx, vault, person)
  await tx
    .updateTable('accounts_persons')
    .set({ totp_sealed: sealer.seal(fields.totp, base32(newTotpSecret())), totp_last_step: '0' })
    .where('id', '=', person)
    .where('totp_confirmed_at', 'is', null)
    .execute()
}

/** `right`: the code counted, and `first` when it confirmed the app. */
export type Proven =
  | { readonly kind: 'right'; readonly first: boolean }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'off' }

/**
 * Tries a code of the app or, once the app is confirmed, a recovery code. A code of the app counts once, a recovery code
 * too. Wrong ones are counted per person: the caller must commit. Two at once wait for each other.
 */
export async function proveSecondFactor(
  tx: Tx,
  vault: Vault,
  person: string,
  typed: string,
  now: Date,
): Promise<Proven> {
  const row = await tx
    .selectFrom('accounts_persons')
    .select(columns)
    .where('id', '=', person)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.totp_sealed === null) return { kind: 'off' }
  const counted = { tries: row.second_tries, waitUntil: row.second_wait_until }
  const until = waitingUntil(counted, now)
  if (until !== null) return { kind: 'wait', until }

  const own = tx.updateTable('accounts_persons').where('id', '=', person)
  const first = row.totp_confirmed_at === null
  const secret = openSecret(await sealerOfPerson(tx, vault, person), row.totp_sealed)
  const step = matchTotp(secret, typed, now, Number(row.totp_last_step))
  if (step !== null) {
    await own
      .set({
        totp_last_step: String(step),
        second_tries: 0,
        second_wait_until: null,
        ...(first && { totp_confirmed_at: now }),
      })
      .execute()
    if (first) await record(tx, 'accounts.second-factor-changed', person, now, { what: 'set' })
    return { kind: 'right', first }
  }
  const code = readCode(typed)
  const hash = code !== null && !first ? recoveryHash(vault, person, code) : null
  if (hash !== null && row.recovery_hashes.some((kept) => kept.equals(hash))) {
    await own
      .set({
        recovery_hashes: row.recovery_hashes.filter((kept) => !kept.equals(hash)),
        second_tries: 0,
        second_wait_until: null,
      })
      .execute()
    await record(tx, 'accounts.second-factor-changed', person, now, { what: 'recovery-code-used' })
    return { kind: 'right', first: false }
  }
  const next = afterWrongCode(counted, now)
  await own.set({ second_tries: next.tries, second_wait_until: next.waitUntil }).execute()
  if (next.waitUntil === null) return { kind: 'wrong' }
  await record(tx, 'accounts.second-factor-wait', person, now)
  return { kind: 'wait', until: next.waitUntil }
}

/**
 * Takes over the session of the actor by a stronger one with another number, which lives no longer. When the app was just
 * linked, every other session of the person ends too.
 */
export async function strengthen(
  tx: Tx,
  { person, before, everywhere }: { person: string; before: string; everywhere: boolean },
): Promise<{ token: string; until: Date }> {
  const { rows } = await sql<{ ends: Date | null }>`select house.session_ends() as ends`.execute(tx)
  const until = rows[0]?.ends
  if (!until) throw new Error('a session that was just proven has no end')
  if (everywhere) await revokeSessions(tx, person)
  else await revokeProof(tx, before)
  return { token: await makeSession(tx, person, until, true), until }
}

/** When the second factor of the session of the actor was given; null when none was. */
export async function secondFactorAt(tx: Tx): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select house.accounts_second_factor_at() as at`.execute(tx)
  return rows[0]?.at ?? null
}

/** Makes eight new recovery codes; older ones stop working. @returns them: nobody can show them a second time. */
export async function makeRecoveryCodes(tx: Tx, vault: Vault, person: string, now: Date): Promise<readonly string[]> {
  const codes = newRecoveryCodes()
  await tx
    .updateTable('accounts_persons')
    .set({ recovery_hashes: codes.map((code) => recoveryHash(vault, person, code)) })
    .where('id', '=', person)
    .execute()
  await record(tx, 'accounts.second-factor-changed', person, now, { what: 'recovery-codes-made' })
  return codes
}

/** Begins anew with another phone, after a right code: the old app stops counting at once. */
export async function linkOtherPhone(tx: Tx, vault: Vault, person: string, now: Date): Promise<void> {
  await tx
    .updateTable('accounts_persons')
    .set({ totp_confirmed_at: null, recovery_hashes: [] })
    .where('id', '=', person)
    .execute()
  await beginLinking(tx, vault, person)
  await record(tx, 'accounts.second-factor-changed', person, now, { what: 'other-phone' })
}
