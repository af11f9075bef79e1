import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { readKeyFile, rotateKeyFile } from '../../lib/crypto/keyFile.ts'
import { runRetention } from '../../platform/jobs/jobs.ts'
import { sealDiary, verifyDiary } from '../../platform/seals/seals.ts'
import { openVault } from '../../platform/vault/vault.ts'
import { house } from '../house.ts'
import { keysSettleMs } from '../keys.ts'
import { inHands, print, readArgs, type Command } from './command.ts'

const batch = 500

/** What keeps an installation in order. */
export const keepingCommands: Readonly<Record<string, Command>> = {
  retention: {
    what: 'retention [--dry-run] [--json]: remove what was kept long enough',
    async run(config, args) {
      const { options } = readArgs(
        args,
        { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
        { least: 0, most: 0, usage: 'retention [--dry-run] [--json]' },
      )
      const dryRun = options['dry-run'] === true
      return inHands(config, 'retention', async ({ work }) => {
        const outcomes = await runRetention(work, house.retention, { dryRun })
        if (options.json) print(JSON.stringify({ dryRun, rules: outcomes }))
        else {
          const width = Math.max(...outcomes.map(({ rule }) => rule.length))
          for (const { rule, keep, rows } of outcomes)
            print(`${rule.padEnd(width)}  ${String(rows).padStart(7)} ${dryRun ? 'due' : 'gone'}  (kept ${keep})`)
          if (dryRun) print('Nothing was removed: this was a dry run.')
        }
        return 0
      })
    },
  },
  'verify-diary': {
    what: 'verify-diary [--json]: read the diary against its seals',
    async run(config, args) {
      const { options } = readArgs(
        args,
        { json: { type: 'boolean' } },
        { least: 0, most: 0, usage: 'verify-diary [--json]' },
      )
      return inHands(config, 'verify-diary', async ({ work, platform }) => {
        // What nobody sealed yet is sealed now: without a worker the diary would have no seals at all.
        const before = await work.transaction((tx) => verifyDiary(tx, platform.vault))
        if (before.ok) await sealDiary(work, 2_000)
        const verdict = before.ok ? await work.transaction((tx) => verifyDiary(tx, platform.vault)) : before
        if (options.json) print(JSON.stringify(verdict))
        else if (verdict.ok)
          print(
            [
              `The diary is whole: ${verdict.rows} lines under ${verdict.seals} seals, ${verdict.unsealed} not sealed yet.`,
              `Note this down elsewhere, and compare it next time: ${verdict.head ?? 'no seal yet'}`,
            ].join('\n'),
          )
        else
          print(
            `The diary is BROKEN: ${verdict.broken.why}, at the lines ${verdict.broken.from} to ${verdict.broken.to}. What is before line ${verdict.broken.from} is unchanged.`,
          )
        return verdict.ok ? 0 : 1
      })
    },
  },
  'rotate-keys': {
    what: 'rotate-keys [--json]: make a new key, and wrap everything with it',
    async run(config, args) {
      const { options } = readArgs(
        args,
        { json: { type: 'boolean' } },
        { least: 0, most: 0, usage: 'rotate-keys [--json]' },
      )
      return inHands(config, 'rotate-keys', async ({ opened, transaction }) => {
        const { current } = readKeyFile(opened.keyFile)
        const { rows } = await transaction((tx) =>
          sql<{
            n: number
          }>`select count(*)::int as n from house.platform_data_keys where key_version <> ${current.version}`.execute(
            tx,
          ),
        )
        // A rotation that was cut off is finished first; another key on top would help nobody.
        const unfinished = (rows[0]?.n ?? 0) > 0
        const keys = unfinished ? readKeyFile(opened.keyFile) : rotateKeyFile(opened.keyFile)
        if (!unfinished) await pause(keysSettleMs)
        const vault = openVault(keys)
        let wrapped = 0
        for (;;) {
          const done = await transaction((tx) => vault.rotate(tx, batch))
          wrapped += done
          if (done === 0) break
        }
        const { version } = keys.current
        print(
          options.json
            ? JSON.stringify({ version, wrapped, finishedEarlierRotation: unfinished })
            : [
                unfinished
                  ? `An earlier rotation was not finished. It is now: ${wrapped} data keys were wrapped with key ${version}.`
                  : `Key ${version} is the current one, and wraps ${wrapped} data keys.`,
                `Copy ${opened.keyFile} to its safe place now. Keep its older lines: letters, look-ups and backups of before need them.`,
              ].join('\n'),
        )
        return 0
      })
    },
  },
}
