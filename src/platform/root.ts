import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project, from the sources as well as from the build. */
export const root: string = (() => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'db', 'migrations'))) {
    const up = dirname(folder)
    if (up === folder) throw new Error('The folder db/migrations is missing. Install the program again.')
    folder = up
  }
  return folder
})()
