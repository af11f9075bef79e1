import { readConfig } from '../platform/config.ts'
import { commands } from './commands.ts'
import { WrongUse } from './commands/command.ts'

const [name = 'help', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined

if (!command || args.includes('--help')) {
  const asked = name === 'help' || name === '--help' || name === '-h' || command !== undefined
  const chosen = command ? { [name]: command } : commands
  const list = Object.values(chosen).map(({ what }) => `  ${what}`)
  const text = `${asked ? '' : `There is no command ${name}.\n\n`}bin/plein COMMAND\n\n${list.join('\n')}\n`
  ;(asked ? process.stdout : process.stderr).write(text)
  process.exitCode = asked ? 0 : 2
} else {
  try {
    process.exitCode = (await command.run(readConfig(process.env), args)) ?? 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    process.exit(error instanceof WrongUse ? 2 : 1)
  }
}
