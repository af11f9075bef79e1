import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withFreshKey } from '../../lib/crypto/keyFile.ts'
import { bothLanguages } from '../../lib/words.ts'
import { openDatabase, type Database } from '../db/database.ts'
import { openMailRoom } from '../mail/mail-room.ts'
import { makeWorkProof } from '../proofs.ts'
import { openVault } from '../vault/vault.ts'
import { platformRetention, runRetention, type RetentionRule } from './retention.ts'
import { openThrowawayCluster, type ThrowawayCluster } from './throwaway-cluster.ts'
import type { Work } from './work.ts'

const cluster = await openThrowawayCluster()

const origin = 'https://plein.example'
const vault = openVault(withFreshKey(null))
const mail = openMailRoom({ vault, origin, smtpUrl: undefined })

describe.skipIf(cluster === null)('keeping no longer than stated', () => {
  const { url, makeDatabase, asSuperuser, close } = cluster as ThrowawayCluster
  let database: Database
  let work: Work

  beforeAll(async () => {
    await makeDatabase('kept')
    database = openDatabase(
      { house: url('house', 'kept'), square: url('square', 'kept'), worker: url('worker', 'kept') },
      async () => {},
    )
    const proof = await database.worker(null, (tx) => makeWorkProof(tx, 'job', 'test', 'test'))
    work = { now: () => new Date(), transaction: (fn) => database.worker(proof, fn), vault, mail, origin }
    const letter = (id: string, column: string, age: string) =>
      `insert into house.platform_mail_outbox (id, message_id, cause, kind, sealed, recipient_hash, made_at${column && `, ${column}`})
       values (gen_random_uuid(), '${id}', '${id}', 'expected', '', '', now() - interval '${age}'${column && `, now() - interval '${age}'`});`
    await asSuperuser(
      'kept',
      `
      insert into house.platform_idempotency (scope, key, request_hash, made_at)
        select 'form', gen_random_uuid(), '', now() - interval '73 hours' from generate_series(1, 2345);
      insert into house.platform_idempotency (scope, key, request_hash, made_at) values ('form', gen_random_uuid(), '', now() - interval '71 hours');
      insert into house.platform_proofs (hash, kind, subject, purpose, expires_at, revoked_at)
        select sha256(n::text::bytea), 'link', 'x', 'x', now() + n * interval '1 day', null from unnest(array[-31, -29, 3]) n;
      ${letter('sent-old', 'sent_at', '31 days')} ${letter('sent-new', 'sent_at', '29 days')}
      ${letter('given-up-old', 'given_up_at', '31 days')} ${letter('waiting-old', '', '90 days')}`,
    )
  })
  afterAll(async () => {
    await database.close()
    await close()
  })
  const counts = async () =>
    (
      await work.transaction((tx) =>
        sql<object>`select (select count(*)::int from house.platform_idempotency) as keys,
      (select count(*)::int from house.platform_mail_outbox) as letters, (select count(*)::int from house.platform_diary) as notes`.execute(
          tx,
        ),
      )
    ).rows[0]
  const rowsOf = (outcomes: readonly { rule: string; rows: number }[]) => outcomes.map(({ rule, rows }) => [rule, rows])

  it('counts in a dry run and changes nothing', async () => {
    const earlier = await counts()
    expect(rowsOf(await runRetention(work, platformRetention, { dryRun: true }))).toEqual([
      ['platform.idempotency', 2345],
      ['platform.proofs', 1],
      ['platform.mail', 2],
    ])
    expect(await counts()).toEqual(earlier)
    expect(earlier).toEqual({ keys: 2346, letters: 4, notes: 0 })
  })

  it('removes what is due in batches, notes each in the diary, and keeps what still waits', async () => {
    expect(rowsOf(await runRetention(work, platformRetention, { dryRun: false }))).toEqual([
      ['platform.idempotency', 2345],
      ['platform.proofs', 1],
      ['platform.mail', 2],
    ])
    expect(await counts()).toEqual({ keys: 1, letters: 2, notes: 5 })
    const { rows } = await work.transaction((tx) =>
      sql<{ message_id: string }>`select message_id from house.platform_mail_outbox order by 1`.execute(tx),
    )
    expect(rows.map((row) => row.message_id)).toEqual(['sent-new', 'waiting-old'])
    const notes = await work.transaction((tx) =>
      tx.selectFrom('platform_diary').select(['event', 'subject', 'actor_kind', 'detail']).orderBy('id').execute(),
    )
    expect(notes[0]).toEqual({
      event: 'platform.retention-applied',
      subject: 'platform.idempotency',
      actor_kind: 'job',
      detail: { rows: 1000 },
    })
    expect(rowsOf(await runRetention(work, platformRetention, { dryRun: false })).map(([, rows]) => rows)).toEqual([
      0, 0, 0,
    ])
    expect(await counts()).toMatchObject({ notes: 5 })
  })

  it('ends, whatever a rule counts', async () => {
    let calls = 0
    const endless: RetentionRule = {
      name: 'test.endless',
      what: bothLanguages('x', 'x'),
      keep: 'x',
      run: async () => {
        calls += 1
        return 1
      },
    }
    const silent: Work = {
      ...work,
      transaction: (fn) =>
        work
          .transaction(async (tx) => {
            await fn(tx)
            throw new Error('stop')
          })
          .catch(() => 1 as never),
    }
    expect(rowsOf(await runRetention(silent, [endless], { dryRun: false }))).toEqual([['test.endless', 1000]])
    expect(calls).toBe(1000)
  })
})
