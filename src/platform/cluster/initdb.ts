import { randomBytes } from 'node:crypto'
import { chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Placement } from './placement.ts'
import { run } from './process.ts'
import { diskFull, syncFolder } from './record.ts'

/** The administrator of an embedded cluster. */
export const administrator = 'plein_admin'

const workshop = /^new-[0-9a-f]{8}$/

/**
 * Makes the cluster folder, whole or not at all: it is made under another name and moved into place at the end, so a
 * crash leaves nothing but a folder that the next call clears away.
 * @throws Error with the words of initdb.
 */
export async function makeCluster(
  binaries: Binaries,
  placement: Placement,
  account: Account,
  password: string,
  lasting: boolean,
): Promise<void> {
  for (const name of await readdir(placement.home))
    // An initdb whose parent was killed may still be writing in it; then it stays until the next time.
    if (workshop.test(name))
      await rm(join(placement.home, name), { recursive: true, force: true }).catch(() => undefined)

  const folder = join(placement.home, `new-${randomBytes(4).toString('hex')}`)
  const fresh = join(folder, 'postgres')
  const secret = join(folder, 'password')
  await mkdir(folder, { mode: 0o700 })
  await writeFile(secret, `${password}\n`, { mode: 0o600 })
  if (account.dropped) for (const path of [folder, secret]) await chown(path, account.uid, account.gid)
  try {
    let words = ''
    // C.UTF-8 knows letters beyond ASCII and sorts the same on every machine; an older macOS has only C.
    for (const locale of ['C.UTF-8', 'C']) {
      const made = await run(
        join(binaries.bin, 'initdb'),
        [`--pgdata=${fresh}`, '--encoding=UTF8', `--locale=${locale}`, '--text-search-config=simple'].concat([
          `--username=${administrator}`,
          '--auth=scram-sha-256',
          `--pwfile=${secret}`,
          '--data-checksums',
          ...(lasting ? [] : ['--no-sync']),
        ]),
        account,
      )
      if (made.code === 0) {
        await rename(fresh, placement.pgdata)
        await syncFolder(placement.home)
        return
      }
      words = made.words
      if (!/locale/i.test(words)) break
      await rm(fresh, { recursive: true, force: true })
    }
    if (/No space left on device/.test(words)) throw diskFull(placement.home)
    throw new Error(
      `PostgreSQL ${binaries.version} could not make its folder in ${placement.home}: ${lastLines(words)}`,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The last few lines of what a program said, for an error message. */
export const lastLines = (words: string) => words.trim().split('\n').slice(-4).join(' | ')
