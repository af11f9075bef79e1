import { inviteAdministrator } from '../../rooms/accounts/public.ts'
import { ledgerFile, noteErasure } from '../erasure-ledger.ts'
import { markAs } from '../installation.ts'
import { eraseHeld, exportAsked, exportOf, findHeld } from '../persons.ts'
import { inHands, print, readArgs, tell, WrongUse, type Command } from './command.ts'

const nobody =
  'Nobody with this address or id has an account, asked a question, gets the newsletter or follows a search.'
const counted = (n: number) => `${n} ${n === 1 ? 'question' : 'questions'} that they asked`

/** What an operator does for one person. */
export const peopleCommands: Readonly<Record<string, Command>> = {
  'export-person': {
    what: 'export-person EMAIL|ID: everything we hold about a person, as JSON; also when they asked without an account',
    async run(config, args) {
      const { words } = readArgs(args, {}, { least: 1, most: 1, usage: 'export-person EMAIL|ID' })
      const [who = ''] = words
      return inHands(config, 'export-person', async ({ platform, transaction }) => {
        const { vault } = platform
        const held = await transaction((tx) => findHeld(tx, vault, who))
        if (held === null) {
          tell(nobody)
          return 1
        }
        const { person, requests, newsletters } = held
        const copy = await transaction((tx) =>
          person === null
            ? exportAsked(tx, vault, requests, platform.now(), newsletters)
            : exportOf(tx, vault, person, platform.now()),
        )
        print(JSON.stringify(copy, null, 2))
        return 0
      })
    },
  },
  'erase-person': {
    what: 'erase-person EMAIL|ID [--json]: erase a person in every room, and the questions they asked',
    async run(config, args) {
      const { words, options } = readArgs(
        args,
        { json: { type: 'boolean' } },
        { least: 1, most: 1, usage: 'erase-person EMAIL|ID [--json]' },
      )
      const [who = ''] = words
      return inHands(config, 'erase-person', async ({ platform, transaction, opened }) => {
        const { vault } = platform
        const held = await transaction((tx) => findHeld(tx, vault, who))
        if (held === null) {
          tell(nobody)
          return 1
        }
        const at = platform.now()
        const { person, requests, newsletters = [] } = held
        // The ledger first: an erasure that is noted and not done is done again after a restore, the other way round never.
        const ledger = ledgerFile(opened.keyFile)
        for (const id of [...(person === null ? [] : [person]), ...requests, ...newsletters.map((each) => each.id)])
          await noteErasure(ledger, vault, id, at)
        await transaction((tx) => eraseHeld(tx, vault, held, at))
        const receipt = {
          person,
          requests: requests.length,
          newsletters: newsletters.length,
          erasedAt: at.toISOString(),
          ledger,
        }
        print(
          options.json
            ? JSON.stringify(receipt)
            : [
                person === null
                  ? `Erased at ${receipt.erasedAt}: ${counted(requests.length)}, and ${newsletters.length} newsletter(s) and followed search(es) to this address.`
                  : `Erased at ${receipt.erasedAt}, with ${counted(requests.length)}. Number of the person in the diary: ${person}.`,
                'What they wrote for others stays without their name; everything else is gone, and its key is destroyed.',
                `A backup from before still holds them until it expires. After a restore they are erased again: keep ${ledger}.`,
              ].join('\n'),
        )
        return 0
      })
    },
  },
  'invite-administrator': {
    what: 'invite-administrator EMAIL [--name NAME] [--lang nl|en]: let somebody in as administrator',
    async run(config, args) {
      const { words, options } = readArgs(
        args,
        { name: { type: 'string' }, lang: { type: 'string' } },
        { least: 1, most: 1, usage: 'invite-administrator EMAIL [--name NAME] [--lang nl|en]' },
      )
      const [email = ''] = words
      const { name, lang = 'nl' } = options
      if (lang !== 'nl' && lang !== 'en') throw new WrongUse('--lang is nl or en.')
      return inHands(config, 'invite-administrator', async ({ platform, transaction }) => {
        const { isNew } = await transaction(async (tx) => {
          // A database to which people are invited is a real one.
          await markAs(tx, 'production')
          return inviteAdministrator(
            tx,
            platform.vault,
            { email, lang, ...(name !== undefined && { name }) },
            platform.now(),
          )
        })
        print(
          [
            isNew ? `${email} has an account now, and is an administrator.` : `${email} is an administrator now.`,
            `They sign in with this address at ${platform.origin}/inloggen`,
            config.smtpUrl
              ? 'A letter that says so is on its way.'
              : 'No SMTP_URL is set here: letters, also the one with the code to sign in, leave only from a worker that has it.',
          ].join('\n'),
        )
        return 0
      })
    },
  },
}
