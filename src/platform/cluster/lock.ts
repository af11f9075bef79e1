import { randomBytes } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, diskFull, handOver } from './record.ts'

// A lock is a lock of the operating system on a file, held through an empty SQLite database: the one lock that Node
// offers which the kernel lets go at kill -9, whatever happens to process numbers afterwards. Nothing is ever written
// into it, and no other code may open these files: closing any handle on them would drop the lock.

const waitAtMost = 300_000

/**
 * Runs the work while no other process (nor other call in this one) holds the lock.
 * @throws Error that names the lock when another process keeps it for five minutes.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now()
  let held = take(file)
  while (!held) {
    if (Date.now() - started > waitAtMost)
      throw new Error(`Another process has been opening this data folder for five minutes (${file}).`)
    await sleep(20)
    held = take(file)
  }
  try {
    await handOver(file, dirname(file))
    return await work()
  } finally {
    held.close()
  }
}

/** A process that uses the cluster, as long as it lives or until it leaves. */
export type Joined = { leave(): Promise<void> }

/** Joins: from now until `leave` or the death of this process, `countJoined` counts one more. Call it under the lock. */
export async function joinIn(folder: string): Promise<Joined> {
  const file = join(folder, `${process.pid}-${randomBytes(4).toString('hex')}`)
  const held = take(file)
  if (!held) throw new Error(`${file} is locked already.`)
  await handOver(file, dirname(folder))
  return {
    leave: async () => {
      if (held.isOpen) held.close()
      await rm(file, { force: true })
    },
  }
}

/** How many processes (or calls) have joined and live. Sweeps away what dead ones left. Call it under the lock. */
export async function countJoined(folder: string): Promise<number> {
  let living = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name)
    const held = take(file)
    if (!held) living += 1
    else {
      held.close()
      await rm(file, { force: true })
    }
  }
  return living
}

function take(file: string): DatabaseSync | undefined {
  let database
  try {
    database = new DatabaseSync(file, { timeout: 0 })
    // A journal would be a second file beside the lock.
    database.exec('pragma journal_mode = memory; begin exclusive')
    return database
  } catch (error) {
    database?.close()
    const number = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined
    if (number === 5) return undefined
    if (number === 13 || codeOf(error) === 'ENOSPC') throw diskFull(dirname(file), error)
    throw new Error(`The lock ${file} cannot be taken by this user. Start as the owner of the folder.`, {
      cause: error,
    })
  }
}
