import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { openCluster } from '../../src/platform/cluster/cluster.ts'
import { processesIn } from '../../src/platform/cluster/process.ts'
import { beginSheets, brokenSheets, fillIn, type Sheet } from './answers.ts'
import { describeMachine, note } from './notes.ts'
import { formBody, nextAddress, send, startProgram, withFolder, type Program } from './program.ts'

/** A question that the program said it had taken: the key of the form and the number on the page of thanks. */
type Acknowledged = { readonly key: string; readonly number: string }

const writers = 6
const respondents = 6
// The form refuses who is faster than a person can type.
const typingMs = 6_000

/** Opens the form once; its sealed moment is good for as long as the key file is. */
async function beginForm(port: number): Promise<string> {
  const { status, text } = await send({ port, path: '/vraag' })
  const begun = /name="begun" value="([^"]+)"/.exec(text)?.[1] ?? /value="([^"]+)" name="begun"/.exec(text)?.[1]
  if (status !== 200 || begun === undefined) throw new Error(`/vraag answered ${status} without its form.`)
  await sleep(typingMs)
  return begun
}

/** Asks questions, one after another on each of some connections, until told to stop. Notes only what was answered. */
function ask(port: number, begun: string, ledger: Acknowledged[]) {
  const stopped = new AbortController()
  const refusals: string[] = []
  const write = async () => {
    while (!stopped.signal.aborted) {
      const key = randomUUID()
      const body = formBody({
        _key: key,
        step: 'check',
        begun,
        question: `Hoe betrek je mensen bij een plan? Proef ${key}`,
        name: 'Proef',
        email: `proef-${key}@example.org`,
      })
      const answered = await send({ port, path: '/vraag/versturen', body, from: nextAddress() }).catch(() => null)
      const number = /nummer=([^&]+)/.exec(answered?.location ?? '')?.[1]
      if (answered?.status === 303 && number !== undefined) ledger.push({ key, number: decodeURIComponent(number) })
      else if (answered === null || answered.status >= 500) await sleep(10)
      else refusals.push(`${answered.status} ${answered.location}`)
    }
  }
  const done = Promise.all(Array.from({ length: writers }, write))
  return {
    refusals,
    stop: async () => {
      stopped.abort()
      await done
    },
  }
}

/** Kills the server and everything below it at once, as the machine's out-of-memory killer would. */
async function killPostgres(dataDir: string): Promise<number> {
  const record = JSON.parse(await readFile(join(dataDir, 'cluster.json'), 'utf8')) as { home: string | null }
  const pids = await processesIn(join(record.home ?? dataDir, 'postgres'))
  for (const pid of pids)
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself because the one above it was gone.
    }
  return pids.length
}

/** Asks the database past everything, in a cluster that a program has open or not. */
async function look<T>(dataDir: string, work: (client: Client) => Promise<T>): Promise<T> {
  const cluster = await openCluster({ dataDir, log: () => {} })
  const client = new Client({ connectionString: cluster.urls.admin })
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
    await cluster.stop()
  }
}

/** @returns the acknowledged questions that are not in the database. */
const missing = (dataDir: string, ledger: readonly Acknowledged[]): Promise<readonly Acknowledged[]> =>
  look(dataDir, async (client) => {
    const numbers = await client.query<{ number: string }>('select number from house.advice_requests')
    const keys = await client.query<{ key: string }>('select key::text as key from house.platform_idempotency')
    const known = new Set([...numbers.rows.map((row) => row.number), ...keys.rows.map((row) => row.key)])
    return ledger.filter(({ key, number }) => !known.has(number) || !known.has(key))
  })

/** The path of the open link of a poll. */
const openPoll = (dataDir: string): Promise<string> =>
  look(dataDir, async (client) => {
    const { rows } = await client.query<{ path: string }>(
      `select '/meedoen/' || s.slug || '/' || w.slug as path from house.surveys_fillings f
         join house.surveys_waves w on w.id = f.wave_id join house.surveys_series s on s.id = w.series_id
        where f.open_link and w.state = 'open'`,
    )
    if (rows[0] === undefined) throw new Error('The demo network has no poll with an open link.')
    return rows[0].path
  })

