import type { Database } from '../platform/db/database.ts'
import type { PageCache } from '../platform/http/cache.ts'

/**
 * Hears when the square changes and drops the cached pages. Without its connection the cache is empty and serves nothing,
 * until it listens again (a try every half second).
 */
export function listenToSquare(database: Database, cache: PageCache): { stop(): Promise<void> } {
  let stopped = false
  let end: () => Promise<void> = async () => {}
  let timer: NodeJS.Timeout | undefined

  const begin = async () => {
    if (stopped) return
    try {
      const client = await database.listen()
      const lost = () => {
        cache.trust(false)
        end = async () => {}
        if (!stopped) timer ??= setTimeout(again, 500)
      }
      client.on('error', lost)
      client.on('end', lost)
      client.on('notification', () => cache.drop())
      await client.query('listen square')
      end = () => client.end()
      cache.trust(true)
    } catch {
      cache.trust(false)
      timer ??= setTimeout(again, 500)
    }
  }
  const again = () => {
    timer = undefined
    void begin()
  }
  void begin()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await end()
    },
  }
}
