import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Cluster } from './cluster.ts'
import { cloneDatabase, dropDatabase, ensureRoles, openCluster, startUpChecks, withDatabase } from './cluster.ts'
import { withClient } from './databases.ts'
import { logins } from './logins.ts'
import type { Kind } from './record.ts'
import { ask, quiet, removeScratch, scratch, skipped, whyMissing } from './testing.ts'

const missing = (await whyMissing('system')) && (await whyMissing('npm'))
if (missing) skipped('roles', missing)

afterAll(removeScratch)

describe.skipIf(missing)('roles and databases', () => {
  let cluster: Cluster
  const secret = `create table if not exists secret (word text);
    alter table secret owner to plein_owner; alter table secret enable row level security;
    alter table secret force row level security; truncate secret; insert into secret values ('x')`

  beforeAll(async () => {
    cluster = await openCluster({ dataDir: await scratch(), log: quiet })
    await withClient(cluster.urls.admin, (client) => client.query(secret))
  })
  afterAll(async () => {
    await cluster.stop()
  })

  it('gives no login more than it needs', async () => {
    const rows = `select rolname || case when rolsuper or rolcreaterole or rolcreatedb or rolreplication then ' mighty'
      when rolbypassrls then ' bypass' else '' end from pg_roles where rolname like 'plein%' and rolname <> 'plein_admin' order by 1`
    expect(await ask(cluster.urls.admin, rows)).toEqual([
      'plein_backup bypass',
      'plein_house',
      'plein_migrate',
      'plein_owner',
      'plein_square',
      'plein_worker',
    ])
  })

  it('leaves nothing to PUBLIC, in the database nor in its schema public', async () => {
    for (const database of ['plein', 'copy']) {
      if (database === 'copy') await cloneDatabase(cluster.urls.admin, 'plein', 'copy')
      const url = withDatabase(cluster.urls.admin, database)
      const doors = `select grantee::regrole::text || ' ' || privilege_type from pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba)))
        where datname = current_database() and grantee = 0
        union all select 'schema ' || privilege_type from pg_namespace, aclexplode(nspacl) where nspname = 'public' and grantee = 0`
      expect(await ask(url, doors)).toEqual([])
      expect(
        await ask(url, 'select pg_get_userbyid(datdba)::text from pg_database where datname = current_database()'),
      ).toEqual(['plein_owner'])
      expect(await ask(url, 'select word from secret')).toEqual(['x'])
      const house = withDatabase(cluster.urls.house, database)
      await expect(ask(house, 'create table public.mine (n int)')).rejects.toThrow(/permission denied/)
      await expect(ask(house, 'create temp table mine (n int)')).rejects.toThrow(/permission denied/)
      await expect(ask(house, 'select word from public.secret')).rejects.toThrow(/permission denied/)
    }
    await dropDatabase(cluster.urls.admin, 'copy')
    await dropDatabase(cluster.urls.admin, 'copy')
    await expect(ask(withDatabase(cluster.urls.admin, 'copy'), 'select 1')).rejects.toThrow(/does not exist/)
  })

  it('lets plein_migrate own tables after SET ROLE only, and nobody else become the owner', async () => {
    await expect(ask(cluster.urls.migrate, 'create table public.mine (n int)')).rejects.toThrow(/permission denied/)
    await withClient(cluster.urls.migrate, async (client) => {
      await client.query('set role plein_owner')
      await client.query('create table public.mine (n int)')
      await client.query('create extension if not exists pg_trgm')
      await client.query('drop table public.mine')
    })
    for (const role of ['house', 'square', 'worker', 'backup'] as const)
      await expect(ask(cluster.urls[role], 'set role plein_owner')).rejects.toThrow(/permission denied/)
  })

  it('lets plein_backup read past row security, and write nothing', async () => {
    expect(await ask(cluster.urls.backup, 'select word from public.secret')).toEqual(['x'])
    await withClient(cluster.urls.backup, async (client) => {
      await client.query('set default_transaction_read_only = off')
      await expect(client.query(`insert into public.secret values ('y')`)).rejects.toThrow(/permission denied/)
    })
  })

  it('puts rights right that were changed by hand, and keeps the passwords it is given', async () => {
    await withClient(cluster.urls.admin, (client) =>
      client.query(`alter role plein_square createdb bypassrls; grant all on database plein to public;
        grant all on schema public to public`),
    )
    const password = 'a-known-password-of-the-house'
    const both = await Promise.all(
      [0, 1].map(() => withClient(cluster.urls.admin, (client) => ensureRoles(client, { plein_house: password }))),
    )
    for (const each of both) expect([each.databaseWasCreated, each.passwords.plein_house]).toEqual([false, password])
    expect(Object.keys(both[0]?.passwords ?? {}).toSorted()).toEqual([...logins].toSorted())
    const house = new URL(cluster.urls.house)
    house.password = password
    await expect(ask(house.href, 'create temp table mine (n int)')).rejects.toThrow(/permission denied/)
    const mighty = `select rolcreatedb or rolbypassrls from pg_roles where rolname = 'plein_square'`
    expect(await ask(cluster.urls.admin, mighty)).toEqual([false])
    await expect(ask(cluster.urls.house, 'select 1')).rejects.toThrow(/password/)
  })
})

