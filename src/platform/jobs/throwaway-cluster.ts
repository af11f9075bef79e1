import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

const binaries = '/usr/lib/postgresql/15/bin'
const logins = ['plein_migrate', 'plein_house', 'plein_square', 'plein_worker', 'plein_backup']

/** A private PostgreSQL for the tests of this folder's neighbours; gone after `close`. */
export type ThrowawayCluster = {
  /** The URL of a login (or of `postgres`, who may do all) in a database. */
  url(login: string, database?: string): string
  /** Makes a database with every migration in it. */
  makeDatabase(name: string): Promise<void>
  /** Runs statements as the superuser. */
  asSuperuser(database: string, statements: string): Promise<void>
  close(): Promise<void>
}

/** @returns null, and says so, when this machine has no PostgreSQL 15 to start. */
export async function openThrowawayCluster(): Promise<ThrowawayCluster | null> {
  if (!existsSync(join(binaries, 'initdb'))) {
    process.stdout.write(`skipped: committed tests of the platform need PostgreSQL 15 in ${binaries}\n`)
    return null
  }
  const folder = mkdtempSync(join(tmpdir(), 'plein-'))
  const cluster = join(folder, 'c')
  mkdirSync(cluster)
  const account = process.getuid?.() === 0 ? accountOf('postgres') : undefined
  if (account) for (const path of [folder, cluster]) chownSync(path, account.uid, account.gid)
  const options = ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
  execFileSync(join(binaries, 'initdb'), options, { ...account, cwd: folder, stdio: 'ignore' })
  writeFileSync(
    join(cluster, 'postgresql.auto.conf'),
    `listen_addresses = ''\nunix_socket_directories = '${folder}'\nfsync = off\nmax_connections = 60\n`,
  )
  const server = spawn(join(binaries, 'postgres'), ['-D', cluster], { ...account, cwd: folder, stdio: 'ignore' })
  const url = (login: string, database = 'postgres') =>
    `postgres://${login}@/${database}?host=${encodeURIComponent(folder)}`
  await answered(url('postgres'))

  const asSuperuser = async (database: string, statements: string) => {
    const client = new Client({ connectionString: url('postgres', database) })
    await client.connect()
    try {
      await client.query(statements)
    } finally {
      await client.end()
    }
  }
  await asSuperuser(
    'postgres',
    `create role plein_owner nologin; ${logins.map((name) => `create role ${name} login;`).join(' ')}
     alter role plein_backup bypassrls; grant pg_read_all_data to plein_backup; grant plein_owner to plein_migrate;
     grant set on parameter "plein.owner_sees" to plein_owner;`,
  )
  return {
    url,
    asSuperuser,
    async makeDatabase(name) {
      await asSuperuser('postgres', `create database ${name} owner plein_owner`)
      const files = readdirSync('db/migrations')
        .filter((file) => /platform/.test(file))
        .toSorted()
      for (const file of files)
        await asSuperuser(
          name,
          `set role plein_owner; begin; ${readFileSync(join('db/migrations', file), 'utf8')}; commit;`,
        )
    },
    close: () => stopped(server, folder),
  }
}

const accountOf = (name: string) => {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function answered(url: string) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      return await client.end()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  throw new Error('the cluster of the test does not answer')
}

const stopped = (server: ChildProcess, folder: string) =>
  new Promise<void>((resolve) => {
    server.once('exit', () => {
      rmSync(folder, { recursive: true, force: true })
      resolve()
    })
    server.kill('SIGINT')
  })
