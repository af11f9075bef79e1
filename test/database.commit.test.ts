import { sql } from 'kysely'
import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { house as wholeHouse } from '../src/app/house.ts'
import { withDatabase } from '../src/platform/cluster/cluster.ts'
import { hashOf, makeLink, makeSession, revokeProof } from '../src/platform/proofs.ts'
import { structural } from './contract/structural.ts'
import { withCommittedHouse, type CommittedHouse } from './house.ts'
import { fixedCount } from './people.ts'

async function as<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Runs a statement that may fail. @returns its rows, or the code of the refusal. */
async function attempt(client: Client, text: string): Promise<unknown[] | string> {
  try {
    return (await client.query(text)).rows
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'failed'
  }
}

const tablesOf = (client: Client, schema: string) =>
  client
    .query<{ name: string }>('select tablename as name from pg_tables where schemaname = $1 order by 1', [schema])
    .then(({ rows }) => rows.map((row) => row.name))

const secret = [
  'platform_proofs',
  'platform_diary',
  'platform_diary_seals',
  'platform_diary_head',
  'platform_mail_outbox',
  'accounts_sign_ins',
  'accounts_erasures',
  'knowledge_empty_searches',
]

describe('the logins of the database', () => {
  it(
    'the square reads nothing of the house: no table, no function, not even the names of files',
    withCommittedHouse(async ({ urls }) => {
      const tables = await as(urls.admin, (client) => tablesOf(client, 'house'))
      const functions = await as(urls.admin, async (client) => {
        const { rows } = await client.query<{ name: string; args: number }>(
          "select p.oid::regprocedure::text as name, p.pronargs as args from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('house', 'pgboss')",
        )
        return rows
      })
      expect(tables.length).toBeGreaterThan(30)
      await as(urls.square, async (client) => {
        for (const table of tables)
          expect([table, await attempt(client, `select * from house.${table}`)]).toEqual([table, '42501'])
        for (const { name } of functions) {
          const call = `select ${name.slice(0, name.indexOf('('))}(${name
            .slice(name.indexOf('(') + 1, -1)
            .split(',')
            .filter(Boolean)
            .map((type) => `null::${type}`)
            .join(', ')})`
          expect([name, await attempt(client, call)]).toEqual([name, '42501'])
        }
        for (const text of [
          'select * from pgboss.job',
          'select * from public.platform_migrations',
          'set role plein_house',
          'set role plein_owner',
          "select pg_read_file('/etc/passwd')",
          "copy (select 1) to program 'id'",
          'create table square.mine (x int)',
          'create temporary table mine (x int)',
          'insert into square.items select * from square.items',
          'delete from square.items',
          'truncate square.items',
        ])
          expect([text, await attempt(client, text)]).toEqual([text, '42501'])
        expect(await attempt(client, 'select count(*)::int as n from square.items')).toEqual([{ n: 0 }])
        expect(await attempt(client, 'set session authorization plein_house')).toBe('42501')
      })
    }),
  )

  it(
    'the house reads no proof, sign-in, diary, letter or ledger; without a proof it reads nobody',
    withCommittedHouse(async ({ urls, count }) => {
      expect(await count('house.accounts_persons')).toBe(fixedCount)
      await as(urls.house, async (client) => {
        for (const table of secret)
          expect([table, await attempt(client, `select * from house.${table}`)]).toEqual([table, '42501'])
        for (const text of [
          'set role plein_owner',
          'set role plein_worker',
          'create table house.mine (x int)',
          'alter table house.accounts_persons disable row level security',
          "select pg_read_file('/etc/passwd')",
        ])
          expect([text, await attempt(client, text)]).toEqual([text, '42501'])
        const personal = (await tablesOf(client, 'house')).filter((name) =>
          /^(accounts_persons|accounts_memberships|accounts_permissions|accounts_consents|advice_|experts_|knowledge_item)/.test(
            name,
          ),
        )
        expect(personal.length).toBeGreaterThan(15)
        for (const table of personal) {
          const found = await attempt(client, `select * from house.${table}`)
          expect([table, Array.isArray(found) ? found.length : found]).toEqual([table, found === '42501' ? '42501' : 0])
        }
      })
    }),
  )
})

