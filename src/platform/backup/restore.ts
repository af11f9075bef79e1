import { Kysely, PostgresDialect, sql } from 'kysely'
import { Client, escapeIdentifier } from 'pg'
import type { Tx } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import { copied, exactly, named, tablesSql, waitingJobs } from './backup.ts'
import { BackupRefused, End, Header, opened, reader, TableFrame, type ReadingKey } from './backup-file.ts'
import { copyIn } from './copy.ts'

export type RestoreSettings = {
  /** An administrator's or plein_migrate's: it must be able to become plein_owner. */
  readonly url: string
  readonly key: ReadingKey
  /** Migrates an empty database to exactly these migrations; called only when it has others. Absent: then it is refused. */
  readonly migrateTo?: (migrations: readonly string[]) => Promise<void>
  /** Runs in the transaction of the restore, after everything is back: what was erased since the backup is erased again here. */
  readonly afterRestore?: (tx: Tx) => Promise<void>
}

export type RestoreReport = {
  readonly madeAt: Date
  readonly tables: number
  readonly rows: number
  readonly jobs: number
}

/**
 * Puts a backup back into an empty, migrated database, in one transaction: all of it, or nothing.
 * Reference rows that the migrations brought are replaced by those of the backup. Foreign keys are checked again at the end.
 * @throws BackupRefused; then the database is as it was.
 */
export async function restoreBackup(
  file: AsyncIterable<Uint8Array>,
  settings: RestoreSettings,
): Promise<RestoreReport> {
  // Read before the database is touched: a wrong key is known here.
  const source = reader(opened(file, settings.key))
  const header = read(Header, await source.line())
  await readyFor(header, settings)

  const client = new Client({ connectionString: settings.url, application_name: 'plein restore' })
  client.on('error', () => {})
  await client.connect()
  const connection = { query: client.query.bind(client), release: () => {} }
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect: async () => connection, end: async () => {}, options: {} } }),
  })
  try {
    await client.query(exactly)
    return await db.transaction().execute(async (tx) => {
      await client.query("set local role plein_owner; set local plein.owner_sees = 'rows'")
      await refuseUsed(client, header)
      const { tables, foreignKeys } = await emptied(client)
      const totals = { tables: 0, rows: 0, jobs: 0 }
      const end = await filled(client, source, tables, totals)
      await source.ended()
      if (end.tables !== totals.tables || end.rows !== totals.rows)
        throw new BackupRefused('rows-differ', 'The last line counts otherwise.')
      // Not setval: that one stays when the transaction is rolled back.
      for (const { schema, name, next } of end.sequences)
        await client.query(`alter sequence ${named(schema, name)} restart with ${BigInt(next)}`)

      await client.query('set constraints all immediate')
      for (const { table, name, definition } of foreignKeys)
        await client.query(`alter table ${table} add constraint ${escapeIdentifier(name)} ${definition}`)
      for (const { schema, name } of tables)
        await client.query(`alter table ${named(schema, name)} enable trigger user`)
      await sql`set local search_path = house, public`.execute(tx)
      await settings.afterRestore?.(tx)
      return { madeAt: new Date(header.madeAt), ...totals }
    })
  } finally {
    await client.end()
  }
}

type Table = { schema: string; name: string; columns: string[] }
type ForeignKey = { table: string; name: string; definition: string }

function read<T>(
  shape: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  value: unknown,
): T {
  const parsed = shape.safeParse(value)
  if (!parsed.success) throw new BackupRefused('not-a-backup')
  return parsed.data
}

/** Sees to it that the database has the migrations of the backup. */
async function readyFor({ migrations }: Header, { url, migrateTo }: RestoreSettings) {
  const applied = async () => {
    const client = new Client({ connectionString: url })
    client.on('error', () => {})
    await client.connect()
    try {
      await client.query('set role plein_owner')
      const { rows: there } = await client.query<{ there: boolean }>(
        "select to_regclass('public.platform_migrations') is not null as there",
      )
      if (there[0]?.there !== true) return []
      return (await client.query<{ name: string }>('select name from public.platform_migrations')).rows
        .map(({ name }) => name)
        .toSorted()
    } finally {
      await client.end()
    }
  }
  const same = (names: readonly string[]) => names.join('\n') === migrations.join('\n')
  const before = await applied()
  if (same(before)) return
  if (migrateTo && before.every((name) => migrations.includes(name))) await migrateTo(migrations)
  const now = migrateTo ? await applied() : before
  if (!same(now))
    throw new BackupRefused(
      'other-migrations',
      `The backup stops at ${migrations.at(-1) ?? 'nothing'}, the database at ${now.at(-1) ?? 'nothing'}.`,
    )
}

