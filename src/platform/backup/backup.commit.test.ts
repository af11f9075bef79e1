import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { sql } from 'kysely'
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withFreshKey } from '../../lib/crypto/keyFile.ts'
import { openDatabase } from '../db/database.ts'
import { record } from '../diary.ts'
import { announceTo, installJobs, type JobsOfRooms } from '../jobs/jobs.ts'
import { openThrowawayCluster, type ThrowawayCluster } from '../jobs/throwaway-cluster.ts'
import { makeWorkProof } from '../proofs.ts'
import { sealDiary, verifyDiary } from '../seals/seals.ts'
import { openMailRoom } from '../mail/mail-room.ts'
import { openVault } from '../vault/vault.ts'
import { backupKeyOf } from './backup-file.ts'
import { writeBackup, type BackupReport } from './backup.ts'
import { restoreBackup, type RestoreSettings } from './restore.ts'

const cluster = await openThrowawayCluster()
const origin = 'https://plein.example'
const vault = openVault(withFreshKey(null))
const key = backupKeyOf(vault)
const mail = openMailRoom({ vault, origin, smtpUrl: undefined })
const now = new Date('2026-03-02T09:00:00Z')
const rooms: JobsOfRooms = { stories: { on: { 'stories.story-told': { 'thank-teller': async () => {} } } } }

// Tables that are hard to copy: a circle of references, a generated column, an odd name, deferred rules, a trigger.
const oddTables = `
  create table house.odd_places (id bigint generated always as identity primary key, parent_id bigint references house.odd_places, favourite_id bigint,
    name text not null, "Order ""by""" int default 7, folded text generated always as (lower(name)) stored, span interval, at timestamptz, bytes bytea, n numeric, f float8, list text[]);
  create table house.odd_people (id uuid primary key default gen_random_uuid(), place_id bigint not null references house.odd_places,
    seat int not null, constraint odd_people_seat unique (seat) deferrable initially deferred);
  alter table house.odd_places add constraint odd_places_favourite foreign key (favourite_id) references house.odd_people (id) deferrable initially deferred not valid;
  create function house.shout() returns trigger language plpgsql as $$ begin new.name := upper(new.name); return new; end $$;
  create trigger odd_shout before insert on house.odd_places for each row execute function house.shout();
  create table square.odd_words (word text);
  call house.guard(array['odd_places', 'odd_people']);`
  .replace('favourite_id bigint,', 'favourite_id uuid,')
  .replace(' not valid', '')

