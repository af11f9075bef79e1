import { readConfig } from '../platform/config.ts'
import { commands } from './commands.ts'

const [name = 'help', ...args] = process.argv.slice(2)
const command = commands[name]

if (!command) {
  const width = Math.max(...Object.keys(commands).map((each) => each.length))
  const list = Object.entries(commands).map(([each, { what }]) => `  ${each.padEnd(width)}  ${what}`)
  process.stdout.write(`bin/plein COMMAND\n\n${list.join('\n')}\n`)
  process.exitCode = name === 'help' ? 0 : 2
} else {
  try {
    await command.run(readConfig(process.env), args)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    process.exit(1)
  }
}
