import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../../platform/config.ts'
import { organisationWithSlug } from '../../rooms/accounts/public.ts'
import { acceptRun, commitRun, readRun, runOf, sourceNamed, startRun } from '../../rooms/knowledge/public.ts'
import { inHands, print } from './command.ts'

const sourceFacts = { lang: 'nl', type: 'article', themes: [], licence: 'all-rights-reserved', weekly: false } as const

/**
 * Reads a file of records for a partner and, with `take`, makes drafts of what may be taken without a question. A file of the same
 * name is a newer one of the same source. @returns the exit code
 */
export async function importRecordsFile(
  config: Config,
  path: string,
  given: { readonly steward: string; readonly take: boolean; readonly json: boolean },
): Promise<number> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new Error(`Nothing was imported: ${path} cannot be read.`, { cause: error })
  })
  const name = basename(path)
  return inHands(config, 'import-records', async ({ platform, transaction, work }) => {
    const now = () => platform.now()
    const run = await transaction(async (tx) => {
      const organisation = await organisationWithSlug(tx, given.steward)
      if (organisation === null) throw new Error(`No organisation is called ${given.steward}.`)
      const facts = { ...sourceFacts, name: basename(name, extname(name)), address: null, organisation }
      const source = await sourceNamed(tx, facts, now())
      return startRun(tx, platform.vault, source, { name, type: '', bytes }, { person: null }, now())
    })
    // A worker that runs beside this may take it over: then that one finishes it.
    const settled = async (act: () => Promise<void>, busy: readonly string[]) => {
      await act()
      for (;;) {
        const seen = await transaction((tx) => runOf(tx, platform.vault, run))
        if (!busy.includes(seen.state)) return seen
        await sleep(200)
      }
    }
    let seen = await settled(() => readRun(work, run), ['waiting', 'reading'])
    if (given.take && seen.state === 'previewed') {
      await transaction((tx) => acceptRun(tx, run, null, now()))
      seen = await settled(() => commitRun(work, run), ['committing'])
    }
    if (given.json) print(JSON.stringify({ file: name, run, ...seen }, null, 2))
    else if (seen.problem !== null)
      print(
        `${name}: NOT read (${seen.problem.problem}${seen.problem.place && 'line' in seen.problem.place ? `, line ${seen.problem.place.line}` : ''})`,
      )
    else {
      const counts = Object.entries(seen.counts).map(([what, n]) => `${n} ${what}`)
      print(`${name}: ${counts.join(', ') || 'nothing'}`)
      print(`Look at it at ${platform.origin}/redactie/inlezen/${run}; nothing is public yet.`)
    }
    return seen.problem === null ? 0 : 1
  })
}
