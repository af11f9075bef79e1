import { openDemo } from './seed/demo.seed.ts'
import { asOperator, settleMode } from './installation.ts'
import { openUpToDate } from './opening.ts'
import { loadReference } from './reference.ts'
import { listenToSquare, standUp, webOf, workFor } from './running.ts'
import { welcome } from './welcome.ts'
import type { Config } from '../platform/config.ts'
import { makeLog } from '../platform/log.ts'
import { watchMetrics } from '../platform/metrics.ts'
import { listenHttp, type Readiness } from '../platform/server.ts'

export type Part = 'web' | 'worker'

/**
 * Starts the program: opens the database, settles the mode, serves pages and does jobs until it is told to stop.
 * @param parts which of the two this process is; both by default
 */
export async function start(config: Config, parts: readonly Part[], say: (line: string) => void): Promise<void> {
  const begun = performance.now()
  const log = makeLog(config.logLevel)
  const opened = await openUpToDate(config, (line) => log.info({ part: 'database' }, line))
  const origin = config.publicOrigin ?? `http://localhost:${config.port}`
  const platformFor = (mode: 'demo' | 'production' | 'test') =>
    standUp({ config, mode, origin, urls: opened.urls, keys: opened.keys, log })

  const first = platformFor('production')
  const mode = await settleMode(first.database, {
    ...opened,
    publicOrigin: config.publicOrigin,
    databaseUrl: config.databaseUrl,
  })
  if ((config.clockOffset !== 0 || config.faultPoints.length > 0) && mode !== 'test')
    throw new Error('CLOCK_OFFSET and FAULT_POINTS are for test databases only. Take them out of the environment.')
  await asOperator(first.database, 'reference', loadReference)
  await first.database.close()

  const platform = platformFor(mode)
  if (mode === 'demo') await openDemo(platform, opened.urls)

  const readiness: Readiness = { state: 'starting' }
  const closing: (() => Promise<unknown>)[] = []
  if (parts.includes('worker')) {
    const worker = await workFor(platform, opened.urls.worker)
    closing.push(() => worker.stop())
  }
  if (parts.includes('web')) {
    const listener = listenToSquare(platform.database, platform.cache)
    const answers = async () => {
      if (readiness.state !== 'ready') return false
      return platform.database
        .square((db) => db.selectNoFrom((q) => q.val(1).as('one')).execute())
        .then(
          () => true,
          () => false,
        )
    }
    const web = webOf(platform, { live: () => true, ready: answers })
    const serving = await listenHttp(web, { port: config.port, host: mode === 'demo' ? '127.0.0.1' : '0.0.0.0' })
    closing.unshift(
      () => serving.drain(10_000),
      () => listener.stop(),
    )
    if (mode === 'demo') say(welcome(serving.port, Math.round(performance.now() - begun)))
    else log.info({ port: serving.port, ms: Math.round(performance.now() - begun) }, 'serving')
  }
  const metrics = watchMetrics(platform.database)
  readiness.state = 'ready'

  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    readiness.state = 'draining'
    log.info({ signal }, 'stopping')
    const late = setTimeout(() => process.exit(1), 14_000)
    late.unref()
    for (const close of closing) await close()
    metrics.stop()
    await platform.database.close()
    await opened.close()
    log.flush()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGINT', () => void stop('SIGINT'))
}
