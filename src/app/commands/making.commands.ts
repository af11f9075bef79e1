import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { organisationWithSlug } from '../../rooms/accounts/public.ts'
import { importDocuments } from '../../rooms/knowledge/public.ts'
import { house } from '../house.ts'
import { asOperator } from '../installation.ts'
import { openUpToDate } from '../opening.ts'
import { loadReference } from '../reference.ts'
import { standUp } from '../running.ts'
import { seedDemo, seedTest } from './seeding.ts'
import { makeLog } from '../../platform/log.ts'
import { importPartnerFile } from './partner.commands.ts'
import { importRecordsFile } from './records.commands.ts'
import { inHands, print, readArgs, tell, WrongUse, type Command } from './command.ts'

/** What makes a database, and what puts something in it. */
export const makingCommands: Readonly<Record<string, Command>> = {
  migrate: {
    what: 'migrate [--new-logins]: bring the database up to date and leave',
    async run(config, args) {
      const { options } = readArgs(
        args,
        { 'new-logins': { type: 'boolean' } },
        { least: 0, most: 0, usage: 'migrate [--new-logins]' },
      )
      const opened = await openUpToDate(config, tell, { newLogins: options['new-logins'] === true })
      try {
        const { urls, keys } = opened
        const platform = standUp({
          config,
          mode: 'production',
          origin: 'http://localhost',
          urls,
          keys,
          log: makeLog('silent'),
        })
        await asOperator(platform.database, 'migrate', loadReference)
        await platform.database.close()
      } finally {
        await opened.close()
      }
      print(`The database is up to date. ${house.queues.length} queues are ready.`)
    },
  },
  seed: {
    what: 'seed demo|test [--scale N] [--canary]: fill an empty database with invented people',
    async run(config, args) {
      const usage = 'seed demo|test [--scale N] [--canary]'
      const { words, options } = readArgs(
        args,
        { scale: { type: 'string' }, canary: { type: 'boolean' } },
        { least: 1, most: 1, usage },
      )
      const [what] = words
      const scale = options.scale === undefined ? 1 : Number(options.scale)
      if (what !== 'demo' && what !== 'test') throw new WrongUse(`Choose demo or test.\nUse: bin/plein ${usage}`)
      if (!(scale > 0 && scale <= 100)) throw new WrongUse('--scale is a number above 0 and at most 100.')
      if (what === 'demo' && (options.canary || options.scale !== undefined))
        throw new WrongUse(
          'The demo network has one size and no canaries: --scale and --canary are for the test network.',
        )
      return what === 'demo' ? seedDemo(config) : seedTest(config, { scale, canary: options.canary === true })
    },
  },
  import: {
    what: 'import documents FILE… --steward SLUG [--json]: make drafts of texts (text or HTML, UTF-8); import records FILE --steward SLUG [--take]: read CSV, feeds, calendars, JSON-LD; import partner FILE: what export-partner wrote',
    async run(config, args) {
      const usage =
        'import documents FILE… --steward SLUG [--json], or: import records FILE --steward SLUG [--take] [--json], or: import partner FILE'
      const { words, options } = readArgs(
        args,
        { steward: { type: 'string' }, json: { type: 'boolean' }, take: { type: 'boolean' } },
        { least: 2, most: 10_000, usage },
      )
      const [what, ...files] = words
      if (what === 'partner') {
        const [file = '', ...more] = files
        if (more.length > 0) throw new WrongUse(`One file at a time.\nUse: bin/plein ${usage}`)
        return importPartnerFile(config, file)
      }
      if (what !== 'documents' && what !== 'records')
        throw new WrongUse(`Only documents, records and partners can be imported.\nUse: bin/plein ${usage}`)
      const { steward } = options
      if (steward === undefined)
        throw new WrongUse(`Say which partner organisation keeps them: --steward SLUG\nUse: bin/plein ${usage}`)
      if (what === 'records') {
        const [file = '', ...more] = files
        if (more.length > 0) throw new WrongUse(`One file at a time.\nUse: bin/plein ${usage}`)
        return importRecordsFile(config, file, {
          steward,
          take: options.take === true,
          json: options.json === true,
        })
      }
      if (options.take) throw new WrongUse(`--take belongs to import records.\nUse: bin/plein ${usage}`)
      const read = await Promise.all(
        files.map(async (file) => ({ name: basename(file), bytes: await readFile(file) })),
      ).catch((error: unknown) => {
        throw new Error(
          `Nothing was imported: ${error instanceof Error && 'path' in error ? String(error.path) : 'a file'} cannot be read.`,
          { cause: error },
        )
      })
      return inHands(config, 'import-documents', async ({ platform, transaction }) => {
        const id = await transaction((tx) => organisationWithSlug(tx, steward))
        if (id === null) throw new Error(`No organisation is called ${steward}.`)
        let refused = 0
        const outcomes = []
        for (const file of read)
          outcomes.push(
            ...(await transaction((tx) => importDocuments(tx, platform.vault, [file], id, null, platform.now()))),
          )
        for (const outcome of outcomes) {
          if (outcome.kind === 'refused') refused += 1
          if (options.json) continue
          if (outcome.kind === 'draft')
            print(
              `${outcome.file}: draft "${outcome.title}" (${outcome.language}${outcome.writtenOn ? `, ${outcome.writtenOn}` : ''}), ${outcome.paragraphs} paragraphs, ${outcome.heldBack} held back`,
            )
          else if (outcome.kind === 'there-already') print(`${outcome.file}: was imported before; nothing changed`)
          else print(`${outcome.file}: NOT imported (${outcome.problem})`)
        }
        if (options.json) print(JSON.stringify(outcomes, null, 2))
        else print('The drafts wait for an editor at /redactie; nothing is public yet.')
        return refused === 0 ? 0 : 1
      })
    },
  },
}
