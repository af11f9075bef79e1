import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, tooWide } from '../../test/browser/axe.ts'
import { browserPresent, launchChromium } from '../../test/browser/chromium.ts'
import { serveGallery } from './gallery-server.ts'
import { gallery } from './gallery.tsx'

const out = join(import.meta.dirname, '../../test/out/gallery')

describe.skipIf(!browserPresent('screenshots of the gallery'))('the gallery in a browser', () => {
  let browser: Browser
  let served: Awaited<ReturnType<typeof serveGallery>>
  const pages = gallery('nl', { css: '/plein.css', js: '/plein.js' })

  beforeAll(async () => {
    mkdirSync(out, { recursive: true })
    served = await serveGallery(pages)
    browser = await launchChromium()
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

  describe.each(Object.keys(pages))('%s', (name) => {
    it.each([360, 1280])(
      'at %i px has no violation, nothing sticks out, nothing blocked, in light and in dark',
      async (width) => {
        const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
        const complaints: string[] = []
        page.on('console', (message) => {
          if (message.type() === 'error') complaints.push(message.text())
        })
        page.on('pageerror', (error) => complaints.push(String(error)))
        await page.goto(`${served.origin}/${name}`)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          if (process.env['PICTURES'])
            await page.screenshot({ path: join(out, `${name}-${width}-${colorScheme}.png`), fullPage: true })
          expect([colorScheme, await axe(page)]).toEqual([colorScheme, []])
          expect([colorScheme, await tooWide(page)]).toEqual([colorScheme, []])
        }
        expect(complaints).toEqual([])
        await page.close()
      },
    )
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
