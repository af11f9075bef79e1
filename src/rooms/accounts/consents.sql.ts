import type { Tx } from '../../platform/db/database.ts'
import './tables.ts'

export type Consent = {
  readonly id: string
  readonly person: string | null
  readonly subject: string
  readonly purpose: string
  readonly audience: string
  readonly wordingVersion: string
  readonly givenAt: Date
  readonly expiresAt: Date | null
  readonly withdrawnAt: Date | null
}

const consents = (tx: Tx) =>
  tx
    .selectFrom('accounts_consents')
    .select([
      'id',
      'person_id as person',
      'subject',
      'purpose',
      'audience',
      'wording_version as wordingVersion',
      'given_at as givenAt',
      'expires_at as expiresAt',
      'withdrawn_at as withdrawnAt',
    ])

/** The consents about a subject for a purpose that hold at this moment: given, not taken back, not past their end. */
export const liveConsents = (tx: Tx, subject: string, purpose: string, now: Date): Promise<Consent[]> =>
  consents(tx)
    .where('subject', '=', subject)
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null)
    .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', now)]))
    .orderBy('given_at')
    .execute()

/** Everything a person ever agreed to, newest first. */
export const consentsOf = (tx: Tx, person: string): Promise<Consent[]> =>
  consents(tx).where('person_id', '=', person).orderBy('given_at', 'desc').orderBy('id').execute()
