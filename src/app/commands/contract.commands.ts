import { openApiOf } from '../api/openapi.ts'
import { house } from '../house.ts'
import { registerOf } from '../register.ts'
import { print, readArgs, type Command } from './command.ts'

/** What this program promises to the outside, without opening a database. */
export const contractCommands: Readonly<Record<string, Command>> = {
  routes: {
    what: 'routes [--json]: every route, who may, its rate and data class',
    async run(_config, args) {
      const { options } = readArgs(args, { json: { type: 'boolean' } }, { least: 0, most: 0, usage: 'routes [--json]' })
      const register = registerOf(house.routes)
      if (options.json) return print(JSON.stringify(register, null, 2))
      const width = Math.max(...register.map(({ path }) => path.length))
      for (const { method, path, who, rate, data } of register)
        print(`${method.padEnd(4)} ${path.padEnd(width)}  ${who.padEnd(22)} ${rate.padEnd(10)} ${data}`)
    },
  },
  'data-map': {
    what: 'data-map: every column that holds something of a person, as JSON',
    async run(_config, args) {
      readArgs(args, {}, { least: 0, most: 0, usage: 'data-map' })
      print(JSON.stringify(house.dataMap, null, 2))
    },
  },
  openapi: {
    what: 'openapi: the document of the public API (OpenAPI 3.1)',
    async run(config, args) {
      readArgs(args, {}, { least: 0, most: 0, usage: 'openapi' })
      print(JSON.stringify(openApiOf(house.routes, config.publicOrigin ?? `http://localhost:${config.port}`), null, 2))
    },
  },
}
