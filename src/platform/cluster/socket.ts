import { chown, lstat, mkdir, mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Account } from './account.ts'
import { closedDoor } from './account.ts'
import { isRunning } from './process.ts'
import { port } from './settings.ts'

/** The name PostgreSQL gives its socket. */
export const socketName = `.s.PGSQL.${port}`

// sockaddr_un holds 107 bytes on Linux and 103 on macOS.
const longest = 103
const fits = (folder: string) => Buffer.byteLength(join(folder, socketName)) <= longest

/**
 * A folder of mode 0700, owned by the account, for the socket: the recorded one when it is sound or can be made again
 * under the same name (so that processes that joined earlier find the server back), else a new one. Call it under the
 * lock, when no server of ours lives.
 */
export async function readySocketDir(recorded: string | null, account: Account): Promise<string> {
  if (recorded !== null && fits(recorded)) {
    if (await isSound(recorded, account)) {
      // PostgreSQL removes what a dead server left by itself, but takes one that nobody has cleared away for living.
      for (const name of [socketName, `${socketName}.lock`]) await rm(join(recorded, name), { force: true })
      return recorded
    }
    // mkdir refuses a name that exists: nobody can put a folder of their own under ours.
    const made = await mkdir(recorded, { mode: 0o700 }).then(
      () => true,
      () => false,
    )
    if (made) {
      await give(recorded, account)
      if ((await closedDoor(dirname(recorded), account)) === null) return recorded
      await removeSocketDir(recorded)
    }
  }
  for (const folder of [tmpdir(), '/tmp']) {
    const base = await realpath(folder).catch(() => undefined)
    if (base === undefined || !fits(join(base, 'plein-123456'))) continue
    if ((await closedDoor(base, account)) !== null) continue
    const made = await mkdtemp(join(base, 'plein-')).catch(() => undefined)
    if (made === undefined) continue
    await give(made, account)
    return made
  }
  throw new Error('No temporary folder can be written for the socket of the database. Set TMPDIR to one that can.')
}

/** Removes the folder and what is in it; a folder that is gone already is fine. */
export const removeSocketDir = (folder: string) => rm(folder, { recursive: true, force: true }).catch(() => undefined)

async function isSound(folder: string, account: Account): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined)
  if (!found?.isDirectory() || found.uid !== account.uid || (found.mode & 0o777) !== 0o700) return false
  // A copied data folder names the socket of the original, whose server may be running.
  const holder = await readFile(join(folder, `${socketName}.lock`), 'utf8').catch(() => '')
  return holder === '' || !(await isRunning(Number(holder.split('\n')[0])))
}

async function give(folder: string, account: Account): Promise<void> {
  if (account.dropped) await chown(folder, account.uid, account.gid)
}
