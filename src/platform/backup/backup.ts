import { Client, escapeIdentifier } from 'pg'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { copyOut } from './copy.ts'
import { BackupRefused, sealed, type End, type Header, type TableFrame, type WritingKey } from './backup-file.ts'

/** What a backup holds. */
export type BackupReport = {
  readonly tables: number
  readonly rows: number
  readonly bytes: number
  readonly migrations: readonly string[]
}

/** The schemas that are copied whole. Of the job queue only the jobs that wait are copied, under this name. */
export const copied = ['house', 'square']
export const waitingJobs = 'waiting jobs'

/** How values are written, so that they read back the same anywhere. */
export const exactly = `set datestyle = 'ISO, YMD'; set intervalstyle = 'iso_8601'; set extra_float_digits = 3; set timezone = 'UTC';
  set bytea_output = 'hex'; set client_encoding = 'UTF8'; set statement_timeout = 0; set lock_timeout = 0;
  set idle_in_transaction_session_timeout = 0; set search_path = pg_catalog`

/** The tables of the house and the square with the columns that are stored as given. */
export const tablesSql = `
  select n.nspname as schema, c.relname as name,
         array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition
   group by 1, 2 order by 1, 2`

/** A name with its schema, safe in a statement. */
export const named = (schema: string, name: string) => `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`

/**
 * Writes a copy of everything in the house and the square: migrations, tables, numbers of sequences and the jobs that wait.
 * One snapshot; compressed and encrypted before it leaves this function. Not copied: finished jobs and the roles.
 * @param url of plein_backup, which reads past row security.
 * @throws BackupRefused 'rows-differ' when a table gave other rows than it counts; then `out` is destroyed and not whole.
 */
export async function writeBackup(url: string, key: WritingKey, out: Writable, now: Date): Promise<BackupReport> {
  const client = new Client({ connectionString: url, application_name: 'plein backup' })
  client.on('error', () => {})
  await client.connect()
  const report = { tables: 0, rows: 0, bytes: 0, migrations: [] as string[] }
  try {
    await client.query(exactly)
    // With this off, PostgreSQL refuses a login that would see a part of the rows instead of showing it that part.
    await client.query('set row_security = off')
    await client.query('begin isolation level repeatable read read only')
    const counted = async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        report.bytes += chunk.length
        yield chunk
      }
    }
    await pipeline(await sealed(content(client, now, report), key), counted, out)
    await client.query('commit')
    return report
  } finally {
    await client.end()
  }
}

const line = (value: Header | TableFrame | End) => Buffer.from(`${JSON.stringify(value)}\n`, 'utf8')

async function* content(
  client: Client,
  now: Date,
  report: { tables: number; rows: number; migrations: string[] },
): AsyncGenerator<Buffer> {
  const { rows: applied } = await client.query<{ name: string }>('select name from public.platform_migrations')
  // Sorted here: two servers may order words in two ways.
  report.migrations = applied.map(({ name }) => name).toSorted()
  const { rows: modes } = await client.query<{ mode: string }>('select mode from house.platform_installation')
  yield line({
    format: 'ervaringsplein backup',
    version: 1,
    madeAt: now.toISOString(),
    mode: modes[0]?.mode ?? null,
    migrations: report.migrations,
  })

  const { rows: tables } = await client.query<{ schema: string; name: string; columns: string[] }>(tablesSql, [copied])
  for (const { schema, name, columns } of tables)
    yield* tableContent(client, { table: `${schema}.${name}`, schema, name, columns }, `${named(schema, name)}`, report)

  const { rows: queue } = await client.query<{ there: boolean }>(
    "select to_regclass('pgboss.job') is not null as there",
  )
  if (queue[0]?.there === true)
    yield* tableContent(
      client,
      { table: waitingJobs, schema: '', name: waitingJobs, columns: ['id', 'name', 'data', 'start_after'] },
      `(select id, name, data, start_after from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_pgboss%') waiting`,
      report,
    )

  const { rows: sequences } = await client.query<{ schema: string; name: string; step: string }>(
    'select schemaname as schema, sequencename as name, increment_by::text as step from pg_sequences where schemaname = any($1) order by 1, 2',
    [copied],
  )
  const numbers: End['sequences'] = []
  for (const { schema, name, step } of sequences) {
    const { rows } = await client.query<{ next: string }>(
      `select (last_value + case when is_called then $1::bigint else 0 end)::text as next from ${named(schema, name)}`,
      [step],
    )
    for (const { next } of rows) numbers.push({ schema, name, next })
  }
  yield line({ sequences: numbers, tables: report.tables, rows: report.rows })
}

async function* tableContent(
  client: Client,
  frame: Omit<TableFrame, 'rows'>,
  from: string,
  report: { tables: number; rows: number },
): AsyncGenerator<Buffer> {
  const { rows: counts } = await client.query<{ n: string }>(`select count(*) as n from ${from}`)
  const expected = Number(counts[0]?.n ?? '0')
  yield line({ ...frame, rows: expected })
  const copying = copyOut(
    client,
    `copy (select ${frame.columns.map(escapeIdentifier).join(', ')} from ${from}) to stdout`,
  )
  for (;;) {
    const step = await copying.next()
    if (step.done === true) {
      if (step.value !== expected)
        throw new BackupRefused('rows-differ', `${frame.table}: ${step.value}, not ${expected}.`)
      break
    }
    yield step.value
  }
  yield Buffer.from('\\.\n')
  report.tables += 1
  report.rows += expected
}