/** Waits until the load is really on, on a slow machine too. */
async function comeTo(count: () => number, least: number): Promise<void> {
  for (let waited = 0; count() < least && waited < 20_000; waited += 25) await sleep(25)
}

/**
 * Kills the application and PostgreSQL by turns, -9, while questions are being asked and pages of a poll saved. What was
 * acknowledged stands in a ledger outside; after each start everything in it must be there, and no page half.
 * @returns 0 when nothing was lost and the cluster started every time
 */
export async function kill(options: { rounds: number; write: boolean; say: (line: string) => void }): Promise<number> {
  const { rounds, say } = options
  return withFolder(async (dataDir) => {
    const ledger: Acknowledged[] = []
    const starts: number[] = []
    let lost = 0
    let saves = 0
    let program: Program = await startProgram(dataDir, 300_000)
    say(
      `The program is up (${program.ms} ms with the demo network). ${rounds} rounds, ${writers} writers, ${respondents} respondents.`,
    )
    const clock = Date.now()
    try {
      const begun = await beginForm(program.port)
      const poll = await openPoll(dataDir)
      let sheets: Sheet[] = []
      for (let round = 1; round <= rounds; round++) {
        const before = ledger.length
        // New ones now and then: a page takes so many saves and no more.
        if (round % 10 === 1) sheets = await beginSheets(program.port, poll, respondents, typingMs)
        const load = ask(program.port, begun, ledger)
        const filling = fillIn(program.port, sheets)
        await comeTo(() => ledger.length, before + writers)
        await comeTo(filling.saved, respondents)
        await sleep(Math.random() * 750)
        const victim = round % 2 === 1 ? 'application' : 'PostgreSQL'
        if (victim === 'application') await program.kill()
        else await killPostgres(dataDir)
        await Promise.all([load.stop(), filling.stop()])
        saves += filling.saved()
        // After the death of PostgreSQL the application is still there, and stops as it always does.
        if (victim === 'PostgreSQL') await program.stop()
        program = await startProgram(dataDir)
        starts.push(program.ms)
        const gone = await missing(dataDir, ledger)
        const broken = await brokenSheets(program.port, sheets)
        lost += gone.length + broken.length
        const [refusal] = [...load.refusals, ...filling.refusals]
        if (refusal !== undefined) throw new Error(`Something was refused: ${refusal}. This drill measures nothing so.`)
        if (ledger.length === before || filling.saved() === 0)
          throw new Error(`Nothing was acknowledged in round ${round}.`)
        for (const what of broken) say(`BROKEN after killing ${victim}: ${what}`)
        if (gone.length > 0) say(`LOST after killing ${victim}: ${gone.map(({ number }) => number).join(', ')}`)
        if (round % 10 === 0)
          say(
            `  round ${round}: ${ledger.length} questions and ${saves} pages acknowledged, ${lost} lost or half, start ${program.ms} ms`,
          )
      }
      await program.stop()
    } catch (error) {
      say(program.words())
      await program.kill()
      throw error
    }
    const sorted = starts.toSorted((a, b) => a - b)
    const machine = await describeMachine(dataDir)
    const figures = [
      `${rounds} rounds of kill -9 (${Math.ceil(rounds / 2)} × application, ${Math.floor(rounds / 2)} × PostgreSQL and all its processes), ${writers} writers and ${respondents} respondents`,
      `${ledger.length} acknowledged questions and ${saves} acknowledged pages of a poll, ${lost} lost or half`,
      `the cluster started every time; ready after ${sorted[Math.floor(sorted.length / 2)] ?? 0} ms (median), ${sorted.at(-1) ?? 0} ms at most`,
      `${Math.round((Date.now() - clock) / 1_000)} s in all`,
    ]
    say(figures.join('\n'))
    if (options.write) note('kill', machine, figures)
    return lost === 0 ? 0 : 1
  })
}
