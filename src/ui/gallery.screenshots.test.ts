import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer, type Server } from 'node:http'
import { gzipSync } from 'node:zlib'
import axe from 'axe-core'
import { chromium, type Browser } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gallery } from './gallery.tsx'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const present = existsSync(executablePath)
if (!present) process.stdout.write(`skipped: screenshots of the gallery, no browser at ${executablePath}\n`)

const out = join(import.meta.dirname, '../../test/out/gallery')
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"

const bundle = async () => {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    build: {
      write: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          style: join(import.meta.dirname, 'style/plein.css'),
          script: join(import.meta.dirname, 'script/plein.ts'),
        },
      },
    },
  })
  const files = [made].flat().flatMap((part) => ('output' in part ? part.output : []))
  const asset = files.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'))
  const chunk = files.find((file) => file.type === 'chunk' && file.name === 'script')
  return {
    css: asset?.type === 'asset' ? String(asset.source) : '',
    js: chunk?.type === 'chunk' ? chunk.code : '',
  }
}

describe.skipIf(!present)('the gallery in a browser', () => {
  let browser: Browser
  let server: Server
  let origin = ''
  let files = { css: '', js: '' }
  const pages = gallery('nl', { css: '/plein.css', js: '/plein.js' })

  beforeAll(async () => {
    mkdirSync(out, { recursive: true })
    files = await bundle()
    server = createServer((request, response) => {
      const path = (request.url ?? '/').split('?')[0]?.slice(1) ?? ''
      const page = Object.entries(pages).find(([name]) => name === path)?.[1]
      const [type, body] =
        path === 'plein.css'
          ? ['text/css', files.css]
          : path === 'plein.js'
            ? ['text/javascript', files.js]
            : path === 'plaatsen.json'
              ? [
                  'application/json',
                  '[{"value":"’s-Hertogenbosch","label":"’s-Hertogenbosch (Den Bosch)"},{"value":"Den Helder"}]',
                ]
              : path === 'favicon.svg'
                ? ['image/svg+xml', readFileSync(join(import.meta.dirname, 'style/logo.svg'), 'utf8')]
                : path === 'zoeken/suggesties'
                  ? ['text/html', '<p><a class="nl-link" href="#">Een brief die mensen openen</a></p>']
                  : ['text/html', page?.toString() ?? '']
      response.writeHead(body === '' ? 404 : 200, {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': policy,
      })
      response.end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
    browser = await chromium.launch({
      executablePath,
      args: '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
        ' ',
      ),
    })
  })

  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  it('stays small: style at most 20 kB and script at most 10 kB compressed', () => {
    const sizes = { css: gzipSync(files.css).length, js: gzipSync(files.js).length }
    process.stdout.write(`gallery: ${sizes.css} bytes of style, ${sizes.js} bytes of script (gzip)\n`)
    expect(sizes.css).toBeGreaterThan(2000)
    expect(sizes.css).toBeLessThan(20_000)
    expect(sizes.js).toBeGreaterThan(1000)
    expect(sizes.js).toBeLessThan(10_000)
  })

  for (const name of Object.keys(pages))
    for (const width of [360, 1280])
      for (const colorScheme of ['light', 'dark'] as const)
        it(`${name}, ${width} px, ${colorScheme}: no violation, nothing sticks out, nothing blocked`, async () => {
          const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
          const page = await context.newPage()
          const complaints: string[] = []
          page.on('console', (message) => {
            if (message.type() === 'error') complaints.push(message.text())
          })
          page.on('pageerror', (error) => complaints.push(String(error)))
          await page.goto(`${origin}/${name}`)
          await page.screenshot({ path: join(out, `${name}-${width}-${colorScheme}.png`), fullPage: true })
          const found = await page
            .evaluate(
              `${axe.source}; axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
            )
            .then((result) => result as axe.AxeResults)
          const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          await context.close()
          expect(
            found.violations.map(
              (violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`,
            ),
          ).toEqual([])
          expect(found.passes.length).toBeGreaterThan(10)
          expect(wider).toBeLessThanOrEqual(0)
          expect(complaints).toEqual([])
        })
})
