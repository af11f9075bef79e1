import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import type { Config } from '../../platform/config.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Work } from '../../platform/jobs/jobs.ts'
import { makeLog } from '../../platform/log.ts'
import { openMailRoom } from '../../platform/mail/mail.ts'
import type { Platform } from '../../platform/platform.ts'
import { asOperator, installedMode, recordCommand, underOperator } from '../installation.ts'
import { openUpToDate, type Opened } from '../opening.ts'
import { standUp } from '../running.ts'

/** One command: what it is in one line, and what it does. It ends with 0, or with what it returns. */
export type Command = {
  readonly what: string
  readonly run: (config: Config, args: readonly string[]) => Promise<number | void>
}

/** The command was not given as it should be: nothing was done, and the process ends with 2. */
export class WrongUse extends Error {}

/** Says a sentence (or JSON) on stdout. */
export const print = (text: string): void => void process.stdout.write(`${text}\n`)
/** Says a sentence on stderr: what goes on meanwhile, apart from the answer itself. */
export const tell = (text: string): void => void process.stderr.write(`${text}\n`)

/** Reads the words of a command. @throws WrongUse for an option it does not know or a number of words it cannot use. */
export function readArgs<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  words: { readonly least: number; readonly most: number; readonly usage: string },
) {
  let read: ReturnType<typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true; strict: true }>>
  try {
    read = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new WrongUse(
      `${error instanceof Error ? error.message.split('. ')[0] : 'Wrong use'}.\nUse: bin/plein ${words.usage}`,
    )
  }
  const { positionals, values } = read
  if (positionals.length < words.least || positionals.length > words.most)
    throw new WrongUse(
      `${positionals.length < words.least ? 'Something is missing' : 'That is too much'}.\nUse: bin/plein ${words.usage}`,
    )
  return { words: positionals, options: values }
}

/** What a command has in its hands: an open house, in which it acts as the operator. */
export type Hands = {
  readonly config: Config
  readonly opened: Opened
  readonly platform: Platform
  /** A transaction at the worker's door, under the proof of this command. */
  readonly transaction: <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>
  readonly work: Work
}

/**
 * Opens the house for a command, notes in the diary that it was given, and leaves again. Other processes may be running on
 * the same database: a command joins them.
 */
export async function inHands<T>(config: Config, command: string, act: (hands: Hands) => Promise<T>): Promise<T> {
  const opened = await openUpToDate(config, tell, { forward: 'when-behind' })
  try {
    const platform = await platformFor(config, opened)
    try {
      return await underOperator(platform.database, command, async (transaction) => {
        await transaction((tx) => recordCommand(tx, command, platform.now()))
        const { vault, origin } = platform
        const mail = openMailRoom({ vault, origin, smtpUrl: config.smtpUrl })
        const work: Work = { now: () => platform.now(), transaction, vault, mail, origin }
        return act({ config, opened, platform, transaction, work })
      })
    } finally {
      await platform.database.close()
    }
  } finally {
    await opened.close()
  }
}

async function platformFor(config: Config, { urls, keys }: Opened): Promise<Platform> {
  const origin = config.publicOrigin ?? `http://localhost:${config.port}`
  const stand = (mode: Platform['mode']) => standUp({ config, mode, origin, urls, keys, log: makeLog('silent') })
  const first = stand('production')
  const mode = await asOperator(first.database, 'command', installedMode)
  if (mode === null || mode === 'production') return first
  await first.database.close()
  return stand(mode)
}
