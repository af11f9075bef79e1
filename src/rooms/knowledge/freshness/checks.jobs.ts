import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { carryOutAnswer } from './checks.actions.ts'
import { askForChecks } from './check-letters.jobs.ts'
import { isId } from '../items/items.sql.ts'
import { climb } from './ladder.sql.ts'
import { tryLinksOutside } from './link-checks.jobs.ts'

async function climbAll(work: Work): Promise<void> {
  let last: string | null = null
  do last = (await work.transaction((tx) => climb(tx, last, work.now()))).last
  while (last !== null)
}

export const checkJobs: RoomJobs = {
  on: {
    'knowledge.check-answered': {
      'carry-out-answer': async (work, happened) => {
        const check = happened.subject
        if (check === null || !isId(check)) return
        await work.transaction((tx) => carryOutAnswer(tx, work.vault, check, work.now()))
      },
    },
  },
  daily: {
    'climb-ladder': { cron: '20 3 * * *', run: climbAll },
    'try-links': { cron: '40 3 * * *', run: tryLinksOutside },
    // After the ladder, on Monday: a letter that is read at the start of the week.
    'ask-for-checks': { cron: '30 7 * * 1', run: askForChecks },
  },
}
