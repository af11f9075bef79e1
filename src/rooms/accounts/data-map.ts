import type { DataEntry } from '../../platform/room.ts'

const account = 'as long as the account'
const entry = (column: `accounts_${string}.${string}`, purpose: string, keep: string): DataEntry => ({
  column,
  class: 'personal',
  purpose,
  keep,
})

/** What this room holds about people. */
export const dataMap: readonly DataEntry[] = [
  {
    ...entry('accounts_persons.email_sealed', 'to sign in and to get letters', account),
    copies: ['platform_mail_outbox'],
  },
  entry('accounts_persons.email_index', 'to find the account of an address without reading addresses', account),
  {
    ...entry('accounts_persons.name_sealed', 'to call somebody by their name', account),
    copies: ['platform_mail_outbox'],
  },
  entry('accounts_persons.lang', 'to write letters in the right language', account),
  entry('accounts_persons.last_signed_in_at', 'to ask silent accounts whether to stay', account),
  { column: 'accounts_persons.totp_sealed', class: 'secret', purpose: 'the second step of signing in', keep: account },
  {
    column: 'accounts_persons.recovery_hashes',
    class: 'secret',
    purpose: 'the second step without a phone',
    keep: 'until used',
  },
  entry('accounts_memberships.person_id', 'which organisation somebody belongs to', account),
  entry('accounts_permissions.person_id', 'what somebody may do', account),
  entry('accounts_grant_proposals.person_id', 'a new administrator needs the yes of two', account),
  entry('accounts_sign_ins.email_index', 'to sign in by mail', '1 day'),
  entry(
    'accounts_consents.person_id',
    'to show what somebody agreed to',
    '5 years after the end; without a name after erasure',
  ),
  {
    column: 'accounts_erasures.subject_hash',
    class: 'none',
    purpose: 'to erase again after a backup was put back',
    keep: 'as long as backups',
  },
]
