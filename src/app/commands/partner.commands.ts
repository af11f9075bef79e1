import { readFile, writeFile } from 'node:fs/promises'
import type { Config } from '../../platform/config.ts'
import { exportPartner, importPartner, PartnerFileRefused } from '../../rooms/knowledge/public.ts'
import { markAs } from '../installation.ts'
import { inHands, print, readArgs, type Command } from './command.ts'

const sentences: Readonly<Record<PartnerFileRefused['why'], string>> = {
  'not-ours': 'this is not a file of export-partner.',
  'not-whole': 'the file is cut off or was changed. Copy or export it again.',
  'not-json': 'this line is not JSON.',
  'wrong-field': 'this line does not hold what it should',
  'there-already': 'an item with this number or address is here already',
}

const sentenceOf = ({ why, message }: PartnerFileRefused) =>
  message === why ? sentences[why] : `${sentences[why]}${message.slice(why.length)}.`

/** Puts the part of a partner, as export-partner wrote it, on this square. */
export async function importPartnerFile(config: Config, file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Error(`Nothing was imported: ${file} cannot be read.`, { cause: error })
  })
  await inHands(config, 'import-partner', async ({ platform, transaction }) => {
    const outcome = await transaction(async (tx) => {
      await markAs(tx, 'production')
      return importPartner(tx, platform.vault, text, platform.now())
    }).catch((error: unknown) => {
      if (!(error instanceof PartnerFileRefused)) throw error
      throw new Error(`Nothing was imported. Line ${error.line}: ${sentenceOf(error)}`, { cause: error })
    })
    print(`Imported: ${outcome.items} items, and ${outcome.organisations} organisations that were not here yet.`)
  })
}

/** A partner takes its part along. */
export const partnerCommands: Readonly<Record<string, Command>> = {
  'export-partner': {
    what: 'export-partner SLUG FILE: write what a partner helps to keep on the square; import partner reads it',
    async run(config, args) {
      const { words } = readArgs(args, {}, { least: 2, most: 2, usage: 'export-partner SLUG FILE' })
      const [slug = '', file = ''] = words
      return inHands(config, 'export-partner', async ({ platform, transaction }) => {
        const written = await transaction((tx) => exportPartner(tx, platform.vault, slug))
        if (written === null) throw new Error(`No organisation is called ${slug}.`)
        await writeFile(file, written.text, { mode: 0o600 })
        print(`${file}: ${written.items} items of ${slug}.`)
      })
    },
  },
}
