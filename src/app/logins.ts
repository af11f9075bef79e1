import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { z } from 'zod'
import { ensureRoles, startUpChecks } from '../platform/cluster/cluster.ts'
import { logins, type Login } from '../platform/cluster/logins.ts'
import type { Config } from '../platform/config.ts'
import type { Urls } from './opening.ts'

const Kept = z.object({
  /** Where the database is, without user or password; absent in files of before this was kept. */
  server: z.string().optional(),
  passwords: z.record(z.string(), z.string()),
})
type Kept = z.infer<typeof Kept>

/** The file with the logins of an operator's PostgreSQL, beside the key file and as secret as that one. */
export const loginsFile = (keyFile: string): string => join(dirname(keyFile), 'database-logins.json')

/** @returns null when there is no such file. @throws Error when it is there and cannot be understood. */
export async function readLogins(file: string): Promise<Kept | null> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  try {
    const value: unknown = JSON.parse(text)
    const read = Kept.safeParse(value)
    return read.success ? read.data : { passwords: z.record(z.string(), z.string()).parse(value) }
  } catch (error) {
    throw new Error(
      `${file} is damaged. Put it back from a copy, or make new logins with: bin/plein migrate --new-logins`,
      {
        cause: error,
      },
    )
  }
}

// Whole or not at all: another process may be reading it.
async function writeLogins(file: string, kept: Kept): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const beside = `${file}.${randomBytes(4).toString('hex')}`
  const handle = await open(beside, 'wx', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(kept, null, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(beside, file)
}

const withUser = (url: string, user: string, password: string) => {
  const made = new URL(url)
  made.username = user
  made.password = password
  return made.toString()
}

const withoutUser = (url: string) => {
  const made = new URL(url)
  made.username = ''
  made.password = ''
  made.searchParams.delete('user')
  made.searchParams.delete('password')
  return made.toString()
}

const urlsWith = (server: string, passwords: Readonly<Record<string, string>>, config: Config): Urls | null => {
  const url = (login: Login) => {
    const password = passwords[login]
    return password === undefined ? undefined : withUser(server, login, password)
  }
  const { house = url('plein_house'), square = url('plein_square'), worker = url('plein_worker') } = config.databaseUrls
  if (!house || !square || !worker) return null
  const migrate = url('plein_migrate')
  const backup = url('plein_backup')
  return { house, square, worker, ...(migrate && { migrate }), ...(backup && { backup }) }
}

/** The logins of the running program, when no administrator's URL was given: from the environment, else from the file. */
export async function runningLogins(config: Config, keyFile: string): Promise<Urls | null> {
  const { house, square, worker } = config.databaseUrls
  const given = [house, square, worker].filter((url) => url !== undefined).length
  const kept = await readLogins(loginsFile(keyFile))
  const urls = urlsWith(kept?.server ?? '', kept?.server ? kept.passwords : {}, config)
  if (urls) return urls
  if (given > 0)
    throw new Error(
      'Set all three of DATABASE_URL_HOUSE, DATABASE_URL_SQUARE and DATABASE_URL_WORKER, or none of them and DATABASE_URL.',
    )
  return null
}

// Any number will do, as long as it is the same in every process.
const oneAtATime = 5_206_138

/** The passwords that the given URLs name, by login. */
function passwordsIn(config: Config): Record<string, string> {
  const urls = Object.values(config.databaseUrls).map((url) => new URL(url))
  return Object.fromEntries(
    urls
      .filter((url) => url.username.startsWith('plein_') && url.password !== '')
      .map((url) => [url.username, decodeURIComponent(url.password)]),
  )
}

/**
 * Sees to the roles of an operator's PostgreSQL and keeps their passwords beside the key file. Two processes that do so at
 * once go one after the other and end with the same passwords.
 * @throws Error when logins exist whose passwords are not known here: another installation may be using them.
 */
export async function ensureLogins(
  config: Config,
  adminUrl: string,
  keyFile: string,
  newLogins: boolean,
): Promise<{ urls: Urls; fresh: boolean }> {
  const admin = new Client({ connectionString: adminUrl, application_name: 'plein migrate' })
  admin.on('error', () => {})
  await admin.connect()
  try {
    await startUpChecks(admin)
    await admin.query('select pg_advisory_lock($1)', [oneAtATime])
    const file = loginsFile(keyFile)
    const kept = await readLogins(file).catch((error: unknown) => {
      if (newLogins) return null
      throw error
    })
    const known: Record<string, string> = { ...kept?.passwords, ...passwordsIn(config) }
    const { rows } = await admin.query<{ rolname: string }>(
      'select rolname from pg_roles where rolname = any($1) and rolcanlogin',
      [logins],
    )
    const strange = rows.map((row) => row.rolname).filter((login) => known[login] === undefined)
    if (strange.length > 0 && !newLogins)
      throw new Error(
        `This server knows ${strange.join(', ')} already, and ${file} does not hold their passwords. Copy that file from the ` +
          'machine that made them. When it is lost: bin/plein migrate --new-logins gives them new ones, and whatever still uses the old ones stops.',
      )
    const database = decodeURIComponent(new URL(adminUrl).pathname.slice(1))
    const { passwords, databaseWasCreated } = await ensureRoles(admin, known, database)
    await writeLogins(file, { server: withoutUser(adminUrl), passwords })
    const urls = urlsWith(adminUrl, passwords, config)
    if (!urls) throw new Error('The logins were not made.')
    return { urls: { admin: adminUrl, ...urls }, fresh: databaseWasCreated }
  } finally {
    await admin.end()
  }
}
