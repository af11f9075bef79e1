import type { ClientBase } from 'pg'
import { oldestMajor } from './binaries.ts'

type Found = { version: number; fsync: string; commit: string; encoding: string; overridden: string[] | null }

/**
 * Refuses a PostgreSQL that could lose an acknowledged write, or that is too old or cannot hold every letter.
 * @throws Error with a sentence that says what to do.
 */
export async function startUpChecks(client: Pick<ClientBase, 'query'>): Promise<void> {
  const { rows } = await client.query<Found>(
    `select current_setting('server_version_num')::int as version, current_setting('fsync') as fsync,
            current_setting('synchronous_commit') as commit, current_setting('server_encoding') as encoding,
            (select array_agg(coalesce(r.rolname, d.datname)::text)
               from pg_db_role_setting s
               left join pg_roles r on r.oid = s.setrole
               left join pg_database d on d.oid = s.setdatabase
              where exists (select from unnest(s.setconfig) as c where c ~* '^synchronous_commit=(off|false|no|0)$')
                and (r.rolname like 'plein%' or d.datname = current_database())) as overridden`,
  )
  const found = rows[0]
  if (!found) throw new Error('The database did not answer a question about itself.')
  const { version, fsync, commit, encoding, overridden } = found
  const major = Math.floor(version / 10_000)
  if (major < oldestMajor)
    throw new Error(
      `The database is PostgreSQL ${major}; Ervaringsplein needs ${oldestMajor} or newer. Move it to a newer version.`,
    )
  if (fsync !== 'on')
    throw new Error(
      'The database runs with fsync=off: a power cut could destroy it. Set fsync = on in postgresql.conf and reload.',
    )
  if (commit === 'off')
    throw new Error(
      'The database runs with synchronous_commit=off: acknowledged writes could be lost. ' +
        'Set synchronous_commit = on in postgresql.conf and reload.',
    )
  if (overridden)
    throw new Error(
      `synchronous_commit is switched off for ${overridden.join(', ')}: acknowledged writes could be lost. ` +
        'Use ALTER ROLE … RESET synchronous_commit, or the same with ALTER DATABASE.',
    )
  if (encoding !== 'UTF8')
    throw new Error(`The database has encoding ${encoding}. Make one with ENCODING 'UTF8' and use that.`)
}