describe('every table, function and column', () => {
  it(
    'row-level security is on and forced on every table of the house, with a policy beside the owner’s where somebody may read',
    withCommittedHouse(async ({ urls }) => {
      const open = await as(urls.admin, async (client) => {
        const { rows } = await client.query<{ name: string }>(`
          select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'house' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity
             and exists (select from pg_policy p where p.polrelid = c.oid))`)
        return rows.map((row) => row.name)
      })
      expect(open).toEqual([])
      const looseViews = await as(urls.admin, (client) =>
        client.query("select viewname from pg_views where schemaname in ('house', 'square')").then(({ rows }) => rows),
      )
      expect(looseViews).toEqual([])
    }),
  )

  it(
    'a function with its owner’s rights has a search path of its own, and nobody may call it by default',
    withCommittedHouse(async ({ urls }) => {
      const found = await as(urls.admin, async (client) => {
        const { rows } = await client.query<{ name: string }>(`
          select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where n.nspname in ('house', 'square') and p.prosecdef
             and (not coalesce(p.proconfig::text like '%search_path=%pg_temp%', false)
               or exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0))`)
        return rows.map((row) => row.name)
      })
      expect(found).toEqual([])
    }),
  )

  it(
    'the data map names every column that is not known to hold nothing of a person',
    withCommittedHouse(async ({ urls }) => {
      const columnsOf = (schema: string) =>
        as(urls.admin, async (client) => {
          const { rows } = await client.query<{ name: string; type: string }>(
            "select table_name || '.' || column_name as name, data_type as type from information_schema.columns where table_schema = $1 order by 1",
            [schema],
          )
          return rows
        })
      const columns = await columnsOf('house')
      const mapped = new Set(wholeHouse.dataMap.map((entry) => entry.column.replace(/^house\./, '')))
      const forgotten = columns
        .filter(({ name, type }) => !mapped.has(name) && !structural(name, type))
        .map(({ name }) => name)
      expect(forgotten, 'name these in the data map of their room, or in test/contract/structural.ts').toEqual([])
      const names = new Set([...columns, ...(await columnsOf('square'))].map(({ name }) => name))
      const gone = [...mapped].filter((name) => !names.has(name.replace(/^square\./, '')))
      expect(gone, 'the data map names columns that do not exist').toEqual([])
    }),
  )
})

describe('a proof', () => {
  const seen = (house: CommittedHouse, token: string | null) =>
    house.platform.database.house(token, (tx) => tx.selectFrom('accounts_persons').select('id').execute())

  it(
    'that is forged, over, withdrawn or of another door shows nobody',
    withCommittedHouse(async (house) => {
      const { database } = house.platform
      const { people } = house
      const later = new Date(Date.now() + 60_000)
      const make = (until: Date) => database.house(null, (tx) => makeSession(tx, people.administrator.id, until, true))
      const good = await make(later)
      expect((await seen(house, good)).length).toBe(fixedCount)

      const over = await make(new Date(Date.now() - 1_000))
      const withdrawn = await make(later)
      await database.house(null, (tx) => revokeProof(tx, withdrawn))
      const link = await database.house(null, (tx) =>
        makeLink(tx, { subject: people.administrator.id, purpose: 'session', until: later }),
      )
      for (const token of [
        null,
        '',
        'forged',
        `${good}x`,
        good.toUpperCase(),
        hashOf(good).toString('hex'),
        over,
        withdrawn,
        link,
      ])
        expect([token?.length, await seen(house, token)]).toEqual([token?.length, []])

      const operator = await database.worker(null, async (tx) => {
        await sql`select house.make_work_proof(sha256('an operator'), 'operator', 'x', 'test')`.execute(tx)
        return 'an operator'
      })
      expect(await seen(house, operator)).toEqual([])
      await expect(
        database.house(good, (tx) =>
          sql`select house.make_work_proof(sha256('mine'), 'operator', 'x', 'test')`.execute(tx),
        ),
      ).rejects.toMatchObject({ code: '42501' })
      await expect(
        database.house(null, (tx) =>
          sql`select house.make_proof(sha256('mine'), 'operator', null, 'x', 'test', now() + interval '1 day', false, true)`.execute(
            tx,
          ),
        ),
      ).rejects.toMatchObject({ code: '42501' })
    }),
  )

  it(
    'does not stay on a connection that somebody else gets, nor after a failure',
    withCommittedHouse(async (house) => {
      const { database } = house.platform
      const token = await database.house(null, (tx) =>
        makeSession(tx, house.people.administrator.id, new Date(Date.now() + 60_000), true),
      )
      for (let round = 0; round < 20; round++) {
        expect((await seen(house, token)).length).toBe(fixedCount)
        expect(await seen(house, null)).toEqual([])
        await expect(
          database.house(token, async () => {
            throw new Error('on purpose')
          }),
        ).rejects.toThrow('on purpose')
        expect(await seen(house, null)).toEqual([])
      }
      // Straight on the login, outside any transaction of ours, as a fault in the program might.
      await as(withDatabase(house.urls.house, new URL(house.urls.house).pathname.slice(1)), async (client) => {
        expect(await attempt(client, 'select id from house.accounts_persons')).toEqual([])
        await client.query("select set_config('plein.proof', $1, true)", [token])
        expect(await attempt(client, 'select id from house.accounts_persons')).toEqual([])
      })
    }),
  )
})
