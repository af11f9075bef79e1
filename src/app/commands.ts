import type { Config } from '../platform/config.ts'
import { bench } from './bench/bench.ts'
import { house } from './house.ts'
import { openUpToDate } from './opening.ts'
import { registerOf } from './register.ts'
import { start, type Part } from './start.ts'

export type Command = {
  readonly what: string
  readonly run: (config: Config, args: readonly string[]) => Promise<void>
}

const print = (text: string) => void process.stdout.write(`${text}\n`)

/** The one command line, by the name of each command. */
export const commands: Readonly<Record<string, Command>> = {
  start: {
    what: 'start [web|worker]: serve pages and do jobs (both by default)',
    run: (config, args) => start(config, args.length > 0 ? (args as Part[]) : ['web', 'worker'], print),
  },
  migrate: {
    what: 'bring the database up to date and leave',
    async run(config) {
      const opened = await openUpToDate(config, print)
      await opened.close()
      print('The database is up to date.')
    },
  },
  routes: {
    what: 'routes --json: every route, who may, its rate and data class',
    async run() {
      print(JSON.stringify(registerOf(house.routes), null, 2))
    },
  },
  bench: {
    what: 'bench [--only cached|search|start] [--seconds N]: measure this build on this machine',
    run: (config, args) => bench(config, args, print),
  },
}
