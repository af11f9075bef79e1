import type { DataEntry } from '../platform/room.ts'

/** What the platform itself holds of people; the rooms name their own. */
export const platformDataMap: readonly DataEntry[] = [
  {
    column: 'platform_proofs.person_id',
    class: 'personal',
    purpose: 'whose session or link it is',
    keep: '30 days after the end',
  },
  {
    column: 'platform_proofs.subject',
    class: 'personal',
    purpose: 'what a link is about, by number',
    keep: '30 days after the end',
  },
  {
    column: 'platform_diary.actor_person',
    class: 'personal',
    purpose: 'who did it, by number; the number means nothing once the person is erased',
    keep: 'as long as the diary',
  },
  {
    column: 'platform_diary.subject',
    class: 'personal',
    purpose: 'what it was about, by number',
    keep: 'as long as the diary',
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
