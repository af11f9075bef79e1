import { chmod, lstat, mkdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Account } from './account.ts'
import { closedDoor } from './account.ts'
import { codeOf, filesOf, readRecord } from './record.ts'

// PostgreSQL never runs as root, and it must be able to enter every folder above its own. A project in /root, or in any
// other folder that only root enters, cannot hold it. Opening those folders, or giving PostgreSQL the right to read every
// file of the machine, would be worse than moving: so the cluster then lives in a folder of the system for lasting data,
// and `postgres` in the data folder is a link to it. `belongs-to` beside the cluster points back.

/** A folder for lasting data that every user may pass through. */
export const outside = process.platform === 'darwin' ? '/usr/local/var/ervaringsplein' : '/var/lib/ervaringsplein'

/** Where the parts of a cluster lie. `home` holds `postgres/`; `shelf` may hold a copy of the npm programs. */
export type Placement = { home: string; pgdata: string; shelf: string; moved: boolean }

/**
 * The place for a new cluster: the data folder, or a folder of the system when the account cannot enter that.
 * @throws Error that names the closed folder when there is no place that the account can enter.
 */
export async function placeFor(dataDir: string, id: string, account: Account): Promise<Placement> {
  const door = await closedDoor(dataDir, account)
  if (door === null) return inside(dataDir)
  const placement = elsewhere(join(outside, id))
  try {
    await mkdir(placement.home, { recursive: true, mode: 0o755 })
    for (const folder of [outside, placement.home]) await chmod(folder, 0o755)
    await writeFile(join(placement.home, 'belongs-to'), dataDir, { mode: 0o600 })
    await link(filesOf(dataDir).postgres, placement.pgdata)
  } catch (error) {
    throw new Error(`PostgreSQL runs as ${account.name}, who cannot enter ${door}. Choose a DATA_DIR elsewhere.`, {
      cause: error,
    })
  }
  const still = await closedDoor(placement.home, account)
  if (still !== null)
    throw new Error(`PostgreSQL runs as ${account.name}, who cannot enter ${still}. Choose a DATA_DIR elsewhere.`)
  return placement
}

/**
 * The recorded place of an existing cluster.
 * @throws Error when this data folder is a copy of one that still exists: two folders would write in one cluster.
 */
export async function placeOf(dataDir: string, home: string | null, id: string): Promise<Placement> {
  if (home === null) return inside(dataDir)
  const note = join(home, 'belongs-to')
  const owner = await readFile(note, 'utf8').catch(() => undefined)
  if (owner !== undefined && owner !== dataDir) {
    const other = await readRecord(owner).catch(() => undefined)
    if (other?.id === id)
      throw new Error(
        `${dataDir} is a copy of ${owner}, and both point to ${home}. Make a back-up and restore it here.`,
      )
    await writeFile(note, dataDir, { mode: 0o600 })
  }
  return elsewhere(home)
}

const inside = (dataDir: string): Placement => ({
  home: dataDir,
  pgdata: filesOf(dataDir).postgres,
  shelf: filesOf(dataDir).binaries,
  moved: false,
})

const elsewhere = (home: string): Placement => ({
  home,
  pgdata: join(home, 'postgres'),
  // All moved clusters of the machine share one copy of the programs.
  shelf: join(dirname(home), 'binaries'),
  moved: true,
})

async function link(path: string, target: string): Promise<void> {
  try {
    await symlink(target, path)
  } catch (error) {
    const same = codeOf(error) === 'EEXIST' && (await lstat(path)).isSymbolicLink() && (await readlink(path)) === target
    if (!same) throw error
  }
}
