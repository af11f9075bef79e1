import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClientBase } from 'pg'

/** One file of db/migrations. Names sort in the order of time. */
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }

/** A number of our own for the advisory lock: two processes never migrate at once. */
const lock = 7_204_261

// 20261121-3 comes before 20261121-30, and after 20261121-2.
const inTime = new Intl.Collator('en', { numeric: true })

/** Reads the migrations of a folder in their order. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort(inTime.compare)
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { name: name.replace(/\.sql$/, ''), sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Brings the database forward, as plein_owner, each migration in a transaction of its own, under an advisory lock.
 * @param client connected as plein_migrate or an administrator
 * @returns the names that were applied now
 * @throws Error when an applied migration was changed afterwards, or is not known here (the program is older than the data)
 */
export async function migrate(
  client: ClientBase,
  migrations: readonly Migration[],
  log: (line: string) => void = () => {},
): Promise<readonly string[]> {
  await client.query('select pg_advisory_lock($1)', [lock])
  try {
    await client.query('set role plein_owner')
    await client.query(`create table if not exists public.platform_migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    await client.query('grant select on public.platform_migrations to plein_house, plein_worker, plein_backup')
    const applied = new Map<string, string>(
      (await client.query('select name, checksum from public.platform_migrations')).rows.map((row) => [
        row.name,
        row.checksum,
      ]),
    )
    for (const { name, checksum } of migrations)
      if (applied.has(name) && applied.get(name) !== checksum)
        throw new Error(
          `Migration ${name} was changed after it was applied. Put the file back as it was and write a new migration.`,
        )
    const ours = new Set(migrations.map((migration) => migration.name))
    const unknown = [...applied.keys()].filter((name) => !ours.has(name))
    if (unknown.length > 0)
      throw new Error(
        `This database is newer than this program: it knows ${unknown.join(', ')}. Start the newer version of the program.`,
      )
    const done: string[] = []
    for (const migration of migrations) {
      if (applied.has(migration.name)) continue
      log(`migrating: ${migration.name}`)
      await client.query('begin')
      try {
        await client.query(migration.sql)
        await client.query('insert into public.platform_migrations (name, checksum) values ($1, $2)', [
          migration.name,
          migration.checksum,
        ])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(
          `Migration ${migration.name} failed and was rolled back: ${error instanceof Error ? error.message : String(error)}`,
          { cause: error },
        )
      }
      done.push(migration.name)
    }
    return done
  } finally {
    await client.query('reset role')
    await client.query('select pg_advisory_unlock($1)', [lock])
  }
}
