import { serve } from '@hono/node-server'
import type { HttpBindings } from '@hono/node-server'
import type { Server } from 'node:http'

/** Whether this process takes new visits: while starting and while draining it does not. */
export type Readiness = { state: 'starting' | 'ready' | 'draining' | 'restoring' }

export type Serving = { readonly port: number; drain(graceMs: number): Promise<void> }

/**
 * Listens for HTTP. Slow senders are cut off; draining answers what is under way, refuses what is new and resolves when
 * the last connection has gone or the grace has passed.
 */
export async function listenHttp(
  fetch: (request: Request, env: Partial<HttpBindings>) => Promise<Response>,
  options: { port: number; host: string },
): Promise<Serving> {
  const server = await new Promise<Server>((resolve, reject) => {
    const made = serve(
      {
        fetch: fetch as never,
        port: options.port,
        hostname: options.host,
        serverOptions: { connectionsCheckingInterval: 2_000 },
      },
      () => resolve(made),
    ) as Server
    made.on('error', reject)
    made.headersTimeout = 10_000
    made.requestTimeout = 30_000
    made.keepAliveTimeout = 5_000
    made.maxHeadersCount = 100
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    drain: (graceMs) =>
      new Promise((resolve) => {
        const idle = setInterval(() => server.closeIdleConnections(), 100)
        const enough = setTimeout(() => server.closeAllConnections(), graceMs)
        server.close(() => {
          clearInterval(idle)
          clearTimeout(enough)
          resolve()
        })
      }),
  }
}
