import { CompiledQuery } from 'kysely'
import { PgBoss, type Db } from 'pg-boss'
import type { Announce, Happened, Tx } from '../db/database.ts'
import { jobsSchema, queuesWaitingFor } from './queues.ts'
import type { JobsOfRooms } from './work.ts'

/** What a job carries: where to look, never what was written there. */
export type JobContent = {
  readonly diary: string
  readonly event: string
  readonly subject: string | null
  readonly at: string
}

/** @returns what a handler is told, from what its job carries. */
export const happenedOf = (content: JobContent): Happened => ({
  id: content.diary,
  event: content.event,
  subject: content.subject,
  at: new Date(content.at),
})

const through = (tx: Tx): Db => ({
  executeSql: async (text, values) => ({
    rows: [...(await tx.executeQuery(CompiledQuery.raw(text, values ?? []))).rows],
  }),
})

/**
 * @returns an announcer that enqueues, in the transaction of the effect, one job for every handler that waits for the
 * event. It asks no connection of its own: when the transaction rolls back, there was no job.
 */
export function announceTo(rooms: JobsOfRooms): Announce {
  let sender: Promise<PgBoss> | null = null
  return async (tx, happened) => {
    const queues = queuesWaitingFor(rooms, happened.event)
    if (queues.length === 0) return
    sender ??= openSender(tx).catch((error: unknown) => {
      sender = null
      throw error
    })
    const boss = await sender
    const content: JobContent = {
      diary: happened.id,
      event: happened.event,
      subject: happened.subject,
      at: happened.at.toISOString(),
    }
    for (const queue of queues) {
      const id = await boss.send(queue, content, { db: through(tx) })
      if (id === null) throw new Error(`the job ${queue} was not enqueued`)
    }
  }
}

/** Reads the list of queues through the first transaction, then needs no connection and no timer any more. */
async function openSender(tx: Tx): Promise<PgBoss> {
  let reader: Db | null = through(tx)
  const boss = new PgBoss({
    db: {
      executeSql(text, values) {
        // A queue that is not in the list would be looked up here, after its transaction may have ended.
        if (reader === null) throw new Error('this queue was not made; run "bin/plein migrate"')
        return reader.executeSql(text, values)
      },
    },
    schema: jobsSchema,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => {})
  try {
    await boss.start()
  } finally {
    // Ends its timers; what it read of the queues stays.
    await boss.stop({ graceful: false, close: false })
    reader = null
  }
  return boss
}
