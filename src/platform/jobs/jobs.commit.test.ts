import { Kysely, PostgresDialect, sql } from 'kysely'
import { Client } from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { withFreshKey } from '../../lib/crypto/keyFile.ts'
import { openDatabase, tieAnnouncer, type Happened } from '../db/database.ts'
import { record } from '../diary.ts'
import { openMailRoom } from '../mail/mail-room.ts'
import { openVault } from '../vault/vault.ts'
import {
  announceTo,
  failedJobs,
  installJobs,
  jobCounts,
  queuesOf,
  runJob,
  startWorker,
  type JobProblem,
  type JobsOfRooms,
  type Work,
} from './jobs.ts'
import { openQueue } from './worker.ts'
import { openThrowawayCluster, type ThrowawayCluster } from './throwaway-cluster.ts'

const cluster = await openThrowawayCluster()

const origin = 'https://plein.example'
const vault = openVault(withFreshKey(null))
const mail = openMailRoom({ vault, origin, smtpUrl: undefined })
const now = () => new Date()

const quiet: JobsOfRooms = {
  stories: {
    on: {
      'stories.story-told': { 'thank-teller': async () => {}, 'tell-neighbours': async () => {} },
      'stories.story-ended': { 'thank-teller': async () => {} },
    },
    daily: { 'count-stories': { cron: '15 4 * * *', run: async () => {} } },
  },
}

it('names every queue once, by room and job', () => {
  expect(queuesOf(quiet)).toEqual(['stories.count-stories', 'stories.tell-neighbours', 'stories.thank-teller'])
})

