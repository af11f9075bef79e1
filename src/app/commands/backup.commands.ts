import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { keysFor, keyFileOf } from '../keys.ts'
import { backupKeyOf, BackupRefused } from '../../platform/backup/backup-file.ts'
import { writeBackup } from '../../platform/backup/backup.ts'
import { restoreBackup, type RestoreReport } from '../../platform/backup/restore.ts'
import { openVault } from '../../platform/vault/vault.ts'
import { ledgerFile, readLedger, replayErasures } from '../erasure-ledger.ts'
import { whileHeld } from '../holding.ts'
import { bringForward, openUpToDate } from '../opening.ts'
import { inHands, print, readArgs, tell, type Command } from './command.ts'

const counted = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`

/** Writes a file whole or not at all, so that an interrupted backup never looks like one. */
async function writeWhole(file: string, write: (out: ReturnType<typeof createWriteStream>) => Promise<void>) {
  const beside = `${file}.${randomBytes(4).toString('hex')}.part`
  try {
    await write(createWriteStream(beside, { flags: 'wx', mode: 0o600, flush: true }))
    await rename(beside, file)
    const folder = await open(dirname(resolve(file)), 'r')
    await folder.sync()
    await folder.close()
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/** @returns the age identity (`AGE-SECRET-KEY-…`) in a file, as age-keygen writes it. */
async function identityIn(file: string): Promise<string> {
  const line = (await readFile(file, 'utf8')).split('\n').find((each) => each.startsWith('AGE-SECRET-KEY-'))
  if (line === undefined) throw new Error(`${file} holds no line AGE-SECRET-KEY-…`)
  return line.trim()
}

/** Everything out, and everything back. */
export const backupCommands: Readonly<Record<string, Command>> = {
  backup: {
    what: 'backup FILE [--to age1…] [--json]: copy everything, encrypted',
    async run(config, args) {
      const usage = 'backup FILE [--to age1…] [--json]'
      const { words, options } = readArgs(
        args,
        { to: { type: 'string' }, json: { type: 'boolean' } },
        { least: 1, most: 1, usage },
      )
      const [file = ''] = words
      if (existsSync(file)) throw new Error(`${file} exists already. Choose another name; no backup is written over.`)
      return inHands(config, 'backup', async ({ opened, platform }) => {
        const url = opened.urls.backup
        if (url === undefined)
          throw new Error(
            'The login plein_backup is not known here. Set DATABASE_URL, or run this where database-logins.json is.',
          )
        const key = options.to === undefined ? backupKeyOf(platform.vault) : { recipient: options.to }
        let report = { tables: 0, rows: 0, bytes: 0 }
        await writeWhole(file, async (out) => {
          report = await writeBackup(url, key, out, platform.now())
        })
        print(
          options.json
            ? JSON.stringify({ file: resolve(file), ...report })
            : [
                `Written: ${file} (${counted(report.rows, 'row')} of ${counted(report.tables, 'table')}, ${Math.ceil(report.bytes / 1000)} kB).`,
                options.to === undefined
                  ? `Only the key file opens it. Keep a copy of ${opened.keyFile} somewhere else.`
                  : 'Only the holder of that age key opens it; the texts in it also need the key file.',
              ].join('\n'),
        )
        return 0
      })
    },
  },
  restore: {
    what: 'restore FILE [--identity FILE] [--json]: put a backup back into an empty database',
    async run(config, args) {
      const usage = 'restore FILE [--identity FILE] [--json]'
      const { words, options } = readArgs(
        args,
        { identity: { type: 'string' }, json: { type: 'boolean' } },
        { least: 1, most: 1, usage },
      )
      const [file = ''] = words
      if (!existsSync(file)) throw new Error(`${file} is not there.`)
      if (!existsSync(keyFileOf(config)))
        throw new Error(
          `Put the key file that belongs to this backup at ${keyFileOf(config)} first (or set KEY_FILE). Without it nothing in the backup can be read.`,
        )
      const vault = openVault(keysFor(keyFileOf(config), true))
      const key = options.identity === undefined ? backupKeyOf(vault) : { identity: await identityIn(options.identity) }
      const opened = await openUpToDate(config, tell, { forward: 'when-behind' })
      const url = opened.urls.migrate
      let erased = 0
      let report: RestoreReport
      try {
        if (url === undefined) throw new Error('Set DATABASE_URL: putting a backup back needs an administrator.')
        const ledger = await readLedger(ledgerFile(opened.keyFile))
        report = await whileHeld(url, () =>
          restoreBackup(createReadStream(file), {
            url,
            key,
            async afterRestore(tx) {
              erased = await replayErasures(tx, vault, ledger, new Date())
            },
          }).catch(async (error: unknown) => {
            if (!(error instanceof BackupRefused && error.problem === 'other-migrations') || !opened.embedded)
              throw error
            throw new Error(
              `${error.message} Put it back with the version of the program that wrote it, then start the newer one.`,
              { cause: error },
            )
          }),
        )
        await bringForward(url, tell)
      } finally {
        await opened.close()
      }
      // The diary is that of the backup now; under an operator's own proof it says what was done.
      await inHands(config, 'restore', async () => {})
      print(
        options.json
          ? JSON.stringify({ ...report, erasedAgain: erased })
          : [
              `Put back: ${counted(report.rows, 'row')} of ${counted(report.tables, 'table')}, as they were at ${report.madeAt.toISOString()}.`,
              `${counted(erased, 'person').replace('persons', 'people')} erased since then ${erased === 1 ? 'was' : 'were'} erased again.`,
            ].join('\n'),
      )
      return 0
    },
  },
}
