import { sql, type Generated } from 'kysely'
import { fault } from '../faults.ts'
import type { RoomJobs, Work } from '../jobs/work.ts'
import { letterWritten, openedLetter } from './mail-room.ts'
import type { Postman } from './postman.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

// Longer than a postman's longest wait: when it has passed, the process that claimed the letter is dead.
const claim = 5 * minute
const patience = 5 * day

/** @returns the pause before the next try, in milliseconds: one minute, doubled each time, never more than six hours. */
export const pauseAfter = (tries: number): number =>
  Math.min(6 * hour, minute * 2 ** Math.min(Math.max(tries, 1) - 1, 16))

/**
 * Brings one letter, if it waits and nobody else is bringing it. At least once: the letter is marked as sent after the
 * server took it, so a process killed in between brings it again, with the same Message-ID.
 * @returns what happened; 'not-now' when it is gone, sent, given up, claimed or not due.
 */
export async function deliverLetter(
  work: Work,
  postman: Postman,
  id: string,
): Promise<'sent' | 'later' | 'given-up' | 'not-now'> {
  const now = work.now()
  const letter = await work.transaction((tx) =>
    tx
      .updateTable('platform_mail_outbox')
      .set({
        claimed_until: new Date(now.getTime() + claim),
        tries: sql<number>`tries + 1`,
        first_tried_at: sql<Date>`coalesce(first_tried_at, ${now})`,
      })
      .where('id', '=', id)
      .where('sent_at', 'is', null)
      .where('given_up_at', 'is', null)
      .where((or) => or.or([or('claimed_until', 'is', null), or('claimed_until', '<', now)]))
      .where((or) => or.or([or('next_try_at', 'is', null), or('next_try_at', '<=', now)]))
      .returning(['message_id', 'sealed', 'tries', 'first_tried_at'])
      .executeTakeFirst(),
  )
  if (!letter) return 'not-now'
  const delivery = await postman.bring({ messageId: letter.message_id, ...openedLetter(work.vault, id, letter.sealed) })
  await fault('mail-between-send-and-mark')
  const done = work.now()
  const since = done.getTime() - (letter.first_tried_at ?? now).getTime()
  const outcome = delivery.kind === 'taken' ? 'sent' : since >= patience ? 'given-up' : 'later'
  await work.transaction((tx) =>
    tx
      .updateTable('platform_mail_outbox')
      .set({
        claimed_until: null,
        sent_at: outcome === 'sent' ? done : null,
        given_up_at: outcome === 'given-up' ? done : null,
        next_try_at: outcome === 'later' ? new Date(done.getTime() + pauseAfter(letter.tries)) : null,
        last_error: delivery.kind === 'taken' ? null : delivery.reason,
      })
      .where('id', '=', id)
      .execute(),
  )
  return outcome
}

/** Brings at most `limit` letters that are due, oldest first. @returns how many the server took. */
export async function deliverDue(work: Work, postman: Postman, limit = 500): Promise<number> {
  const now = work.now()
  const due = await work.transaction((tx) =>
    tx
      .selectFrom('platform_mail_outbox')
      .select('id')
      .where('sent_at', 'is', null)
      .where('given_up_at', 'is', null)
      .where((or) => or.or([or('claimed_until', 'is', null), or('claimed_until', '<', now)]))
      .where((or) => or.or([or('next_try_at', 'is', null), or('next_try_at', '<=', now)]))
      .orderBy('made_at')
      .limit(limit)
      .execute(),
  )
  let sent = 0
  let silent = 0
  for (const { id } of due) {
    const outcome = await deliverLetter(work, postman, id)
    if (outcome === 'sent') sent += 1
    silent = outcome === 'later' ? silent + 1 : 0
    // A server that fails five times in a row is down; the rest waits for the next minute.
    if (silent === 5) break
  }
  return sent
}

/**
 * The jobs of the mail room. A letter leaves at once; every minute those that wait are tried again, also after a restore or
 * when a mail server was configured later. Without a postman letters stay where they are: in a demo they are read at /post.
 */
export const mailJobs = (postman: Postman | null): RoomJobs => ({
  on: {
    [letterWritten]: {
      'send-mail': async (work, happened) => {
        if (postman && happened.subject !== null) await deliverLetter(work, postman, happened.subject)
      },
    },
  },
  daily: {
    'bring-waiting-mail': {
      cron: '* * * * *',
      run: async (work) => {
        if (postman) await deliverDue(work, postman)
      },
    },
  },
})

declare module '../db/tables.ts' {
  interface Tables {
    platform_mail_outbox: {
      id: string
      message_id: string
      cause: string
      kind: 'unsolicited' | 'expected'
      sealed: Buffer
      recipient_hash: Buffer
      made_at: Date
      sent_at: Date | null
      given_up_at: Date | null
      tries: Generated<number>
      last_error: string | null
      next_try_at: Date | null
      first_tried_at: Date | null
      claimed_until: Date | null
    }
  }
}
