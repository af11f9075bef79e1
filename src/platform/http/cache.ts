import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

/** A public page as it leaves: the same bytes for everybody. */
export type CachedPage = {
  readonly status: number
  readonly type: string
  readonly etag: string
  /** When what it shows last changed; null when the page does not say. */
  readonly changed: Date | null
  readonly plain: Uint8Array<ArrayBuffer>
  readonly gzip: Uint8Array<ArrayBuffer>
  readonly pattern: string
  /** The same address gives other bytes to who asks for another form. */
  readonly negotiated: boolean
  /** The headers that are the same for everybody, with a length and without; made when the page is sent first. */
  heads?: PageHeads
}
type Headers = Readonly<Record<string, string>>
export type PageHeads = { readonly plain: Headers; readonly gzip: Headers; readonly unchanged: Headers }

/**
 * Finished public pages, until the square changes. Only on while this process hears of changes: `trust(true)` when it
 * listens, `trust(false)` when the connection is lost, which also empties it.
 */
export type PageCache = {
  find(key: string): CachedPage | undefined
  keep(key: string, page: CachedPage, begun: number): void
  /** The page that somebody else has asked for and that is being made; undefined when nobody has. It may fail. */
  making(key: string): Promise<CachedPage | null> | undefined
  /** Lets others who ask meanwhile wait for this page; null is no page for everybody. Until it is there, or the square changes. */
  share(key: string, page: Promise<CachedPage | null>): void
  /** How much is kept now. */
  kept(): { readonly pages: number; readonly bytes: number }
  /** The version of the square as this process knows it; a page that was begun before a change is not kept. */
  version(): number
  drop(): void
  trust(listening: boolean): void
}

/** What a process keeps at most, with what the pages cost beside their bytes. */
const mostKept = 32 * 1024 * 1024
// The entry, the headers of two arrays, and the page's other fields.
const besides = 1_024
const weightOf = (key: string, page: CachedPage) =>
  page.plain.byteLength + page.gzip.byteLength + 2 * key.length + besides

/**
 * @param most how many bytes are kept; the page that nobody asked for the longest makes room. A page of more than a
 *   sixteenth of it is not kept.
 * @returns an empty cache that keeps nothing until it is trusted.
 */
export function makePageCache(most = mostKept): PageCache {
  // In the order in which they were asked for last.
  const pages = new Map<string, CachedPage>()
  const inTheMaking = new Map<string, Promise<CachedPage | null>>()
  let newest: string | undefined
  let bytes = 0
  let version = 0
  let trusted = false
  const drop = () => {
    pages.clear()
    newest = undefined
    inTheMaking.clear()
    bytes = 0
    version++
  }
  return {
    find(key) {
      const page = pages.get(key)
      if (page && key !== newest) {
        pages.delete(key)
        pages.set(key, page)
        newest = key
      }
      return page
    },
    keep(key, page, begun) {
      const weight = weightOf(key, page)
      if (!trusted || begun !== version || pages.has(key) || weight > most / 16) return
      pages.set(key, page)
      newest = key
      bytes += weight
      for (const [oldest, old] of pages) {
        if (bytes <= most) break
        pages.delete(oldest)
        bytes -= weightOf(oldest, old)
      }
    },
    making: (key) => inTheMaking.get(key),
    share(key, page) {
      if (trusted) inTheMaking.set(key, page)
      const done = () => void (inTheMaking.get(key) === page && inTheMaking.delete(key))
      page.then(done, done)
    },
    kept: () => ({ pages: pages.size, bytes }),
    version: () => version,
    drop,
    trust(listening) {
      trusted = listening
      drop()
    },
  }
}

/** Makes a finished page of a body: compressed once, with a tag that changes when the bytes do. */
export function finished(
  body: string,
  status: number,
  type: string,
  pattern: string,
  changed: Date | null = null,
  negotiated = false,
): CachedPage {
  const plain = new TextEncoder().encode(body)
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return {
    status,
    type,
    etag,
    changed,
    plain,
    gzip: new Uint8Array(gzipSync(plain, { level: 4 })),
    pattern,
    negotiated,
  }
}
