import { spawn } from 'node:child_process'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from './account.ts'
import { credentials } from './account.ts'
import type { Binaries } from './binaries.ts'
import { lastLines } from './initdb.ts'
import { isPostgresIn, isRunning, plainEnvironment, processesIn } from './process.ts'
import { codeOf, diskFull, handOver } from './record.ts'

/** A running server of ours, as its own `postmaster.pid` describes it. */
export type Postmaster = { pid: number; socketDir: string; status: string }

const largestLog = 5_000_000
const longestRecovery = 600_000

/**
 * The live server of this folder, whoever started it.
 * @returns null when there is none. A note left by a dead server, whose number may belong to another program by now,
 * is removed: PostgreSQL itself would refuse to start beside it. The shared memory of the folder still guards against
 * a second server. Call it under the lock.
 */
export async function findPostmaster(pgdata: string): Promise<Postmaster | null> {
  const noted = (await readNote(pgdata)) ?? (await readNoteAgain(pgdata))
  if (noted === 'absent') return null
  if (noted && (await isPostgresIn(noted.pid, pgdata))) return noted
  await rm(join(pgdata, 'postmaster.pid'), { force: true })
  return null
}

/** What a start needs. `settings` become `-c name=value`. */
export type Start = {
  binaries: Binaries
  pgdata: string
  socketDir: string
  account: Account
  settings: Record<string, string>
  logFile: string
  dataDir: string
  log: (line: string) => void
}

/**
 * Starts the server and waits until it takes connections; a crash before is repaired by PostgreSQL meanwhile.
 * Tries again, with growing pauses up to half a minute together, while processes of a dead server hold the folder.
 * @throws Error that says what is wrong and what to do.
 */
export async function startPostmaster(start: Start): Promise<Postmaster> {
  let words = ''
  for (const pause of [0, 50, 100, 200, 400, 800, 1600, 3200, 6400, 12_800]) {
    await sleep(pause)
    const outcome = await tryStart(start)
    if (typeof outcome !== 'string') return outcome
    words = outcome
    if (!/pre-existing shared memory block|lock file "postmaster\.pid" (already exists|is empty)/.test(words)) break
    if (!(await findPostmaster(start.pgdata))) await endOrphans(start.pgdata)
  }
  if (/No space left on device/.test(words)) throw diskFull(start.pgdata)
  if (/pre-existing shared memory block/.test(words))
    throw new Error(`Processes of an earlier PostgreSQL still use ${start.pgdata}. End them, then start again.`)
  throw new Error(`PostgreSQL ${start.binaries.version} did not start (see ${start.logFile}): ${lastLines(words)}`)
}

/**
 * Stops the server: sessions are broken off, what was acknowledged is on disk. Returns when it is gone.
 * @throws Error when it still runs after 60 seconds.
 */
export async function stopPostmaster(pgdata: string): Promise<void> {
  const running = await findPostmaster(pgdata)
  if (!running) return
  // SIGINT is PostgreSQL's fast stop. SIGQUIT stops at once; the next start then repairs, so nothing is lost by it.
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 30_000],
  ] as const) {
    try {
      process.kill(running.pid, signal)
    } catch (error) {
      if (codeOf(error) === 'ESRCH') return
      throw error
    }
    for (const started = Date.now(); Date.now() - started < patience; await sleep(10))
      if (!(await isRunning(running.pid))) return
  }
  throw new Error(`PostgreSQL (process ${running.pid}) does not stop.`)
}

/** Waits for a server that is starting. @returns null when it went away instead, or was already stopping and is gone. */
export async function whenReady(pgdata: string, log: (line: string) => void): Promise<Postmaster | null> {
  for (let waited = 0; waited < longestRecovery; waited += 10) {
    const found = await findPostmaster(pgdata)
    if (!found || found.status === 'ready') return found
    if (waited > 0 && waited % 10_000 === 0) log(`PostgreSQL is ${found.status}; waiting (${waited / 1000} s).`)
    await sleep(10)
  }
  throw new Error(`PostgreSQL in ${pgdata} has been starting for ten minutes. Its log says why.`)
}

// Sessions of a server that was killed end by themselves, but late in the middle of a long computation. There is nobody
// left to answer to, and what they acknowledged is in the log of the database, so they may go at once.
async function endOrphans(pgdata: string): Promise<void> {
  for (const pid of await processesIn(pgdata))
    try {
      process.kill(pid, 'SIGQUIT')
    } catch (error) {
      if (codeOf(error) !== 'ESRCH') throw error
    }
}

async function tryStart({
  binaries,
  pgdata,
  socketDir,
  account,
  settings,
  ...rest
}: Start): Promise<Postmaster | string> {
  const { logFile, dataDir, log } = rest
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  )
  if (size > largestLog) await rename(logFile, `${logFile}.1`)
  const from = size > largestLog ? 0 : size
  const output = await open(logFile, 'a', 0o600)
  await handOver(logFile, dataDir)
  try {
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    // A process group of its own: Ctrl-C in the terminal and the death of this process leave the server in peace.
    const child = spawn(join(binaries.bin, 'postgres'), ['-D', pgdata, '-k', socketDir, ...options], {
      cwd: '/',
      env: plainEnvironment(),
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
      ...credentials(account),
    })
    const ended: { words?: string } = {}
    child.on('error', (error) => (ended.words = error.message))
    child.on('exit', (code, signal) => (ended.words ??= `It ended with ${code ?? signal}.`))
    child.unref()
    for (let waited = 0; ended.words === undefined && waited < longestRecovery; waited += 10) {
      const noted = await readNote(pgdata)
      if (noted !== null && noted !== 'absent' && noted.pid === child.pid && noted.status === 'ready') return noted
      if (waited > 0 && waited % 10_000 === 0) log(`PostgreSQL is repairing after a crash (${waited / 1000} s).`)
      await sleep(10)
    }
    return `${(await readFile(logFile)).subarray(from).toString()}\n${ended.words ?? 'It is not ready after ten minutes.'}`
  } finally {
    await output.close()
  }
}

// Empty for the moment in which a server makes it, and for ever when the disk was full just then.
async function readNoteAgain(pgdata: string): Promise<Postmaster | 'absent' | null> {
  await sleep(100)
  return readNote(pgdata)
}

/**
 * postmaster.pid: number, folder, start time, port, socket folder, address, shared memory, status; one per line.
 * @returns null when it is there but empty.
 */
async function readNote(pgdata: string): Promise<Postmaster | 'absent' | null> {
  const text = await readFile(join(pgdata, 'postmaster.pid'), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return 'absent'
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  return { pid, socketDir: lines[4] ?? '', status: lines[7] ?? 'starting' }
}