describe.skipIf(cluster === null)('jobs', () => {
  const { url, makeDatabase, asSuperuser, close } = cluster as ThrowawayCluster

  beforeAll(async () => {
    await makeDatabase('jobs')
    await installJobs(url('migrate', 'jobs'), queuesOf(quiet))
  })
  afterAll(close)

  const open = (rooms: JobsOfRooms) => {
    const database = openDatabase(
      { house: url('house', 'jobs'), square: url('square', 'jobs'), worker: url('worker', 'jobs') },
      announceTo(rooms),
    )
    onTestFinished(() => database.close())
    return database
  }
  const fresh = () => asSuperuser('jobs', 'delete from pgboss.job')
  const tell = (database: ReturnType<typeof open>, subject: string) =>
    database.house(null, (tx) => record(tx, 'stories.story-told', subject, now()))

  async function working(rooms: JobsOfRooms) {
    const database = open(rooms)
    const problems: JobProblem[] = []
    const worker = await startWorker({
      url: url('worker', 'jobs'),
      database,
      rooms,
      vault,
      mail,
      origin,
      now,
      report: (problem) => problems.push(problem),
    })
    onTestFinished(() => worker.stop())
    return { database, problems, worker }
  }
  const until = async (what: () => boolean | Promise<boolean>, ms = 8_000) => {
    for (let waited = 0; waited < ms; waited += 20) {
      if (await what()) return
      await pause(20)
    }
    throw new Error('it did not happen in time')
  }

  it('may be installed again, and again with other queues', async () => {
    await installJobs(url('admin', 'jobs'), [...queuesOf(quiet), 'stories.new-queue'])
    const database = open(quiet)
    const { rows } = await database.worker(null, (tx) =>
      sql<{ name: string; owner: string }>`
      select q.name, c.relowner::regrole::text as owner from pgboss.queue q, pg_class c where c.oid = 'pgboss.job'::regclass and q.name like 'stories.%'`.execute(
        tx,
      ),
    )
    expect(rows.map((row) => row.name).toSorted()).toEqual([
      'stories.count-stories',
      'stories.new-queue',
      'stories.tell-neighbours',
      'stories.thank-teller',
    ])
    expect(rows[0]?.owner).toBe('plein_owner')
  })

  it('enqueues with the rights of the house one job per handler, holding ids only', async () => {
    await fresh()
    const database = open(quiet)
    await tell(database, 'story-1')
    const { rows } = await database.house(null, (tx) =>
      sql<{ name: string; data: object }>`select name, data from pgboss.job order by name`.execute(tx),
    )
    expect(rows.map((row) => row.name)).toEqual(['stories.tell-neighbours', 'stories.thank-teller'])
    expect(rows[0]?.data).toEqual({
      diary: expect.stringMatching(/^\d+$/),
      event: 'stories.story-told',
      subject: 'story-1',
      at: expect.any(String),
    })
  })

  it('has no job when the transaction rolls back', async () => {
    await fresh()
    const database = open(quiet)
    await expect(
      database.house(null, async (tx) => {
        await record(tx, 'stories.story-told', 'never', now())
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    await tell(database, 'after')
    const { rows } = await database.house(null, (tx) =>
      sql<{ subject: string }>`select distinct data->>'subject' as subject from pgboss.job`.execute(tx),
    )
    expect(rows).toEqual([{ subject: 'after' }])
  })

  it('enqueues through one connection that changes roles within savepoints', async () => {
    await fresh()
    const client = new Client({ connectionString: url('admin', 'jobs') })
    await client.connect()
    try {
      await client.query('begin')
      const connection = { query: client.query.bind(client), release: () => {} }
      const pool = { connect: async () => connection, end: async () => {} }
      for (const [index, subject] of ['one', 'two'].entries()) {
        const tx = new Kysely({ dialect: new PostgresDialect({ pool: pool as never }) }) as never
        tieAnnouncer(tx, announceTo(quiet))
        await client.query(`savepoint visit_${index}`)
        await client.query('set local search_path = house, public; set local role plein_house')
        await record(tx, 'stories.story-told', subject, now())
        await client.query('reset role')
        await client.query(index === 0 ? 'rollback to savepoint visit_0' : 'release savepoint visit_1')
      }
      const { rows } = await client.query("select distinct data->>'subject' as subject from pgboss.job")
      expect(rows).toEqual([{ subject: 'two' }])
      await client.query('rollback')
    } finally {
      await client.end()
    }
  })

  it('refuses the house what is not enqueuing', async () => {
    const database = open(quiet)
    for (const statement of [
      'delete from pgboss.job',
      "update pgboss.job set state = 'failed'",
      'delete from pgboss.queue',
      "insert into pgboss.schedule (name, cron) values ('x', '* * * * *')",
    ])
      await expect(database.house(null, (tx) => sql.raw(statement).execute(tx))).rejects.toThrow(/permission denied/)
  })

  it('says at once that a queue was never made', async () => {
    const database = open({ stories: { on: { 'stories.story-told': { 'unknown-job': async () => {} } } } })
    await expect(tell(database, 'x')).rejects.toThrow(/bin\/plein migrate/)
  })

  it('runs a handler within moments, under a job proof that is revoked after the run', async () => {
    await fresh()
    const seen: { happened: Happened; works: boolean; at: number }[] = []
    const kept: Work[] = []
    const rooms: JobsOfRooms = {
      stories: {
        on: {
          'stories.story-told': {
            'thank-teller': async (work, happened) => {
              const works = await work.transaction(
                async (tx) =>
                  (await sql<{ works: boolean }>`select house.actor_works() as works`.execute(tx)).rows[0]?.works,
              )
              seen.push({ happened, works: works === true, at: Date.now() })
              kept.push(work)
            },
          },
        },
      },
    }
    const { database, problems } = await working(rooms)
    await pause(300)
    const told = Date.now()
    await tell(database, 'story-9')
    await until(() => seen.length === 1)
    expect(seen[0]).toMatchObject({ works: true, happened: { event: 'stories.story-told', subject: 'story-9' } })
    expect((seen[0]?.at ?? Infinity) - told).toBeLessThan(1_500)
    await until(async () => (await database.house(null, jobCounts)).running === 0)
    const still = await kept[0]?.transaction(
      async (tx) => (await sql<{ works: boolean }>`select house.actor_works() as works`.execute(tx)).rows[0]?.works,
    )
    expect(still).toBe(false)
    expect(problems).toEqual([])
  })

  it('does what came all at once one after the other, without a pause', async () => {
    await fresh()
    const seen: (string | null)[] = []
    const thank = async (_: Work, { subject }: Happened) => void seen.push(subject)
    const { database, problems } = await working({
      stories: { on: { 'stories.story-told': { 'thank-teller': thank } } },
    })
    await pause(300)
    const subjects = Array.from({ length: 6 }, (_, at) => `story-${at}`)
    // The database tells of what is the same once for a transaction.
    await database.house(null, async (tx) => {
      for (const subject of subjects) await record(tx, 'stories.story-told', subject, now())
    })
    await until(() => seen.length === subjects.length)
    expect(seen.toSorted()).toEqual(subjects)
    expect(problems).toEqual([])
  })

  it('keeps a failing job for later, tells the kind of error and none of its words', async () => {
    await fresh()
    const rooms: JobsOfRooms = {
      stories: {
        on: {
          'stories.story-told': {
            'thank-teller': async () => {
              throw new TypeError('rosa@example.org wrote this')
            },
          },
        },
      },
    }
    const { database, problems, worker } = await working(rooms)
    await tell(database, 'story-3')
    await until(() => problems.length === 1)
    expect(problems[0]).toMatchObject({ queue: 'stories.thank-teller', attempt: 1, reason: 'TypeError' })
    const job = async () =>
      (
        await database.house(null, (tx) =>
          sql<{ state: string; wait: number; limit: number; output: unknown }>`
        select state, extract(epoch from start_after - now())::float as wait, retry_limit as limit, output from pgboss.job where name = 'stories.thank-teller'`.execute(
            tx,
          ),
        )
      ).rows[0]
    await until(async () => (await job())?.state === 'retry')
    const waiting = await job()
    expect(waiting?.wait).toBeGreaterThan(25)
    expect(waiting?.wait).toBeLessThan(125)
    expect(JSON.stringify(waiting?.output)).not.toContain('rosa')
    expect(await database.house(null, (tx) => failedJobs(tx))).toEqual([])

    await asSuperuser(
      'jobs',
      "update pgboss.job set retry_count = retry_limit - 1, start_after = now() where name = 'stories.thank-teller'",
    )
    await worker.stop()
    await working(rooms)
    await until(async () => (await job())?.state === 'failed')
    expect(await database.house(null, (tx) => failedJobs(tx))).toMatchObject([
      { queue: 'stories.thank-teller', subject: 'story-3', reason: 'TypeError', tries: (waiting?.limit ?? 0) + 1 },
    ])
  })

  it('gives the job of a process that died to another, with the rights of the worker', async () => {
    await fresh()
    const database = open(quiet)
    await tell(database, 'orphan')
    await asSuperuser(
      'jobs',
      `update pgboss.job set state = 'active', started_on = now() - interval '5 minutes', heartbeat_on = now() - interval '4 minutes' where name = 'stories.thank-teller';
       update pgboss.job set state = 'completed', completed_on = now() - interval '31 days' where name = 'stories.tell-neighbours';
       update pgboss.queue set monitor_on = null, maintain_on = null, monitor_claim_on = null`,
    )
    const problems: JobProblem[] = []
    const queue = openQueue(url('worker', 'jobs'), (problem) => problems.push(problem))
    await queue.start()
    onTestFinished(() => queue.stop({ graceful: false }))
    await queue.supervise()
    const { rows } = await database.house(null, (tx) =>
      sql<object>`select name, state from pgboss.job where name like 'stories.%'`.execute(tx),
    )
    expect(rows).toEqual([{ name: 'stories.thank-teller', state: 'retry' }])
    expect(problems).toEqual([])
  })

  it('lets a running job end when it stops, and leaves the rest', async () => {
    await fresh()
    const done: string[] = []
    let begun = false
    const rooms: JobsOfRooms = {
      stories: {
        on: {
          'stories.story-told': {
            'thank-teller': async (_work, { subject }) => {
              begun = true
              await pause(600)
              done.push(subject ?? '')
            },
          },
        },
      },
    }
    const { database, worker } = await working(rooms)
    await tell(database, 'first')
    await until(() => begun)
    await tell(database, 'second')
    await worker.stop()
    expect(done).toEqual(['first'])
    expect(await database.house(null, jobCounts)).toEqual({ waiting: 1, running: 0, failed: 0 })
  })

  it('sets the times that the rooms state, in Amsterdam, and takes away what is stated no more', async () => {
    await working(quiet).then(({ worker }) => worker.stop())
    const database = open(quiet)
    const times = async () =>
      (
        await database.worker(null, (tx) =>
          sql<object>`select name, cron, timezone, options->>'retryLimit' as tries from pgboss.schedule`.execute(tx),
        )
      ).rows
    expect(await times()).toEqual([
      { name: 'stories.count-stories', cron: '15 4 * * *', timezone: 'Europe/Amsterdam', tries: '5' },
    ])
    await working({}).then(({ worker }) => worker.stop())
    expect(await times()).toEqual([])
  })

  it('runs a timed job by hand, and refuses one that nobody does', async () => {
    let ran = 0
    const rooms: JobsOfRooms = {
      stories: { on: {}, daily: { 'count-stories': { cron: '0 3 * * *', run: async () => void (ran += 1) } } },
    }
    const settings = { url: '', database: open(rooms), rooms, vault, mail, origin, now }
    await runJob(settings, 'stories.count-stories', null)
    expect(ran).toBe(1)
    await expect(runJob(settings, 'stories.unknown', null)).rejects.toThrow('nobody does stories.unknown')
  })
})
