import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { Client } from 'pg'
import { getConstructionPlans, PgBoss } from 'pg-boss'
import type { Tx } from '../db/database.ts'
import type { JobsOfRooms } from './work.ts'

/** The schema in which pg-boss keeps its tables. */
export const jobsSchema = 'pgboss'

const days = 24 * 60 * 60

// Thirty tries with a pause that doubles from one minute to six hours are about five and a half days: a fault that is
// found on Friday and repaired on Monday loses nothing.
const patience = {
  retryLimit: 30,
  retryDelay: 60,
  retryBackoff: true,
  retryDelayMax: 6 * 60 * 60,
  expireInSeconds: 900,
  // After a killed process the monitor gives its jobs to another within two minutes.
  heartbeatSeconds: 30,
  retentionSeconds: 90 * days,
  deleteAfterSeconds: 30 * days,
  notify: true,
} as const

/** @returns the name of every queue, `room.job-name`, in a fixed order. */
export function queuesOf(rooms: JobsOfRooms): string[] {
  const names = Object.entries(rooms).flatMap(([room, jobs]) =>
    [...Object.values(jobs.on).flatMap((each) => Object.keys(each)), ...Object.keys(jobs.daily ?? {})].map(
      (job) => `${room}.${job}`,
    ),
  )
  return [...new Set(names)].toSorted()
}

/** @returns the queues that wait for an event. */
export const queuesWaitingFor = (rooms: JobsOfRooms, event: string): string[] =>
  Object.entries(rooms).flatMap(([room, jobs]) => Object.keys(jobs.on[event] ?? {}).map((job) => `${room}.${job}`))

const grants = `
  grant usage on schema ${jobsSchema} to plein_house, plein_worker, plein_backup;
  grant select on all tables in schema ${jobsSchema} to plein_backup;
  grant select, insert, update, delete on all tables in schema ${jobsSchema} to plein_worker;
  grant usage on all sequences in schema ${jobsSchema} to plein_worker;
  grant execute on all functions in schema ${jobsSchema} to plein_worker;
  grant execute on function ${jobsSchema}.job_now() to plein_house;
  grant select on ${jobsSchema}.version, ${jobsSchema}.queue to plein_house;
  grant select, insert on ${jobsSchema}.job, ${jobsSchema}.job_common to plein_house;`

/**
 * Installs or upgrades the tables of pg-boss as plein_owner, makes the queues and hands out the rights: the house may
 * enqueue and look, the worker may do all. May be repeated. `url` is an administrator's, or one that may become plein_owner.
 */
export async function installJobs(url: string, queues: readonly string[]): Promise<void> {
  const options = '-c role=plein_owner'
  const wanted = createHash('sha256')
    .update(JSON.stringify([queues, patience, grants, getConstructionPlans(jobsSchema)]))
    .digest('hex')
  if ((await installedQueues(url, options)) === wanted) return
  // pg-boss hands on to its pool what it does not know itself.
  const settings = { connectionString: url, options, max: 2, schema: jobsSchema, supervise: false, schedule: false }
  const boss = new PgBoss(settings)
  let problem: unknown = null
  boss.on('error', (error) => (problem = error))
  await boss.start()
  try {
    for (const name of queues) {
      await boss.createQueue(name, patience)
      await boss.updateQueue(name, patience)
    }
    await backgroundMigrationsDone(boss)
  } finally {
    await boss.stop({ graceful: false })
  }
  if (problem !== null) throw problem
  const client = new Client({ connectionString: url, options })
  await client.connect()
  try {
    await client.query(grants)
    await client.query(`comment on schema ${jobsSchema} is '${wanted}'`)
  } finally {
    await client.end()
  }
}

/** What was installed before: a start with the same queues and the same pg-boss has nothing to do. */
async function installedQueues(url: string, options: string): Promise<string | null> {
  const client = new Client({ connectionString: url, options })
  await client.connect()
  try {
    const { rows } = await client.query<{ mark: string | null }>(
      'select obj_description(oid) as mark from pg_namespace where nspname = $1',
      [jobsSchema],
    )
    return rows[0]?.mark ?? null
  } finally {
    await client.end()
  }
}

// An upgrade of pg-boss builds its indexes after start() has returned.
async function backgroundMigrationsDone(boss: PgBoss) {
  for (let second = 0; second < 600; second += 1) {
    const waiting = (await boss.getBamStatus()).filter(({ status }) => status === 'pending' || status === 'in_progress')
    if (waiting.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  throw new Error('the tables of the job queue were not ready in ten minutes')
}

/** A job that was given up. `reason` names the kind of error and never holds anybody's words. */
export type FailedJob = {
  readonly id: string
  readonly queue: string
  readonly subject: string | null
  readonly reason: string
  readonly tries: number
  readonly enqueuedAt: Date
  readonly failedAt: Date
}

/** The jobs that were given up after all their tries, newest first; they stay for thirty days. For administrators. */
export async function failedJobs(tx: Tx, limit = 100): Promise<readonly FailedJob[]> {
  const { rows } = await sql<FailedJob>`
    select id::text, name as queue, data->>'subject' as subject, coalesce(output->>'message', 'unknown') as reason,
           retry_count + 1 as tries, created_on as "enqueuedAt", completed_on as "failedAt"
      from pgboss.job where state = 'failed' order by completed_on desc limit ${limit}`.execute(tx)
  return rows
}

/** How many jobs wait, run and were given up. For administrators and the metrics. */
export async function jobCounts(
  tx: Tx,
): Promise<{ readonly waiting: number; readonly running: number; readonly failed: number }> {
  const { rows } = await sql<{ waiting: number; running: number; failed: number }>`
    select (count(*) filter (where state in ('created', 'retry')))::int as waiting,
           (count(*) filter (where state = 'active'))::int as running,
           (count(*) filter (where state = 'failed'))::int as failed
      from pgboss.job where state <> 'completed'`.execute(tx)
  return rows[0] ?? { waiting: 0, running: 0, failed: 0 }
}
