import { bench } from './bench/bench.ts'
import { backupCommands } from './commands/backup.commands.ts'
import { print, readArgs, WrongUse, type Command } from './commands/command.ts'
import { contractCommands } from './commands/contract.commands.ts'
import { keepingCommands } from './commands/keeping.commands.ts'
import { makingCommands } from './commands/making.commands.ts'
import { partnerCommands } from './commands/partner.commands.ts'
import { peopleCommands } from './commands/people.commands.ts'
import { parts, start, type Part } from './start.ts'

const isPart = (word: string): word is Part => parts.some((part) => part === word)

/** The one command line, by the name of each command. */
export const commands: Readonly<Record<string, Command>> = {
  start: {
    what: 'start [web|worker]: serve pages and do jobs (both by default)',
    async run(config, args) {
      const { words } = readArgs(args, {}, { least: 0, most: 2, usage: 'start [web|worker]' })
      const chosen = words.filter(isPart)
      if (chosen.length < words.length)
        throw new WrongUse('A process is web, worker, or both.\nUse: bin/plein start [web|worker]')
      await start(config, chosen.length > 0 ? chosen : parts, print)
    },
  },
  ...makingCommands,
  ...partnerCommands,
  ...peopleCommands,
  ...backupCommands,
  ...keepingCommands,
  ...contractCommands,
  bench: {
    what: 'bench [--only cached|search|start|import|surveys] [--seconds N]: measure this build on this machine',
    run: (config, args) => bench(config, args, print),
  },
}
