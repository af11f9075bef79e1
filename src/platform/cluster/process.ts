import { execFile, spawn } from 'node:child_process'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { basename } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account.ts'
import { credentials } from './account.ts'
import { codeOf } from './record.ts'

const execute = promisify(execFile)

/** Whether a process of that number runs. One that is dead but not yet cleared away by its parent does not run. */
export async function isRunning(pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false
  }
  return (await stateOf(pid)) !== 'Z'
}

/**
 * Whether that process is PostgreSQL working in that folder (a server always works from its data folder), so that a
 * number given out again to another program is not mistaken for it.
 */
export async function isPostgresIn(pid: number, pgdata: string): Promise<boolean> {
  if (!(await isRunning(pid))) return false
  if (process.platform === 'linux') {
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')
    // Root inside a container may not follow this link of another account; then the command line must do.
    const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
    return basename(words[0] ?? '') === 'postgres' && (cwd === undefined ? words.includes(pgdata) : cwd === pgdata)
  }
  const { stdout } = await execute('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return stdout.includes('postgres') && stdout.includes(pgdata)
}

/**
 * The processes of PostgreSQL that work in that folder, with or without a server above them. Empty where the system does
 * not tell (macOS, and root in a container without the right to look).
 */
export async function processesIn(pgdata: string): Promise<number[]> {
  const found: number[] = []
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name)) continue
    const cwd = await readlink(`/proc/${name}/cwd`).catch(() => undefined)
    if (cwd !== pgdata) continue
    const words = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')
    if (/^(postgres:|[^\0]*\/postgres\0)/.test(words)) found.push(Number(name))
  }
  return found
}

/** Everything of our environment that PostgreSQL needs: nothing that starts with PG, and plain messages. */
export const plainEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' })

/** Runs a program under the account to its end. @returns exit code (null when killed or not startable) and its words. */
export function run(
  program: string,
  args: string[],
  account: Account,
  cwd = '/',
): Promise<{ code: number | null; words: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: plainEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...credentials(account),
    })
    let words = ''
    child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()))
    child.on('error', (error) => resolve({ code: null, words: `${words}${error.message}` }))
    child.on('close', (code) => resolve({ code, words }))
  })
}

async function stateOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    // The name stands in brackets and may hold spaces and brackets itself.
    return text.slice(text.lastIndexOf(')') + 2).at(0)
  }
  const { stdout } = await execute('ps', ['-o', 'state=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return stdout.trim().at(0)
}
