import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import { problems } from './problems.ts'

/** A yes. `person` is null when somebody without an account gives it through a signed link. */
export type NewConsent = {
  readonly person: string | null
  /** What it is about: `item:<id>`, `profile:<person>`. */
  readonly subject: string
  readonly purpose: string
  readonly audience: string
  /** Which wording the person read. */
  readonly wordingVersion: string
  readonly expiresAt?: Date
}

/** Notes a yes with its date. @returns its id. */
export async function giveConsent(tx: Tx, consent: NewConsent, now: Date): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('accounts_consents')
    .values({
      id,
      person_id: consent.person,
      subject: consent.subject,
      purpose: consent.purpose,
      audience: consent.audience,
      wording_version: consent.wordingVersion,
      given_at: now,
      expires_at: consent.expiresAt ?? null,
    })
    .execute()
  await record(tx, 'accounts.consent-given', consent.subject, now, { purpose: consent.purpose })
  return id
}

/**
 * Takes a yes back. The row stays, with the date. `accounts.consent-withdrawn` tells the rooms: its subject is that of
 * the consent.
 * @throws Problem consent-unknown when it is not there, not the actor's, or was taken back before
 */
export async function withdrawConsent(tx: Tx, id: string, now: Date): Promise<void> {
  const taken = await tx
    .updateTable('accounts_consents')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning(['subject', 'purpose'])
    .executeTakeFirst()
  if (!taken) throw problems['consent-unknown']()
  await record(tx, 'accounts.consent-withdrawn', taken.subject, now, { purpose: taken.purpose })
}