/** Refuses a database in which somebody has done something, and one of another mode. */
async function refuseUsed(client: Client, { mode }: Header) {
  const { rows } = await client.query<{ used: boolean; mode: string | null }>(`
    select exists (select from house.platform_data_keys) or exists (select from house.platform_mail_outbox)
        or exists (select from house.platform_proofs where kind in ('session', 'link'))
        or exists (select from house.platform_diary where actor_kind in ('session', 'link')) as used,
      (select mode from house.platform_installation) as mode`)
  const found = rows[0]
  if (found?.used !== false) throw new BackupRefused('not-empty')
  if (found.mode !== null && mode !== null && found.mode !== mode)
    throw new BackupRefused('other-mode', `The backup is ${mode}, the database ${found.mode}.`)
}

/** Empties every table and lays its rules aside, so that the order of the tables makes no difference. */
async function emptied(client: Client): Promise<{ tables: Table[]; foreignKeys: ForeignKey[] }> {
  const { rows: tables } = await client.query<Table>(tablesSql, [copied])
  const { rows: foreignKeys } = await client.query<ForeignKey>(
    `select format('%I.%I', n.nspname, c.relname) as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and k.conparentid = 0 and n.nspname = any($1) order by 1, 2`,
    [copied],
  )
  for (const { schema, name } of tables) await client.query(`alter table ${named(schema, name)} disable trigger user`)
  for (const { table, name } of foreignKeys)
    await client.query(`alter table ${table} drop constraint ${escapeIdentifier(name)}`)
  if (tables.length > 0)
    await client.query(`truncate ${tables.map(({ schema, name }) => named(schema, name)).join(', ')}`)
  return { tables, foreignKeys }
}

/** Fills the tables with what the backup holds of them. @returns its last line. */
async function filled(
  client: Client,
  source: ReturnType<typeof reader>,
  tables: readonly Table[],
  totals: { tables: number; rows: number; jobs: number },
): Promise<End> {
  const known = new Map(tables.map((table) => [`${table.schema}.${table.name}`, table]))
  for (;;) {
    const next = await source.line()
    const end = End.safeParse(next)
    if (end.success) {
      if (known.size > 0)
        throw new BackupRefused('rows-differ', `${[...known.keys()].join(', ')} is not in the backup.`)
      return end.data
    }
    const frame = read(TableFrame, next)
    const table = known.get(frame.table)
    const isJobs = frame.table === waitingJobs
    if (!isJobs && (!table || table.columns.join() !== frame.columns.join()))
      throw new BackupRefused('other-migrations', `The table ${frame.table} is not the same.`)
    known.delete(frame.table)
    const { given, stored } = await loaded(client, source, frame, table ?? null)
    if (given !== frame.rows || (table && stored !== frame.rows))
      throw new BackupRefused('rows-differ', `${frame.table}: ${stored}, not ${frame.rows}.`)
    totals.tables += 1
    totals.rows += frame.rows
    if (isJobs) totals.jobs = stored
  }
}

const shelf = 'pg_temp.plein_restored'

// COPY FROM refuses a table with row-level security, also for its owner; by way of a temporary table it may.
async function loaded(
  client: Client,
  source: ReturnType<typeof reader>,
  frame: TableFrame,
  table: Table | null,
): Promise<{ given: number; stored: number }> {
  const columns = frame.columns.map(escapeIdentifier).join(', ')
  const like = table
    ? `(like ${named(table.schema, table.name)})`
    : '(id uuid, name text, data jsonb, start_after timestamptz)'
  await client.query(`create temporary table plein_restored ${like} on commit drop`)
  const count = { rows: 0 }
  const given = await copyIn(client, `copy ${shelf} (${columns}) from stdin`, source.rows(count))
  const { rowCount: stored } = table
    ? await client.query(
        `insert into ${named(table.schema, table.name)} (${columns}) overriding system value select ${columns} from ${shelf}`,
      )
    : await requeued(client)
  await client.query(`drop table ${shelf}`)
  return { given: given === count.rows ? given : -1, stored: stored ?? 0 }
}

/** Puts the jobs that waited back in their queues. A queue that no longer exists loses its jobs; they only say where to look. */
async function requeued(client: Client): Promise<{ rowCount: number | null }> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('pgboss.job') is not null as there")
  if (rows[0]?.there !== true) return { rowCount: 0 }
  return client.query(`
    insert into pgboss.job (id, name, data, start_after, keep_until, retry_limit, retry_delay, retry_backoff, retry_delay_max,
                            expire_seconds, deletion_seconds, heartbeat_seconds, policy)
    select w.id, w.name, w.data, w.start_after, now() + q.retention_seconds * interval '1 s', q.retry_limit, q.retry_delay, q.retry_backoff,
           q.retry_delay_max, q.expire_seconds, q.deletion_seconds, q.heartbeat_seconds, q.policy
      from ${shelf} w join pgboss.queue q on q.name = w.name on conflict do nothing`)
}
