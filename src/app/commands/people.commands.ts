import { inviteAdministrator, personWithEmail } from '../../rooms/accounts/public.ts'
import { ledgerFile, noteErasure } from '../erasure-ledger.ts'
import { markAs } from '../installation.ts'
import { eraseEverywhere, exportOf, findPerson } from '../persons.ts'
import { inHands, print, readArgs, tell, WrongUse, type Command, type Hands } from './command.ts'

const named = (hands: Hands, who: string) =>
  hands.transaction((tx) => findPerson(tx, (address) => personWithEmail(tx, hands.platform.vault, address), who))

const nobody = 'Nobody with an account has this address or id.'

/** What an operator does for one person. */
export const peopleCommands: Readonly<Record<string, Command>> = {
  'export-person': {
    what: 'export-person EMAIL|ID: everything we hold about a person, as JSON',
    async run(config, args) {
      const { words } = readArgs(args, {}, { least: 1, most: 1, usage: 'export-person EMAIL|ID' })
      const [who = ''] = words
      return inHands(config, 'export-person', async (hands) => {
        const { platform, transaction } = hands
        const person = await named(hands, who)
        if (person === null) {
          tell(nobody)
          return 1
        }
        print(JSON.stringify(await transaction((tx) => exportOf(tx, platform.vault, person, platform.now())), null, 2))
        return 0
      })
    },
  },
  'erase-person': {
    what: 'erase-person EMAIL|ID [--json]: erase a person in every room',
    async run(config, args) {
      const { words, options } = readArgs(
        args,
        { json: { type: 'boolean' } },
        { least: 1, most: 1, usage: 'erase-person EMAIL|ID [--json]' },
      )
      const [who = ''] = words
      return inHands(config, 'erase-person', async (hands) => {
        const { platform, transaction, opened } = hands
        const person = await named(hands, who)
        if (person === null) {
          tell(nobody)
          return 1
        }
        const at = platform.now()
        // The ledger first: an erasure that is noted and not done is done again after a restore, the other way round never.
        await noteErasure(ledgerFile(opened.keyFile), platform.vault, person, at)
        await transaction((tx) => eraseEverywhere(tx, platform.vault, person, at))
        const receipt = { person, erasedAt: at.toISOString(), ledger: ledgerFile(opened.keyFile) }
        print(
          options.json
            ? JSON.stringify(receipt)
            : [
                `Erased at ${receipt.erasedAt}. Number of the person in the diary: ${person}.`,
                'What they wrote for others stays without their name; everything else is gone, and its key is destroyed.',
                `A backup from before still holds them until it expires. After a restore they are erased again: keep ${receipt.ledger}.`,
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
