import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Config } from '../../platform/config.ts'
import type { Database } from '../../platform/db/database.ts'
import { makeLog } from '../../platform/log.ts'
import type { Mode, Platform } from '../../platform/platform.ts'
import { house } from '../house.ts'
import { asOperator, installedMode, isEmpty, markAs, recordCommand } from '../installation.ts'
import { openUpToDate, type Opened } from '../opening.ts'
import { loadReference } from '../reference.ts'
import { standUp } from '../running.ts'
import { fillWithDemo } from '../seed/demo.seed.ts'
import { fillWithTest } from '../seed/test.seed.ts'
import { print, tell } from './command.ts'

/** Refuses a database in which anything is that was not seeded, and gives an empty one its purpose. */
async function claim(database: Database, mode: Mode): Promise<void> {
  await asOperator(database, 'seed', async (tx) => {
    const known = await installedMode(tx)
    if (!(await isEmpty(tx)))
      throw new Error(
        'This database holds something already. Invented people go into an empty one only: choose another DATA_DIR.',
      )
    if (known !== null && known !== mode)
      throw new Error(`This database is marked ${known}. It cannot become ${mode}: choose another DATA_DIR.`)
    await markAs(tx, mode)
    await tx.updateTable('platform_installation').set({ seeded: 'making' }).execute()
    await recordCommand(tx, `seed-${mode}`, new Date())
  })
}

async function withSeeding(
  config: Config,
  mode: 'demo' | 'test',
  fill: (platform: Platform, opened: Opened) => Promise<void>,
): Promise<number> {
  const opened = await openUpToDate(config, tell, { forward: 'when-behind' })
  try {
    if (mode === 'demo' && (!opened.embedded || config.publicOrigin !== undefined))
      throw new Error('The demo network goes into an embedded database without PUBLIC_ORIGIN only.')
    const origin = config.publicOrigin ?? `http://localhost:${config.port}`
    const { urls, keys } = opened
    const platform = standUp({ config, mode, origin, urls, keys, log: makeLog('silent') })
    try {
      await asOperator(platform.database, 'reference', loadReference)
      await claim(platform.database, mode)
      await fill(platform, opened)
      await asOperator(platform.database, 'seed', (tx) =>
        tx.updateTable('platform_installation').set({ seeded: mode }).execute(),
      )
    } finally {
      await platform.database.close()
    }
    return 0
  } finally {
    await opened.close()
  }
}

/** Fills an empty embedded database with the demo network. */
export const seedDemo = (config: Config): Promise<number> =>
  withSeeding(config, 'demo', async (platform, { urls }) => {
    await fillWithDemo(platform, urls)
    print('The demo network is there. Start it with: npm start')
  })

/** Fills an empty database with the test network, marks it as a test, and prints how to sign in, as JSON. */
export const seedTest = (config: Config, wanted: { scale: number; canary: boolean }): Promise<number> =>
  withSeeding(config, 'test', async (platform, { urls }) => {
    const { canaries, ...network } = await fillWithTest(platform, urls, wanted)
    const file = wanted.canary ? resolve('canary.json') : null
    if (file !== null) {
      const classes = Object.fromEntries(house.dataMap.map((entry) => [entry.column, entry.class]))
      await writeFile(file, JSON.stringify({ canaries, classes }, null, 1), { mode: 0o600 })
    }
    print(JSON.stringify({ ...network, canary: file }, null, 2))
  })
