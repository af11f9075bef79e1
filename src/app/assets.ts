import type { HttpBindings } from '@hono/node-server'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { securityHeaders } from '../platform/http/headers.ts'
import { root } from '../platform/root.ts'
import type { Assets } from '../ui/layout.tsx'

type Asset = {
  readonly type: string
  readonly plain: Uint8Array<ArrayBuffer>
  readonly gzip: Uint8Array<ArrayBuffer>
  readonly br: Uint8Array<ArrayBuffer>
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
}

type Folder = ReturnType<typeof readFolder>
const read = new Map<string, Folder>()

/** The built style, script and pictures: few and small, so they live in memory, read and compressed once per process. */
export function readAssets(folder = join(root, 'dist', 'assets')): Folder {
  const known = read.get(folder)
  if (known) return known
  const made = readFolder(folder)
  read.set(folder, made)
  return made
}

// The highest quality of brotli takes twenty times as long, for a few hundred bytes.
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }

function readFolder(folder: string) {
  const files = new Map<string, Asset>()
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const type = types[extname(name)]
    if (!type) continue
    const plain = Uint8Array.from(readFileSync(join(folder, name)))
    files.set(`/assets/${name}`, {
      type,
      plain,
      gzip: Uint8Array.from(gzipSync(plain)),
      br: Uint8Array.from(brotliCompressSync(plain, brotli)),
    })
  }
  const named = (entry: string, kind: string) =>
    [...files.keys()].find((path) => path.startsWith(`/assets/${entry}-`) && path.endsWith(kind))
  const writing = { css: named('editor', '.css'), js: named('editor', '.js') }
  const filling = named('filling', '.js')
  const addresses: Assets = {
    css: named('plein', '.css') ?? '/assets/plein.css',
    js: named('plein', '.js') ?? '/assets/plein.js',
    ...(writing.css !== undefined && writing.js !== undefined && { writing: { css: writing.css, js: writing.js } }),
    ...(filling !== undefined && { filling }),
  }
  const serve = (request: Request): Response | null => {
    const at = request.url.indexOf('/assets/')
    if (at < 0) return null
    const { pathname } = new URL(request.url)
    const file = files.get(pathname)
    if (!file) return null
    const accepts = request.headers.get('accept-encoding') ?? ''
    const coding = accepts.includes('br') ? 'br' : accepts.includes('gzip') ? 'gzip' : 'plain'
    return new Response(request.method === 'HEAD' ? null : file[coding], {
      headers: {
        ...securityHeaders,
        'content-type': file.type,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
        ...(coding !== 'plain' && { 'content-encoding': coding }),
      },
    })
  }
  return {
    addresses,
    /** What the one style file says; `''` when nothing is built. */
    style: Buffer.from(files.get(addresses.css)?.plain ?? []).toString(),
    serve,
    sizes: new Map(Array.from(files, ([name, file]) => [name, file.gzip.length])),
  }
}

export type Fetch = (request: Request, env?: Partial<HttpBindings>) => Promise<Response>
