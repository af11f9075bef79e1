import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

/** A public page as it leaves: the same bytes for everybody. */
export type CachedPage = {
  readonly status: number
  readonly type: string
  readonly etag: string
  readonly plain: Uint8Array<ArrayBuffer>
  readonly gzip: Uint8Array<ArrayBuffer>
  readonly pattern: string
}

/**
 * Finished public pages, until the square changes. Only on while this process hears of changes: `trust(true)` when it
 * listens, `trust(false)` when the connection is lost, which also empties it.
 */
export type PageCache = {
  find(key: string): CachedPage | undefined
  keep(key: string, page: CachedPage, begun: number): void
  /** The version of the square as this process knows it; a page that was begun before a change is not kept. */
  version(): number
  drop(): void
  trust(listening: boolean): void
}

const most = 2_000
const mostBytes = 64 * 1024 * 1024

/** @returns an empty cache that keeps nothing until it is trusted. */
export function makePageCache(): PageCache {
  let pages = new Map<string, CachedPage>()
  let bytes = 0
  let version = 0
  let trusted = false
  const drop = () => {
    pages = new Map()
    bytes = 0
    version++
  }
  return {
    find: (key) => pages.get(key),
    keep(key, page, begun) {
      if (!trusted || begun !== version || pages.has(key)) return
      if (pages.size >= most || bytes > mostBytes) {
        pages = new Map()
        bytes = 0
      }
      pages.set(key, page)
      bytes += page.plain.length + page.gzip.length
    },
    version: () => version,
    drop,
    trust(listening) {
      trusted = listening
      drop()
    },
  }
}

/** Makes a finished page of a body: compressed once, with a tag that changes when the bytes do. */
export function finished(body: string, status: number, type: string, pattern: string): CachedPage {
  const plain = Uint8Array.from(Buffer.from(body, 'utf8'))
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return { status, type, etag, plain, gzip: Uint8Array.from(gzipSync(plain, { level: 4 })), pattern }
}
