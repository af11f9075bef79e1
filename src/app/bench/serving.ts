import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Server } from 'node:http'
import type { Config } from '../../platform/config.ts'
import { makeLog } from '../../platform/log.ts'
import { listenHttp } from '../../platform/server.ts'
import { listenToSquare, standUp, webOf } from '../running.ts'
import { groundConfig, joinGround, type Ground } from './ground.ts'
import { putLoad, type Load } from './load.ts'

/** What a child of the bench is. */
export type Part = 'ours' | 'bare' | 'load'

type Told =
  | { readonly kind: 'page'; readonly path: string; readonly plain: string; readonly gzip: string }
  | { readonly kind: 'load'; readonly load: Load }
  | { readonly kind: 'cpu' }
  | { readonly kind: 'stop' }

const answer = (message: unknown) => void process.send?.(message as object)

/** A child process of the bench: it does what it is told over its channel, until that closes. */
export async function playPart(
  part: string,
  { caching, ground }: { caching: boolean; ground: Ground },
  config: Config,
): Promise<void> {
  if (part === 'ours') return listen(await ours(config, caching, ground))
  if (part === 'bare') return listen(await bare())
  answer({ kind: 'ready', port: 0 })
  return listen({ stop: async () => {} })
}

function listen(me: { page?: (told: Told & { kind: 'page' }) => void; stop: () => Promise<unknown> }): void {
  const stop = () => void me.stop().finally(() => process.exit(0))
  process.on('disconnect', stop)
  process.on('message', (told: Told) => {
    if (told.kind === 'page') {
      me.page?.(told)
      answer({ kind: 'done' })
    } else if (told.kind === 'load') void putLoad(told.load).then((loaded) => answer({ kind: 'loaded', loaded }))
    else if (told.kind === 'cpu') {
      const { user, system } = process.cpuUsage()
      answer({ kind: 'cpu', microseconds: user + system, rss: process.memoryUsage.rss() })
    } else stop()
  })
}

/**
 * Our real web on the bench's database: request ids, a log line for each request, rate limits (high enough for a crowd on
 * one address), all headers. Without `caching` the page cache is never trusted, so it keeps nothing.
 */
async function ours(config: Config, caching: boolean, ground: Ground) {
  const own = groundConfig(config, ground)
  const opened = await joinGround(config, ground)
  const log = makeLog('info')
  const platform = standUp({
    config: own,
    mode: 'production',
    origin: 'http://localhost',
    urls: opened.urls,
    keys: opened.keys,
    log,
    rateFactor: 1_000_000,
  })
  const listener = caching ? listenToSquare(platform.database, platform.cache) : undefined
  const serving = await listenHttp(webOf(platform, { live: () => true, ready: async () => true }), {
    port: 0,
    host: '127.0.0.1',
  })
  answer({ kind: 'ready', port: serving.port })
  return {
    async stop() {
      await serving.drain(500)
      await listener?.stop()
      await platform.database.close()
      await opened.close()
    },
  }
}

/** A bare Hono route that sends given bytes, compressed for who takes that: what our web is held against. */
async function bare() {
  let app = new Hono()
  const server = await new Promise<Server>((resolve) => {
    const made = serve({ fetch: (request) => app.fetch(request), port: 0, hostname: '127.0.0.1' }, () =>
      resolve(made),
    ) as Server
  })
  const address = server.address()
  answer({ kind: 'ready', port: typeof address === 'object' && address ? address.port : 0 })
  return {
    page(told: Told & { kind: 'page' }) {
      const plain = Uint8Array.from(Buffer.from(told.plain, 'base64'))
      const gzip = Uint8Array.from(Buffer.from(told.gzip, 'base64'))
      app = new Hono().get(told.path, (c) => {
        const type = { 'content-type': 'text/html; charset=utf-8' }
        return c.req.header('accept-encoding')?.includes('gzip') === true
          ? c.body(gzip, 200, { ...type, 'content-encoding': 'gzip', vary: 'accept-encoding' })
          : c.body(plain, 200, { ...type, vary: 'accept-encoding' })
      })
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}
