import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** A key-encryption key: 32 bytes under a version from 1 to 255. */
export type KeyEncryptionKey = { readonly version: number; readonly bytes: Uint8Array }

/** What a key file holds: the key that wraps now, and all that can still unwrap, by version. */
export type Keys = {
  readonly current: KeyEncryptionKey
  readonly all: ReadonlyMap<number, KeyEncryptionKey>
}

export type KeyFileProblem =
  | 'absent'
  | 'readable-by-others'
  | 'line-not-understood'
  | 'version-twice'
  | 'key-not-32-bytes'
  | 'no-current'
  | 'versions-used-up'

/** Why a key file is refused. The message never holds any of its content. */
export class KeyFileRefused extends Error {
  readonly problem: KeyFileProblem
  constructor(problem: KeyFileProblem, path?: string) {
    super(`The key file${path === undefined ? '' : ` ${path}`} is refused: ${problem}`)
    this.name = 'KeyFileRefused'
    this.problem = problem
  }
}

/**
 * Reads the lines of a key file: `current VERSION`, and per key `VERSION BASE64` (32 bytes). Empty lines and lines that
 * start with # are skipped. @throws KeyFileRefused
 */
export function parseKeys(text: string): Keys {
  const all = new Map<number, KeyEncryptionKey>()
  let currentVersion = 0
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    if (line === '' || line.startsWith('#')) continue
    const [, name = '', value = ''] = /^(current|[1-9]\d{0,2})\s+(\S+)$/.exec(line) ?? []
    if (name === 'current' && /^[1-9]\d{0,2}$/.test(value) && currentVersion === 0) currentVersion = Number(value)
    else if (name === '' || name === 'current' || Number(name) > 255) throw new KeyFileRefused('line-not-understood')
    else if (all.has(Number(name))) throw new KeyFileRefused('version-twice')
    else all.set(Number(name), { version: Number(name), bytes: keyBytes(value) })
  }
  const current = all.get(currentVersion)
  if (current === undefined) throw new KeyFileRefused('no-current')
  return { current, all }
}

/** @returns the content of a key file that `parseKeys` reads back. */
export const formatKeys = (keys: Keys): string =>
  [
    '# Whoever holds this file and the database can read what is sealed. Keep it apart from the backups.',
    `current ${keys.current.version}`,
    ...[...keys.all.values()].map((key) => `${key.version} ${Buffer.from(key.bytes).toString('base64')}`),
    '',
  ].join('\n')

/** @returns the keys with one fresh key more, which is the current one. @throws KeyFileRefused after version 255. */
export function withFreshKey(keys: Keys | null): Keys {
  const version = Math.max(0, ...(keys?.all.keys() ?? [])) + 1
  if (version > 255) throw new KeyFileRefused('versions-used-up')
  const current = { version, bytes: randomBytes(32) }
  return { current, all: new Map([...(keys?.all ?? []), [version, current]]) }
}

/** @returns the keys of an existing file. @throws KeyFileRefused when it is absent, or readable by group or others. */
export function readKeyFile(path: string): Keys {
  const file = openExisting(path)
  try {
    // Asked of the open file, so that it cannot be exchanged between the question and the reading.
    if ((fstatSync(file).mode & 0o077) !== 0) throw new KeyFileRefused('readable-by-others', path)
    return parseKeys(readFileSync(file, 'utf8'))
  } finally {
    closeSync(file)
  }
}

/**
 * Reads the key file, or makes it with one fresh key and mode 0600 when there is none. Two processes that start together
 * end with the same keys. @throws KeyFileRefused, and what the file system throws when the folder cannot be written.
 */
export function readOrMakeKeyFile(path: string): Keys {
  try {
    return readKeyFile(path)
  } catch (error) {
    if (!(error instanceof KeyFileRefused && error.problem === 'absent')) throw error
  }
  const fresh = writeBeside(path, withFreshKey(null))
  try {
    // A link, unlike a rename, never replaces keys that another process wrote in between.
    linkSync(fresh, path)
    syncFolder(path)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    unlinkSync(fresh)
  }
  return readKeyFile(path)
}

/** Adds a fresh current key to an existing file; the older ones stay, to unwrap with. A crash leaves the old file or the new. */
export function rotateKeyFile(path: string): Keys {
  const keys = withFreshKey(readKeyFile(path))
  renameSync(writeBeside(path, keys), path)
  syncFolder(path)
  return keys
}

function keyBytes(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length !== 32 || bytes.toString('base64') !== base64) throw new KeyFileRefused('key-not-32-bytes')
  return bytes
}

function openExisting(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if (isCode(error, 'ENOENT')) throw new KeyFileRefused('absent', path)
    throw error
  }
}

function writeBeside(path: string, keys: Keys): string {
  const beside = `${path}.${randomBytes(6).toString('hex')}`
  const file = openSync(beside, 'wx', 0o600)
  try {
    writeFileSync(file, formatKeys(keys))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return beside
}

function syncFolder(path: string): void {
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code
