import type { ClientBase } from 'pg'
import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import type { Login } from './logins.ts'
import { databaseName, logins, owner, scramVerifier } from './logins.ts'
import { codeOf, newPassword } from './record.ts'

/** What `ensureRoles` leaves behind: a working password for every login, and whether it made the database. */
export type Ensured = { passwords: Record<Login, string>; databaseWasCreated: boolean }

type Attributes = { login: boolean; bypass: boolean; inherit: boolean }

// Any number will do, as long as it is the same in every process.
const oneAtATime = 5_206_137

/**
 * Makes the roles, the database and its rights what design section 4.2 says, on any PostgreSQL from 15 on. May run
 * again at any time, and from two processes at once; rights that were taken away or added by hand are put right.
 * @param admin a connected client that may create roles and databases; in no transaction.
 * @param passwords those to keep. A login without one gets a new random one, also when it had one: nobody can read it back.
 * @throws Error that says which right the administrator lacks.
 */
export async function ensureRoles(
  admin: Client,
  passwords: Partial<Record<Login, string>> = {},
  database: string = databaseName,
): Promise<Ensured> {
  await admin.query('select pg_advisory_lock($1)', [oneAtATime])
  try {
    await ensureRole(admin, owner, { login: false, bypass: false, inherit: true })
    const kept: Partial<Record<Login, string>> = {}
    for (const login of logins) {
      // Without inheritance plein_migrate has the owner's rights only after SET ROLE.
      await ensureRole(admin, login, {
        login: true,
        bypass: login === 'plein_backup',
        inherit: login !== 'plein_migrate',
      })
      const password = passwords[login] ?? newPassword()
      await admin.query(`alter role ${login} password ${escapeLiteral(scramVerifier(password))}`)
      kept[login] = password
    }
    await ensureMember(admin, owner, 'plein_migrate')
    await ensureMember(admin, 'pg_read_all_data', 'plein_backup')
    await admin.query('alter role plein_backup set default_transaction_read_only = on')

    const databaseWasCreated = await ensureDatabase(admin, database)
    await closeDatabase(admin, database)
    return { passwords: kept as Record<Login, string>, databaseWasCreated }
  } catch (error) {
    if (codeOf(error) !== '42501') throw error
    const words = error instanceof Error ? error.message : ''
    throw new Error(
      `The administrator of DATABASE_URL lacks a right: ${words}. It must be a superuser, or have CREATEROLE, CREATEDB, ` +
        'BYPASSRLS and pg_read_all_data with admin option. Before version 16 a superuser must make the last login first: ' +
        'CREATE ROLE plein_backup LOGIN BYPASSRLS.',
      { cause: error },
    )
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [oneAtATime])
  }
}

/**
 * Gives a database to the owner and takes every right on it and on its schema public from PUBLIC; the logins keep
 * only the right to connect. A database made from a template starts with open doors, so each needs this.
 */
export async function closeDatabase(admin: Client, database: string): Promise<void> {
  const name = escapeIdentifier(database)
  const { rows } = await admin.query<{ owner: string }>(
    'select pg_get_userbyid(datdba) as owner from pg_database where datname = $1',
    [database],
  )
  if (rows[0]?.owner !== owner) await admin.query(`alter database ${name} owner to ${owner}`)
  await admin.query(`revoke all on database ${name} from public`)
  await admin.query(`grant connect on database ${name} to ${logins.join(', ')}`)
  const inside = admin.database === database ? admin : await sameServer(admin, database)
  try {
    await inside.query('revoke all on schema public from public')
  } finally {
    if (inside !== admin) await inside.end()
  }
}

async function ensureRole(admin: ClientBase, name: string, wanted: Attributes): Promise<void> {
  const { rows } = await admin.query<Record<string, boolean>>(
    `select rolcanlogin as login, rolbypassrls as bypass, rolinherit as inherit,
            rolsuper or rolcreaterole or rolcreatedb or rolreplication as mighty
       from pg_roles where rolname = $1`,
    [name],
  )
  const found = rows[0]
  const words = [
    wanted.login ? 'login' : 'nologin',
    wanted.inherit ? 'inherit' : 'noinherit',
    ...(wanted.bypass ? ['bypassrls'] : []),
  ]
  if (!found) return void (await admin.query(`create role ${name} ${words.join(' ')}`))
  // Only a superuser may so much as mention some of these, so they are mentioned only when they are wrong.
  if (found['mighty']) words.push('nosuperuser', 'nocreaterole', 'nocreatedb', 'noreplication')
  if (found['bypass'] && !wanted.bypass) words.push('nobypassrls')
  const same =
    found['login'] === wanted.login && found['inherit'] === wanted.inherit && found['bypass'] === wanted.bypass
  if (!same || found['mighty']) await admin.query(`alter role ${name} ${words.join(' ')}`)
}

async function ensureMember(admin: ClientBase, group: string, member: string): Promise<void> {
  const { rows } = await admin.query(
    `select 1 from pg_auth_members where roleid = $1::regrole and member = $2::regrole`,
    [group, member],
  )
  if (rows.length === 0) await admin.query(`grant ${group} to ${member}`)
}

async function ensureDatabase(admin: ClientBase, database: string): Promise<boolean> {
  const { rows } = await admin.query<{ mighty: boolean; exists: boolean; encoding: string }>(
    `select (select rolsuper from pg_roles where rolname = current_user) as mighty,
            exists (select from pg_database where datname = $1) as exists,
            (select pg_encoding_to_char(encoding) from pg_database where datname = 'template1') as encoding`,
    [database],
  )
  // Giving a database away asks for membership of the role it goes to.
  if (!rows[0]?.mighty) await admin.query(`grant ${owner} to current_user`)
  if (rows[0]?.exists) return false
  const template = rows[0]?.encoding === 'UTF8' ? '' : ` template template0 encoding 'UTF8' locale 'C'`
  await admin.query(`create database ${escapeIdentifier(database)} owner ${owner}${template}`)
  return true
}

async function sameServer(admin: Client, database: string): Promise<Client> {
  const { host, port, user, password, ssl } = admin
  const client = new Client({ host, port, database, ssl, ...(user ? { user } : {}), ...(password ? { password } : {}) })
  await client.connect()
  return client
}
