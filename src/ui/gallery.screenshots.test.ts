import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserPresent, launchBrowser, serveGallery } from './gallery-server.ts'
import { gallery } from './gallery.tsx'

const out = join(import.meta.dirname, '../../test/out/gallery')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

describe.skipIf(!browserPresent('screenshots of the gallery'))('the gallery in a browser', () => {
  let browser: Browser
  let served: Awaited<ReturnType<typeof serveGallery>>
  const pages = gallery('nl', { css: '/plein.css', js: '/plein.js' })

  beforeAll(async () => {
    mkdirSync(out, { recursive: true })
    served = await serveGallery(pages)
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    served?.close()
  })

  it('stays small: style at most 20 kB and script at most 10 kB compressed', () => {
    const sizes = { css: gzipSync(served.files.css).length, js: gzipSync(served.files.js).length }
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
          await page.goto(`${served.origin}/${name}`)
          await page.screenshot({ path: join(out, `${name}-${width}-${colorScheme}.png`), fullPage: true })
          const found = (await page.evaluate(
            `${axe.source}; axe.run(document, { runOnly: ${JSON.stringify(rules)} })`,
          )) as axe.AxeResults
          const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          await context.close()
          expect(
            found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`),
          ).toEqual([])
          expect(found.passes.length).toBeGreaterThan(10)
          expect(wider).toBeLessThanOrEqual(0)
          expect(complaints).toEqual([])
        })

  it('fits from 320 to 1600 px, and at 200 % zoom, without sideways scrolling', async () => {
    for (const name of Object.keys(pages)) {
      const page = await browser.newPage()
      await page.goto(`${served.origin}/${name}`)
      for (const width of [320, 480, 640, 820, 1060, 1600]) {
        await page.setViewportSize({ width, height: 700 })
        const parts = await page.evaluate(() =>
          [...document.querySelectorAll('body *')]
            .filter((part) => part.closest('.plein-hidden, thead, svg') === null && part.getClientRects().length > 0)
            .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
            .map((part) => part.outerHTML.slice(0, 90)),
        )
        expect({ name, width, parts }).toEqual({ name, width, parts: [] })
      }
      await page.close()
    }
  })

  it('gives buttons, fields and menu links at least 44 px', async () => {
    const small: string[] = []
    for (const name of Object.keys(pages)) {
      const page = await browser.newPage({ viewport: { width: 360, height: 700 } })
      await page.goto(`${served.origin}/${name}`)
      small.push(
        ...(await page.evaluate(() =>
          [
            ...document.querySelectorAll<HTMLElement>(
              '.nl-button, .utrecht-textbox, select, textarea, summary, .plein-nav__link',
            ),
          ]
            .filter((control) => control.offsetParent !== null && control.getBoundingClientRect().height < 44)
            .map((control) => `${control.getBoundingClientRect().height} ${control.outerHTML.slice(0, 80)}`),
        )),
      )
      await page.close()
    }
    expect(small).toEqual([])
  })
})
