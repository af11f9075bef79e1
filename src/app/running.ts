import type { Logger } from 'pino'
import type { Config } from '../platform/config.ts'
import { openDatabase, type Database } from '../platform/db/database.ts'
import { makeApp } from '../platform/http/app.tsx'
import { makePageCache } from '../platform/http/cache.ts'
import { makeRates } from '../platform/http/rates.ts'
import { announceTo, startWorker } from '../platform/jobs/jobs.ts'
import { openMailRoom, postmanTo } from '../platform/mail/mail.ts'
import type { Mode, Platform } from '../platform/platform.ts'
import { openVault } from '../platform/vault/vault.ts'
import type { Keys } from '../lib/crypto/keyFile.ts'
import type { Fetch } from './assets.ts'
import { readAssets } from './assets.ts'
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
  const database = openDatabase(urls, announceTo(house.jobs(null)))
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

/** The web application: assets and health first, then the routes of all rooms. */
export function webOf(platform: Platform, health: Health): Fetch {
  const app = makeApp(platform, house.routes, house.constraints)
  const assets = readAssets()
  const plain = (status: number, word: string) =>
    new Response(`${word}\n`, {
      status,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    })
  return async (request, env) => {
    const file = assets.serve(request)
    if (file) return file
    const path = request.url.slice(request.url.indexOf('/', 8))
    if (path === '/healthz') return plain(health.live() ? 200 : 503, health.live() ? 'ok' : 'stopping')
    if (path === '/readyz') {
      const ready = await health.ready()
      return plain(ready ? 200 : 503, ready ? 'ready' : 'not ready')
    }
    return app(request, env)
  }
}

/** The jobs of all rooms, in this process. */
export function workFor(platform: Platform, workerUrl: string) {
  const { config, database, vault, origin, log } = platform
  const postman = config.smtpUrl ? postmanTo(config.smtpUrl, `plein@${new URL(origin).hostname}`) : null
  const mail = openMailRoom({ vault, origin, smtpUrl: config.smtpUrl })
  return startWorker({
    url: workerUrl,
    database,
    rooms: house.jobs(postman),
    vault,
    mail,
    origin,
    now: () => platform.now(),
    report: (problem) =>
      log.warn(
        { queue: problem.queue, job: problem.id, attempt: problem.attempt, reason: problem.reason, at: problem.at },
        'a job failed',
      ),
  })
}

export { listenToSquare }
