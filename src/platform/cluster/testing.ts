// What the tests of this folder share: scratch folders, other processes, and the reason to skip.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdtemp, readFile, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Account } from './account.ts'
import { accountFor, credentials } from './account.ts'
import { findBinaries } from './binaries.ts'
import type { Cluster } from './cluster.ts'
import { removeCluster } from './cluster.ts'
import { outside } from './placement.ts'
import type { Kind } from './record.ts'

const made: string[] = []

/** An empty folder for a cluster, cleared by `removeScratch`. */
export async function scratch(owner?: Account): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'plein-test-')))
  if (owner?.dropped) await chown(folder, owner.uid, owner.gid)
  made.push(folder)
  return folder
}

/** A folder like `scratch`, within one that only its owner enters. */
export async function closedScratch(): Promise<string> {
  const folder = await scratch()
  await chmod(folder, 0o700)
  made.pop()
  made.push(join(folder, 'data'), folder)
  return join(folder, 'data')
}

export async function removeScratch(): Promise<void> {
  for (const folder of made.splice(0)) await removeCluster(folder)
}

/** Why a kind of binaries cannot be tested here; null when it can. */
export async function whyMissing(kind: Kind): Promise<string | null> {
  const account = await accountFor('/nonexistent')
  const shelf = join(account.dropped ? outside : tmpdir(), 'binaries')
  const { found, reasons } = await findBinaries(kind, account, shelf)
  return found.length > 0 ? null : `no PostgreSQL of kind ${kind} here ${reasons.join('; ')}`
}

/** Says on the output of the tests what was left out and why. */
export const skipped = (what: string, why: string) => say(`skipped: ${what}: ${why}`)

/** A line on the output of the tests. */
export const say = (line: string) => void process.stdout.write(`${line}\n`)

type Said = Pick<Cluster, 'kind' | 'version' | 'socketDir' | 'urls' | 'databaseWasCreated'>

/** Another Node process that opens the cluster. */
export function member(options: { dataDir: string; prefer?: Kind; writes?: boolean }, account?: Account) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'member.testing.ts'), JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], TMPDIR: tmpdir() },
    ...(account ? credentials(account) : {}),
  })
  const lines: string[] = []
  let words = ''
  createInterface(child.stdout).on('line', (line) => lines.push(line))
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()))
  child.stdin.on('error', () => undefined)
  const closed = once(child, 'close')
  const until = async (count: number): Promise<void> => {
    while (lines.length < count) {
      if (child.exitCode !== null) throw new Error(words)
      await sleep(5)
    }
  }
  return {
    pid: child.pid ?? 0,
    said: async (): Promise<Said> => {
      await until(1)
      return JSON.parse(lines[0] ?? '')
    },
    /** Waits for so many acknowledged writes. */
    acknowledged: (count: number) => until(count + 1),
    /** All acknowledged writes; complete once the process has ended. */
    ledger: () => lines.slice(1).map(Number),
    ended: async (): Promise<string> => closed.then(() => words),
    kill: async (): Promise<void> => {
      child.kill('SIGKILL')
      await closed
    },
    stop: async (): Promise<void> => {
      child.stdin.write('stop\n')
      await closed
    },
  }
}

/** One query, its first column. */
export async function ask(url: string, query: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<unknown[]>({ text: query, values, rowMode: 'array' })
    return rows.map((row) => row[0])
  } finally {
    await client.end()
  }
}

/** The process number of the server of a cluster folder. */
export const postmasterOf = async (dataDir: string) =>
  Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])

export const quiet = () => undefined
