import type { DataEntry } from '../platform/room.ts'

/** What the platform itself holds of people; the rooms name their own. */
export const platformDataMap: readonly DataEntry[] = [
  {
    column: 'platform_proofs.person_id',
    class: 'personal',
    purpose: 'whose session or link it is',
    keep: '30 days after the end',
    afterErasure: 'the number, which points at nobody, on proofs that have ended, for 30 days',
  },
  {
    column: 'platform_proofs.subject',
    class: 'personal',
    purpose: 'what a link is about, by number',
    keep: '30 days after the end',
  },
  {
    column: 'platform_proofs.hash',
    class: 'secret',
    purpose: 'to know a session or link again; a hash of a random word',
    keep: '30 days after the end',
    notInCopy: 'whoever has the copy could try it, and nobody can read anything from it',
  },
  {
    column: 'platform_idempotency.location',
    class: 'personal',
    purpose: 'where a press led, for the second press; a path can hold the number of a question or a person',
    keep: '72 hours',
    afterErasure: 'the number in the path, which points at nobody, for 72 hours at most',
    notInCopy: 'it is not kept by person, and is gone in three days',
  },
  {
    column: 'platform_data_keys.holder',
    class: 'personal',
    purpose: 'whose data key it is, by number',
    keep: 'as long as the account or the question',
    notInCopy: 'the key itself opens nothing without the key file',
  },
  {
    column: 'platform_diary.actor_person',
    class: 'personal',
    purpose: 'who did it, by number',
    keep: 'as long as the diary',
    afterErasure: 'the number, which points at nobody: a row that is taken out looks like tampering',
  },
  {
    column: 'platform_diary.subject',
    class: 'personal',
    purpose: 'what it was about, by number',
    keep: 'as long as the diary',
    afterErasure: 'the number, which points at nobody: a row that is taken out looks like tampering',
  },
  {
    column: 'platform_mail_outbox.sealed',
    class: 'personal',
    purpose: 'the letter with its address, sealed',
    keep: '30 days after it was sent or given up',
  },
  {
    column: 'platform_mail_outbox.recipient_hash',
    class: 'personal',
    purpose: 'to count letters to one address, as a keyed hash',
    keep: '30 days after it was sent or given up',
  },
]
