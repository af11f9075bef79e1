import type { Platform } from '../platform/platform.ts'
import { knowledgePaths, listOldHosts } from '../rooms/knowledge/public.ts'

const hostOf = (address: string) => /^https?:\/\/(?:www\.)?([^/?#]*)/i.exec(address)?.[1]?.toLowerCase() ?? ''

/**
 * Requests under the name of a site that moved in here: its operator pointed that name at us and nothing else is needed.
 * @returns for a request, the question where that address went; null when it came under any other name.
 */
export function underOldNames(platform: Platform): (request: Request) => Promise<Request | null> {
  const own = hostOf(platform.origin)
  let known: { readonly version: number; readonly hosts: Promise<ReadonlySet<string>> } | null = null
  const read = () => platform.database.square(async (db) => new Set(await listOldHosts(db)))
  return async (request) => {
    const host = hostOf(request.url)
    if (host === own) return null
    const version = platform.cache.version()
    if (known?.version !== version) known = { version, hosts: read() }
    const { hosts } = known
    const isOld = await hosts.then(
      (names) => names.has(host),
      () => {
        // The database is away for a moment: asked again at the next visit.
        if (known?.hosts === hosts) known = null
        return false
      },
    )
    if (!isOld) return null
    const asked = new URL(`${platform.origin}${knowledgePaths.movedFrom}?van=${request.url}`)
    return new Request(asked, { method: request.method === 'HEAD' ? 'HEAD' : 'GET', headers: request.headers })
  }
}
