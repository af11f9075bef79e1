import type { HttpBindings } from '@hono/node-server'
import type { Logger } from 'pino'
import type { Config } from '../platform/config.ts'
import { openDatabase, type Database } from '../platform/db/database.ts'
import { makeApp } from '../platform/http/app.tsx'
import { makePageCache } from '../platform/http/cache.ts'
import { makeRates } from '../platform/http/rates.ts'
import { announceTo, startWorker } from '../platform/jobs/jobs.ts'
import { openMailRoom, postmanTo } from '../platform/mail/mail.ts'
import { findChromium } from '../platform/printing/chromium.ts'
import { openPress } from '../platform/printing/printing.ts'
import type { Metrics } from '../platform/metrics.ts'
import type { Mode, Platform } from '../platform/platform.ts'
import { openVault } from '../platform/vault/vault.ts'
import type { Keys } from '../lib/crypto/keyFile.ts'
import type { Fetch } from './assets.ts'
import { readAssets } from './assets.ts'
import { plain } from './door.ts'
import { underOldNames } from './old-names.ts'
import { house } from './house.ts'
import { listenToSquare } from './listener.ts'
import type { Urls } from './opening.ts'

/** The two answers about a process: it lives, and it takes visits. */
export type Health = { live: () => boolean; ready: () => Promise<boolean> }

/** What is needed to make a platform over an open database. */
export type Foundation = {
  readonly config: Config
  readonly mode: Mode
  readonly origin: string
  readonly urls: Urls
  readonly keys: Keys
  readonly log: Logger
  readonly rateFactor?: number
}

/** The platform of this process, its database opened with the announcer of all rooms. */
export function standUp({ config, mode, origin, urls, keys, log, rateFactor = 1 }: Foundation): Platform {
  const database = openDatabase(urls, announceTo(house.jobs(null)), undefined, mode === 'test' ? config.clockOffset : 0)
  return platformOver(database, { config, mode, origin, keys, log, rateFactor })
}

/** The platform over a database that is open already. */
export function platformOver(
  database: Database,
  {
    config,
    mode,
    origin,
    keys,
    log,
    rateFactor = 1,
    assets = readAssets().addresses,
  }: Omit<Foundation, 'urls'> & { assets?: Platform['assets'] },
): Platform {
  return {
    config,
    mode,
    origin,
    database,
    log,
    assets,
    vault: openVault(keys),
    cache: makePageCache(),
    rates: makeRates(rateFactor),
    menu: house.menu,
    now: () => new Date(Date.now() + (mode === 'test' ? config.clockOffset : 0)),
  }
}

/** Loopback itself, not what a proxy on this machine hands on. */
function isOwnMachine(request: Request, env: Parameters<Fetch>[1]): boolean {
  const from = env?.incoming?.socket.remoteAddress ?? ''
  const handedOn = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => request.headers.has(name))
  return !handedOn && /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(from)
}

/** The web application: assets and health first, then the routes of all rooms. Metrics are for this machine only. */
export function webOf(platform: Platform, health: Health, metrics?: Metrics): Fetch {
  const app = makeApp(platform, house.routes, house.constraints)
  const assets = readAssets()
  const askedOfOldSite = underOldNames(platform)
  const readiness = async () => {
    const ready = await health.ready()
    return plain(ready ? 200 : 503, ready ? 'ready' : 'not ready')
  }
  const answer = (request: Request, env?: Partial<HttpBindings>) => {
    const file = assets.serve(request)
    if (file) return file
    const path = request.url.slice(request.url.indexOf('/', 8))
    if (path === '/healthz') return plain(health.live() ? 200 : 503, health.live() ? 'ok' : 'stopping')
    if (path === '/readyz') return readiness()
    if (path === '/metrics' && metrics && isOwnMachine(request, env)) return plain(200, metrics.text().trimEnd())
    const old = askedOfOldSite(request)
    return old instanceof Promise ? old.then((found) => app(found ?? request, env)) : app(old ?? request, env)
  }
  // Not async: a promise that is handed on costs three turns more for every visit.
  return (request, env) => {
    const answered = answer(request, env)
    return answered instanceof Promise ? answered : Promise.resolve(answered)
  }
}

/**
 * The jobs of all rooms, in this process.
 * @param ledger the file in which erasures are noted for after a restore; null: nowhere
 */
export function workFor(platform: Platform, workerUrl: string, ledger: string | null = null) {
  const { config, database, vault, origin, log } = platform
  const postman = config.smtpUrl ? postmanTo(config.smtpUrl, `plein@${new URL(origin).hostname}`) : null
  const mail = openMailRoom({ vault, origin, smtpUrl: config.smtpUrl })
  const chromium = findChromium(config.chromium)
  return startWorker({
    url: workerUrl,
    database,
    rooms: house.jobs(postman, ledger),
    vault,
    mail,
    origin,
    now: () => platform.now(),
    ...(chromium !== undefined && { press: openPress(chromium, readAssets().style) }),
    report: (problem) =>
      log.warn(
        { queue: problem.queue, job: problem.id, attempt: problem.attempt, reason: problem.reason, at: problem.at },
        'a job failed',
      ),
  })
}

export { listenToSquare }