for (const prefer of ['system', 'npm'] satisfies Kind[])
  describe.skipIf(await whyMissing(prefer))(`an administrator of ${prefer} PostgreSQL who is no superuser`, () => {
    it('makes the same roles and database, or hears which right lacks', async () => {
      const cluster = await openCluster({ dataDir: await scratch(), prefer, log: quiet })
      const everywhere = withDatabase(cluster.urls.admin, 'postgres')
      await dropDatabase(everywhere, 'plein')
      await withClient(everywhere, async (client) => {
        for (const login of logins) await client.query(`drop role ${login}`)
        await client.query(`drop role plein_owner;
          create role keeper login createrole createdb password 'keeper-keeper-keeper'`)
      })
      const url = new URL(everywhere)
      url.username = 'keeper'
      url.password = 'keeper-keeper-keeper'
      const ensured = () => withClient(url.href, (client) => ensureRoles(client))
      await expect(ensured()).rejects.toThrow(/lacks a right: .*CREATEROLE, CREATEDB/)

      // Before 16 only a superuser makes a role that reads past row security; the role may then be made beforehand.
      const help =
        Number.parseInt(cluster.version, 10) < 16
          ? 'create role plein_backup login bypassrls'
          : 'alter role keeper bypassrls; grant pg_read_all_data to keeper with admin option'
      await withClient(everywhere, (client) => client.query(help))
      const { passwords, databaseWasCreated } = await ensured()
      expect(databaseWasCreated).toBe(true)
      expect((await ensured()).databaseWasCreated).toBe(false)
      expect((await withClient(url.href, (client) => ensureRoles(client, passwords))).passwords).toEqual(passwords)
      const house = new URL(cluster.urls.house)
      house.password = passwords.plein_house
      expect(await ask(house.href, 'select current_user::text')).toEqual(['plein_house'])
      await expect(ask(house.href, 'create table public.mine (n int)')).rejects.toThrow(/permission denied/)
      await cluster.stop()
    })
  })

describe('the checks at start-up', () => {
  const answering = (found: object) => {
    const sound = { version: 150_004, fsync: 'on', commit: 'on', encoding: 'UTF8', overridden: null }
    const client = new Client()
    client.query = (async () => ({ rows: [{ ...sound, ...found }] })) as unknown as typeof client.query
    return client
  }

  it.each([
    [{ version: 140_019 }, /PostgreSQL 14; Ervaringsplein needs 15/],
    [{ fsync: 'off' }, /Set fsync = on/],
    [{ commit: 'off' }, /Set synchronous_commit = on/],
    [{ overridden: ['plein_house'] }, /for plein_house.*RESET/],
    [{ encoding: 'LATIN1' }, /ENCODING 'UTF8'/],
  ])('refuse %o with a sentence that says what to do', async (found, sentence) => {
    await expect(startUpChecks(answering(found))).rejects.toThrow(sentence)
  })

  it('accept a sound server', async () => {
    await expect(startUpChecks(answering({}))).resolves.toBeUndefined()
    await expect(startUpChecks(answering({ version: 180_004, commit: 'remote_apply' }))).resolves.toBeUndefined()
  })
})
