import { statSync } from 'node:fs'
import { join } from 'node:path'
import { KeyFileRefused, readKeyFile, readOrMakeKeyFile, type Keys } from '../lib/crypto/keyFile.ts'
import type { Config } from '../platform/config.ts'

/** Where the key file is: KEY_FILE, else in the data folder. */
export const keyFileOf = (config: Config): string => config.keyFile ?? join(config.dataDir, 'keys.json')

const lookAgainMs = 500

/** How long after a rotation every running process knows the new key, in milliseconds. */
export const keysSettleMs = 4 * lookAgainMs

/**
 * The keys of a key file, as it is now: when `rotate-keys` adds a key, running processes know it within half a second, so
 * they can read what it wraps. A file that is gone for a moment changes nothing: what was read stays.
 */
export function liveKeys(path: string, read: () => Keys = () => readKeyFile(path)): Keys {
  let keys = read()
  const stampOf = () => {
    try {
      const { mtimeMs, ino, size } = statSync(path)
      return `${mtimeMs} ${ino} ${size}`
    } catch {
      return null
    }
  }
  let stamp = stampOf()
  let looked = performance.now()
  const fresh = (): Keys => {
    if (performance.now() - looked < lookAgainMs) return keys
    looked = performance.now()
    const now = stampOf()
    if (now === null || now === stamp) return keys
    try {
      keys = readKeyFile(path)
      stamp = now
    } catch {
      // Looked at between two states; the next look finds it.
    }
    return keys
  }
  return {
    get current() {
      return fresh().current
    },
    get all() {
      return fresh().all
    },
  }
}

/**
 * The keys for a database. One that holds sealed data never gets a new key file: a lost one must be put back.
 * @throws Error with a sentence for the operator
 */
export function keysFor(path: string, holdsSealed: boolean): Keys {
  try {
    return liveKeys(path, () => (holdsSealed ? readKeyFile(path) : readOrMakeKeyFile(path)))
  } catch (error) {
    if (!(error instanceof KeyFileRefused)) throw error
    throw new Error(sentenceOf(error, path), { cause: error })
  }
}

function sentenceOf({ problem, message }: KeyFileRefused, path: string): string {
  switch (problem) {
    case 'absent':
      return `The key file ${path} is gone, and this database holds data that only it opens. Put the file back from your copy (or set KEY_FILE). No new one was made.`
    case 'readable-by-others':
      return `The key file ${path} can be read by others. Take that away with: chmod 600 ${path}`
    default:
      return `${message}. Put the file back from your copy.`
  }
}
