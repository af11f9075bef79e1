import { noCaching, securityHeaders } from '../platform/http/headers.ts'
import type { Config } from '../platform/config.ts'
import { listenHttp, type Serving } from '../platform/server.ts'
import type { Fetch } from './assets.ts'

/** A short answer in plain text, with the headers that every answer carries. */
export const plain = (status: number, text: string, more: Readonly<Record<string, string>> = {}): Response =>
  new Response(`${text}\n`, {
    status,
    headers: {
      ...securityHeaders,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': noCaching,
      'x-request-id': crypto.randomUUID(),
      ...more,
    },
  })

/** What the door answers before the house is open: it lives, it is not ready, come back in a moment. */
export const comingUp: Fetch = async (request) => {
  const { pathname } = new URL(request.url)
  if (pathname === '/healthz') return plain(200, 'ok')
  return plain(503, pathname === '/readyz' ? 'not ready' : 'Het plein gaat zo open. The square opens in a moment.', {
    'retry-after': '2',
  })
}

/**
 * Where the door stands. Without a public origin nobody but this machine is served by an embedded database: it may turn out
 * to be a demo, which is known only once the database is open.
 */
export const hostOf = (config: Config): string => {
  const ownPostgres = config.databaseUrl !== undefined || Object.keys(config.databaseUrls).length > 0
  return config.publicOrigin === undefined && !ownPostgres ? '127.0.0.1' : '0.0.0.0'
}

/** Opens the door. @throws Error with a sentence for the operator when the port is taken or not allowed. */
export async function openDoor(config: Config, serve: Fetch): Promise<Serving> {
  try {
    return await listenHttp(serve, { port: config.port, host: hostOf(config) })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE')
      throw new Error(
        `Port ${config.port} is in use. Is Ervaringsplein running already? Look at http://localhost:${config.port}, or choose another port: PORT=${config.port + 1} npm start`,
        { cause: error },
      )
    if (code === 'EACCES')
      throw new Error(`Port ${config.port} is not open to this user. Choose one above 1023: PORT=3000 npm start`, {
        cause: error,
      })
    throw error
  }
}
