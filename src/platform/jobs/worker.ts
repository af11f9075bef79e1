import { PgBoss } from 'pg-boss'
import type { Database, Tx } from '../db/database.ts'
import type { MailRoom } from '../mail/letter-types.ts'
import type { Press } from '../printing/printing.ts'
import { makeWorkProof, revokeProof } from '../proofs.ts'
import type { Vault } from '../vault/vault.ts'
import { happenedOf, type JobContent } from './announcer.ts'
import { jobsSchema, queuesOf } from './queues.ts'
import type { JobsOfRooms, Work } from './work.ts'

/** A try that failed, without anybody's words: kinds and places only. */
export type JobProblem = {
  readonly queue: string
  readonly id: string
  readonly attempt: number
  readonly reason: string
  readonly at: readonly string[]
}

export type WorkerSettings = {
  /** The worker's login. */
  readonly url: string
  readonly database: Database
  readonly rooms: JobsOfRooms
  readonly vault: Vault
  readonly mail: MailRoom
  /** The public origin, without a slash at the end. */
  readonly origin: string
  readonly now: () => Date
  /** Absent where there is no Chromium. */
  readonly press?: Press
  /** Told of every try that failed, and (queue `pg-boss`) of trouble with the queue itself. For the log. */
  readonly report?: (problem: JobProblem) => void
  /** How many jobs of one queue run at once in this process. */
  readonly atOnce?: number
}

// A job that came is told of. What nobody tells of is a job to be tried again, after a minute at least. Each look asks the
// database once for every queue.
const lookAgainSeconds = 20

/** @returns the kind of an error: its name, and its code when it has one. Messages may hold what people wrote. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? ` ${error.code}` : ''
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? ` ${error.constraint}` : ''
  return `${error.name}${code}${constraint}`
}

const placesOf = (error: unknown): string[] =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 8)
        .map((line) => line.trim())
    : []

/** What one run of one job may use. The proof is made for the run and revoked after it. */
async function underProof<T>(
  settings: WorkerSettings,
  queue: string,
  subject: string,
  run: (work: Work) => Promise<T>,
): Promise<T> {
  const { database, vault, mail, origin, now, press } = settings
  const proof = await database.worker(null, (tx) => makeWorkProof(tx, 'job', queue, subject))
  const transaction = <R>(fn: (tx: Tx) => Promise<R>) => database.worker(proof, fn)
  try {
    return await run({ now, transaction, vault, mail, origin, ...(press && { press }) })
  } finally {
    await database.worker(null, (tx) => revokeProof(tx, proof))
  }
}

/**
 * Runs one job here and now, as the worker would: for the command line and for tests that have no worker.
 * Throws what the handler throws.
 */
export async function runJob(settings: WorkerSettings, queue: string, content: JobContent | null): Promise<void> {
  const [room = '', job = ''] = queue.split('.')
  const jobs = settings.rooms[room]
  const handler = content === null ? undefined : jobs?.on[content.event]?.[job]
  const timed = jobs?.daily?.[job]
  if (handler && content)
    await underProof(settings, queue, content.subject ?? content.diary, (work) => handler(work, happenedOf(content)))
  else if (timed) await underProof(settings, queue, queue, (work) => timed.run(work))
  else throw new Error(`nobody does ${queue}`)
}

/** The queue as the worker opens it. Not started yet. */
export function openQueue(url: string, report: (problem: JobProblem) => void): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'plein jobs',
    max: 4,
    schema: jobsSchema,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    // The worker's login owns no index; rebuilding is part of the operator's upkeep.
    reindex: false,
    cronMonitorIntervalSeconds: 15,
    cronWorkerIntervalSeconds: 2,
  })
  boss.on('error', (error) =>
    report({ queue: 'pg-boss', id: '', attempt: 0, reason: reasonOf(error), at: placesOf(error) }),
  )
  return boss
}

/**
 * Starts the jobs of all rooms in this process. Any number of processes may do so: a job runs in one of them at a time,
 * and again elsewhere when its process dies. `stop` lets running jobs end (at most ten seconds; what is left is run again).
 */
export async function startWorker(settings: WorkerSettings): Promise<{ stop(): Promise<void> }> {
  const report = settings.report ?? (() => {})
  const boss = openQueue(settings.url, report)
  await boss.start()
  for (const queue of queuesOf(settings.rooms)) {
    let worker = ''
    worker = await boss.work<JobContent | null, void>(
      queue,
      {
        batchSize: 1,
        includeMetadata: true,
        localConcurrency: settings.atOnce ?? 1,
        notifyPollingIntervalSeconds: lookAgainSeconds,
      },
      async (jobs) => {
        for (const job of jobs) {
          let failed: string | null = null
          try {
            await runJob(settings, queue, isContent(job.data) ? job.data : null)
          } catch (error) {
            failed = reasonOf(error)
            report({ queue, id: job.id, attempt: job.retryCount + 1, reason: failed, at: placesOf(error) })
          }
          // Where one was, more may wait. Told of several while it is at work, a worker takes one of them, and then pauses.
          boss.notifyWorker(worker)
          // pg-boss keeps what is thrown, and the error itself might hold what somebody wrote.
          if (failed !== null) throw new Error(failed)
        }
      },
    )
  }
  await setTimes(boss, settings.rooms)
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) }
}

const isContent = (data: unknown): data is JobContent => typeof data === 'object' && data !== null && 'event' in data

/** The times of the jobs, as the rooms state them now; what no room states any more is taken away. */
async function setTimes(boss: PgBoss, rooms: JobsOfRooms) {
  const times = new Map<string, string>(
    Object.entries(rooms).flatMap(([room, jobs]) =>
      Object.entries(jobs.daily ?? {}).map(([job, { cron }]) => [`${room}.${job}`, cron] as const),
    ),
  )
  for (const [queue, cron] of times) {
    // What runs every few minutes comes back by itself; trying again would only pile up.
    const retryLimit = cron.startsWith('*') ? 0 : 5
    await boss.schedule(queue, cron, null, { tz: 'Europe/Amsterdam', retryLimit, deleteAfterSeconds: 24 * 60 * 60 })
  }
  for (const { name } of await boss.getSchedules()) if (!times.has(name)) await boss.unschedule(name)
}
