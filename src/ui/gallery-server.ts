import { createServer } from 'node:http'
import { join } from 'node:path'
import { build } from 'vite'

const here = import.meta.dirname
// The policy a page of the plein must live with: no inline style, no inline script, nothing from elsewhere.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'"

/** The style and the script as they are sent to visitors. */
const bundle = async () => {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    root: here,
    build: {
      write: false,
      assetsInlineLimit: 0,
      rolldownOptions: { input: { plein: join(here, 'script/plein.ts'), filling: join(here, 'script/filling.ts') } },
    },
  })
  const files = [made].flat().flatMap((part) => ('output' in part ? part.output : []))
  const asset = files.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'))
  const codeOf = (name: string) => {
    const chunk = files.find((file) => file.type === 'chunk' && file.name === name)
    return chunk?.type === 'chunk' ? chunk.code : ''
  }
  return {
    css: asset?.type === 'asset' ? String(asset.source) : '',
    js: codeOf('plein'),
    filling: codeOf('filling'),
  }
}

type Reply = { readonly type: string; readonly body: string }

/** Serves `pages` by name with the bundled files; `log` collects method, address and body of every request. */
export const serveGallery = async (pages: Readonly<Record<string, unknown>>) => {
  const files = await bundle()
  const log: { method: string; url: string; body: string }[] = []
  const fixed: Readonly<Record<string, Reply>> = {
    'plein.css': { type: 'text/css', body: files.css },
    'plein.js': { type: 'text/javascript', body: files.js },
    'filling.js': { type: 'text/javascript', body: files.filling },
    'plaatsen.json': {
      type: 'application/json',
      body: JSON.stringify([
        { value: '’s-Hertogenbosch', label: '’s-Hertogenbosch (Den Bosch)' },
        { value: 'Den Helder' },
      ]),
    },
    'zoeken/suggesties': {
      type: 'text/html',
      body: '<p><a class="nl-link" href="#">Een brief die mensen openen</a></p>',
    },
  }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += String(piece)
    const slow = request.method === 'POST' && request.url !== '/zoeken/suggesties'
    log.push({ method: request.method ?? '', url: request.url ?? '', body })
    const name = (request.url ?? '/').split('?')[0]?.slice(1) ?? ''
    const reply = fixed[name] ?? (name in pages ? { type: 'text/html', body: String(pages[name]) } : undefined)
    // A slow answer, so that there is time to press twice.
    if (slow) await new Promise((resolve) => setTimeout(resolve, 400))
    response.writeHead(reply ? 200 : 404, {
      'content-type': `${reply?.type ?? 'text/plain'}; charset=utf-8`,
      'content-security-policy': policy,
    })
    response.end(reply?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { origin: `http://127.0.0.1:${port}`, files, log, close: () => server.close() }
}
