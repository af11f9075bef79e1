import type { RoomJobs } from '../platform/jobs/jobs.ts'
import { isLongSilent } from '../rooms/accounts/public.ts'
import { eraseEverywhere } from './persons.ts'

/** Somebody who stayed away for two years, and after the letter that asked, is erased in every room. */
export const silentJobs: RoomJobs = {
  on: {
    'accounts.person-long-silent': {
      'erase-silent': (work, happened) =>
        work.transaction(async (tx) => {
          const person = happened.subject
          if (person === null || !(await isLongSilent(tx, person, work.now()))) return
          await eraseEverywhere(tx, work.vault, person, work.now())
        }),
    },
  },
}
