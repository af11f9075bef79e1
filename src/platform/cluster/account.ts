import { execFile } from 'node:child_process'
import { access, constants, realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** The system account that PostgreSQL runs under. `dropped` says that we are root and step down to it. */
export type Account = { uid: number; gid: number; name: string; dropped: boolean }

const unprivileged = ['postgres', '_postgres', 'nobody']

/**
 * The account for PostgreSQL: our own, or when we are root (which PostgreSQL refuses) the owner of an existing
 * cluster, else the first of postgres, _postgres and nobody that exists.
 * @throws Error that says what to do when root finds no such account, or when the cluster belongs to somebody else.
 */
export async function accountFor(pgdata: string): Promise<Account> {
  const own = process.getuid?.() ?? -1
  const owner = await stat(pgdata).catch(() => undefined)
  if (own !== 0) {
    if (owner && owner.uid !== own)
      throw new Error(`${pgdata} belongs to another user (number ${owner.uid}). Start as that user, or as root.`)
    return { uid: own, gid: process.getgid?.() ?? -1, name: process.env['USER'] ?? `user ${own}`, dropped: false }
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `user ${owner.uid}`, dropped: true }
  for (const name of unprivileged) {
    const account = await accountNamed(name)
    if (account) return account
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user postgres or nobody to run it as. ' +
      'Make one (useradd --system postgres), or start as an ordinary user.',
  )
}

/** The account of that name, to step down to; undefined when the machine does not know it. */
export async function accountNamed(name: string): Promise<Account | undefined> {
  try {
    const uid = Number((await execute('id', ['-u', name])).stdout)
    const gid = Number((await execute('id', ['-g', name])).stdout)
    return { uid, gid, name, dropped: true }
  } catch {
    return undefined
  }
}

/** The part of `spawn` options that makes a child run under the account. */
export const credentials = (account: Account): { uid?: number; gid?: number } =>
  account.dropped ? { uid: account.uid, gid: account.gid } : {}

/**
 * The first folder on the way to `path` (itself included) that the account cannot enter; null when it can come in.
 * Looks at owner, group and other only: an access list may allow more, and then we take the longer way for nothing.
 */
export async function closedDoor(path: string, account: Account): Promise<string | null> {
  if (!account.dropped) return null
  const steps: string[] = []
  for (let step = await realpath(path); ; step = dirname(step)) {
    steps.unshift(step)
    if (step === dirname(step)) break
  }
  for (const step of steps) if (!(await allows(step, account, 0o1))) return step
  return null
}

/** Whether the account can read the file, and enter every folder on the way to it. */
export async function canRead(file: string, account: Account): Promise<boolean> {
  try {
    if (!account.dropped) return await access(file, constants.R_OK).then(() => true)
    return (await closedDoor(dirname(file), account)) === null && (await allows(file, account, 0o4))
  } catch {
    return false
  }
}

async function allows(path: string, account: Account, bit: number): Promise<boolean> {
  const { mode, uid, gid } = await stat(path)
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
  return ((mode >> shift) & bit) === bit
}
