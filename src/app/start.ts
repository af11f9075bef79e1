import { asOperator, installedMode, settleMode } from './installation.ts'
import { openUpToDate, type Opened } from './opening.ts'
import { ledgerFile } from './erasure-ledger.ts'
import { isHeld } from './holding.ts'
import { fieldLexicon } from '../rooms/knowledge/public.ts'
import { loadReference } from './reference.ts'
import { openDemo } from './seed/demo.seed.ts'
import { listenToSquare, standUp, webOf, workFor } from './running.ts'
import { welcome } from './welcome.ts'
import type { Fetch } from './assets.ts'
import { comingUp, openDoor } from './door.ts'
import type { Config } from '../platform/config.ts'
import { armFaults, readFaultPoints } from '../platform/faults.ts'
import { makeLog } from '../platform/log.ts'
import { watchMetrics } from '../platform/metrics.ts'
import type { Mode, Platform } from '../platform/platform.ts'
import type { Readiness } from '../platform/server.ts'

export const parts = ['web', 'worker'] as const
export type Part = (typeof parts)[number]

/** A balancer asks `/readyz` about once a second; it needs this long to see that a process leaves. */
const noticeMs = 2_500
const graceMs = 9_000
const lateMs = 14_000

/**
 * Starts the program: opens the door, then the database, settles the mode, serves pages and does jobs until it is told to
 * stop. While the database is brought up to date the door answers 503.
 * @param chosen which of the two this process is; both by default
 * @throws Error with a sentence for the operator
 */
export async function start(config: Config, chosen: readonly Part[], say: (line: string) => void): Promise<void> {
  const begun = performance.now()
  const log = makeLog(config.logLevel)
  const readiness: Readiness = { state: 'starting' }
  const closing: (() => Promise<unknown>)[] = []
  let opened: Opened | null = null
  let stopping = false

  const stop = async (signal: string) => {
    if (stopping) return process.exit(1)
    stopping = true
    const wasReady = readiness.state === 'ready'
    readiness.state = 'draining'
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), lateMs).unref()
    if (wasReady && signal === 'SIGTERM' && config.publicOrigin !== undefined)
      await new Promise((resolve) => setTimeout(resolve, noticeMs))
    for (const close of closing) await close()
    await opened?.close()
    log.flush()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGINT', () => void stop('SIGINT'))

  let serve: Fetch = comingUp
  const door = chosen.includes('web') ? await openDoor(config, (request, env) => serve(request, env)) : null
  if (door) closing.push(() => door.drain(graceMs))

  opened = await openUpToDate(config, (line) => log.info({ part: 'database' }, line))
  const { platform, mode } = await settled(config, opened, log, door?.port ?? config.port)
  if (mode === 'demo') await openDemo(platform, opened.urls)

  const metrics = watchMetrics(platform.database)
  if (chosen.includes('worker')) {
    const worker = await workFor(platform, opened.urls.worker, ledgerFile(opened.keyFile))
    closing.push(() => worker.stop())
  }
  if (door) {
    const listener = listenToSquare(platform.database, platform.cache)
    const ready = async () => readiness.state === 'ready' && !(await isHeld(platform.database))
    serve = webOf(platform, { live: () => true, ready }, metrics)
    closing.push(() => listener.stop())
  }
  closing.push(async () => {
    metrics.stop()
    await platform.database.close()
  })
  readiness.state = 'ready'
  // The first search need not wait for the word list; the first page goes before it.
  if (door) setTimeout(() => void fieldLexicon(), 1_000).unref()
  const ms = Math.round(performance.now() - begun)
  if (door && mode === 'demo') say(welcome(door.port, ms))
  else log.info({ ...(door && { port: door.port }), parts: chosen, mode, ms }, 'ready')
}

/** The platform of this process, on a database whose purpose is known and whose reference data is up to date. */
async function settled(
  config: Config,
  opened: Opened,
  log: ReturnType<typeof makeLog>,
  port: number,
): Promise<{ platform: Platform; mode: Mode }> {
  const origin = config.publicOrigin ?? `http://localhost:${port}`
  const { urls, keys, embedded } = opened
  const platformFor = (mode: Mode) => standUp({ config, mode, origin, urls, keys, log })
  const first = platformFor('production')
  try {
    const points = readFaultPoints(config.faultPoints)
    if (config.clockOffset !== 0 || points.size > 0) {
      if ((await asOperator(first.database, 'start', installedMode)) !== 'test')
        throw new Error('CLOCK_OFFSET and FAULT_POINTS are for test databases only. Take them out of the environment.')
      armFaults(points)
    }
    const mode = await settleMode(first.database, { embedded, publicOrigin: config.publicOrigin })
    await asOperator(first.database, 'reference', loadReference)
    return { platform: platformFor(mode), mode }
  } finally {
    await first.database.close()
  }
}
