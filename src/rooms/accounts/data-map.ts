import type { DataEntry } from '../../platform/room.ts'

const account = 'as long as the account'
const numberStays = 'the number, which points at nobody any more: that it took somebody’s yes stays to be seen'
const ofSigningIn = { keep: '1 day', notInCopy: 'it lives for a day, and nobody can read anything from it' } as const
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
  {
    ...entry('accounts_persons.totp_last_step', 'so that a code opens once; tells when one was last used', account),
    notInCopy: 'the time of the last sign-in is there already',
  },
  {
    ...entry('accounts_persons.second_tries', 'to make guessing a code slow', account),
    notInCopy: 'it guards the account: whoever got in should not read how far a guesser came',
  },
  entry('accounts_memberships.person_id', 'which organisation somebody belongs to', account),
  entry('accounts_permissions.person_id', 'what somebody may do', account),
  {
    ...entry('accounts_permissions.granted_by', 'who gave it', 'as long as the account of who got it'),
    afterErasure: numberStays,
    notInCopy: 'it says something about another person; one’s own acts are in the diary',
  },
  entry('accounts_grant_proposals.person_id', 'a new administrator needs the yes of two', account),
  {
    ...entry('accounts_grant_proposals.proposed_by', 'the first of two', 'as long as the account of who was proposed'),
    afterErasure: numberStays,
    notInCopy: 'it says something about another person; one’s own acts are in the diary',
  },
  {
    ...entry('accounts_grant_proposals.decided_by', 'the second of two', 'as long as the account of who was proposed'),
    afterErasure: numberStays,
    notInCopy: 'it says something about another person; one’s own acts are in the diary',
  },
  entry('accounts_sign_ins.email_index', 'to sign in by mail', '1 day'),
  {
    column: 'accounts_sign_ins.browser_hash',
    class: 'personal',
    purpose: 'so that a link opens in the browser that asked; a hash of a random word',
    ...ofSigningIn,
  },
  {
    column: 'accounts_sign_ins.link_hash',
    class: 'secret',
    purpose: 'to know the link of the letter again; a hash of a random word',
    ...ofSigningIn,
  },
  { column: 'accounts_sign_ins.code_hash', class: 'secret', purpose: 'to know the code again', ...ofSigningIn },
  {
    column: 'accounts_sign_ins.next_path',
    class: 'personal',
    purpose: 'where somebody wanted to go; can hold the number of a question',
    ...ofSigningIn,
    notInCopy: 'it lives for a day',
  },
  entry(
    'accounts_consents.person_id',
    'to show what somebody agreed to',
    '5 years after the end; without a name after erasure',
  ),
  {
    ...entry('accounts_consents.subject', 'what somebody agreed to, by number', '5 years after the end'),
    afterErasure: 'the number of the item, or of the person, which points at nobody: the proof that there was a yes',
  },
  {
    column: 'accounts_erasures.subject_hash',
    class: 'none',
    purpose: 'to erase again after a backup was put back',
    keep: 'as long as backups',
  },
]