describe.skipIf(cluster === null)('a backup', () => {
  const { url, makeDatabase, copyDatabase, asSuperuser, close } = cluster as ThrowawayCluster
  const file: Buffer[] = []
  let number = 0
  let report: BackupReport
  const names = readdirSync('db/migrations')
    .filter((name) => name.includes('-platform-'))
    .map((name) => name.replace(/\.sql$/, ''))
    .toSorted()

  beforeAll(async () => {
    await makeDatabase('whole')
    const asOwner = (name: string, statements: string) => asSuperuser(name, `set role plein_owner; ${statements}`)
    await asOwner('whole', oddTables)
    await installJobs(url('migrate', 'whole'), ['stories.thank-teller'])
    await copyDatabase('whole', 'empty')
    await asSuperuser(
      'whole',
      `insert into house.platform_installation (mode) values ('production');
      set session_replication_role = replica;
      insert into house.odd_places (name, parent_id, favourite_id, span, at, bytes, n, f, list) values
        ('tab\there' || chr(10) || 'next\\.' || chr(10) || '\\.', 3, '00000000-0000-0000-0000-000000000001', '1 year 2 mons 3.5 s', '2026-03-29 01:30:00.123456+00', '\\x005c2e0a', 1e-20, 0.1::float8 + 0.2, array['a,b', null, '"q"']),
        ('\\.', null, null, null, 'infinity', '', 'NaN', 'Infinity', '{}'), ('', 1, null, null, null, null, null, null, null);
      insert into house.odd_people values ('00000000-0000-0000-0000-000000000001', 2, 1);
      insert into square.odd_words values ('\\.'), (''), (null), ('é🙂');`,
    )
    const database = openDatabase(
      {
        house: url('house', 'whole'),
        square: url('square', 'whole'),
        worker: url('worker', 'whole'),
      },
      announceTo(rooms),
    )
    await database.house(null, async (tx) => {
      await vault.makeKey(tx, 'person:1')
      await record(tx, 'stories.story-told', 'story-1', now)
      await mail.write(tx, {
        cause: 'c',
        kind: 'expected',
        to: 'rosa@example.org',
        lang: 'nl',
        subject: 's',
        text: 'canary-7f3',
        html: 'h',
      })
    })
    const proof = await database.worker(null, (tx) => makeWorkProof(tx, 'job', 'test', 'test'))
    await sealDiary({ now: () => now, transaction: (fn) => database.worker(proof, fn), vault, mail, origin })
    await database.close()
    report = await write('whole', key, file)
  })
  afterAll(close)

  const write = (database: string, how: Parameters<typeof writeBackup>[1], into: Buffer[]) =>
    writeBackup(
      url('backup', database),
      how,
      new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          into.push(chunk)
          done()
        },
      }),
      now,
    )
  const whole = () => Buffer.concat(file)
  const restore = (database: string, bytes: Buffer, more: Partial<RestoreSettings> = {}) =>
    restoreBackup(Readable.from([bytes.subarray(0, 1000), bytes.subarray(1000)]), {
      url: url('migrate', database),
      key,
      ...more,
    })
  const empty = async () => {
    const name = `empty_${(number += 1)}`
    await copyDatabase('empty', name)
    return name
  }
  /** Every row, every rule and every number of the two schemas, as text. */
  const contents = async (database: string) => {
    const client = new Client({ connectionString: url('admin', database) })
    await client.connect()
    try {
      const { rows: tables } = await client.query<{ t: string }>(
        "select format('%I.%I', schemaname, tablename) as t from pg_tables where schemaname in ('house', 'square') order by 1",
      )
      const found: Record<string, unknown> = {}
      for (const { t } of tables)
        found[t] = (await client.query<{ r: string }>(`select x::text as r from ${t} x order by 1`)).rows.map(
          ({ r }) => r,
        )
      const { rows: numbers } = await client.query<{ s: string }>(
        "select format('%I.%I', schemaname, sequencename) as s from pg_sequences where schemaname in ('house', 'square') order by 1",
      )
      for (const { s } of numbers)
        found[s] = (await client.query(`select last_value + is_called::int as next from ${s}`)).rows
      found['rules'] = (
        await client.query(
          "select conrelid::regclass::text as t, conname, pg_get_constraintdef(oid) as d, convalidated from pg_constraint where connamespace = 'house'::regnamespace order by 1, 2",
        )
      ).rows
      found['triggers'] = (
        await client.query(
          'select tgrelid::regclass::text as t, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2',
        )
      ).rows
      return found
    } finally {
      await client.end()
    }
  }

  it('comes back as it was: rows, circles, numbers, rules and triggers', async () => {
    const name = await empty()
    expect(report).toMatchObject({ migrations: names, bytes: whole().length })
    expect(await restore(name, whole())).toMatchObject({ madeAt: now, jobs: 1 })
    expect(await contents(name)).toEqual(await contents('whole'))
  })

  it('brings back the jobs that waited, and a diary whose seals still hold', async () => {
    const name = await empty()
    await restore(name, whole())
    const database = openDatabase(
      { house: url('house', name), square: url('square', name), worker: url('worker', name) },
      announceTo(rooms),
    )
    try {
      const { rows } = await database.house(null, (tx) =>
        sql<object>`select name, data->>'subject' as subject, state, retry_limit > 10 as patient from pgboss.job`.execute(
          tx,
        ),
      )
      expect(rows).toEqual([{ name: 'stories.thank-teller', subject: 'story-1', state: 'created', patient: true }])
      const proof = await database.worker(null, (tx) => makeWorkProof(tx, 'job', 'test', 'test'))
      await database.house(null, (tx) => record(tx, 'stories.story-told', 'story-2', now))
      await sealDiary({ now: () => now, transaction: (fn) => database.worker(proof, fn), vault, mail, origin })
      expect(await database.worker(proof, (tx) => verifyDiary(tx, vault))).toMatchObject({
        ok: true,
        seals: 2,
        rows: 2,
      })
      expect((await database.house(null, (tx) => vault.sealerOf(tx, 'person:1')))?.holder).toBe('person:1')
    } finally {
      await database.close()
    }
  })

  it('shows nothing to who has no key', () => {
    expect(['canary', 'rosa', 'story', 'platform', 'odd_places'].filter((word) => whole().includes(word))).toEqual([])
    expect(whole().subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  })

  it('may be written to somebody else, who alone can read it', async () => {
    const identity = await generateX25519Identity()
    const bytes: Buffer[] = []
    await write('whole', { recipient: await identityToRecipient(identity) }, bytes)
    const name = await empty()
    await expect(restore(name, Buffer.concat(bytes))).rejects.toMatchObject({ problem: 'wrong-key' })
    await expect(
      restore(name, Buffer.concat(bytes), { key: { identity: await generateX25519Identity() } }),
    ).rejects.toMatchObject({ problem: 'wrong-key' })
    expect(await restore(name, Buffer.concat(bytes), { key: { identity } })).toMatchObject({ jobs: 1 })
  })

  it.each([
    ['another key', () => whole(), { key: { passphrase: 'other words' } }, 'wrong-key'],
    ['its end missing', () => whole().subarray(0, -20), {}, 'damaged'],
    ['only its beginning', () => whole().subarray(0, 900), {}, 'damaged'],
    [
      'one bit changed',
      () => {
        const bytes = Buffer.from(whole())
        bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1
        return bytes
      },
      {},
      'damaged',
    ],
    [
      'no backup in it',
      () => Buffer.from('hello, this is a letter and not a backup at all\n'.repeat(9)),
      {},
      'not-a-backup',
    ],
    ['nothing in it', () => Buffer.alloc(0), {}, 'not-a-backup'],
  ] as const)('with %s is refused and leaves the database as it was', async (_what, bytes, more, problem) => {
    const name = await empty()
    const before = await contents(name)
    await expect(restore(name, bytes(), more)).rejects.toMatchObject({ name: 'BackupRefused', problem })
    expect(await contents(name)).toEqual(before)
  })

  it('is refused by a database that is in use, of another version or of another mode', async () => {
    await expect(restore('whole', whole())).rejects.toMatchObject({ problem: 'not-empty' })
    const other = await empty()
    await asSuperuser(other, "insert into public.platform_migrations (name, checksum) values ('99990101-1-c', 'x')")
    await expect(restore(other, whole())).rejects.toMatchObject({ problem: 'other-migrations' })
    const demo = await empty()
    await asSuperuser(demo, "insert into house.platform_installation (mode) values ('demo')")
    await expect(restore(demo, whole())).rejects.toMatchObject({ problem: 'other-mode' })
  })

  it('lets an older empty database be migrated first, to just what the backup has', async () => {
    const name = await empty()
    await asSuperuser(name, `delete from public.platform_migrations where name = '${names.at(-1)}'`)
    await expect(restore(name, whole())).rejects.toMatchObject({ problem: 'other-migrations' })
    const asked: (readonly string[])[] = []
    await restore(name, whole(), {
      migrateTo: async (names) => {
        asked.push(names)
        await asSuperuser(
          name,
          `insert into public.platform_migrations (name, checksum) values ('${names.at(-1)}', 'x')`,
        )
      },
    })
    expect(asked).toEqual([names])
  })

  it('erases again in the same transaction what was erased since, and puts nothing back when that fails', async () => {
    const name = await empty()
    await restore(name, whole(), {
      afterRestore: async (tx) =>
        void (await tx.deleteFrom('platform_data_keys').where('holder', '=', 'person:1').execute()),
    })
    expect((await contents(name))['house.platform_data_keys']).toEqual([])
    const other = await empty()
    const before = await contents(other)
    await expect(
      restore(other, whole(), { afterRestore: async () => Promise.reject(new Error('ledger')) }),
    ).rejects.toThrow('ledger')
    expect(await contents(other)).toEqual(before)
  })

  it('refuses rows that break a rule of the database', async () => {
    const name = await empty()
    await copyDatabase('whole', 'crooked')
    await asSuperuser('crooked', 'set session_replication_role = replica; update house.odd_people set place_id = 99')
    const bytes: Buffer[] = []
    await write('crooked', key, bytes)
    await expect(restore(name, Buffer.concat(bytes))).rejects.toThrow(/foreign key/)
    expect((await contents(name))['house.odd_people']).toEqual([])
  })

  it('is not written by a login that sees a part of the rows', async () => {
    await asSuperuser('postgres', 'alter role plein_backup nobypassrls')
    try {
      await expect(write('whole', key, [])).rejects.toThrow(/row-level security/)
    } finally {
      await asSuperuser('postgres', 'alter role plein_backup bypassrls')
    }
  })

  it('holds little in memory, however much there is to copy', async () => {
    await copyDatabase('empty', 'many')
    await asSuperuser(
      'many',
      `insert into house.odd_places (name) select repeat(md5(n::text), 100) from generate_series(1, 40000) n`,
    )
    const folder = await mkdtemp(join(tmpdir(), 'plein-backup-'))
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [
        join(import.meta.dirname, 'memory.testing.ts'),
        url('backup', 'many'),
        url('migrate', await empty()),
        join(folder, 'backup'),
      ])
      const told = JSON.parse(stdout) as { rows: number; back: number; most: number }
      process.stdout.write(`40,000 rows of 3.2 kB there and back: ${stdout}`)
      expect(told).toMatchObject({ rows: 40_000, back: 40_000 })
      expect(told.most).toBeLessThan(230)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
