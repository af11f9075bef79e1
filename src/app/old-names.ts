import type { Platform } from '../platform/platform.ts'
import { knowledgePaths, listOldHosts } from '../rooms/knowledge/public.ts'

const hostOf = (address: string) => /^https?:\/\/(?:www\.)?([^/?#]*)/i.exec(address)?.[1]?.toLowerCase() ?? ''

type Names = ReadonlySet<string>

/**
 * Requests under the name of a site that moved in here: its operator pointed that name at us and nothing else is needed.
 * @returns for a request, the question where that address went; null when it came under any other name. At once when the names
 *   are known, which is nearly always: every visit passes here.
 */
export function underOldNames(platform: Platform): (request: Request) => Request | null | Promise<Request | null> {
  const own = hostOf(platform.origin)
  let known: { readonly version: number; readonly names: Names | Promise<Names> } | null = null
  const read = async (version: number): Promise<Names> => {
    try {
      const names = await platform.database.square(async (db) => new Set(await listOldHosts(db)))
      if (known?.version === version) known = { version, names }
      return names
    } catch {
      // The database is away for a moment: asked again at the next visit.
      if (known?.version === version) known = null
      return new Set()
    }
  }
  const asked = (request: Request, host: string, names: Names): Request | null => {
    if (!names.has(host)) return null
    const where = new URL(`${platform.origin}${knowledgePaths.movedFrom}?van=${request.url}`)
    return new Request(where, { method: request.method === 'HEAD' ? 'HEAD' : 'GET', headers: request.headers })
  }
  const ours = `http://${own}/`
  return (request) => {
    if (request.url.startsWith(ours)) return null
    const host = hostOf(request.url)
    if (host === own) return null
    const version = platform.cache.version()
    const { names } = known?.version === version ? known : (known = { version, names: read(version) })
    return names instanceof Promise ? names.then((read) => asked(request, host, read)) : asked(request, host, names)
  }
}
